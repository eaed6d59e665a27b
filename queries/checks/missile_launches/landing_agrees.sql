/* ---
severity: warn
title: Estimated landing place lies at the recorded distance from the site
remedy: Compute landing_latitude and landing_longitude again from site, bearing and distance.
--- */
with measured as (
    select
        launch_id,
        distance_km,
        2 * 6371 * asin(sqrt(
            pow(sin(radians(landing_latitude - site_latitude) / 2), 2)
            + cos(radians(site_latitude)) * cos(radians(landing_latitude))
            * pow(sin(radians(landing_longitude - site_longitude) / 2), 2)
        )) as measured_km
    from missile_launches
    where landing_latitude is not null
)

select
    launch_id,
    distance_km,
    measured_km
from measured
where abs(measured_km - distance_km) > 0.01 * distance_km
order by launch_id
