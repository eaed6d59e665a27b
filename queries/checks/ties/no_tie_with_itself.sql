/* ---
severity: fail
title: No state breaks with itself, nor with an earlier state of its own series
remedy: Mend initiator or target in data/ties.csv.
--- */
select k.tie_id, k.initiator, k.target
from ties as k
join states as i on i.state = k.initiator
join states as t on t.state = k.target
where k.initiator = k.target
   or i.series = t.series
order by k.tie_id
