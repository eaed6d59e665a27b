/* ---
severity: fail
title: Launches after 2024 are preliminary, and carry no grade above C
remedy: Set preliminary and evidence C until the list's year is reviewed; then move the year in this check.
--- */
select
    launch_id,
    date_utc,
    preliminary,
    evidence
from missile_launches
where state = 'PRK' and (preliminary <> (year(date_utc) > 2024) or (preliminary and evidence < 'C'))
order by launch_id
