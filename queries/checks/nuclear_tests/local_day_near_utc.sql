/* ---
severity: fail
title: The local day is within a day of the UTC day
remedy: Correct date_local.
--- */
select
    explosion_id,
    date_utc,
    date_local
from nuclear_tests
where abs(date_local - date_utc) > 1
order by explosion_id
