"""Gaussian random walks seen through noisy readings: the Kalman smoother, for all walkers at once."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def smooth_walks(
    precision: Floats, pull: Floats, first: NDArray[np.intp], *, start_variance: float, step_variance: float
) -> tuple[Floats, Floats]:
    """Return mean and variance of each walker (row) at each time (column), given all its readings.

    `precision` is that of a reading, 0 where there is none, and `pull` the precision times its value.
    A walk begins at time `first` from N(0, start_variance); columns before that mean nothing.
    """
    walkers, times = precision.shape
    mean, variance = np.zeros((walkers, times)), np.full((walkers, times), start_variance)
    for t in range(times):
        begins = first >= t
        before = np.where(begins, 0.0, mean[:, t - 1])
        spread = np.where(begins, start_variance, variance[:, t - 1] + step_variance)
        variance[:, t] = 1 / (1 / spread + precision[:, t])
        mean[:, t] = variance[:, t] * (before / spread + pull[:, t])
    for t in range(times - 2, -1, -1):
        gain = variance[:, t] / (variance[:, t] + step_variance)
        mean[:, t] += gain * (mean[:, t + 1] - mean[:, t])
        variance[:, t] += gain**2 * (variance[:, t + 1] - variance[:, t] - step_variance)
    return mean, variance
