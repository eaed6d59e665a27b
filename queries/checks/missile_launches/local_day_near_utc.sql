/* ---
severity: fail
title: The local day is the UTC day or the next one
remedy: Korean time is UTC+9; compute date_local again from date_utc and time_utc.
--- */
select
    launch_id,
    date_utc,
    time_utc,
    date_local
from missile_launches
where
    date_local is not null
    and (
        date_local - date_utc not in (0, 1)
        or (state = 'PRK' and time_utc is not null and (date_utc + time_utc + interval 9 hour)::date <> date_local)
    )
order by launch_id
