/* ---
id: recognition_agreement
title: Which states take the same positions on contested entities
question: On how many contested entities do two members hold the same position?
grain: [state_a, state_b]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  state_a: {unit: code, description: 'First state, in the order of codes'}
  state_b: {unit: code, description: Second state}
  entities_compared: {unit: entities, description: Contested entities other than the two themselves}
  same_position_share: {unit: share 0 to 1, description: Share of them that both recognise or neither does}
  jaccard: {unit: share 0 to 1, description: 'Entities both recognise, of those at least one does; null where neither recognises any'}
  recognised_by_both: {unit: entities, description: Entities both recognise}
  recognised_by_either: {unit: entities, description: Entities at least one of them recognises}
caveats:
  - A state without a recorded recognition counts as not recognising.
  - Armenia and Cyprus, which all but one recognise, are left out, as are claims to territory that few have taken a position on.
  - Undated recognitions count as made.
method: >-
  Positions on the day over states and governments whose recognition is tracked one by one. Jaccard index: shared
  recognitions over all recognitions of the two.
--- */
with members as (
    select distinct s.series as state
    from un_members_on($on::date) as u
    join states as s on s.state = u.state
),

listed as (
    select entity
    from entities
    where kind <> 'territorial_claim'
      and not otherwise_recognised
      and coalesce(declared_on <= $on::date, true)
      and coalesce(settled_on > $on::date, true)
),

numbered as (
    select
        entity,
        (row_number() over (order by entity) - 1)::integer as place
    from listed
),

positions as (
    select
        m.state,
        coalesce(bit_or(1::bigint << n.place) filter (p.position = 'recognised'), 0::bigint) as recognises
    from members as m
    left join positions_on($on::date) as p on p.recogniser = m.state
    left join numbered as n on n.entity = p.entity
    group by m.state
),

own as (
    select
        m.state,
        coalesce(any_value(1::bigint << n.place), 0::bigint) as itself
    from members as m
    left join numbered as n on n.entity = m.state
    group by m.state
),

pairs as (
    select
        a.state as state_a,
        b.state as state_b,
        (select count(*) from listed) - bit_count(x.itself | y.itself) as entities_compared,
        bit_count((a.recognises & b.recognises) & ~(x.itself | y.itself)) as recognised_by_both,
        bit_count((a.recognises | b.recognises) & ~(x.itself | y.itself)) as recognised_by_either
    from positions as a
    join positions as b on a.state < b.state
    join own as x on x.state = a.state
    join own as y on y.state = b.state
)

select
    state_a,
    state_b,
    entities_compared,
    1 - (recognised_by_either - recognised_by_both) / entities_compared as same_position_share,
    recognised_by_both / nullif(recognised_by_either, 0) as jaccard,
    recognised_by_both,
    recognised_by_either
from pairs
order by state_a, state_b
