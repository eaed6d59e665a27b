/* ---
severity: fail
title: No filler bearing, and no landing place drawn from one
remedy: Leave bearing and landing place empty where 90 stands for a failure or a row without distance.
--- */
select
    launch_id,
    outcome,
    bearing_deg,
    distance_km,
    landing_latitude
from missile_launches
where
    (bearing_deg = 90 and (outcome = 'failure' or distance_km is null))
    or (landing_latitude is not null and bearing_deg is null)
    or (landing_latitude is null) <> (landing_longitude is null)
order by launch_id
