/* ---
severity: fail
title: No change of position is later than the end of coverage
remedy: Mend the date, or the recognitions row of data/coverage.csv.
--- */
select r.recognition_id, r.event_date, c.ends_on
from recognitions as r
cross join (select max(ends_on) as ends_on from coverage where table_name = 'recognitions') as c
where r.event_date > c.ends_on
order by r.recognition_id
