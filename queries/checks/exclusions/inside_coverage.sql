/* ---
severity: fail
title: Every suspension or expulsion began within the window that coverage states
remedy: Mend the day it began, or the exclusions row of data/coverage.csv.
--- */
select x.exclusion_id, x.started_on, c.starts_on, c.ends_on
from exclusions as x
join coverage as c on c.table_name = 'exclusions'
where x.started_on < c.starts_on
   or x.started_on > c.ends_on
order by x.exclusion_id
