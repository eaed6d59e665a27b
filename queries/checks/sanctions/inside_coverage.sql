/* ---
severity: fail
title: Every programme began within the window that coverage states
remedy: Mend the day it began, or the sanctions row of data/coverage.csv.
--- */
select s.sanction_id, s.started_on, c.starts_on, c.ends_on
from sanctions as s
cross join (
    select min(starts_on) as starts_on, max(ends_on) as ends_on from coverage where table_name = 'sanctions'
) as c
where s.started_on < c.starts_on
   or s.started_on > c.ends_on
order by s.sanction_id
