/* ---
id: agreement
title: How alike two members voted
question: How alike did these two members vote in each session of the General Assembly?
grain: [session]
params:
  state_a: {type: state, example: RUS, description: First member}
  state_b: {type: state, example: PRK, description: Second member}
  from: {type: date, default: null, example: 1991-09-17, description: 'First day, null for the first vote held'}
  to: {type: date, default: null, example: 2025-12-31, description: 'Last day, null for the last vote held'}
  unanimous: {type: choice, choices: [drop, keep], default: drop, example: drop, description: Leave out unanimous roll calls}
  absence: {type: choice, choices: [pairwise, abstain], default: pairwise, example: pairwise, description: What absence means}
  universe:
    type: choice
    choices: [all, resolutions, middle_east, nuclear, disarmament, human_rights, colonialism, development, ukraine]
    default: all
    example: all
    description: 'Which roll calls count: all recorded votes, whole resolutions only, or one issue'
columns:
  session: {unit: session, description: Regular session}
  year: {unit: year, description: 'Year in which the session opened'}
  roll_calls: {unit: roll calls, description: Joint votes n}
  same_share: {unit: share 0 to 1, description: Share of identical votes}
  agree: {unit: 0 to 1, description: 'Voeten: 1 - SAD / 2n'}
  s_abs: {unit: -1 to 1, description: S by absolute distance}
  s_sq: {unit: -1 to 1, description: S by squared distance}
  kappa: {unit: -1 to 1, description: 'Cohen, squared weights; 0 where the denominator is 0'}
  pi: {unit: -1 to 1, description: 'Scott; 0 where the denominator is 0'}
  a_abs: {unit: -1 to 1, description: S by absolute distance less what independent votes would give}
  few: {unit: boolean, description: Whether there are fewer than 10 joint votes}
caveats:
  - >-
    Recorded votes on resolutions and decisions that were adopted; votes on paragraphs and amendments, texts that failed
    and texts adopted without a vote are not held.
  - Which roll calls count moves kappa and pi more than the choice of formula does.
  - Agreement scores are not for regressions over time; the agenda changes from session to session.
  - A state stands with the states it continues, the Soviet Union with Russia.
method: >-
  Yes 1, abstain 2, no 3, over the n joint votes; SAD and SSD are sums of absolute and squared differences, S1, S2 sums
  and Q1, Q2 sums of squares of the two. agree = 1 - SAD / 2n; s_abs = 1 - SAD / n and s_sq = 1 - SSD / 2n (Signorino
  and Ritter 1999); kappa = 1 - SSD / (Q1 + Q2 - 2 S1 S2 / n) and pi = 1 - SSD / (Q1 + Q2 - (S1 + S2)² / 2n) (Haege
  2011); a_abs = s_abs less 1 - sum over levels i, j of p_i q_j |i - j|, where p and q are
  the shares of each member's votes at a level (Benati and Capurri). The rows are those of dyads.
--- */
select
    session,
    year,
    roll_calls,
    same_share,
    agree,
    s_abs,
    s_sq,
    kappa,
    pi,
    a_abs,
    few
from dyads($from, $to, $unanimous, $absence, $universe, $state_a, $state_b)
order by session
