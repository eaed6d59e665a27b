/* ---
id: standing_gap
title: Two states' standing, thing by thing
question: How does one state's standing compare with another's in each thing measured so far?
grain: [thing]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  state_a: {type: state, default: RUS, example: RUS, description: First state}
  state_b: {type: state, default: PRK, example: PRK, description: State it is held against}
columns:
  thing: {unit: key, description: Thing measured}
  label: {unit: text, description: The thing in words}
  count_a: {unit: count, description: Count of the first state}
  count_b: {unit: count, description: Count of the second state}
  ratio: {unit: times, description: 'count_a over count_b, null where count_b is zero'}
  unit: {unit: text, description: What is counted}
  query: {unit: id, description: Query that shows the rows}
  un_measures_a: {unit: boolean, description: 'Whether sanctions of the United Nations, which bind all members and are not counted, stood against the first state; null where the thing is no sanction'}
  un_measures_b: {unit: boolean, description: The same of the second state}
caveats:
  - Sanctions of the United Nations bind all members; no state counts as sanctioning for carrying them out.
  - Counts say how many, not how much it hurts; they are not yet an index.
  - Broken relations are those broken by either side; vetoes and missiles are a state's own conduct and no part.
  - Relations never opened are not broken relations; North Korea has fewer relations to lose.
method: >-
  Counts of other queries for the day, side by side: first what the first state has more of, then what the second has.
--- */
with series as (
    select
        state,
        series = (select series from states where state = $state_a) as first,
        series = (select series from states where state = $state_b) as second
    from states
),

partners as (
    select distinct
        a.first,
        a.second,
        case when t.initiator = a.state then t.target else t.initiator end as partner
    from ties_broken($on::date) as t
    join series as a on a.state in (t.initiator, t.target)
    where t.kind in ('severed', 'suspended')
      and (a.first or a.second)
),

things as (
    select
        'broken_relations' as thing,
        'Relations severed or suspended' as label,
        count(*) filter (first) as count_a,
        count(*) filter (second) as count_b,
        'states' as unit,
        'ties_broken' as query,
        null::boolean as un_measures_a,
        null::boolean as un_measures_b
    from partners
    union all
    select
        'sanctioning_states' as thing,
        'States with sanctions in force against it' as label,
        coalesce(max(senders) filter (first), 0) as count_a,
        coalesce(max(senders) filter (second), 0) as count_b,
        'states' as unit,
        'sanction_senders' as query,
        coalesce(bool_or(un_measures) filter (first), false) as un_measures_a,
        coalesce(bool_or(un_measures) filter (second), false) as un_measures_b
    from sanction_senders($on::date) as x
    join series as s on s.state = x.target
    union all
    select
        'exclusions' as thing,
        'Organisations that suspended, expelled, restricted or blacklisted it' as label,
        count(distinct organisation) filter (first) as count_a,
        count(distinct organisation) filter (second) as count_b,
        'organisations' as unit,
        'exclusions_in_force' as query,
        null as un_measures_a,
        null as un_measures_b
    from exclusions_in_force($on::date) as x
    join series as s on s.state = x.state
)

select
    thing,
    label,
    count_a,
    count_b,
    count_a / nullif(count_b, 0) as ratio,
    unit,
    query,
    un_measures_a,
    un_measures_b
from things
order by case when count_a > count_b then 1 when count_a < count_b then 2 else 3 end, thing desc
