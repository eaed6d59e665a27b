/* ---
id: isolation_sensitivity
title: Which choice matters most for the index
question: Of the choices over which this state's index is uncertain, which moves it most?
grain: [choice]
params:
  state: {type: state, example: RUS, description: Member of the United Nations}
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  other: {type: state, default: null, example: PRK, description: 'If given, the gap between the two is asked about'}
columns:
  choice: {unit: label, description: 'Weight of a dimension, or a switch of isolation_draws'}
  first_order: {unit: share 0 to 1, description: 'Share of the variance that would go if this choice were settled; sampling may take it below 0'}
  total: {unit: share 0 to 1, description: 'Share of the variance in which this choice has a part, alone or with others'}
  draws: {unit: draws, description: Pairs of draws compared}
  total_error: {unit: share 0 to 1, description: 'Standard error of total, by how far the pairs differ among themselves'}
caveats:
  - Shares are of the variance over our choices; where that is small, so is what any of them moves.
  - 500 pairs of draws leave an error of some hundredths; total_error is that of total alone, and first_order errs by more. Within it choices are not to be ranked.
method: >-
  First order and total by the estimators of Jansen (1999) in the design of Saltelli et al. (2010): the first half of
  the draws, the second half, and the first with one choice at a time taken from the second. First order takes the
  whole variance from the same pairs of draws.
--- */
with sides as (
    select
        (select series from states where state = $state) as state,
        (select series from states where state = $other) as other
),

indexes as (
    select d.draw, d.swapped, d.state, d.index
    from isolation_drawn([$on::date], (select [state, other] from sides), true) as d
    where d.draw > 0
),

drawn as (
    select
        i.draw,
        i.swapped,
        i.index - case when s.other is null then 0 else o.index end as value
    from sides as s
    join indexes as i on i.state = s.state
    left join indexes as o on o.state = s.other and o.draw = i.draw and o.swapped = i.swapped
),

spread as (
    select var_pop(value) as variance from drawn where swapped = 'none'
),

-- Each draw of the first half stands beside its fellow in the second.
fellows as (
    select draw - (select count(*) // 2 from isolation_draws) as draw, value
    from drawn
    where swapped = 'none'
),

-- The first two squares, halved, each estimate a variance: from the same pairs of draws they share their error, so that a
-- choice that moves nothing has 0 alone.
compared as (
    select
        x.swapped as choice,
        avg((b.value - a.value) ** 2 - (b.value - x.value) ** 2) / 2 as alone,
        avg((a.value - x.value) ** 2) / 2 as part,
        stddev_samp((a.value - x.value) ** 2) / 2 / sqrt(count(*)) as part_error,
        count(*) as draws
    from drawn as x
    join drawn as a on a.draw = x.draw and a.swapped = 'none'
    join fellows as b on b.draw = x.draw
    where x.swapped <> 'none'
    group by x.swapped
)

select
    c.choice,
    c.alone / nullif(s.variance, 0) as first_order,
    c.part / nullif(s.variance, 0) as total,
    c.draws,
    c.part_error / nullif(s.variance, 0) as total_error
from compared as c
cross join spread as s
order by total desc nulls last, c.choice
