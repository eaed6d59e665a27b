/* ---
id: launches_per_period
title: Missiles launched per month, quarter or year, by class
question: How many missiles of each class were launched in each period?
grain: [period, class]
params:
  from: {type: date, example: 2022-01-01, description: First day of the window}
  to: {type: date, example: 2022-12-31, description: Last day of the window}
  bucket: {type: choice, choices: [month, quarter, year], default: year, example: month, description: Length of the period}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
  combat: {type: boolean, default: false, example: false, description: Count launches in combat too}
columns:
  period: {unit: date, description: First day of the period}
  class: {unit: class, description: "Class, ascending in reach"}
  missiles: {unit: missiles, description: Missiles launched}
  launch_days: {unit: days, description: "Days with a launch of the class, null where no day is known"}
  source: {unit: source id, description: Source of the last launch counted in the row}
caveats:
  - A period or class without a row had no recorded launch; that is zero only while the data cover the period.
  - Cruise missiles and interceptors, listed for other states only, are not counted.
  - A launch known to the month only counts in its month, quarter and year, where the whole month lies in the window.
method: >-
  Counts missiles by launch day (Korean day where the time is known), by the rule of the James Martin Center:
  500 kg over at least 300 km, and space launchers.
--- */
with dated as (
    select
        launch_id,
        class,
        source_id,
        launch_day,
        coalesce(launch_day, date_utc) as first_day,
        coalesce(launch_day, last_day(date_utc)) as final_day
    from missile_launches
    where
        state = $state
        and class not in ('Cruise', 'Interceptor')
        and ($combat or operational_use is not true)
)

select
    date_trunc($bucket, first_day)::date as period,
    class,
    count(*) as missiles,
    nullif(count(distinct launch_day), 0) as launch_days,
    arg_max(source_id, launch_id) as source
from dated
where first_day >= $from::date and final_day <= $to::date
group by 1, 2
order by period, class
