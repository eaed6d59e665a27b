"""Votes as ordinal probit: yes, abstain and no are slices of one latent scale.

A vote is yes below the text's lower cut point, no above its upper one and abstain between them,
on the scale βθ + ε, where θ is the member's ideal point, β the text's slope and ε standard normal.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

YES, ABSTAIN, NO = 0, 1, 2
SLOPE_VARIANCE = 1.0
CUT_VARIANCE = 25.0
GAP_WEIGHT = 1.0
LARGEST_STEP = 1.0
KEPT_GAP = 0.2
SMALLEST_PROBABILITY = 1e-250
ROOT_TAU = np.sqrt(2 * np.pi)


@dataclass(frozen=True)
class Items:
    """Slope and cut points of each text that was voted on."""

    slope: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Derivatives:
    """Of each vote's log likelihood by its text's cut points: first ones, and second ones with the sign turned."""

    low: Floats
    high: Floats
    low_low: Floats
    high_high: Floats
    low_high: Floats

    @property
    def score(self) -> Floats:
        """Return the first derivative by the latent position βθ, which is E[ε] given the vote."""
        return -(self.low + self.high)

    @property
    def information(self) -> Floats:
        """Return the second derivative by the latent position, with the sign turned."""
        return self.low_low + self.high_high + 2 * self.low_high


def start_items(level: Indices, item: Indices, count: int) -> Items:
    """Return texts without slope, whose cut points follow their shares of yes and of abstain."""
    tallies = np.stack([np.bincount(item, level == kind, count) + 0.5 for kind in (YES, ABSTAIN, NO)])
    below = np.cumsum(tallies, axis=0) / tallies.sum(axis=0)
    return Items(np.zeros(count), 2 * below[0] - 1, 2 * below[1] - 1)


def differentiate(level: Indices, position: Floats, low: Floats, high: Floats) -> Derivatives:
    """Return the derivatives of log P(vote) at latent positions, given the cut points of each vote's text."""
    upper = np.where(level == YES, low, high) - position
    lower = np.where(level == NO, high, low) - position
    upper[level == NO], lower[level == YES] = np.inf, -np.inf
    # Φ is flat in its upper tail, where differences cancel: slices there are mirrored to the lower one.
    mirrored = lower > 0
    chance = ndtr(np.where(mirrored, -lower, upper)) - ndtr(np.where(mirrored, -upper, lower))
    chance = np.maximum(chance, SMALLEST_PROBABILITY)
    up, down = density(upper) / chance, density(lower) / chance
    up_up = up * (np.where(level == NO, 0.0, upper) + up)
    down_down = down * (down - np.where(level == YES, 0.0, lower))
    middle = level == ABSTAIN
    return Derivatives(
        low=np.where(middle, -down, np.where(level == YES, up, 0.0)),
        high=np.where(middle, up, np.where(level == NO, -down, 0.0)),
        low_low=np.where(middle, down_down, np.where(level == YES, up_up, 0.0)),
        high_high=np.where(middle, up_up, np.where(level == NO, down_down, 0.0)),
        low_high=np.where(middle, -up * down, 0.0),
    )


def density(x: Floats) -> Floats:
    """Return the standard normal density."""
    return np.asarray(np.exp(-0.5 * x * x) / ROOT_TAU)


def improve_items(level: Indices, item: Indices, theta: Floats, items: Items) -> Items:
    """Return texts after one Newton step up their posterior, given the ideal point behind each vote.

    Slopes have the prior N(0, 1), cut points N(0, 25), and the gap between them Gamma(2, 1), which
    keeps the cut points of a text without abstentions apart.
    """
    count, slope = len(items.slope), items.slope
    found = differentiate(level, slope[item] * theta, items.low[item], items.high[item])

    def total(values: Floats) -> Floats:
        return np.bincount(item, values, count).astype(np.float64)

    gap = items.high - items.low
    pull, bend = GAP_WEIGHT * (1 / gap - 1), GAP_WEIGHT / gap**2
    gradient = np.stack(
        [
            total(theta * found.score) - slope / SLOPE_VARIANCE,
            total(found.low) - items.low / CUT_VARIANCE - pull,
            total(found.high) - items.high / CUT_VARIANCE + pull,
        ],
        axis=1,
    )
    curvature = np.empty((count, 3, 3))
    curvature[:, 0, 0] = total(theta**2 * found.information) + 1 / SLOPE_VARIANCE
    curvature[:, 0, 1] = curvature[:, 1, 0] = -total(theta * (found.low_low + found.low_high))
    curvature[:, 0, 2] = curvature[:, 2, 0] = -total(theta * (found.high_high + found.low_high))
    curvature[:, 1, 1] = total(found.low_low) + 1 / CUT_VARIANCE + bend
    curvature[:, 2, 2] = total(found.high_high) + 1 / CUT_VARIANCE + bend
    curvature[:, 1, 2] = curvature[:, 2, 1] = total(found.low_high) - bend
    step: Floats = np.linalg.solve(curvature, gradient[:, :, None])[:, :, 0].astype(np.float64)
    step *= shorten(step, gap)[:, None]
    return Items(slope + step[:, 0], items.low + step[:, 1], items.high + step[:, 2])


def shorten(step: Floats, gap: Floats) -> Floats:
    """Return by how much to shorten each Newton step, so that it is no leap and the cut points keep their order."""
    closing = np.maximum(step[:, 1] - step[:, 2], 1e-12)
    leap = np.maximum(np.abs(step).max(axis=1), LARGEST_STEP)
    return np.asarray(np.minimum(LARGEST_STEP / leap, (1 - KEPT_GAP) * gap / closing))
