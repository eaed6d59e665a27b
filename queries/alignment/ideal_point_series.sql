/* ---
id: ideal_point_series
title: Ideal point of a member, or of two, over sessions
question: How did this member's place among the others change from session to session?
grain: [state, session]
params:
  state: {type: state, example: RUS, description: Member}
  other: {type: state, default: null, example: PRK, description: 'A second member beside it, null for none'}
columns:
  session: {unit: session, description: Regular session}
  year: {unit: year, description: Year in which the session opened}
  ideal_point: {unit: standard deviations, description: 'Position: 0 is the mean and 1 the standard deviation over all members and sessions'}
  low95: {unit: standard deviations, description: Lower bound of the 95% interval}
  high95: {unit: standard deviations, description: Upper bound of the 95% interval}
  usa: {unit: standard deviations, description: Ideal point of the United States in that session}
  chn: {unit: standard deviations, description: Ideal point of China in that session}
  rus: {unit: standard deviations, description: 'Ideal point of Russia, before 1992 the Soviet Union, in that session'}
  votes: {unit: votes, description: 'Votes that the estimate rests on: texts that divided the members, absences left out'}
  state: {unit: code, description: 'Member; the Soviet Union stands under RUS'}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
caveats:
  - Our own estimate.
  - Read changes as relative to the others; the mean step of members voting in two successive sessions is set to 0.
  - A state stands with the states it continues, the Soviet Union with Russia.
  - A session in which it cast no vote on a text that divided the members has no row.
method: As ideal_points.
--- */
with
powers as (
    select
        session,
        any_value(ideal_point) filter (where state = 'USA') as usa,
        any_value(ideal_point) filter (where state = 'CHN') as chn,
        any_value(ideal_point) filter (where state = 'RUS') as rus
    from ideal_points
    group by session
)
select
    i.session,
    i.session + 1945 as year,
    i.ideal_point,
    i.low95,
    i.high95,
    p.usa,
    p.chn,
    p.rus,
    i.votes,
    i.state,
    i.source_id as source,
    i.evidence
from ideal_points as i
join powers as p on p.session = i.session
where i.state in (select series from states where state in ($state, $other::varchar))
order by i.session, i.state
