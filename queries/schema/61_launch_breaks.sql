-- Whether launches changed at a break: an interrupted series, estimated for many days of the break.

-- The first month that begins on or after a day.
create macro month_from(day) as (date_trunc('month', day::date - 1) + interval 1 month)::date;

create table launch_breaks (
    outcome varchar not null check (outcome in ('missiles', 'launch_days')),
    break_on date not null check (day(break_on) = 1),
    starts_on date not null check (day(starts_on) = 1),
    ends_on date not null,
    months_before integer not null,
    months_after integer not null,
    count_before integer not null,
    count_after integer not null,
    intercept double not null,
    trend double not null,
    level double not null,
    level_low double not null,
    level_high double not null,
    slope double not null,
    slope_low double not null,
    slope_high double not null,
    over_trend double not null,
    over_trend_low double not null,
    over_trend_high double not null,
    plain double not null,
    plain_low double not null,
    plain_high double not null,
    dispersion double not null check (dispersion >= 0),
    autocorrelation double not null check (autocorrelation between -1 and 1),
    lags integer not null check (lags >= 0),
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (outcome, break_on),
    check (starts_on < break_on and break_on < ends_on)
);
comment on table launch_breaks is 'North Korean launches per month as a series interrupted at a break, estimated for every month that could be it; python -m analytics estimate launch-breaks.';
comment on column launch_breaks.outcome is 'What is counted: missiles, or days with a launch.';
comment on column launch_breaks.break_on is 'First day of the first month after the break.';
comment on column launch_breaks.starts_on is 'First day of the series: the month after the Council''s first sanctions on North Korea.';
comment on column launch_breaks.ends_on is 'Last day of the series: of the last whole month that the launches cover.';
comment on column launch_breaks.months_before is 'Months before the break.';
comment on column launch_breaks.months_after is 'Months after it.';
comment on column launch_breaks.count_before is 'Missiles, or launch days, before the break.';
comment on column launch_breaks.count_after is 'Missiles, or launch days, after it.';
comment on column launch_breaks.intercept is 'Natural logarithm of the count expected in the month of the break by the trend before it.';
comment on column launch_breaks.trend is 'Trend before the break, natural logarithm per year.';
comment on column launch_breaks.level is 'Natural logarithm of the ratio of levels at the break.';
comment on column launch_breaks.level_low is 'Lower bound of its 95% interval.';
comment on column launch_breaks.level_high is 'Upper bound of its 95% interval.';
comment on column launch_breaks.slope is 'Change of the trend at the break, natural logarithm per year.';
comment on column launch_breaks.slope_low is 'Lower bound of its 95% interval.';
comment on column launch_breaks.slope_high is 'Upper bound of its 95% interval.';
comment on column launch_breaks.over_trend is 'Mean over the months after the break of the logarithm of what is fitted over the earlier trend continued.';
comment on column launch_breaks.over_trend_low is 'Lower bound of its 95% interval.';
comment on column launch_breaks.over_trend_high is 'Upper bound of its 95% interval.';
comment on column launch_breaks.plain is 'Natural logarithm of the monthly mean after the break over the mean before it, no trend in either.';
comment on column launch_breaks.plain_low is 'Lower bound of its 95% interval.';
comment on column launch_breaks.plain_high is 'Upper bound of its 95% interval.';
comment on column launch_breaks.dispersion is 'Variance over what a Poisson count would have (Pearson chi-square by degrees of freedom); above 1 is overdispersed.';
comment on column launch_breaks.autocorrelation is 'Correlation of the Pearson residuals of neighbouring months.';
comment on column launch_breaks.lags is 'Months back over which the error of Newey and West (1987) sums up correlation.';
comment on column launch_breaks.source_id is 'Source of the row: our own estimate.';
comment on column launch_breaks.evidence is 'Evidence grade of the launches it rests on.';
