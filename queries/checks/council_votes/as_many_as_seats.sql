/* ---
severity: warn
title: A resolution has eleven votes before 1966 and fifteen since, members that took no part aside.
remedy: Look at the record; the Secretariat's list does not name members that took no part.
--- */
select d.draft_id, d.resolution, d.voted_on, count(v.member) as votes
from council_drafts as d
left join council_votes as v on v.draft_id = d.draft_id
where d.outcome = 'adopted'
group by d.draft_id, d.resolution, d.voted_on
having count(v.member) <> case when d.voted_on < '1966-01-01' then 11 else 15 end
order by d.draft_id
