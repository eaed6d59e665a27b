/* ---
title: Where the states that sanction Russia are
about: Senders on one day by region, the members of the European Union counted for its measures.
chart: {kind: bars, x: region, y: senders}
--- */
select s.region, count(*) as senders, count(*) filter (f.own) as with_measures_of_their_own
from sanctioning_states('2022-07-14', p_target := 'RUS') as f
join states as s on s.state = f.sender
group by all
order by senders desc, s.region
