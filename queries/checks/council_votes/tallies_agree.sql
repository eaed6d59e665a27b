/* ---
severity: warn
title: The tally of a resolution equals its votes counted one by one.
remedy: Look at the record.
--- */
select d.draft_id, d.resolution, d.yes, count(*) filter (v.vote = 'yes') as counted
from council_drafts as d
join council_votes as v on v.draft_id = d.draft_id
group by d.draft_id, d.resolution, d.yes
having d.yes <> count(*) filter (v.vote = 'yes')
order by d.draft_id
