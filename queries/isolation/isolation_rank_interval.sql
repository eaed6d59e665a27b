/* ---
id: isolation_rank_interval
title: How sure is the rank in isolation
question: Between which ranks does each member lie, whatever defensible choices are made?
grain: [state]
params:
  "on": {type: date, example: 2025-06-30, description: Day asked about}
columns:
  state: {unit: code, description: Member of the United Nations}
  rank: {unit: rank, description: Rank by the published choices}
  rank_p05: {unit: rank, description: 5th percentile of the rank over the versions of the index}
  rank_p50: {unit: rank, description: Median rank}
  rank_p95: {unit: rank, description: 95th percentile}
  state_name: {unit: name, description: Its name}
  index: {unit: 0 to 100, description: Index by the published choices}
  index_p05: {unit: 0 to 100, description: 5th percentile over the versions of the index}
  index_p50: {unit: 0 to 100, description: Median}
  index_p95: {unit: 0 to 100, description: 95th percentile}
caveats:
  - Ideal points are smoothed over sessions, so that a draw that takes them reads a little of later votes too.
  - The interval holds the choices we could defend, not errors in the rows.
  - Where percentile ranks are drawn, everyone's scores spread more evenly, so that intervals of the index are wide.
method: >-
  The draws of isolation_draws, seeded. Weights within a quarter of equal; scores by goalposts, by the extremes of the
  base period (smallest and largest in isolation_measures) or by percentile rank (members with a lower value as a share
  of the others that have one); arithmetic or geometric mean; agreement, kappa or distance of ideal points;
  absence left out or read as abstaining, but for ideal points; senders by GDP or number; mandates of the Security
  Council in or out; rows of evidence D in or out;
  one dimension left out, or none.
--- */
with drawn as (
    select
        draw,
        state,
        index,
        rank() over (partition by draw order by round(index, 9) desc) as rank
    -- A limit far above what there are: DuckDB takes them for a thousand times as many, and would rank them slower by half.
    from (from isolation_drawn([$on::date], null, false) limit 1000000)
),

spread as (
    select
        state,
        any_value(index) filter (draw = 0) as index,
        any_value(rank) filter (draw = 0) as rank,
        -- Together, and written as text: with a list DuckDB cannot tell the tables behind a statement.
        quantile_disc(rank, '[0.05, 0.5, 0.95]'::double[]) filter (draw > 0) as ranks,
        quantile_cont(index, '[0.05, 0.5, 0.95]'::double[]) filter (draw > 0) as indexes
    from drawn
    group by state
)

select
    s.state,
    s.rank,
    s.ranks[1] as rank_p05,
    s.ranks[2] as rank_p50,
    s.ranks[3] as rank_p95,
    m.state_name,
    s.index,
    s.indexes[1] as index_p05,
    s.indexes[2] as index_p50,
    s.indexes[3] as index_p95
from spread as s
join isolation_members([$on::date]) as m on m.state = s.state
order by s.rank, s.state
