/* ---
id: ruptures_over
title: Who broke with whom over one affair
question: Which affairs made most states break or lower relations, and with whom?
grain: [event_group]
params:
  from: {type: date, default: 1946-01-01, example: 2011-01-01, description: First day}
  to: {type: date, default: 2026-12-31, example: 2026-09-30, description: Last day}
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
  evidence_d: {unit: steps, description: Steps not yet checked against a document}
caveats:
  - An affair is our grouping; long ones (Taiwan, Iran) gather steps of several decades.
method: Rows of ties by event_group within the window.
--- */
select
    k.event_group,
    min(k.event_date) as first_step,
    max(k.event_date) as last_step,
    count(*) as steps,
    count(*) filter (where k.kind in ('severed', 'suspended')) as breaks,
    count(distinct k.initiator) as initiators,
    count(distinct k.target) as targets,
    array_to_string(list_sort(list_distinct(list(i.name))), ', ') as initiator_names,
    array_to_string(list_sort(list_distinct(list(t.name))), ', ') as target_names,
    count(*) filter (where k.evidence = 'D') as evidence_d
from ties as k
join states as i on i.state = k.initiator
join states as t on t.state = k.target
where k.event_date >= $from::date
  and effective_date(k.event_date, k.date_precision) <= $to::date
group by k.event_group
order by steps desc, k.event_group
