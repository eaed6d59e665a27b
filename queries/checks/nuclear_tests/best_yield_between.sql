/* ---
severity: fail
title: The best yield lies between the lowest and the highest
remedy: Correct the yields.
--- */
select
    explosion_id,
    yield_kt_low,
    yield_kt_best,
    yield_kt_high
from nuclear_tests
where yield_kt_best < yield_kt_low or yield_kt_best > yield_kt_high
order by explosion_id
