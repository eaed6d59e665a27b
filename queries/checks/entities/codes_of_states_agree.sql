/* ---
severity: fail
title: An entity that is a state carries the state's code.
remedy: Add the code to data/states.csv or use a code for a claim.
--- */
select entity, name
from entities
where kind = 'state' and entity not in (select state from states) and entity not in ('XBI')
order by entity
