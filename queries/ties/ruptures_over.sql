/* ---
id: ruptures_over
title: Who broke with whom over one affair
question: Which affairs made most states break or lower relations, and with whom?
grain: [event_group]
params:
  from: {type: date, default: 1946-01-01, example: 2011-01-01, description: First day}
  to: {type: date, default: 2026-12-31, example: 2026-09-30, description: Last day}
  switches: {type: boolean, default: true, example: true, description: Include breaks with Taipei or Beijing by switching recognition}
columns:
  event_group: {unit: label, description: Affair}
  first_step: {unit: date, description: Day of the first step}
  last_step: {unit: date, description: Day of the last step}
  steps: {unit: steps, description: Steps of all kinds}
  breaks: {unit: steps, description: Relations severed or suspended}
  initiators: {unit: states, description: States that took a step}
  targets: {unit: states, description: States against which one was taken}
  initiator_names: {unit: names, description: "Initiators by name, in alphabetical order"}
  target_names: {unit: names, description: "Targets by name, in alphabetical order"}
  peak_year: {unit: year, description: "Year with most of the steps, the first of several"}
  peak_steps: {unit: steps, description: Steps in that year}
  evidence_d: {unit: steps, description: Steps not yet checked against a document}
caveats:
  - An affair is our grouping; long ones (Taiwan, Iran) gather steps of several decades.
method: Rows of ties by event_group within the window.
--- */
with steps as (
    select
        k.*,
        i.name as initiator_name,
        t.name as target_name
    from ties as k
    join states as i on i.state = k.initiator
    join states as t on t.state = k.target
    where k.event_date >= $from::date
      and effective_date(k.event_date, k.date_precision) <= $to::date
      and ($switches or k.event_group <> 'Taiwan recognition switches')
),

peaks as (
    select
        event_group,
        arg_max(year, (steps, -year)) as peak_year,
        max(steps) as peak_steps
    from (
        select event_group, year(event_date)::integer as year, count(*) as steps
        from steps
        group by all
    )
    group by event_group
)

select
    s.event_group,
    min(s.event_date) as first_step,
    max(s.event_date) as last_step,
    count(*) as steps,
    count(*) filter (where s.kind in ('severed', 'suspended')) as breaks,
    count(distinct s.initiator) as initiators,
    count(distinct s.target) as targets,
    array_to_string(list_sort(list_distinct(list(s.initiator_name))), ', ') as initiator_names,
    array_to_string(list_sort(list_distinct(list(s.target_name))), ', ') as target_names,
    any_value(p.peak_year) as peak_year,
    any_value(p.peak_steps) as peak_steps,
    count(*) filter (where s.evidence = 'D') as evidence_d
from steps as s
join peaks as p on p.event_group = s.event_group
group by s.event_group
order by steps desc, s.event_group
