/* ---
id: common_ground
title: Where two states agree and differ
question: Where did these two states agree and differ in votes, recognition and sanctions on this day?
grain: [field, item]
params:
  state_a: {type: state, example: RUS, description: First state}
  state_b: {type: state, example: PRK, description: Second state}
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  field: {unit: label, description: 'votes, recognition or sanctions'}
  item: {unit: code, description: 'Issue of the votes, entity, or state sanctioned'}
  item_name: {unit: name, description: Its name}
  position_a: {unit: label, description: 'Position of the first; null for votes'}
  position_b: {unit: label, description: 'Position of the second; null for votes'}
  agreement: {unit: share 0 to 1, description: '1 the same position, 0 different; for votes 1 - SAD / 2n; null where a side is no sender on record'}
  compared: {unit: count, description: 'Joint votes of the twelve months up to the day, else 1; 0 where a side is no sender on record'}
  evidence: {unit: grade, description: 'Weaker evidence grade of the two positions, A to D'}
caveats:
  - No recorded recognition is read as not recognising, and no recorded measure of a state with any on record as not sanctioning.
  - What either is itself, as an entity recognised or a state sanctioned, is left out.
  - Entities that neither recognises and states that neither sanctions are left out; they would drown the rest.
  - Members of the European Union are counted as sanctioning whom it sanctions.
  - A state of whose own measures none is recorded for any day, and that was never in the European Union, is no sender on record; nothing is known of its measures, so that it neither agrees nor differs.
method: >-
  Votes by agree over the twelve months up to the day, unanimous roll calls left out; positions after
  recognition_status; measures after sanctioning_states.
--- */
with sides as (
    select
        (select series from states where state = $state_a) as state_a,
        (select series from states where state = $state_b) as state_b
),

votes as (
    select
        unnest(universes) as item,
        distance
    from pair_votes($state_a, $state_b, p_from := ($on::date - interval 1 year)::date, p_to := $on::date)
    where not unanimous
),

voted as (
    select
        'votes' as field,
        item,
        case item when 'all' then 'all roll calls' else replace(item, '_', ' ') end as item_name,
        null::varchar as position_a,
        null::varchar as position_b,
        1 - sum(distance) / (2 * count(*)) as agreement,
        count(*) as compared,
        null::evidence as evidence
    from votes
    where item <> 'resolutions'
    group by item
),

recognised as (
    select
        'recognition' as field,
        entity as item,
        any_value(entity_name) as item_name,
        coalesce(any_value(position) filter (recogniser = p.state_a), 'not recognised') as position_a,
        coalesce(any_value(position) filter (recogniser = p.state_b), 'not recognised') as position_b,
        ((position_a = 'recognised') = (position_b = 'recognised'))::integer::double as agreement,
        1 as compared,
        max(evidence) as evidence
    from positions_on($on::date)
    cross join sides as p
    where recogniser in (p.state_a, p.state_b) and entity not in (p.state_a, p.state_b)
    group by entity
    having bool_or(position = 'recognised')
),

on_record as (
    select s.series as state
    from sanctions as x
    join states as s on s.state = x.sender
    where x.sender_kind = 'state' and x.origin <> 'implements_un'
    union
    select state
    from organisation_members
    where organisation = 'EU'
),

pair as (
    select unnest([state_a, state_b]) as state
    from sides
),

silent as (
    from pair
    where state not in (from on_record)
),

sanctioned as (
    select
        'sanctions' as field,
        x.target as item,
        any_value(s.name) as item_name,
        case
            when bool_or(own.series = p.state_a) then 'sanctions'
            when any_value(p.state_a) in (from silent) then 'no sender on record'
            else 'no measures recorded'
        end as position_a,
        case
            when bool_or(own.series = p.state_b) then 'sanctions'
            when any_value(p.state_b) in (from silent) then 'no sender on record'
            else 'no measures recorded'
        end as position_b,
        case when not exists (from silent) then (count(distinct own.series) = 2)::integer::double end as agreement,
        case when exists (from silent) then 0 else 1 end as compared,
        max(x.evidence) as evidence
    from sanctioning_states($on::date) as x
    join states as s on s.state = x.target
    join states as own on own.state = x.sender
    cross join sides as p
    where own.series in (p.state_a, p.state_b) and s.series not in (p.state_a, p.state_b)
    group by x.target
)

from voted
union all
from recognised
union all
from sanctioned
order by field desc, compared desc, item
