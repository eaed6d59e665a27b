/* ---
severity: fail
title: A step is between states that existed on its day
remedy: Use the code of the time in data/ties.csv; code_since and code_until in data/states.csv say when each is right.
--- */
select k.tie_id, s.state, k.event_date
from ties as k
join states as s on s.state in (k.initiator, k.target)
where effective_date(k.event_date, k.date_precision) < s.code_since
   or k.event_date > s.code_until
order by k.tie_id
