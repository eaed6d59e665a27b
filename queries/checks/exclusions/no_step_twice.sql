/* ---
severity: warn
title: No step stands twice.
remedy: Remove one of the rows.
--- */
select organisation, state, kind, started_on, count(*) as rows
from exclusions
group by organisation, state, kind, started_on
having count(*) > 1
order by organisation, state
