/* ---
severity: fail
title: The counting day is the local day where known, else the UTC day
remedy: Set launch_day to coalesce(date_local, date_utc), empty where date_precision is month.
--- */
select
    launch_id,
    date_utc,
    date_local,
    launch_day,
    date_precision
from missile_launches
where launch_day is distinct from case when date_precision = 'day' then coalesce(date_local, date_utc) end
order by launch_id
