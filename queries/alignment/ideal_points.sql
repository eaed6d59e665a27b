/* ---
id: ideal_points
title: Ideal points of a session
question: Where did each member stand in this session of the General Assembly, on the one dimension that best tells votes apart?
grain: [state]
params:
  session: {type: integer, example: 76, description: Regular session}
columns:
  state: {unit: code, description: Member}
  ideal_point: {unit: standard deviations, description: 'Position: 0 is the mean and 1 the standard deviation over all members and sessions'}
  low95: {unit: standard deviations, description: Lower bound of the 95% interval}
  high95: {unit: standard deviations, description: Upper bound of the 95% interval}
  state_name: {unit: name, description: Its name at the time}
  region: {unit: name, description: United Nations sub-region}
  rank: {unit: rank, description: 1 is the highest ideal point}
  votes: {unit: votes, description: 'Votes that the estimate rests on: texts that divided the members, absences left out'}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
caveats:
  - Our own estimate.
  - The intervals take the texts' parameters as known and are somewhat too narrow where a session has few votes.
  - Votes cannot tell a shift of all members from a shift of the agenda; the mean step of members voting in two successive sessions is set to 0, so read changes as relative to the others.
  - >-
    Published estimates of the same model agree within sessions and place some whole sessions differently;
    ideal_points_beside_published gives the correlations.
  - The 19th session took one vote and has no estimate. A state stands with the states it continues, the Soviet Union with Russia.
method: >-
  Ordinal probit (yes, abstain, no) with a random walk of each member over sessions, step variance 0.25, after Bailey,
  Strezhnev and Voeten (2017), from all recorded votes that were not unanimous; absence is missing. Conditional modes by
  expectation and maximisation in place of their Gibbs sampling, standardised in each round as theirs; intervals from the
  observed information, smoothed over sessions. Each text has parameters of its own also where its title recurs: held
  equal, recurring texts moved whole sessions so slowly that the result hung on where the search began. Sign: the United States positive on
  average. Stored; python -m analytics estimate ideal-points makes it again.
--- */
select
    i.state,
    i.ideal_point,
    i.low95,
    i.high95,
    s.name as state_name,
    s.region,
    rank() over (order by i.ideal_point desc) as rank,
    i.votes,
    i.source_id as source,
    i.evidence
from ideal_points as i
left join derived.packed_votes as p on p.session = i.session and p.state = i.state
join states as s on s.state = coalesce(p.code, i.state)
where i.session = $session
order by rank, i.state
