/* ---
id: dyads
title: Voting agreement of every pair of members in every session
question: How alike did two members of the General Assembly vote in a session, by each measure in use?
grain: [session, state_a, state_b]
params:
  from: {type: date, default: null, example: 2021-09-14, description: 'First day, null for the first vote held'}
  to: {type: date, default: null, example: 2022-09-12, description: 'Last day, null for the last vote held'}
  unanimous: {type: choice, choices: [drop, keep], default: drop, example: drop, description: Leave out unanimous roll calls}
  absence: {type: choice, choices: [pairwise, abstain], default: pairwise, example: pairwise, description: What absence means}
  universe:
    type: choice
    choices: [all, resolutions, middle_east, nuclear, disarmament, human_rights, colonialism, development, ukraine]
    default: all
    example: all
    description: 'Which roll calls count: all recorded votes, whole resolutions only, or one issue'
  state_a: {type: state, default: null, example: RUS, description: 'First member, null for all'}
  state_b: {type: state, default: null, example: PRK, description: 'Second member, null for all; with neither member given a pair is there once'}
columns:
  session: {unit: session, description: Regular session}
  year: {unit: year, description: 'Year in which the session opened'}
  state_a: {unit: code, description: 'First member; the Soviet Union stands under RUS'}
  state_b: {unit: code, description: Second member}
  roll_calls: {unit: roll calls, description: Joint votes n}
  same_share: {unit: share 0 to 1, description: Share of identical votes}
  agree: {unit: 0 to 1, description: 'Voeten: 1 - SAD / 2n'}
  s_abs: {unit: -1 to 1, description: 'S by absolute distance: 1 - SAD / n'}
  s_sq: {unit: -1 to 1, description: 'S by squared distance: 1 - SSD / 2n'}
  kappa: {unit: -1 to 1, description: 'Cohen, squared weights: 1 - SSD / (Q1 + Q2 - 2 S1 S2 / n), 0 where that is 0'}
  pi: {unit: -1 to 1, description: 'Scott: 1 - SSD / (Q1 + Q2 - (S1 + S2)^2 / 2n), 0 where that is 0'}
  a_abs: {unit: -1 to 1, description: S by absolute distance less what independent votes would give}
  few: {unit: boolean, description: Whether there are fewer than 10 joint votes}
caveats:
  - >-
    Recorded votes on resolutions and decisions that were adopted; votes on paragraphs and amendments, texts that failed
    and texts adopted without a vote are not held.
  - Which roll calls count moves kappa and pi more than the choice of formula does.
  - >-
    Absence pairwise counts a roll call only where both voted; absence abstain reads an absent member as abstaining.
  - Agreement scores are not for regressions over time; the agenda changes from session to session.
  - Texts adopted without a vote, most of them, leave no trace here.
method: >-
  Yes 1, abstain 2, no 3. SAD and SSD are sums of absolute and squared differences, S1, S2 sums and Q1, Q2 sums of
  squares over the n joint votes; all follow from nine counts of common bits. S after Signorino and Ritter 1999, with
  R = 2; kappa and pi after Haege 2011; a_abs, after Benati and Capurri, is s_abs less what
  independent votes with the same shares of yes, abstention and no would give.
--- */
with masks as (
    select
        session,
        packed(place) as mask
    from derived.roll_call_places
    where voted_on between coalesce($from::date, '1900-01-01') and coalesce($to::date, '2100-01-01')
      and ($unanimous = 'keep' or not unanimous)
      and list_contains(universes, $universe)
    group by session
),

-- Materialized, so that two cores share the comparing.
members as materialized (
    select
        p.session,
        p.state,
        both_sets(case $absence when 'abstain' then p.member else p.voted end, m.mask) as voted,
        both_sets(p.no, m.mask) as no,
        both_sets(case $absence when 'abstain' then p.abstained_or_absent else p.abstained end, m.mask) as abstained
    from derived.packed_votes as p
    join masks as m on m.session = p.session
    where $state_a::varchar is null
       or $state_b::varchar is null
       or p.state in (select series from states where state in ($state_a, $state_b))
),

-- DuckDB counts bits one after the other, so that the few no votes and abstentions are counted, not the many in favour.
counted as (
    select
        a.session,
        a.state as state_a,
        b.state as state_b,
        common(a.voted, b.voted) as n,
        common(a.no, b.no) as no_no,
        common(a.no, b.abstained) as no_abstained,
        common(a.abstained, b.no) as abstained_no,
        common(a.abstained, b.abstained) as abstained_abstained,
        common(a.no, b.voted) as no_a,
        common(a.abstained, b.voted) as abstained_a,
        common(a.voted, b.no) as no_b,
        common(a.voted, b.abstained) as abstained_b
    from members as a
    join members as b
      on b.session = a.session
     and b.state <> a.state
     and ($state_a::varchar is not null or $state_b::varchar is not null or a.state < b.state)
    where ($state_a::varchar is null or a.state = (select series from states where state = $state_a))
      and ($state_b::varchar is null or b.state = (select series from states where state = $state_b))
),

distances as (
    select
        *,
        n - no_a - abstained_a as yes_a,
        n - no_b - abstained_b as yes_b,
        no_a + no_b - 2 * no_no - no_abstained - abstained_no as opposed,
        abstained_a + abstained_b - 2 * abstained_abstained as one_apart
    from counted
    where n > 0
),

sums as (
    select
        *,
        one_apart + 2 * opposed as sad,
        one_apart + 4 * opposed as ssd,
        2 * n - yes_a + no_a as s1,
        2 * n - yes_b + no_b as s2,
        4 * n - 3 * yes_a + 5 * no_a as q1,
        4 * n - 3 * yes_b + 5 * no_b as q2
    from distances
)

select
    session,
    session + 1945 as year,
    state_a,
    state_b,
    n::integer as roll_calls,
    1 - (one_apart + opposed) / n as same_share,
    1 - sad / (2 * n) as agree,
    s_abs_of(sad, n, 2) as s_abs,
    s_sq_of(ssd, n, 2) as s_sq,
    kappa_of(ssd, n, s1, s2, q1, q2) as kappa,
    pi_of(ssd, n, s1, s2, q1, q2) as pi,
    (
        yes_a * (n - yes_b - no_b) + (n - yes_a - no_a) * yes_b
        + no_a * (n - yes_b - no_b) + (n - yes_a - no_a) * no_b
        + 2 * (yes_a * no_b + no_a * yes_b)
    ) / (n * n) - sad / n as a_abs,
    n < 10 as few
from sums
