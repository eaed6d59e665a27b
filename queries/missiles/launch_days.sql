/* ---
id: launch_days
title: Days with a missile launch
question: On which days were missiles launched, how many, and how far did the furthest-reaching class reach?
grain: [launch_day]
params:
  from: {type: date, example: 2022-01-01, description: First day of the window}
  to: {type: date, example: 2022-07-14, description: Last day of the window}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
  combat: {type: boolean, default: false, example: false, description: Count launches in combat too}
columns:
  launch_day: {unit: date, description: "Day with a launch, Korean day where the time is known"}
  missiles: {unit: missiles, description: Missiles launched that day}
  top_class: {unit: class, description: Furthest-reaching class of the day}
  successes: {unit: missiles, description: Those judged a success}
  failures: {unit: missiles, description: Those judged a failure}
  year_to_date: {unit: missiles, description: "Missiles of the year up to and with this day, within the window"}
  source: {unit: source id, description: Source of the last launch counted in the row}
caveats:
  - Launches known to the month only have no day and are left out.
method: >-
  Missiles grouped by launch day; classes ascend Unknown, SRBM, MRBM, SLBM, HGV, IRBM, SLV, ICBM.
--- */
with days as (
    select
        launch_day,
        count(*) as missiles,
        max(class) as top_class,
        count(*) filter (where outcome = 'success') as successes,
        count(*) filter (where outcome = 'failure') as failures,
        arg_max(source_id, launch_id) as source
    from missile_launches
    where
        state = $state
        and class not in ('Cruise', 'Interceptor')
        and ($combat or operational_use is not true)
        and launch_day between $from::date and $to::date
    group by launch_day
)

select
    launch_day,
    missiles,
    top_class,
    successes,
    failures,
    (sum(missiles) over (partition by year(launch_day) order by launch_day))::bigint as year_to_date,
    source
from days
order by launch_day
