/* ---
id: launch_breaks
title: Whether launches changed as the Council stalled
question: Did North Korean launches step up or change course at a break, and does the answer hang on its day?
grain: [outcome, effect, break_on]
params:
  break_on: {type: date, default: null, example: 2022-05-26, description: 'Day of the break, whose first whole month after it begins the time after; null for every month tried'}
  effect: {type: choice, choices: [level, slope, over_trend, plain], default: null, example: level, description: Only this effect; null for all}
columns:
  outcome: {unit: label, description: 'missiles, or launch_days: days with a launch'}
  effect: {unit: label, description: 'level: step at the break; slope: change of the yearly growth; over_trend: all months after it against the earlier trend continued; plain: mean after over mean before, no trend'}
  break_on: {unit: date, description: First day of the first month after the break}
  rate_ratio: {unit: ratio, description: 'Factor; 1 is no change'}
  low95: {unit: ratio, description: Lower bound of the 95% interval}
  high95: {unit: ratio, description: Upper bound of the 95% interval}
  at_veto: {unit: boolean, description: Whether the break is the first vetoed draft on North Korea}
  count_before: {unit: missiles or days, description: Counted before the break}
  count_after: {unit: missiles or days, description: Counted after it}
  months_before: {unit: months, description: Months before the break}
  months_after: {unit: months, description: Months after it}
  dispersion: {unit: ratio, description: Variance over that of a Poisson count; above 1 is overdispersed}
  autocorrelation: {unit: -1 to 1, description: Correlation of the residuals of neighbouring months}
  lags: {unit: months, description: Months back over which the error of Newey and West sums up correlation}
  starts_on: {unit: date, description: First day of the series}
  ends_on: {unit: date, description: Last day of the series}
  source: {unit: source id, description: Source of the row}
caveats:
  - An association and no cause. It is one case without a control; other things changed in the same months.
  - The launches of the last two years are preliminary and salvos since late 2024 undercounted, which bends the course after the break downwards.
  - What the earlier trend would have become is an extrapolation, the further from the break the less sure.
  - Where neighbouring months hang together strongly, intervals from a series of this length are somewhat too short.
  - Where the break lies changes the answer; so does where the series begins.
method: >-
  Missiles, and days with a launch, per month, from the month after the Council's first sanctions on North Korea to the
  last whole month covered. Segmented Poisson regression with logarithmic link: a trend, a step at the break, a change of
  trend after it (Bernal, Cummins and Gasparrini 2017). Each interval is the wider of two, both with t quantiles: that of
  Newey and West (1987), and the quasi-Poisson one stretched for first-order autocorrelation of the residuals.
  over_trend is a geometric mean. Every month is tried from the last new sanctions to two years before the end.
--- */
with estimates as (
    select
        *,
        unnest([
            {'effect': 'level', 'rate_ratio': exp(level), 'low95': exp(level_low), 'high95': exp(level_high)},
            {'effect': 'slope', 'rate_ratio': exp(slope), 'low95': exp(slope_low), 'high95': exp(slope_high)},
            {
                'effect': 'over_trend',
                'rate_ratio': exp(over_trend),
                'low95': exp(over_trend_low),
                'high95': exp(over_trend_high)
            },
            {'effect': 'plain', 'rate_ratio': exp(plain), 'low95': exp(plain_low), 'high95': exp(plain_high)}
        ]) as found
    from launch_breaks
),

vetoed as (
    select month_from(min(product_date)) as break_on
    from council_products
    where dprk_specific and kind = 'vetoed draft'
)

select
    e.outcome,
    e.found.effect as effect,
    e.break_on,
    e.found.rate_ratio as rate_ratio,
    e.found.low95 as low95,
    e.found.high95 as high95,
    e.break_on is not distinct from v.break_on as at_veto,
    e.count_before,
    e.count_after,
    e.months_before,
    e.months_after,
    e.dispersion,
    e.autocorrelation,
    e.lags,
    e.starts_on,
    e.ends_on,
    e.source_id as source
from estimates as e
cross join vetoed as v
where
    ($break_on::date is null or e.break_on = month_from($break_on))
    and ($effect::varchar is null or e.found.effect = $effect)
order by e.outcome desc, e.found.effect, e.break_on
