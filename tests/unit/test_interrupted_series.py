"""An interrupted series: known effects are found again, none is not found, and the sums are those done by hand."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.stats import t as student

from analytics.errors import CordonError
from analytics.measures.interrupted_series import Interruption, estimate_interruption

PERIODS, BREAK, PER_YEAR = 240, 160, 12
SIMULATIONS = 60


def simulate(seed: int, *, level: float, slope: float, memory: float = 0.0, spread: float = 0.4) -> np.ndarray:
    """Draw counts about a broken trend; what is left over is gamma-like and remembers the period before."""
    random = np.random.default_rng(seed)
    years = (np.arange(PERIODS) - BREAK) / PER_YEAR
    after = years >= 0
    noise = np.zeros(PERIODS)
    shocks = random.normal(0, spread * np.sqrt(1 - memory**2), PERIODS)
    for place in range(1, PERIODS):
        noise[place] = memory * noise[place - 1] + shocks[place]
    return random.poisson(np.exp(1.0 + 0.05 * years + after * (level + slope * years) + noise - spread**2 / 2)).astype(
        float
    )


def estimates(memory: float, level: float, slope: float) -> list[Interruption]:
    return [
        estimate_interruption(simulate(seed, level=level, slope=slope, memory=memory), BREAK, per_year=PER_YEAR)
        for seed in range(SIMULATIONS)
    ]


@pytest.mark.parametrize("memory", [0.0, 0.5])
def test_a_known_effect_is_found(memory: float) -> None:
    found = estimates(memory, level=0.9, slope=-0.15)
    assert np.mean([one.level.value for one in found]) == pytest.approx(0.9, abs=0.08)
    assert np.mean([one.slope.value for one in found]) == pytest.approx(-0.15, abs=0.03)
    assert np.mean([one.level.low < 0.9 < one.level.high for one in found]) >= 0.88
    assert np.mean([one.slope.low < -0.15 < one.slope.high for one in found]) >= 0.88
    assert np.mean([one.level.low > 0 for one in found]) > 0.9


@pytest.mark.parametrize(("memory", "most"), [(0.0, 0.08), (0.5, 0.16)])
def test_where_there_is_none_few_intervals_leave_one_out(memory: float, most: float) -> None:
    found = estimates(memory, level=0.0, slope=0.0)
    assert abs(np.mean([one.level.value for one in found])) < 0.08
    assert np.mean([one.level.low > 0 or one.level.high < 0 for one in found]) <= most


def test_neighbours_that_move_together_widen_the_interval() -> None:
    apart = np.mean([one.level.high - one.level.low for one in estimates(0.0, 0.0, 0.0)])
    together = np.mean([one.level.high - one.level.low for one in estimates(0.7, 0.0, 0.0)])
    assert together > 1.1 * apart
    assert np.mean([one.autocorrelation for one in estimates(0.7, 0.0, 0.0)]) > 0.1


def test_dispersion_is_that_of_the_counts() -> None:
    plain = [one.dispersion for one in (estimate_of_noise(seed, 0.0) for seed in range(10))]
    assert np.mean(plain) == pytest.approx(1, abs=0.1)
    assert np.mean([estimate_of_noise(seed, 0.8).dispersion for seed in range(10)]) > 2


def estimate_of_noise(seed: int, spread: float) -> Interruption:
    return estimate_interruption(simulate(seed, level=0, slope=0, spread=spread), BREAK, per_year=PER_YEAR)


def test_it_is_the_sum_done_plainly() -> None:
    """Maximum of the likelihood by search, and both errors written out."""
    counts = np.random.default_rng(5).poisson(3, 60).astype(float)
    counts[36:] += np.random.default_rng(6).poisson(2, 24)
    found = estimate_interruption(counts, 36, per_year=4)
    years = (np.arange(60) - 36) / 4
    after = (years >= 0).astype(float)
    design = np.column_stack([np.ones(60), years, after, after * years])
    best = minimize(
        lambda b: np.exp(design @ b).sum() - counts @ design @ b,
        np.zeros(4),
        jac=lambda b: design.T @ (np.exp(design @ b) - counts),
        options={"gtol": 1e-9},
    ).x
    expected = np.exp(design @ best)
    scores = design * (counts - expected)[:, None]
    meat = scores.T @ scores
    for lag in range(1, 4):
        joint = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / 4) * (joint + joint.T)
    bread = np.linalg.inv(design.T @ (design * expected[:, None]))
    left = (counts - expected) / np.sqrt(expected)
    dispersion, memory = left @ left / 56, left[1:] @ left[:-1] / (left @ left)
    stretched = bread * dispersion * max(1, (1 + memory) / (1 - memory))
    errors = np.sqrt(np.maximum(np.diag(bread @ meat @ bread) * 60 / 56, np.diag(stretched)))
    reach = student.ppf(0.975, 56) * errors
    assert (found.intercept, found.trend) == pytest.approx(tuple(best[:2]), abs=1e-5)
    assert found.level == pytest.approx((best[2], best[2] - reach[2], best[2] + reach[2]), abs=1e-4)
    assert found.slope == pytest.approx((best[3], best[3] - reach[3], best[3] + reach[3]), abs=1e-4)
    assert (found.dispersion, found.autocorrelation, found.lags) == pytest.approx((dispersion, memory, 3), abs=1e-4)
    assert found.plain.value == pytest.approx(np.log(counts[36:].mean() / counts[:36].mean()), abs=1e-6)
    assert found.over_trend.value == pytest.approx(best[2] + best[3] * years[36:].mean(), abs=1e-4)


@pytest.mark.parametrize(
    ("counts", "first_after", "said"),
    [
        (np.ones(60), 10, "10 periods before"),
        (np.ones(60), 50, "10 periods after"),
        (np.ones(60), -3, "0 periods before"),
        (np.ones(60), 90, "0 periods after"),
        (np.r_[np.zeros(30), np.ones(30)], 30, "counted before"),
        (np.r_[np.ones(30), np.zeros(30)], 30, "counted after"),
    ],
)
def test_too_short_or_silent_a_series_is_refused(counts: np.ndarray, first_after: int, said: str) -> None:
    with pytest.raises(CordonError, match=said):
        estimate_interruption(counts, first_after, per_year=12)
