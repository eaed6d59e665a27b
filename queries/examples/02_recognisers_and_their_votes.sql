/* ---
title: Those that recognise Donetsk, and how they vote with Russia
about: A query of the catalog joined with another, state by state.
chart: {kind: bars, x: state_name, y: agree}
--- */
select s.state, s.state_name, s.position, s.since, round(n.value, 3) as agree, n.rank
from recognition_status('XDN', '2022-07-14') as s
join nearest('RUS', 76) as n using (state)
where s.position = 'recognised'
order by n.rank
