/* ---
id: launches_uncounted
title: Reported launches that are in no total
question: Which reported launches does the counting rule leave out, and why?
grain: [uncounted_id]
params:
  from: {type: date, example: 2022-01-01, description: First day of the window}
  to: {type: date, example: 2026-12-31, description: Last day of the window}
  state: {type: state, default: PRK, example: PRK, description: Launching state}
columns:
  uncounted_id: {unit: id, description: Key of the event}
  date_local: {unit: date, description: Korean day as reported}
  reason: {unit: reason, description: "outside_rule, omitted_ballistic or after_table_end"}
  weapon: {unit: name, description: Weapon as reported}
  missiles_reported: {unit: missiles, description: "Number reported, null where none was given"}
  number_note: {unit: text, description: What was said of the number}
  place: {unit: name, description: Place as reported}
  why: {unit: text, description: Why it is in no total}
  reported_by: {unit: name, description: Who reported it}
  citation: {unit: url, description: Page of the report}
  evidence: {unit: grade, description: Evidence grade}
  source: {unit: source id, description: Source of the row}
caveats:
  - A selection since 2022, not a census; one row is an event, not a missile.
method: Events kept apart from missile_launches, with the reason.
--- */
select
    uncounted_id,
    date_local,
    reason,
    weapon,
    missiles_reported,
    number_note,
    place,
    why,
    reported_by,
    citation,
    evidence,
    source_id as source
from uncounted_launches
where state = $state and date_local between $from::date and $to::date
order by date_local, uncounted_id
