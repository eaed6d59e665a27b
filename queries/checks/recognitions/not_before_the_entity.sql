/* ---
severity: warn
title: No recognition lies before the entity was declared.
remedy: Correct the date, or the entity's declared_on; some recognitions of governments continue older relations.
--- */
select r.recognition_id, r.event_date, e.declared_on
from recognitions as r
join entities as e on e.entity = r.entity
where effective_date(r.event_date, r.date_precision) < e.declared_on and e.kind <> 'government'
order by r.recognition_id
