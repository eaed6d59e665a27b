/* ---
id: recognition_matrix
title: Who recognises whom among contested entities
question: Which states recognise any of the least recognised entities, and which of them?
grain: [state, entity]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  most: {type: integer, default: 12, example: 12, description: Only entities that at most this many members recognise}
columns:
  state: {unit: code, description: Recogniser}
  state_name: {unit: name, description: Its name}
  entity: {unit: code, description: Entity recognised}
  entity_name: {unit: name, description: Its name}
  since: {unit: date, description: 'Day of the recognition; first of the period where only month or year is known'}
  certain: {unit: boolean, description: Whether the position on the day is known without doubt}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  date_precision: {unit: label, description: 'How far the day is known: day, month, year or none'}
caveats:
  - Entities that more members recognise are left out to keep the matrix readable; recognition_status lists them.
method: Recognitions in force on the day of entities with few recognisers.
--- */
with few as (
    select entity
    from recognition_totals($on::date)
    where recognisers <= $most
)

select
    p.recogniser as state,
    s.name as state_name,
    p.entity,
    p.entity_name,
    p.since,
    p.certain,
    p.evidence,
    p.source_id as source,
    p.date_precision
from positions_on($on::date) as p
semi join few as f on f.entity = p.entity
join states as s on s.state = p.recogniser
where p.position = 'recognised'
order by p.recogniser, p.entity
