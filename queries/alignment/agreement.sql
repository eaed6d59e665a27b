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
  the shares of each member's votes at a level (Benati and Capurri). dyads has the same rows, from packed votes.
--- */
with codes as (
    select
        s.state,
        s.series = a.series as first,
        s.series = b.series as second
    from states as a
    join states as b on b.series <> a.series
    join states as s on s.series in (a.series, b.series)
    where a.state = $state_a and b.state = $state_b
),

votes as (
    select
        v.roll_call_id,
        max(level_of(v.vote)) filter (c.first)::double as a,
        max(level_of(v.vote)) filter (c.second)::double as b
    from ga_votes as v
    join codes as c on c.state = v.state
    where v.vote <> 'absent' or $absence = 'abstain'
    group by v.roll_call_id
),

joint_votes as (
    select
        r.session,
        v.a,
        v.b
    from votes as v
    join derived.roll_call_places as r on r.roll_call_id = v.roll_call_id
    where v.a is not null
      and v.b is not null
      and r.voted_on between coalesce($from::date, '1900-01-01') and coalesce($to::date, '2100-01-01')
      and ($unanimous = 'keep' or not r.unanimous)
      and list_contains(r.universes, $universe)
),

sums as (
    select
        session,
        count(*)::double as n,
        count(*) filter (a = b) as same,
        sum(abs(a - b)) as sad,
        sum((a - b) * (a - b)) as ssd,
        sum(a) as s1,
        sum(b) as s2,
        sum(a * a) as q1,
        sum(b * b) as q2,
        count(*) filter (a = 1) / n as yes_a,
        count(*) filter (b = 1) / n as yes_b,
        count(*) filter (a = 3) / n as no_a,
        count(*) filter (b = 3) / n as no_b
    from joint_votes
    group by session
)

-- Independent votes lie apart as often as one of two is a yes and the other not, and one a no and the other not.
select
    session,
    session + 1945 as year,
    n::integer as roll_calls,
    same / n as same_share,
    1 - sad / (2 * n) as agree,
    s_abs_of(sad, n, 2) as s_abs,
    s_sq_of(ssd, n, 2) as s_sq,
    kappa_of(ssd, n, s1, s2, q1, q2) as kappa,
    pi_of(ssd, n, s1, s2, q1, q2) as pi,
    yes_a * (1 - yes_b) + (1 - yes_a) * yes_b + no_a * (1 - no_b) + (1 - no_a) * no_b - sad / n as a_abs,
    n < 10 as few
from sums
order by session
