/* ---
severity: fail
title: Every voter is a state, every source a source.
remedy: Add the code to data/states.csv.
--- */
select state, source_id, count(*) as votes
from ga_votes
where state not in (select state from states) or source_id not in (select source_id from sources)
group by state, source_id
order by state
