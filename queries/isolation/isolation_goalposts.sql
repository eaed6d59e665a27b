/* ---
id: isolation_goalposts
title: Goalposts of the isolation index
question: Where do the frozen goalposts of each measure lie in the values of a base period?
grain: [measure]
params:
  from: {type: integer, default: 1991, example: 1991, description: First year of the base period}
  to: {type: integer, default: 2020, example: 2020, description: Last year of the base period}
columns:
  measure: {unit: key, description: Measure}
  dimension: {unit: label, description: Dimension it measures}
  base: {unit: boolean, description: Whether the index uses it; the others are alternatives of the uncertainty}
  unit: {unit: text, description: Unit of the raw value}
  told: {unit: text, description: What is counted}
  lower: {unit: raw value, description: Frozen value that scores 0}
  upper: {unit: raw value, description: Frozen value that scores 100}
  goalposts: {unit: label, description: How the goalposts were set}
  p05: {unit: raw value, description: 5th percentile of the members in the period}
  p95: {unit: raw value, description: 95th percentile}
  p95_of_any: {unit: raw value, description: 95th percentile of those above 0}
  smallest: {unit: raw value, description: Smallest value in the period}
  largest: {unit: raw value, description: Largest value in the period}
  frozen_smallest: {unit: raw value, description: Smallest value as frozen}
  frozen_largest: {unit: raw value, description: Largest value as frozen}
  member_years: {unit: member-years, description: Values in the period}
caveats:
  - Frozen goalposts stay when rows are added or mended, so that scores of different versions compare; this query shows the drift.
method: Values of every member on the last day of each year.
--- */
with long as (
    from isolation_long(year_ends(make_date($from::integer, 12, 31), make_date($to::integer, 12, 31)), null)
    where un_member
)

select
    m.measure,
    m.dimension,
    m.base,
    m.unit,
    m.told,
    m.lower,
    m.upper,
    m.goalposts,
    quantile_cont(l.raw, 0.05) as p05,
    quantile_cont(l.raw, 0.95) as p95,
    quantile_cont(l.raw, 0.95) filter (l.raw > 0) as p95_of_any,
    min(l.raw) as smallest,
    max(l.raw) as largest,
    m.smallest as frozen_smallest,
    m.largest as frozen_largest,
    count(l.raw) as member_years
from isolation_measures as m
join isolation_dimensions as d on d.dimension = m.dimension
left join long as l on l.measure = m.measure
group by all
order by any_value(d.position), m.base desc, m.measure
