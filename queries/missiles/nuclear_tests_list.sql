/* ---
id: nuclear_tests_list
title: Nuclear explosions
question: Which nuclear explosions were there, where, and how strong?
grain: [explosion_id]
params:
  from: {type: date, example: 2006-01-01, description: First day of the window}
  to: {type: date, example: 2017-12-31, description: Last day of the window}
  state: {type: state, default: PRK, example: PRK, description: State that exploded it}
columns:
  explosion_id: {unit: id, description: Key of the explosion}
  state: {unit: code, description: State}
  state_name: {unit: name, description: Name of the state}
  date_utc: {unit: date, description: Day in UTC}
  date_local: {unit: date, description: "Day at the place, where recorded"}
  name: {unit: name, description: Name of the explosion}
  site: {unit: name, description: Test site}
  latitude: {unit: degrees north, description: Place}
  longitude: {unit: degrees east, description: Place}
  yield_kt_low: {unit: kt TNT, description: Lowest yield}
  yield_kt_best: {unit: kt TNT, description: Best yield}
  yield_kt_high: {unit: kt TNT, description: Highest yield}
  magnitude: {unit: magnitude, description: Seismic magnitude}
  medium: {unit: medium, description: "underground, atmospheric, cratering, underwater or space"}
  purpose: {unit: code, description: Purpose as the source codes it}
  is_combat: {unit: boolean, description: Used in war}
  evidence: {unit: grade, description: Evidence grade}
  source: {unit: source id, description: Source of the row}
caveats:
  - Yields the source prints as 0 are unknown; many others are bounds only.
  - Codes are those of the time, SUN for the Soviet Union.
method: Rows of nuclear_tests by UTC day.
--- */
select
    n.explosion_id,
    n.state,
    s.name as state_name,
    n.date_utc,
    n.date_local,
    n.name,
    n.site,
    n.latitude,
    n.longitude,
    n.yield_kt_low,
    n.yield_kt_best,
    n.yield_kt_high,
    n.magnitude,
    n.medium,
    n.purpose,
    n.is_combat,
    n.evidence,
    n.source_id as source
from nuclear_tests as n
left join states as s on n.state = s.state
where n.state = $state and n.date_utc between $from::date and $to::date
order by n.date_utc, n.explosion_id
