/* ---
id: launch_counts
title: Missiles and launch days per period, silent periods included
question: How many missiles were launched, on how many days, in every whole period of this span?
grain: [period]
params:
  from: {type: date, example: 2022-01-01, description: First day of the span}
  to: {type: date, example: 2022-12-31, description: Last day of the span}
  bucket: {type: choice, choices: [month, quarter, year], default: month, example: month, description: Length of the period}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
  combat: {type: boolean, default: false, example: false, description: Count launches in combat too}
columns:
  period: {unit: date, description: First day of the period}
  missiles: {unit: missiles, description: Missiles launched}
  launch_days: {unit: days, description: 'Days with a launch, launches known to the month left out'}
  source: {unit: source id, description: 'Source of the last launch counted in the row, null where there is none'}
caveats:
  - Only periods that lie wholly in the span and in what the data cover have a row; zero is no recorded launch in them.
  - Cruise missiles and interceptors, listed for other states only, are not counted.
method: >-
  Counts missiles by launch day (Korean day where the time is known), by the rule of the James Martin Center:
  500 kg over at least 300 km, and space launchers.
--- */
with span as (
    select
        greatest(starts_on, $from::date) as first_day,
        least(ends_on, $to::date) as final_day
    from coverage
    where table_name = 'missile_launches' and part = $state
),

periods as (
    select
        g.period::date as period,
        (g.period + to_months(
            case $bucket when 'month' then 1 when 'quarter' then 3 else 12 end
        ))::date as next_period
    from span as s,
        generate_series(
            date_trunc($bucket, s.first_day),
            s.final_day,
            to_months(case $bucket when 'month' then 1 when 'quarter' then 3 else 12 end)
        ) as g (period)
),

dated as (
    select
        launch_id,
        source_id,
        launch_day,
        coalesce(launch_day, date_utc) as day
    from missile_launches
    where
        state = $state
        and class not in ('Cruise', 'Interceptor')
        and ($combat or operational_use is not true)
)

select
    p.period,
    count(d.launch_id) as missiles,
    count(distinct d.launch_day) as launch_days,
    arg_max(d.source_id, d.launch_id) as source
from periods as p
cross join span as s
left join dated as d on d.day >= p.period and d.day < p.next_period
where p.period >= s.first_day and p.next_period - 1 <= s.final_day
group by p.period
order by p.period
