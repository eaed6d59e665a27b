/* ---
title: Texts on human rights that few voted against, and who did
about: Votes joined with their roll calls, names gathered in a list.
chart: {kind: points, x: voted_on, y: against}
--- */
select
    r.voted_on,
    r.resolution,
    count(*) as against,
    string_agg(s.name, ', ' order by s.name) as who,
    r.title
from roll_calls as r
join ga_votes as v using (roll_call_id)
join states as s using (state)
where r.human_rights and v.vote = 'no' and r.voted_on >= '2015-01-01'
group by all
having count(*) <= 5
order by r.voted_on desc, r.resolution
