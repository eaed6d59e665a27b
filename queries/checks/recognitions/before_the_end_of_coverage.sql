/* ---
severity: fail
title: No change of position is later than the end of coverage
remedy: Mend the date, or the recognitions row of data/coverage.csv.
--- */
select r.recognition_id, r.event_date, c.ends_on
from recognitions as r
join coverage as c on c.table_name = 'recognitions'
where r.event_date > c.ends_on
order by r.recognition_id
