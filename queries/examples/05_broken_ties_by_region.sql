/* ---
title: Who severed ties, decade by decade
about: Events joined with states, counted by decade and region of the one that broke them.
chart: {kind: bars, x: decade, y: ties_severed, colour: region}
--- */
select 10 * (year(t.event_date) // 10) as decade, s.region, count(*) as ties_severed
from ties as t
join states as s on s.state = t.initiator
where t.kind = 'severed' and t.event_date is not null
group by all
order by decade, s.region
