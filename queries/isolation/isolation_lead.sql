/* ---
id: isolation_lead
title: Which of two states is the more isolated
question: In what share of the index's versions was one state more isolated than the other on this day?
grain: [state_a, state_b]
params:
  "on": {type: date, example: 2025-06-30, description: Day asked about}
  state_a: {type: state, example: RUS, description: First state}
  state_b: {type: state, example: PRK, description: Second state}
  sure: {type: number, default: 0.95, example: 0.95, description: Share of the versions in which one must lead}
columns:
  state_a: {unit: code, description: First state}
  state_b: {unit: code, description: Second state}
  share_a: {unit: share 0 to 1, description: Share of the index's versions in which the first is the more isolated}
  share_b: {unit: share 0 to 1, description: Share in which the second is}
  gap_p05: {unit: points, description: '5th percentile over the versions of the first''s index minus the second''s'}
  gap_p50: {unit: points, description: Median}
  gap_p95: {unit: points, description: 95th percentile}
  leads: {unit: label, description: 'a, b or neither: one leads only where it does in the share `sure` of the versions'}
  draws: {unit: draws, description: 'Versions compared, each a draw of isolation_draws'}
  index_a: {unit: 0 to 100, description: Published index of the first state}
  index_b: {unit: 0 to 100, description: Published index of the second}
caveats:
  - Versions are paired, both states under the same choices.
method: The draws of isolation_draws; see isolation_rank_interval.
--- */
with sides as (
    select
        (select series from states where state = $state_a) as state_a,
        (select series from states where state = $state_b) as state_b
),

drawn as (
    select draw, state, index
    from isolation_drawn([$on::date], (select [state_a, state_b] from sides), false)
),

paired as (
    select
        s.state_a,
        s.state_b,
        a.draw,
        a.index as index_a,
        b.index as index_b,
        round(a.index - b.index, 9) as gap
    from sides as s
    join drawn as a on a.state = s.state_a
    join drawn as b on b.state = s.state_b and b.draw = a.draw
),

counted as (
    select
        state_a,
        state_b,
        count(*) filter (draw > 0) as draws,
        count(*) filter (draw > 0 and gap > 0) / count(*) filter (draw > 0) as share_a,
        count(*) filter (draw > 0 and gap < 0) / count(*) filter (draw > 0) as share_b,
        quantile_cont(gap, 0.05) filter (draw > 0) as gap_p05,
        quantile_cont(gap, 0.5) filter (draw > 0) as gap_p50,
        quantile_cont(gap, 0.95) filter (draw > 0) as gap_p95,
        -- Draw 0 is the index as published.
        any_value(index_a) filter (draw = 0) as index_a,
        any_value(index_b) filter (draw = 0) as index_b
    from paired
    group by state_a, state_b
)

select
    state_a,
    state_b,
    share_a,
    share_b,
    gap_p05,
    gap_p50,
    gap_p95,
    case when share_a >= $sure then 'a' when share_b >= $sure then 'b' else 'neither' end as leads,
    draws,
    index_a,
    index_b
from counted
order by state_a, state_b
