/* ---
id: isolation_correlations
title: How the dimensions of isolation hang together
question: Do states that score high in one dimension score high in another?
grain: [dimension_a, dimension_b]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
columns:
  dimension_a: {unit: label, description: Dimension}
  dimension_b: {unit: label, description: 'Another, each pair once'}
  correlation: {unit: -1 to 1, description: 'Pearson correlation of the scores; null where one of them is the same for all'}
  members: {unit: members, description: Members of the United Nations with both scores}
caveats:
  - Most members score 0 in four of the five dimensions, so a correlation rests on the few that do not.
method: Scores of isolation_components, members only.
--- */
with scores as (
    select state, dimension, score
    from isolation_scores([$on::date], null)
    where base and un_member and score is not null
)

select
    a.dimension as dimension_a,
    b.dimension as dimension_b,
    case when stddev_pop(a.score) > 0 and stddev_pop(b.score) > 0 then corr(a.score, b.score) end as correlation,
    count(*) as members
from scores as a
join scores as b on b.state = a.state and a.dimension < b.dimension
group by a.dimension, b.dimension
order by a.dimension, b.dimension
