/* ---
id: isolation_series
title: Isolation of a state over time
question: How did the isolation of this state change, and through what?
grain: [on]
params:
  state: {type: state, example: RUS, description: State}
  from: {type: date, default: 1991-01-01, example: 2010-01-01, description: First day}
  to: {type: date, default: 2026-06-30, example: 2025-12-31, description: Last day}
  weights: {type: text, default: null, example: 'recognition=1,ties=1,alignment=1,sanctions=2,exclusion=1', description: 'Weights as dimension=number with commas between; null for those of isolation_dimensions'}
columns:
  "on": {unit: date, description: 'Last day of each month within the span, and the span''s last day'}
  index: {unit: 0 to 100, description: Isolation index; null where less than two thirds of the weight is observed}
  recognition: {unit: points, description: Contribution of recognition}
  ties: {unit: points, description: Contribution of ties}
  alignment: {unit: points, description: 'Contribution of alignment, which steps once a year as a session ends'}
  sanctions: {unit: points, description: Contribution of sanctions}
  exclusion: {unit: points, description: Contribution of exclusion}
  geometric: {unit: 0 to 100, description: The geometric alternative}
  dimensions_observed: {unit: dimensions, description: Dimensions with a value}
  missing_reason: {unit: text, description: 'Why dimensions, or the index, are missing'}
caveats:
  - A dimension that begins or ends to be observed moves the others' contributions.
  - Days on which the state was neither a member nor a contested state have no row.
method: isolation_index on the last day of each month; any other day is a question to isolation_index.
--- */
select
    day as on,
    index,
    recognition,
    ties,
    alignment,
    sanctions,
    exclusion,
    geometric,
    dimensions_observed,
    missing_reason
from isolation_values(
    month_ends($from, $to),
    (select [series] from states where state = $state),
    isolation_weights($weights::varchar)
)
order by day
