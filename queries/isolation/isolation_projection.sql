/* ---
id: isolation_projection
title: Where states at a like level of isolation went
question: If this state moved as others at its level did, between which values would its index lie some years on?
grain: [years]
params:
  state: {type: state, example: RUS, description: Member of the United Nations}
  "on": {type: date, example: 2022-07-14, description: Day from which years are counted}
columns:
  years: {unit: years, description: 'Years on, 1 to 3'}
  low: {unit: 0 to 100, description: 5th percentile of where those at its level went}
  middle: {unit: 0 to 100, description: Median}
  high: {unit: 0 to 100, description: 95th percentile}
  cases: {unit: member-years, description: 'Member-years at its level, within ten points, before the day'}
  held: {unit: share 0 to 1, description: 'Backtest: share of past cases that ended inside the range made the same way from the years before them'}
  tested: {unit: member-years, description: 'Past cases with an index of 30 or more, and at least 30 cases before them'}
  states: {unit: states, description: States among the cases}
caveats:
  - No forecast. It knows nothing of the state but its index, and assumes that it will move as others did.
  - Past cases overlap and are few; read the backtest as a warning more than a proof.
method: >-
  Index of every member at the end of each year since 1991; changes over one, two and three years of the others within
  ten points of the state's index, ending no later than the day. The backtest does the same for each past case.
--- */
with measured as (
    select day, state, un_member, index
    from isolation_values(year_ends('1991-12-31', $on), null, null)
),

now as (
    select state, index
    from measured
    where day = $on::date and state = (select series from states where state = $state)
),

history as (
    select year(day)::integer as year, state, index
    from measured
    where un_member and index is not null and month(day) = 12 and day(day) = 31
),

moves as (
    select a.year as from_year, a.state, a.index, b.index - a.index as change, b.year - a.year as years
    from history as a
    join history as b on b.state = a.state and b.year - a.year between 1 and 3
),

tested as (
    select
        m.years,
        m.state,
        m.from_year,
        m.change,
        -- Together, and written as text: with a list DuckDB cannot tell the tables behind a statement.
        quantile_cont(p.change, '[0.05, 0.95]'::double[]) as limits
    from moves as m
    join moves as p
      on p.years = m.years
     and p.state <> m.state
     and p.from_year + p.years <= m.from_year
     and p.index between m.index - 10 and m.index + 10
    where m.index >= 30
      -- Follows from the two above; said, so that the many below it are left out before all are compared with all.
      and p.index >= 20
    group by m.years, m.state, m.from_year, m.change
    having count(*) >= 30
),

backtest as (
    select years, avg((change between limits[1] and limits[2])::integer) as held, count(*) as tested
    from tested
    group by years
)

select
    m.years,
    greatest(n.index + quantile_cont(m.change, 0.05), 0) as low,
    n.index + quantile_cont(m.change, 0.5) as middle,
    least(n.index + quantile_cont(m.change, 0.95), 100) as high,
    count(*) as cases,
    any_value(b.held) as held,
    any_value(b.tested) as tested,
    count(distinct m.state) as states
from now as n
join moves as m on m.state <> n.state and m.index between n.index - 10 and n.index + 10
left join backtest as b on b.years = m.years
group by m.years, n.index
order by m.years
