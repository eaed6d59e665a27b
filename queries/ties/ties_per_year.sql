/* ---
id: ties_per_year
title: Breaks and lesser steps per year
question: How often did states break, suspend or lower their relations, year by year?
grain: [year, kind]
params:
  from: {type: date, default: 1946-01-01, example: 1946-01-01, description: First day}
  to: {type: date, default: 2026-12-31, example: 2026-09-30, description: Last day}
  state: {type: state, default: null, example: PRK, description: "Only steps by or against this state, other codes of its series included; null for all"}
columns:
  year: {unit: year, description: Calendar year of the step}
  kind: {unit: label, description: Step taken}
  events: {unit: steps, description: "Steps recorded; one by each side counts twice"}
  evidence_d: {unit: steps, description: "Of these, steps not yet checked against a document"}
caveats:
  - Kinds without a step in a year have no row.
  - Breaks and suspensions aim at completeness; recalls and expulsions are a selection, thicker in recent years.
method: Steps by calendar year; one known to month or year only counts if its period has ended by the last day.
--- */
select
    year(k.event_date)::integer as year,
    k.kind,
    count(*) as events,
    count(*) filter (where k.evidence = 'D') as evidence_d
from ties as k
join states as i on i.state = k.initiator
join states as t on t.state = k.target
where k.event_date >= $from::date
  and effective_date(k.event_date, k.date_precision) <= $to::date
  and ($state::varchar is null or (select series from states where state = $state) in (i.series, t.series))
group by all
order by year, k.kind
