/* ---
id: freshness
title: How fresh each table is
question: Until when does each table run, what is the last thing it holds, and how far behind its usual pace is it?
grain: [table_name, part]
params:
  "on": {type: date, default: null, example: 2026-11-01, description: 'Day to judge by; today where left out'}
columns:
  table_name: {unit: table, description: Table}
  part: {unit: label, description: 'Part of the table, all where there is one only'}
  last_event: {unit: date, description: 'Day of the newest row, null where rows have no day'}
  ends_on: {unit: date, description: 'Last day covered: silence after it says nothing'}
  as_of: {unit: date, description: Day the newest source was compiled}
  cadence_days: {unit: days, description: 'Days between expected updates; null where none is expected, because the table is computed from others, a snapshot, closed by its source, or changes too seldom for a schedule'}
  days_behind: {unit: days, description: 'Days past the end of coverage beyond one expected interval; null where no update is expected'}
  pace: {unit: label, description: 'current, behind or no schedule'}
  completeness: {unit: label, description: 'census: every case meant; selection: not all cases; survivors: what still exists; snapshot: one day only'}
  note: {unit: text, description: Known limits}
caveats:
  - A table that is current may still lack its newest events; coverage says until when silence means that nothing happened.
  - Cadence is what the upstream usually keeps, not a promise.
method: Days from the end of coverage to the day asked about, less one expected interval.
--- */
with events as (
    select 'missile_launches' as table_name, state as part, coalesce(launch_day, date_utc) as event_day
    from missile_launches
    union all
    select 'council_drafts', outcome, voted_on from council_drafts
    union all
    select 'uncounted_launches', 'all', date_local from uncounted_launches
    union all
    select 'nuclear_tests', 'all', date_utc from nuclear_tests
    union all
    select 'ties', 'all', event_date from ties
    union all
    select 'missions', 'all', make_date(max(year), 12, 31) from missions
    union all
    select 'roll_calls', 'all', voted_on from roll_calls
    union all
    select 'ga_votes', 'all', voted_on from roll_calls
    union all
    select 'ga_sessions', 'all', opened_on from ga_sessions
    union all
    select 'weights', 'all', make_date(max(year), 12, 31) from weights
    union all
    select 'un_memberships', 'all', joined_on from un_memberships
    union all
    select 'recognitions', 'all', event_date from recognitions
    union all
    select 'sanctions', 'all', started_on from sanctions
    union all
    select 'exclusions', 'all', started_on from exclusions
    union all
    select 'organisation_members', 'all', joined_on from organisation_members
    union all
    select 'veto_casts', 'all', voted_on from council_drafts where outcome = 'vetoed'
    union all
    select 'council_votes', 'all', voted_on from council_drafts where outcome = 'adopted'
    union all
    select 'council_products', 'all', product_date from council_products
),

newest as (
    select table_name, part, max(event_day) as last_event
    from events
    group by table_name, part
),

behind as (
    select
        c.table_name,
        c.part,
        n.last_event,
        c.ends_on,
        c.as_of,
        c.cadence_days,
        greatest(coalesce($on::date, current_date) - c.ends_on - c.cadence_days, 0) as days_behind,
        c.completeness,
        c.note
    from coverage as c
    left join newest as n on n.table_name = c.table_name and n.part = c.part
    where c.ends_on is not null
)

select
    table_name,
    part,
    last_event,
    ends_on,
    as_of,
    cadence_days,
    if(cadence_days is null, null, days_behind) as days_behind,
    case
        when cadence_days is null then 'no schedule'
        when days_behind > 0 then 'behind'
        else 'current'
    end as pace,
    completeness,
    note,
from behind
order by days_behind desc nulls last, table_name, part
