/* ---
severity: fail
title: Every step lies within the window that coverage states
remedy: Mend the date, or the ties row of data/coverage.csv.
--- */
select k.tie_id, k.event_date, c.starts_on, c.ends_on
from ties as k
join coverage as c on c.table_name = 'ties'
where k.event_date < c.starts_on
   or k.event_date > c.ends_on
order by k.tie_id
