insert into derived.isolation_spells
with positions as (
    select
        r.recogniser,
        r.entity,
        r.change,
        r.evidence,
        coalesce(effective_date(r.event_date, r.date_precision), e.declared_on) as starts_on,
        r.recognition_id
    from recognitions as r
    join entities as e on e.entity = r.entity
    where r.change <> 'voted_against_integrity'
      and coalesce(effective_date(r.event_date, r.date_precision), e.declared_on) is not null
),

-- As in positions_on: the latest change decides.
lasting as (
    select
        *,
        coalesce(
            lead(starts_on) over (partition by recogniser, entity order by starts_on, change, recognition_id),
            '9999-12-31'::date
        ) as ends_on
    from positions
),

recognised as (
    select
        'recognised' as dimension,
        entity as state,
        recogniser as partner,
        starts_on,
        ends_on,
        evidence,
        recognition_id as record
    from lasting
    where change in ('recognised', 'relations_established', 'resumed', 'withdrawal_disputed')
),

-- A state that all recognise but some, and one of which some recognise a rival government.
withheld as (
    select
        'withheld' as dimension,
        l.entity as state,
        l.recogniser as partner,
        l.starts_on,
        l.ends_on,
        l.evidence,
        l.recognition_id as record
    from lasting as l
    join entities as e on e.entity = l.entity
    where e.otherwise_recognised and l.change = 'not_recognised'
    union all
    select
        'withheld' as dimension,
        e.contested_by as state,
        r.partner,
        r.starts_on,
        r.ends_on,
        r.evidence,
        r.record
    from recognised as r
    join entities as e on e.entity = r.state
    where e.kind = 'government' and e.contested_by not in (select entity from entities)
),

broken as (
    select
        'ties' as dimension,
        target as state,
        initiator as partner,
        tie_severity(kind) / 6 as weight,
        effective_date(event_date, date_precision) as starts_on,
        case end_status
            when 'restored' then effective_date(restored_on, restored_precision)
            when 'restored_date_unknown' then restored_by
        end as ends_on,
        evidence,
        tie_id as record
    from ties
    where end_status <> 'not_tracked'
      -- Restored nobody knows when: it no longer stands, and how long it stood is not known.
      and not (end_status = 'restored_date_unknown' and restored_by is null)
      and event_group <> 'Taiwan recognition switches'
),

programmes as (
    select
        *,
        effective_date(started_on, start_precision) as starts_on,
        coalesce(effective_date(ended_on, end_precision) + 1, told_until + 1, '9999-12-31'::date) as ends_on
    from sanctions
    where origin <> 'implements_un'
      and coalesce(scope not in ('non-state', 'former rulers'), true)
),

bound as (
    select state, joined_on, coalesce(bound_until, left_on, '9999-12-31'::date) as bound_until
    from organisation_members
    where organisation = 'EU'
),

sanctioned as (
    select
        'sanctions' as dimension,
        target as state,
        sender as partner,
        starts_on,
        ends_on,
        evidence,
        sanction_id as record
    from programmes
    where sender_kind = 'state'
    union all
    select
        'sanctions' as dimension,
        p.target as state,
        b.state as partner,
        greatest(p.starts_on, b.joined_on) as starts_on,
        least(p.ends_on, b.bound_until) as ends_on,
        p.evidence,
        p.sanction_id as record
    from programmes as p
    join bound as b on b.state <> p.target
    where p.sender = 'EU'
    union all
    select
        'mandate' as dimension,
        target as state,
        sender as partner,
        starts_on,
        ends_on,
        evidence,
        sanction_id as record
    from programmes
    where sender = 'UN'
      and starts_with(scope, 'country-wide')
      -- Where the scope changed, no day of the change is held: only a part with dates of its own is a mandate.
      and not contains(scope, 'then')
      and (trade or financial or sectoral)
),

excluded as (
    select
        'exclusion' as dimension,
        x.state,
        x.organisation as partner,
        effective_date(x.started_on, x.start_precision) as starts_on,
        coalesce(effective_date(x.ended_on, x.end_precision) + 1, '9999-12-31'::date) as ends_on,
        x.evidence,
        x.exclusion_id as record
    from exclusions as x
    join organisations as o on o.organisation = x.organisation
    where x.class = 'involuntary' and o.kind <> 'list'
),

spells as (
    select
        dimension,
        state,
        partner,
        weight,
        starts_on,
        coalesce(ends_on, '9999-12-31'::date) as ends_on,
        evidence,
        record
    from broken
    union all by name
    select *, 1.0 as weight
    from (
        from recognised
        union all by name from withheld
        union all by name from sanctioned
        union all by name from excluded
    )
)

select
    p.dimension,
    s.series as state,
    coalesce(a.series, p.partner) as partner,
    p.weight,
    p.starts_on,
    p.ends_on,
    p.evidence <> 'D' as firm,
    p.record
from spells as p
join states as s on s.state = p.state
left join states as a on a.state = p.partner and p.dimension <> 'exclusion'
where p.starts_on < p.ends_on
  and p.ends_on > '1991-01-01'
order by all
