/* ---
severity: fail
title: Coarse dates are written as the first day of their period
remedy: Write a month as its first day and a year as 1 January in data/ties.csv.
--- */
select tie_id, event_date, date_precision, restored_on, restored_precision
from ties
where (date_precision = 'month' and day(event_date) <> 1)
   or (date_precision = 'year' and dayofyear(event_date) <> 1)
   or (restored_precision = 'month' and day(restored_on) <> 1)
   or (restored_precision = 'year' and dayofyear(restored_on) <> 1)
order by tie_id
