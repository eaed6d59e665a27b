/* ---
id: recognitions_by
title: What a state recognises
question: What position does this state take on each contested entity on this day?
grain: [entity]
params:
  state: {type: state, example: PRK, description: Recogniser}
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  entity: {unit: code, description: 'Contested state, government or claim'}
  entity_name: {unit: name, description: Its name}
  position: {unit: label, description: 'recognised, withdrawn, not_recognised or another position on record'}
  since: {unit: date, description: 'Day of the position; null where no date is known'}
  date_precision: {unit: label, description: 'day, month, year or none'}
  certain: {unit: boolean, description: Known to hold on the day}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  citation: {unit: citation, description: Document or page it rests on}
  contested: {unit: boolean, description: 'Whether the entity was contested on the day; false where that was settled by then'}
  kind: {unit: label, description: 'state, government or territorial_claim'}
caveats:
  - Only positions on record are listed; silence is not a position, and a UN vote is not a recognition.
method: The latest position on record of the state, or of one it continues.
--- */
select
    p.entity,
    p.entity_name,
    p.position,
    p.since,
    p.date_precision,
    p.certain,
    p.evidence,
    p.source_id as source,
    p.citation,
    coalesce(e.settled_on > $on::date, true) as contested,
    e.kind
from positions_on($on::date) as p
join states as s on s.state = p.recogniser
join entities as e on e.entity = p.entity
where s.series = (select series from states where state = $state)
order by p.position <> 'recognised', p.since nulls last, p.entity
