/* ---
severity: warn
title: No ambassador of one's own two years after a break that is certain
remedy: Look at the tie and the mission; yearbooks lag, and one of the two may be wrong.
--- */
select k.tie_id, m.sender, m.host, m.year, k.restored_on
from ties as k
join missions as m on (m.sender, m.host) in ((k.initiator, k.target), (k.target, k.initiator))
where k.kind = 'severed'
  and k.end_status in ('restored', 'ongoing')
  and m.level = 1
  and m.year > year(k.event_date) + 2
  and (k.restored_on is null or m.year < year(k.restored_on) - 1)
  and 'TWN' not in (k.initiator, k.target)
order by k.tie_id, m.sender, m.year
