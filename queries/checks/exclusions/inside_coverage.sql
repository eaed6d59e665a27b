/* ---
severity: fail
title: Every suspension or expulsion began within the window that coverage states
remedy: Mend the day it began, or the exclusions row of data/coverage.csv.
--- */
select x.exclusion_id, x.started_on, c.starts_on, c.ends_on
from exclusions as x
cross join (
    select min(starts_on) as starts_on, max(ends_on) as ends_on from coverage where table_name = 'exclusions'
) as c
where x.started_on < c.starts_on
   or x.started_on > c.ends_on
order by x.exclusion_id
