/* ---
id: isolation_gap
title: Gap in isolation between two states
question: By how much was one state more isolated than another, and in what?
grain: [on]
params:
  state_a: {type: state, example: RUS, description: First state}
  state_b: {type: state, example: PRK, description: Second state}
  from: {type: date, default: 1991-01-01, example: 2010-01-01, description: First day}
  to: {type: date, default: 2026-06-30, example: 2025-12-31, description: Last day}
  weights: {type: text, default: null, example: 'recognition=1,ties=1,alignment=1,sanctions=2,exclusion=1', description: 'Weights as dimension=number with commas between; null for those of isolation_dimensions'}
columns:
  "on": {unit: date, description: 'Last day of each month within the span, and the span''s last day'}
  index_a: {unit: 0 to 100, description: Index of the first state}
  index_b: {unit: 0 to 100, description: Index of the second state}
  gap: {unit: points, description: 'index_a minus index_b: above 0 the first is the more isolated'}
  recognition: {unit: points, description: Part of the gap from recognition}
  ties: {unit: points, description: Part from ties}
  alignment: {unit: points, description: Part from alignment}
  sanctions: {unit: points, description: Part from sanctions}
  exclusion: {unit: points, description: Part from exclusion}
caveats:
  - >-
    A gap is not a verdict: isolation_lead says for a day between which values it lies over the index's versions, and in
    what share of them one leads.
  - Days on which either is not scored have no row.
method: isolation_series of both, subtracted; parts add up to the gap, a dimension not observed counting 0 in them.
--- */
with sides as (
    select
        (select series from states where state = $state_a) as state_a,
        (select series from states where state = $state_b) as state_b
),

scored as (
    from isolation_values(
        month_ends($from, $to),
        (select [state_a, state_b] from sides),
        isolation_weights($weights::varchar)
    )
    where index is not null
)

select
    a.day as on,
    a.index as index_a,
    b.index as index_b,
    a.index - b.index as gap,
    coalesce(a.recognition, 0) - coalesce(b.recognition, 0) as recognition,
    coalesce(a.ties, 0) - coalesce(b.ties, 0) as ties,
    coalesce(a.alignment, 0) - coalesce(b.alignment, 0) as alignment,
    coalesce(a.sanctions, 0) - coalesce(b.sanctions, 0) as sanctions,
    coalesce(a.exclusion, 0) - coalesce(b.exclusion, 0) as exclusion
from sides as s
join scored as a on a.state = s.state_a
join scored as b on b.state = s.state_b and b.day = a.day
order by a.day
