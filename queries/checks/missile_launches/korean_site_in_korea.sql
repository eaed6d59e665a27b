/* ---
severity: fail
title: North Korean launch places lie in or off North Korea
remedy: Correct site_latitude and site_longitude.
--- */
select
    launch_id,
    site,
    site_latitude,
    site_longitude
from missile_launches
where
    state = 'PRK'
    and not (site_latitude between 37.5 and 43.1 and site_longitude between 124 and 131)
order by launch_id
