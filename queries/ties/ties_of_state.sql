/* ---
id: ties_of_state
title: A state's broken and lowered relations over time
question: With whom did this state break or lower relations, who broke with it, and for how long?
grain: [tie_id]
params:
  state: {type: state, example: PRK, description: "State, other codes of its series included"}
columns:
  since: {unit: date, description: Day of the step; first of the period where only month or year is known}
  until: {unit: date, description: "Day relations were restored, or the last day covered where the step goes on; null where the end is not known"}
  partner: {unit: code, description: The other state}
  partner_name: {unit: name, description: Name of the other state}
  direction: {unit: label, description: "by it (the state took the step) or against it"}
  kind: {unit: label, description: Step taken}
  severity: {unit: weight 1 to 6, description: Weight of the step}
  reason: {unit: text, description: Reason in a few words}
  event_group: {unit: label, description: Affair the step belongs to}
  end_status: {unit: label, description: What is known of the end}
  date_precision: {unit: label, description: Precision of since}
  until_precision: {unit: label, description: Precision of until}
  evidence: {unit: grade, description: "Evidence grade, A to D"}
  source: {unit: source id, description: Source of the row}
  citation: {unit: text, description: "Document the row rests on; for evidence D a page to check it against, not opened"}
  tie_id: {unit: key, description: Key of the tie}
caveats:
  - Recalls and expulsions are a selection, and the end of most is not tracked.
method: Rows of ties in which the state, or another state of its series, is initiator or target.
--- */
with series as (
    select state
    from states
    where series = (select series from states where state = $state)
),

covered as (
    select max(ends_on) as last_day
    from coverage
    where table_name = 'ties'
),

sides as (
    select *, target as partner, 'by it' as direction
    from ties
    where initiator in (from series)
    union all
    select *, initiator as partner, 'against it' as direction
    from ties
    where target in (from series)
)

select
    s.event_date as since,
    case when s.end_status = 'ongoing' then c.last_day else s.restored_on end as until,
    s.partner,
    p.name as partner_name,
    s.direction,
    s.kind,
    tie_severity(s.kind) as severity,
    s.reason,
    s.event_group,
    s.end_status,
    s.date_precision,
    case when s.end_status = 'ongoing' then 'day' else s.restored_precision end as until_precision,
    s.evidence,
    s.source_id as source,
    s.citation,
    s.tie_id
from sides as s
cross join covered as c
join states as p on p.state = s.partner
order by since, s.tie_id
