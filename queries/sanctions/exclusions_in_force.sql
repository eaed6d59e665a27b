/* ---
id: exclusions_in_force
title: Suspensions and expulsions in force on a day
question: From which organisations was a state shut out on this day, and since when?
grain: [exclusion_id]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state: {type: state, default: null, example: RUS, description: 'Only this state, other codes of its series included; null for all'}
  class: {type: choice, choices: [involuntary, voluntary, monitoring, procedure, not_elected, all], default: involuntary, example: involuntary, description: 'Class of steps: exclusion proper, withdrawals, grey lists, procedures, lost elections, or all'}
columns:
  organisation: {unit: code, description: 'Organisation, list or service'}
  state: {unit: code, description: State shut out}
  kind: {unit: label, description: Step taken}
  since: {unit: date, description: 'First day; first of the period where only month or year is known'}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  organisation_name: {unit: name, description: Its name}
  state_name: {unit: name, description: Name of the state}
  class: {unit: label, description: 'involuntary, voluntary, monitoring, procedure or not_elected'}
  certain: {unit: boolean, description: Whether it is known to have been in force on the day}
  citation: {unit: text, description: Decision or report}
  exclusion_id: {unit: key, description: Key of the row}
  start_precision: {unit: label, description: 'How far the first day is known: day, month or year'}
  in_index: {unit: boolean, description: 'Whether the isolation index counts it: exclusion proper, from a body, service or sport and not by a list of the Financial Action Task Force'}
caveats:
  - Withdrawals and grey lists are no exclusion and are shown only when asked for.
  - An open end means that no end is known; those not confirmed for 2026 are uncertain.
  - A selection of bodies, not a census.
method: >-
  In force from the first day (the end of the month or year where only that is known) to the last.
--- */
with covered as (
    select max(ends_on) as last_day
    from coverage
    where table_name = 'exclusions'
)

select
    e.organisation,
    e.state,
    e.kind,
    e.started_on as since,
    e.evidence,
    e.source_id as source,
    o.name as organisation_name,
    s.name as state_name,
    e.class,
    $on::date <= c.last_day
        and not (e.not_confirmed and year($on::date) >= 2026)
        and coalesce(e.ended_on >= $on::date, true) as certain,
    e.citation,
    e.exclusion_id,
    e.start_precision,
    e.class = 'involuntary' and o.kind <> 'list' as in_index
from exclusions as e
cross join covered as c
join organisations as o on o.organisation = e.organisation
join states as s on s.state = e.state
where effective_date(e.started_on, e.start_precision) <= $on::date
  and coalesce(effective_date(e.ended_on, e.end_precision) >= $on::date, true)
  and ($state::varchar is null or s.series in (select series from states where state = $state))
  and ($class = 'all' or e.class = $class)
order by e.state, e.started_on, e.exclusion_id
