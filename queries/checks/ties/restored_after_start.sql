/* ---
severity: fail
title: Relations are restored after they were broken
remedy: Mend event_date or restored_on, or their precision, in data/ties.csv.
--- */
select tie_id, event_date, date_precision, restored_on, restored_precision, restored_by
from ties
where effective_date(restored_on, restored_precision) <= event_date
   or restored_by <= event_date
order by tie_id
