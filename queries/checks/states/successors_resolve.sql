/* ---
severity: fail
title: Every successor and series is a state.
remedy: Add the code to data/states.csv, or correct successor or series.
--- */
select state, successor, series
from states
where successor not in (select state from states) or series not in (select state from states)
order by state
