/* ---
id: launch_break_series
title: Launches per month beside the trend before a break
question: How did launches run before and after a break, and where would the earlier trend have led?
grain: [outcome, period]
params:
  break_on: {type: date, default: null, example: 2022-05-26, description: 'Day of the break, whose first whole month after it begins the time after; null for the first vetoed draft on North Korea'}
columns:
  outcome: {unit: label, description: 'missiles, or launch_days: days with a launch'}
  period: {unit: date, description: First day of the month}
  counted: {unit: missiles or days, description: Counted in the month}
  fitted: {unit: missiles or days, description: Expected by the fitted trends}
  trend_continued: {unit: missiles or days, description: 'Expected had the earlier trend gone on; null before the break'}
  break_on: {unit: date, description: First day of the first month after the break}
  broke_on: {unit: date, description: 'Day of the break: the one asked for, or that of the first vetoed draft'}
  source: {unit: source id, description: 'Source of the last launch counted, null where there is none'}
caveats:
  - An association and no cause; launch_breaks holds effects and intervals.
  - The launches of the last two years are preliminary and salvos since late 2024 undercounted.
method: >-
  Counts of launch_counts; expected counts from the coefficients of launch_breaks, the exponential of intercept and trend
  and, from the break on, of step and change of trend.
--- */
with chosen as (
    select coalesce(
        $break_on::date,
        (select min(product_date) from council_products where dprk_specific and kind = 'vetoed draft')
    ) as broke_on
),

estimates as (
    select b.*, c.broke_on
    from chosen as c
    join launch_breaks as b on b.break_on = month_from(c.broke_on)
),

months as (
    select e.*, n.period, n.missiles, n.launch_days, n.source, date_diff('month', e.break_on, n.period) / 12 as years
    from estimates as e
    join launch_counts('1984-01-01', '9999-12-31', 'month', 'PRK', false) as n
      on n.period between e.starts_on and e.ends_on
)

select
    outcome,
    period,
    case outcome when 'missiles' then missiles else launch_days end as counted,
    exp(intercept + trend * years + case when years >= 0 then level + slope * years else 0 end) as fitted,
    case when years >= 0 then exp(intercept + trend * years) end as trend_continued,
    break_on,
    broke_on,
    source
from months
order by outcome desc, period
