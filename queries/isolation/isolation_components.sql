/* ---
id: isolation_components
title: Dimensions of isolation
question: What did others do to each state on this day, dimension by dimension?
grain: [state, dimension]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state: {type: state, default: null, example: RUS, description: 'Only this state, null for all'}
columns:
  state: {unit: code, description: 'Member of the United Nations, or contested state; the Soviet Union stands under RUS'}
  dimension: {unit: label, description: 'recognition, ties, alignment, sanctions or exclusion'}
  raw: {unit: see unit, description: 'Value before scaling, null where not observed'}
  unit: {unit: text, description: Unit of raw}
  score: {unit: 0 to 100, description: '0 integrated, 100 isolated; null where not observed'}
  as_of: {unit: date, description: 'Last day that the value rests on: of alignment the last vote of the session'}
  missing_reason: {unit: text, description: Why there is no value; null where there is one}
  state_name: {unit: name, description: Name of the state on the day}
  un_member: {unit: boolean, description: Whether it was a member of the United Nations on the day}
  lower: {unit: see unit, description: Raw value that scores 0}
  upper: {unit: see unit, description: Raw value that scores 100}
  position: {unit: order, description: Order in which dimensions are shown}
caveats:
  - What a state does itself (vetoes cast, missiles launched) is conduct and no part of it.
  - Alignment is that of the last complete session, and may be a year old.
  - A programme's kinds of measures are those of its whole life, so that a mandate whose measures were eased still counts in full; one whose scope changed (country-wide then targeted) counts only in a part that has dates of its own.
  - Of organisations only the European Union makes senders of its members, whom its law binds; which members applied what others (such as ECOWAS or the Arab League) decided is in no table.
  - The Financial Action Task Force's lists are in exclusions_in_force but no exclusion here.
  - isolation_rows lists the rows behind each value.
  - No table of memberships is held; exclusion is a count of bodies instead of a share of those it would belong to.
method: >-
  Others are the members on the day. Recognition, share that do not recognise it or recognise a rival government. Ties,
  the gravest step of each other member in force, from 1 (diplomats expelled) to 6 (severed, tie_severity), summed and
  divided by six times the others; switches between Beijing and Taipei left out. Alignment, 1 minus the mean agreement with the
  others in the last complete session, over roll calls that were not unanimous; pairs with fewer than 10 joint votes are
  left out, and a member compared with less than half as many as the best compared has none. Sanctions, GDP of senders
  as a share of the world's without its own, by the latest figure of the year or the five before it, all of it under a
  mandate of the Security Council aimed at the country that is more than an arms embargo; measures against non-state groups
  or former rulers are left out. Exclusion, bodies that suspended, expelled or barred it. Scores run between frozen
  goalposts.
--- */
select
    s.state,
    s.dimension,
    s.raw,
    s.unit,
    s.score,
    s.as_of,
    s.missing_reason,
    s.state_name,
    s.un_member,
    s.lower,
    s.upper,
    d.position
from isolation_scores([$on::date], (select [series] from states where state = $state)) as s
join isolation_dimensions as d on d.dimension = s.dimension
where s.base
order by s.state, d.position
