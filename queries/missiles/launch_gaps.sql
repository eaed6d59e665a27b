/* ---
id: launch_gaps
title: Days between launches of a class
question: How long had it been since the last launch of this class?
grain: [launch_day]
params:
  class: {type: choice, choices: [SRBM, MRBM, SLBM, HGV, IRBM, SLV, ICBM, Unknown], example: ICBM, description: Class of missile}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
  combat: {type: boolean, default: false, example: false, description: Count launches in combat too}
columns:
  launch_day: {unit: date, description: Day with a launch of the class}
  missile: {unit: name, description: "Missiles of the day, null where not identified"}
  previous_day: {unit: date, description: "Launch day of the class before it, null for the first"}
  gap_days: {unit: days, description: Days since the launch day before it}
  missiles: {unit: missiles, description: Missiles of the class that day}
  successes: {unit: missiles, description: Those judged a success}
  previous_success_day: {unit: date, description: "Last earlier day on which a missile of the class succeeded"}
  days_since_success: {unit: days, description: Days since that day}
  source: {unit: source id, description: Source of the last launch counted in the row}
caveats:
  - >-
    Class is that of the list. The missiles of 27 February and 5 March 2022, which the United States called tests of an
    ICBM system, flew no such distance and stand there without a class: they end no ICBM gap.
  - >-
    The failed Hwasong-17 of 16 March 2022 is an ICBM launch, so it ends the gap since 29 November 2017;
    days_since_success passes over it to the flight of 24 March 2022.
  - Launches known to the month only are left out.
method: Distance in days between consecutive launch days of the class, and from the last earlier success.
--- */
with days as (
    select
        launch_day,
        string_agg(distinct missile, ', ' order by missile) as missile,
        count(*) as missiles,
        count(*) filter (where outcome = 'success') as successes,
        arg_max(source_id, launch_id) as source
    from missile_launches
    where
        state = $state
        and class = $class::missile_class
        and launch_day is not null
        and ($combat or operational_use is not true)
    group by launch_day
),

before as (
    select
        *,
        lag(launch_day) over (order by launch_day) as previous_day,
        max(launch_day) filter (where successes > 0) over (
            order by launch_day rows between unbounded preceding and 1 preceding
        ) as previous_success_day
    from days
)

select
    launch_day,
    missile,
    previous_day,
    launch_day - previous_day as gap_days,
    missiles,
    successes,
    previous_success_day,
    launch_day - previous_success_day as days_since_success,
    source
from before
order by launch_day
