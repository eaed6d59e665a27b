/* ---
severity: fail
title: Resolutions run from 1 without a gap or repetition.
remedy: Add the missing resolution.
--- */
with numbers as (
    select regexp_extract(resolution, 'S/RES/(\d+)', 1)::integer as number
    from council_drafts
    where resolution is not null
)

select r.number::integer as number, count(n.number) as held
from generate_series(1, (select max(number) from numbers)) as r (number)
left join numbers as n on n.number = r.number
group by r.number
having count(n.number) <> 1
order by r.number
