/* ---
title: Where the states that sanction Russia are
about: Measures in force on one day, counted by the sender's region.
chart: {kind: bars, x: region, y: senders}
--- */
select s.region, count(distinct f.sender) as senders, count(*) as measures
from sanctions_in_force('2022-07-14', p_target := 'RUS') as f
join states as s on s.state = f.sender
group by all
order by senders desc, s.region
