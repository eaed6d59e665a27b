/* ---
id: launches_to_date
title: Missiles launched up to the same day of each year
question: How many missiles had been launched by this day of each year?
grain: [year]
params:
  "on": {type: date, example: 2022-07-14, description: Day of the year up to which launches count}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
  combat: {type: boolean, default: false, example: false, description: Count launches in combat too}
columns:
  year: {unit: year, description: "Calendar year, to the year of the chosen day"}
  missiles: {unit: missiles, description: Missiles launched from 1 January to the day}
  launch_days: {unit: days, description: "Days with a launch from 1 January to the day, launches known to the month left out"}
  through: {unit: date, description: "The same day of that year (28 February for the 29th)"}
  complete: {unit: boolean, description: "Whether the data cover the span from 1 January to the day"}
  source: {unit: source id, description: "Source of the last launch counted in the row, null where there is none"}
caveats:
  - Zero means no recorded launch in a year that the data cover.
  - A launch known to the month only counts once its month is over, and in no day.
  - Where complete is false the data end before the day, or begin after 1 January.
method: >-
  Counts missiles by launch day (Korean day where the time is known), by the rule of the James Martin Center:
  500 kg over at least 300 km, and space launchers.
--- */
with span as (
    select
        starts_on,
        ends_on
    from coverage
    where table_name = 'missile_launches' and part = $state
),

cuts as (
    select
        years.year::integer as year,
        least(
            make_date(years.year, month($on::date), 1) + (day($on::date) - 1)::integer,
            last_day(make_date(years.year, month($on::date), 1))
        ) as through,
        span.starts_on,
        span.ends_on
    from span, generate_series(year(span.starts_on), least(year($on::date), year(span.ends_on))) as years (year)
),

dated as (
    select
        launch_id,
        source_id,
        launch_day,
        coalesce(launch_day, last_day(date_utc)) as final_day
    from missile_launches
    where
        state = $state
        and class not in ('Cruise', 'Interceptor')
        and ($combat or operational_use is not true)
)

select
    c.year,
    count(d.final_day) as missiles,
    count(distinct d.launch_day) as launch_days,
    c.through,
    make_date(c.year, 1, 1) >= c.starts_on and c.through <= c.ends_on as complete,
    arg_max(d.source_id, d.launch_id) as source
from cuts as c
left join dated as d on d.final_day between make_date(c.year, 1, 1) and c.through
group by c.year, c.through, c.starts_on, c.ends_on
order by c.year
