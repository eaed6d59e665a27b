/* ---
severity: warn
title: No resolution is of a day before that of the one numbered before it.
remedy: Look at the record; its day, or that of the one before, is misprinted. Correct it by a document.
--- */
with numbered as (
    select
        resolution,
        regexp_extract(resolution, 'S/RES/(\d+)', 1)::integer as number,
        voted_on,
        meeting
    from council_drafts
    where resolution is not null
)

select resolution, voted_on, meeting, lag(voted_on) over (order by number) as day_before
from numbered
qualify voted_on < lag(voted_on) over (order by number)
order by number
