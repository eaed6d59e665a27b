/* ---
id: isolation_bands
title: Isolation of a state over time, with its interval
question: Between which values did the index of this state lie over its versions?
grain: [on]
params:
  state: {type: state, example: RUS, description: Member of the United Nations}
  from: {type: date, default: 1991-01-01, example: 2015-01-01, description: First day}
  to: {type: date, default: 2026-06-30, example: 2025-12-31, description: Last day}
columns:
  "on": {unit: date, description: 'Last day of each year within the span, and the span''s last day'}
  index_p05: {unit: 0 to 100, description: 5th percentile over the versions of the index}
  index_p50: {unit: 0 to 100, description: Median}
  index_p95: {unit: 0 to 100, description: 95th percentile}
caveats:
  - The interval holds the choices we could defend, not errors in the rows.
method: Each version of the index is a draw of isolation_draws; see isolation_rank_interval.
--- */
select
    day as on,
    quantile_cont(index, 0.05) as index_p05,
    quantile_cont(index, 0.5) as index_p50,
    quantile_cont(index, 0.95) as index_p95
from isolation_drawn(year_ends($from, $to), [(select series from states where state = $state)], false)
where draw > 0
group by day
order by day
