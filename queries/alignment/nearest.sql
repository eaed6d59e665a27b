/* ---
id: nearest
title: Who votes most like a member
question: Which members voted most like this one in a session of the General Assembly, and which least?
grain: [state]
params:
  state: {type: state, example: RUS, description: Member}
  session: {type: integer, example: 76, description: Regular session}
  measure:
    type: choice
    choices: [agree, same_share, s_abs, s_sq, kappa, pi, a_abs]
    default: agree
    example: agree
    description: Measure of agreement
  unanimous: {type: choice, choices: [drop, keep], default: drop, example: drop, description: Leave out unanimous roll calls}
  absence: {type: choice, choices: [pairwise, abstain], default: pairwise, example: pairwise, description: What absence means}
  universe:
    type: choice
    choices: [all, resolutions, middle_east, nuclear, disarmament, human_rights, colonialism, development, ukraine]
    default: all
    example: all
    description: 'Which roll calls count: all recorded votes, whole resolutions only, or one issue'
columns:
  rank: {unit: rank, description: '1 is the most alike; equal values share a rank'}
  state: {unit: code, description: The other member}
  value: {unit: value of the measure, description: Agreement by the chosen measure}
  roll_calls: {unit: roll calls, description: Joint votes n}
  state_name: {unit: name, description: Its name at the time}
  region: {unit: name, description: United Nations sub-region}
  few: {unit: boolean, description: Whether there are fewer than 10 joint votes}
caveats:
  - >-
    Recorded votes on resolutions and decisions that were adopted; votes on paragraphs and amendments, texts that failed
    and texts adopted without a vote are not held.
  - Which roll calls count moves kappa and pi more than the choice of formula does.
  - Pairs with few joint votes are ranked with the rest and marked.
  - A state stands with the states it continues, the Soviet Union with Russia.
method: The rows of dyads for the member and session, ranked by the chosen measure.
--- */
with compared as (
    select
        d.session,
        d.state_b as state,
        d.roll_calls,
        d.few,
        case $measure
            when 'agree' then d.agree
            when 'same_share' then d.same_share
            when 's_abs' then d.s_abs
            when 's_sq' then d.s_sq
            when 'kappa' then d.kappa
            when 'pi' then d.pi
            when 'a_abs' then d.a_abs
        end as value
    from dyads(null, null, $unanimous, $absence, $universe, $state, null) as d
    where d.session = $session
)

select
    rank() over (order by round(c.value, 12) desc) as rank,
    c.state,
    c.value,
    c.roll_calls,
    s.name as state_name,
    s.region,
    c.few
from compared as c
join derived.packed_votes as p on p.session = c.session and p.state = c.state
join states as s on s.state = p.code
order by rank, c.state
