/* ---
severity: warn
title: A withdrawal, suspension or resumption follows an earlier recognition.
remedy: Add the recognition it ends, or check the date.
--- */
select r.recognition_id, r.change
from recognitions as r
where r.change in ('withdrew', 'suspended', 'resumed', 'withdrawal_disputed', 'relations_severed')
  and not exists (
      from recognitions as p
      where p.recogniser = r.recogniser
        and p.entity = r.entity
        and p.recognition_id <> r.recognition_id
        and coalesce(p.event_date <= r.event_date, true)
  )
order by r.recognition_id
