/* ---
severity: warn
title: Explosions have a place
remedy: Fill latitude and longitude from a source that gives them.
--- */
select
    explosion_id,
    site
from nuclear_tests
where latitude is null or longitude is null
order by explosion_id
