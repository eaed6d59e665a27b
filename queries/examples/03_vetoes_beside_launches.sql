/* ---
title: Vetoes and missiles, year by year
about: Two tables counted by year and laid side by side.
chart: {kind: lines, x: year, y: missiles}
--- */
with vetoes as (
    select year(d.voted_on) as year, count(*) as vetoes
    from veto_casts as v
    join council_drafts as d using (draft_id)
    group by all
),

launches as (
    select year(launch_day) as year, count(*) as missiles
    from missile_launches
    where state = 'PRK' and launch_day is not null
    group by all
),

years as (
    select unnest(range(min(year), max(year) + 1)) as year
    from launches
)

select year, coalesce(vetoes, 0) as vetoes, coalesce(missiles, 0) as missiles
from years
left join vetoes using (year)
left join launches using (year)
order by year
