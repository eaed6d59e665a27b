/* ---
id: evidence_mix
title: What the rows of each table rest on
question: How many rows of each table rest on which grade of evidence?
grain: [table_name, evidence]
params:
  from: {type: date, default: null, example: 2014-01-01, description: 'Count only what happened since this day; all rows where left out'}
columns:
  table_name: {unit: table, description: Table}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  rows: {unit: rows, description: Rows of that grade}
  share: {unit: share 0 to 1, description: Share of the table's rows counted}
caveats:
  - The grade of a row says what stands behind it, not how likely it is.
  - Undated rows count only where no day is asked for.
method: Rows by the grade they carry; an event counts by the first day of its period.
--- */
with facts as (
    select 'recognitions' as table_name, evidence, event_date as event_day from recognitions
    union all
    select 'ties', evidence, event_date from ties
    union all
    select 'missions', evidence, make_date(year, 12, 31) from missions
    union all
    select 'council_drafts', evidence, voted_on from council_drafts
    union all
    select 'veto_casts', c.evidence, d.voted_on
    from veto_casts as c
    join council_drafts as d on d.draft_id = c.draft_id
    union all
    select 'council_products', evidence, product_date from council_products
    union all
    select 'missile_launches', evidence, date_utc from missile_launches
    union all
    select 'uncounted_launches', evidence, date_local from uncounted_launches
    union all
    select 'nuclear_tests', evidence, date_utc from nuclear_tests
    union all
    select 'ga_votes', v.evidence, r.voted_on
    from ga_votes as v
    join roll_calls as r on r.roll_call_id = v.roll_call_id
    union all
    select 'sanctions', evidence, started_on from sanctions
    union all
    select 'exclusions', evidence, started_on from exclusions
),

counted as (
    select table_name, evidence::varchar as evidence, count(*) as rows
    from facts
    where $from::date is null or event_day >= $from::date
    group by all
)

select
    table_name,
    evidence,
    rows,
    rows / sum(rows) over (partition by table_name) as share,
from counted
order by table_name, evidence
