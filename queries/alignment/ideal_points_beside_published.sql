/* ---
id: ideal_points_beside_published
title: Our ideal points beside the published ones
question: How close are our ideal points to those of Bailey, Strezhnev and Voeten?
grain: [scope]
params: {}
columns:
  scope: {unit: label, description: 'Rows compared: all; all with the mean of each session aligned; one session'}
  session: {unit: session, description: 'Regular session, null for all'}
  members: {unit: members, description: 'Members in both series, counted once per session'}
  correlation: {unit: -1 to 1, description: Pearson correlation}
  roll_calls: {unit: votes, description: Most votes that a member has in ours}
  published_roll_calls: {unit: votes, description: Most votes that a member has in theirs}
  source: {unit: source id, description: Source of the published figures}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
caveats:
  - In the first decades theirs rest on up to five times as many votes, since they know paragraphs and amendments.
  - >-
    Over all rows the two differ most in where they put whole sessions: with session means aligned the correlation is
    higher. Their list of texts held equal across sessions begins with their roll call 299; nothing but priors and starting values ties the sessions before that to each other.
  - In their 48th session Monaco and Mongolia appear to be exchanged; each has the number of votes that the other cast.
method: Pearson correlation over the members of both series; theirs is the release of April 2020, sessions 1 to 74.
--- */
select
    scope,
    session,
    members,
    correlation,
    roll_calls,
    published_roll_calls,
    source_id as source,
    evidence
from ideal_point_validation
order by session nulls first, scope
