/* ---
id: unrecognised_by
title: Who does not recognise a state
question: Which members of the United Nations did not recognise this state, or recognised a rival in its place, on this day?
grain: [state]
params:
  state: {type: state, example: PRK, description: State whose recognition is asked about}
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  state: {unit: code, description: Member that does not recognise it}
  state_name: {unit: name, description: Its name}
  position: {unit: label, description: 'not_recognised, another position on record, none on record, or recognises a rival government'}
  since: {unit: date, description: 'Day of the position; null where no date is known'}
  date_precision: {unit: label, description: 'day, month, year or none; null where no position is on record'}
  certain: {unit: boolean, description: Known to hold on the day; false where no position is on record}
  evidence: {unit: grade, description: 'Evidence grade, A to D; null where no position is on record'}
  source: {unit: source id, description: Source of the row}
caveats:
  - Of a contested state every member without a recognition on record is listed; silence may hide one that nobody compiled.
  - Of any other state only members on record as not recognising it, or as recognising a rival government, are listed.
  - Recognition is not territorial control, and a vote in the United Nations is no recognition.
method: The latest position on record of each member of the day, as the isolation index counts it.
--- */
with asked as (
    select
        s.series,
        e.entity is not null and not e.otherwise_recognised as contested
    from states as s
    left join entities as e
      on e.entity = s.series
     and coalesce(e.declared_on <= $on::date, true)
     and coalesce(e.settled_on > $on::date, true)
    where s.state = $state
),

members as (
    select m.state, m.state_name
    from isolation_members([$on::date]) as m
    cross join asked as a
    where m.state <> a.series
),

positions as (
    select s.series, p.*
    from positions_on($on::date) as p
    join states as s on s.state = p.recogniser
    qualify row_number() over (partition by s.series, p.entity order by p.since desc nulls last, p.position) = 1
),

of_itself as (
    select
        m.state,
        m.state_name,
        coalesce(p.position, 'none on record') as position,
        p.since,
        p.date_precision,
        coalesce(p.certain, false) as certain,
        p.evidence,
        p.source_id as source
    from members as m
    cross join asked as a
    left join positions as p on p.series = m.state and p.entity = a.series
    where case when a.contested then p.position is distinct from 'recognised' else p.position = 'not_recognised' end
),

of_a_rival as (
    select
        m.state,
        m.state_name,
        'recognises ' || e.name as position,
        p.since,
        p.date_precision,
        p.certain,
        p.evidence,
        p.source_id as source
    from asked as a
    join entities as e on e.contested_by = a.series and e.kind = 'government'
    join positions as p on p.entity = e.entity and p.position = 'recognised'
    join members as m on m.state = p.series
    where a.series not in (select entity from entities)
)

select * from of_itself
union all
select * from of_a_rival
where state not in (select state from of_itself)
order by state
