/* ---
id: roll_call
title: How each member voted
question: How did each member of the General Assembly vote on this text?
grain: [state]
params:
  resolution: {type: text, example: A/RES/ES-11/1, description: 'Symbol of the text, capitals or not'}
columns:
  state: {unit: code, description: 'Member, under the code of the time'}
  state_name: {unit: name, description: Its name}
  vote: {unit: label, description: 'yes, abstain, no or absent (did not vote)'}
  region: {unit: name, description: United Nations sub-region}
  resolution: {unit: symbol, description: Symbol of the text}
  voted_on: {unit: date, description: Day of the vote}
  title: {unit: text, description: Title of the text}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  latitude: {unit: degrees, description: Map point of the state}
  longitude: {unit: degrees, description: Map point of the state}
caveats:
  - Absent is missing, not disagreement.
  - Only texts that were put to a recorded vote and adopted are held.
method: The votes as recorded by the United Nations Digital Library.
--- */
select
    v.state,
    s.name as state_name,
    v.vote,
    s.region,
    r.resolution,
    r.voted_on,
    r.title,
    v.source_id as source,
    v.evidence,
    s.latitude,
    s.longitude
from roll_calls as r
join ga_votes as v on v.roll_call_id = r.roll_call_id
join states as s on s.state = v.state
where lower(r.resolution) = lower($resolution)
order by v.state
