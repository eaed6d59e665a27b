/* ---
id: recognition_status
title: Positions of states on a contested entity
question: Which states recognised this entity on this day, since when, and how sure is it?
grain: [state]
params:
  entity: {type: entity, example: XDN, description: Contested entity}
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  state: {unit: code, description: State whose position it is}
  state_name: {unit: name, description: Its name}
  position: {unit: label, description: 'recognised, withdrawn, suspended, relations_severed, lapsed or not_recognised'}
  since: {unit: date, description: 'Day of the change; first of the period where only month or year is known, null where undated'}
  date_precision: {unit: label, description: 'day, month, year or none'}
  certain: {unit: boolean, description: Whether the position on the day is known without doubt}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  disputed: {unit: boolean, description: 'Whether a withdrawal is reported by others and denied or unconfirmed by the state'}
  un_member: {unit: boolean, description: Whether the state was a member of the United Nations on the day}
  latitude: {unit: degrees, description: Map point of the state}
  longitude: {unit: degrees, description: Map point of the state}
  note: {unit: text, description: What the row needs said}
  citation: {unit: text, description: Document or page the row rests on}
caveats:
  - States that never took a recorded position are not listed.
  - A disputed withdrawal leaves the position at recognised, marked disputed and uncertain.
  - Undated recognitions count from the declaration of the entity and are uncertain before the day they are attested for.
  - Votes in the United Nations are not recognitions and never appear here.
  - After the end of the data the positions are those last known, and certain tells of their own days alone.
method: >-
  The latest change that took effect by the day decides. A change known to the month or year takes effect at its end,
  and the position is uncertain within that period.
--- */
select
    p.recogniser as state,
    s.name as state_name,
    p.position,
    p.since,
    p.date_precision,
    p.certain,
    p.evidence,
    p.source_id as source,
    p.disputed,
    s.series in (
        select m.series from un_members_on($on::date) as u join states as m on m.state = u.state
    ) as un_member,
    s.latitude,
    s.longitude,
    p.note,
    p.citation
from positions_on($on::date) as p
join states as s on s.state = p.recogniser
where p.entity = $entity
order by p.recogniser
