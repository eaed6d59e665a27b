/* ---
severity: fail
title: The end's status agrees with its dates
remedy: A restored tie has restored_on and its precision; any other has neither; only restored_date_unknown has restored_by.
--- */
select tie_id, end_status, restored_on, restored_precision, restored_by
from ties
where (end_status = 'restored') <> (restored_on is not null)
   or (restored_on is null) <> (restored_precision is null)
   or (restored_by is not null and end_status <> 'restored_date_unknown')
order by tie_id
