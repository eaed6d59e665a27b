/* ---
id: pair_events
title: What happened between two states
question: Which breaks, recognitions and affairs mark the time of these two states?
grain: [event]
params:
  state_a: {type: state, example: RUS, description: First state}
  state_b: {type: state, example: PRK, description: Second state}
  most: {type: integer, default: 20, example: 20, description: 'Largest number of recognisers of an entity that counts as rarely recognised'}
columns:
  event: {unit: key, description: Key of the event}
  date: {unit: date, description: Day of it; first of the period where only month or year is known}
  date_precision: {unit: label, description: 'day, month or year'}
  kind: {unit: label, description: 'break, recognition or affair'}
  told: {unit: text, description: What happened}
  evidence: {unit: grade, description: 'Evidence grade, A to D; of an affair, that of its weakest step'}
  source: {unit: source id, description: Source of the row; null for an affair}
caveats:
  - An affair is our grouping of breaks; it stands at its first step in the year that saw most of them.
  - Undated recognitions are left out.
method: >-
  Steps between the two; recognitions by either of what the other claims or is, and of what both recognise and few
  others do; the three affairs of most steps in which either took part.
--- */
with first_codes as (
    select state, name
    from states
    where series = (select series from states where state = $state_a)
),

second_codes as (
    select state, name
    from states
    where series = (select series from states where state = $state_b)
),

pair as (
    select state, name, 1 as side from first_codes
    union all
    select state, name, 2 as side from second_codes
),

breaks as (
    select
        t.tie_id as event,
        t.event_date as date,
        t.date_precision,
        'break' as kind,
        case
            when t.kind in ('severed', 'suspended', 'downgraded')
                then i.name || ' ' || t.kind::varchar || ' relations with ' || x.name
            else i.name || ', towards ' || x.name || ': ' || replace(t.kind::varchar, '_', ' ')
        end as told,
        t.evidence,
        t.source_id as source
    from ties as t
    join pair as i on i.state = t.initiator
    join pair as x on x.state = t.target and x.side <> i.side
),

counted as (
    select entity, count(*) as recognisers
    from positions_on('2100-01-01'::date)
    where position = 'recognised'
    group by entity
),

rare as (
    select entity
    from counted
    where recognisers <= $most
),

recognised as (
    select
        r.recognition_id as event,
        r.event_date as date,
        r.date_precision,
        p.name || ' recognised ' || e.name as told,
        r.evidence,
        r.source_id as source,
        e.entity,
        p.side,
        o.state is not null as concerns_other
    from recognitions as r
    join pair as p on p.state = r.recogniser
    join entities as e on e.entity = r.entity
    left join pair as o on o.side <> p.side and o.state in (e.contested_by, e.entity)
    where r.change in ('recognised', 'relations_established')
      and r.event_date is not null
),

recognitions_told as (
    select event, date, date_precision, 'recognition' as kind, told, evidence, source
    from recognised
    where concerns_other
       or entity in (select entity from rare)
      and entity in (select entity from recognised group by entity having count(distinct side) = 2)
),

affair_years as (
    select
        t.event_group,
        year(t.event_date) as year,
        count(*) as steps,
        min(t.event_date) as first_step,
        max(t.evidence) as evidence,
        bool_or(p.state is not null) as took_part
    from ties as t
    left join pair as p on p.state in (t.initiator, t.target)
    group by t.event_group, year(t.event_date)
),

affairs as (
    select
        event_group as event,
        arg_max(first_step, steps) as date,
        'day' as date_precision,
        'affair' as kind,
        'States cut or reduced ties: ' || event_group as told,
        max(evidence) as evidence,
        null::varchar as source,
        sum(steps) as steps
    from affair_years
    group by event_group
    having bool_or(took_part)
    order by steps desc, event_group
    limit 3
)

select distinct on (event) *
from (
    from breaks
    union all
    from recognitions_told
    union all
    select * exclude (steps) from affairs
)
order by date, event
