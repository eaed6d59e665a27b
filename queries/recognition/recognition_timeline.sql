/* ---
id: recognition_timeline
title: Recognition of an entity over time
question: When did states recognise this entity or withdraw, and how many recognised it then?
grain: [recognition_id]
params:
  entity: {type: entity, example: XKX, description: Contested entity}
columns:
  date: {unit: date, description: 'Day the change took effect: the end of the period where only month or year is known'}
  state: {unit: code, description: State whose position changed}
  change: {unit: label, description: What changed}
  cumulative: {unit: states, description: 'States that recognised it after the change, members of the United Nations or not'}
  state_name: {unit: name, description: Name of the state}
  step: {unit: states, description: Change of the number}
  date_precision: {unit: label, description: 'day, month or year'}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  note: {unit: text, description: What the row needs said}
  citation: {unit: text, description: Document or page the row rests on}
  recognition_id: {unit: key, description: Key of the row}
  doubtful_from: {unit: date, description: 'Day from which it is not known whether the position still stands; null where nothing puts it in doubt'}
caveats:
  - Undated recognitions are left out, so the curve can end below the total of a day.
  - A disputed withdrawal does not lower the curve, nor does doubt whether a position still stands.
method: >-
  A state counts from a recognition until a withdrawal, suspension, severance or lapse; a repeated change of the same
  sense is a step of zero.
--- */
with changes as (
    select
        r.*,
        effective_date(r.event_date, r.date_precision) as effective_on,
        (r.change in ('recognised', 'relations_established', 'resumed', 'withdrawal_disputed'))::integer as recognises
    from recognitions as r
    where r.entity = $entity
      and r.event_date is not null
      and r.change not in ('voted_against_integrity', 'not_recognised')
),

steps as (
    select
        *,
        recognises - lag(recognises, 1, 0) over (
            partition by recogniser order by effective_on, change, recognition_id
        ) as step
    from changes
)

select
    s.effective_on as date,
    s.recogniser as state,
    s.change,
    sum(s.step) over (order by s.effective_on, s.change, s.recognition_id)::integer as cumulative,
    n.name as state_name,
    s.step,
    s.date_precision,
    s.evidence,
    s.source_id as source,
    s.note,
    s.citation,
    s.recognition_id,
    s.doubtful_from
from steps as s
join states as n on n.state = s.recogniser
order by s.effective_on, s.change, s.recognition_id
