"""A count series interrupted at a break: step, change of trend, and their intervals.

Segmented quasi-Poisson regression with logarithmic link (Bernal, Cummins & Gasparrini 2017,
International Journal of Epidemiology 46: 348-355). Counts vary more than Poisson counts and
neighbouring periods move together. Two errors allow for both: that of Newey & West (1987), and the
quasi-Poisson one stretched by what first-order autocorrelation of the residuals does to a mean.
Either can be too short in a series of this length, so each interval is made from the wider one.
Everything is on the scale of natural logarithms, time in years.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import statsmodels.api as sm
from numpy.typing import NDArray
from scipy.stats import t as student

from analytics.errors import CordonError

LEAST_PERIODS = 24
CONFIDENCE = 0.95

Floats = NDArray[np.float64]


class Interval(NamedTuple):
    """An estimate with the bounds of its 95% interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Interruption:
    """What a break did to a series, as logarithms of ratios.

    `intercept` is the count expected in the first period after the break by the earlier `trend`;
    `over_trend` the mean over the periods after it of what is fitted over that trend continued;
    `plain` the mean after over the mean before, without trends.
    """

    intercept: float
    trend: float
    level: Interval
    slope: Interval
    over_trend: Interval
    plain: Interval
    dispersion: float
    autocorrelation: float
    lags: int


def estimate_interruption(counts: Floats, first_after: int, *, per_year: int) -> Interruption:
    """Return what changed at the period numbered `first_after` in a series of `per_year` periods a year.

    Raises CordonError with fewer than 24 periods, or no event, on either side.
    """
    check_sides(counts, first_after)
    years = (np.arange(len(counts)) - first_after) / per_year
    after = (years >= 0).astype(float)
    broken = fit(counts, np.column_stack([np.ones_like(years), years, after, after * years]))
    stepped = fit(counts, np.column_stack([np.ones_like(years), after]))
    intercept, trend = broken.robust.params[:2]
    return Interruption(
        intercept=float(intercept),
        trend=float(trend),
        level=combine(broken, [0, 0, 1, 0]),
        slope=combine(broken, [0, 0, 0, 1]),
        over_trend=combine(broken, [0, 0, 1, float(years[first_after:].mean())]),
        plain=combine(stepped, [0, 1]),
        dispersion=broken.dispersion,
        autocorrelation=broken.autocorrelation,
        lags=broken.lags,
    )


def check_sides(counts: Floats, first_after: int) -> None:
    """Raise CordonError for a series that is too short, or silent, on one side of the break."""
    for side, part in (("before", counts[: max(first_after, 0)]), ("after", counts[max(first_after, 0) :])):
        if len(part) < LEAST_PERIODS:
            raise CordonError(
                f"{len(part)} periods {side} the break are too few to tell a trend; {LEAST_PERIODS} are needed."
            )
        if not part.any():
            raise CordonError(f"Nothing was counted {side} the break: a ratio has no meaning. Choose another break.")


class Fit(NamedTuple):
    """A regression with either error: `robust` of Newey and West, `scaled` quasi-Poisson and autoregressive."""

    robust: Any
    scaled: Any
    dispersion: float
    autocorrelation: float
    lags: int


def fit(counts: Floats, design: Floats) -> Fit:
    """Return a Poisson regression of counts on the columns of a design."""
    model = sm.GLM(counts, design, family=sm.families.Poisson())
    lags = int(4 * (len(counts) / 100) ** (2 / 9))
    robust = model.fit(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True)
    left = robust.resid_pearson
    memory = float(left[1:] @ left[:-1] / (left @ left))
    dispersion = float(robust.pearson_chi2 / robust.df_resid)
    scaled = model.fit(scale=dispersion * max(1.0, (1 + memory) / (1 - memory)), use_t=True)
    return Fit(robust, scaled, dispersion, memory, lags)


def combine(found: Fit, contrast: list[float]) -> Interval:
    """Return a combination of coefficients with the wider of its two intervals, by t quantiles."""
    weights = np.array(contrast, dtype=float)
    value = float(weights @ found.robust.params)
    wider = max(float(np.ravel(one.t_test(weights).sd)[0]) for one in (found.robust, found.scaled))
    reach = wider * float(student.ppf((1 + CONFIDENCE) / 2, found.robust.df_resid))
    return Interval(value, value - reach, value + reach)
