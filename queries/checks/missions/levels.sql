/* ---
severity: fail
title: Mission levels are the seven of the source
remedy: Name the new level in analytics/sources/missions.py after reading the source's codebook.
--- */
select distinct level, label
from missions
where level not in (0, 0.1, 0.125, 0.375, 0.5, 0.75, 1)
order by level
