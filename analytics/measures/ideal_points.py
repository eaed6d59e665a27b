"""Ideal points of members over sessions: ordinal probit votes, each member's position a random walk.

The model of Bailey, Strezhnev & Voeten (2017, Journal of Conflict Resolution 61: 430-456), with
their priors. Where they draw from it by Gibbs sampling, this climbs to conditional modes by
expectation and maximisation: each round takes the expected latent utilities in place of drawn
ones, smooths every member's path, and improves the texts by a Newton step. No random number is used.

Votes alone cannot tell a shift of all members from a shift of the agenda. Two rules settle it:
the mean step of the members that vote in two successive sessions is zero, and over all
member-sessions ideal points have mean 0 and standard deviation 1.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.measures.ordinal_probit import Floats, Indices, Items, differentiate, improve_items, start_items
from analytics.measures.random_walk import smooth_walks

START_VARIANCE = 1.0
STEP_VARIANCE = 0.25
MOST_ROUNDS = 250
CLOSE_ENOUGH = 0.001


@dataclass(frozen=True)
class Votes:
    """Votes as indices: who, when, on which text, and how (0 yes, 1 abstain, 2 no)."""

    state: Indices
    session: Indices
    item: Indices
    level: Indices
    states: int
    sessions: int
    items: int

    @property
    def cell(self) -> Indices:
        """Return the place of each vote's member and session in a flat grid."""
        return self.state * self.sessions + self.session

    def add_up(self, values: Floats | None = None) -> Floats:
        """Return sums over votes (or their numbers) by member and session."""
        flat = np.bincount(self.cell, values, self.states * self.sessions)
        return flat.astype(float).reshape(self.states, self.sessions)


@dataclass(frozen=True)
class Estimate:
    """Ideal point of each member (row) in each session (column), its standard error, and what the search took."""

    mean: Floats
    error: Floats
    votes: Floats
    rounds: int
    last_move: float


def estimate_ideal_points(votes: Votes, anchor: int, report: Callable[[str], None] = lambda _: None) -> Estimate:
    """Return ideal points; the member `anchor` lies on the positive side on average."""
    number = votes.add_up()
    seen = number > 0
    theta = start_positions(votes, anchor)
    items = start_items(votes.level, votes.item, votes.items)
    held = np.zeros(votes.items, dtype=np.intp)
    held[votes.item] = votes.session
    moved = np.inf
    for turn in range(1, MOST_ROUNDS + 1):
        items = improve_items(votes.level, votes.item, theta.ravel()[votes.cell], items)
        found = expect_paths(votes, items, theta)
        shift = hold_level(found, seen)
        items = Items(items.slope, items.low + items.slope * shift[held], items.high + items.slope * shift[held])
        found = standardise(found + shift, seen)
        moved = float(np.abs(found - theta)[seen].max())
        theta = found
        report(f"round {turn}: largest move {moved:.4f}")
        if moved < CLOSE_ENOUGH:
            break
    side = np.sign(theta[anchor][seen[anchor]].mean()) or 1.0
    return Estimate(side * theta, standard_errors(votes, items, theta), number, turn, moved)


def start_positions(votes: Votes, anchor: int) -> Floats:
    """Return first positions: agreement with the anchor, standardised within each session."""
    stance = np.full(votes.items, np.nan)
    of_anchor = votes.state == anchor
    stance[votes.item[of_anchor]] = votes.level[of_anchor]
    gap = np.abs(votes.level - stance[votes.item])
    compared = votes.add_up(np.isfinite(gap).astype(float))
    agreement = 1 - votes.add_up(np.nan_to_num(gap)) / 2 / np.maximum(compared, 1)
    known = np.where(compared > 0, agreement, np.nan)
    theta = np.zeros_like(agreement)
    for t in range(votes.sessions):
        column = known[:, t]
        if np.nanstd(column) > 0:
            theta[:, t] = np.nan_to_num((column - np.nanmean(column)) / np.nanstd(column))
    return theta


def expect_paths(votes: Votes, items: Items, theta: Floats) -> Floats:
    """Return smoothed paths, from latent utilities expected at the present positions."""
    slope = items.slope[votes.item]
    position = slope * theta.ravel()[votes.cell]
    score = differentiate(votes.level, position, items.low[votes.item], items.high[votes.item]).score
    precision = votes.add_up(slope**2)
    return smooth_walks(
        precision,
        votes.add_up(slope * (position + score)),
        first_sessions(precision > 0),
        start_variance=START_VARIANCE,
        step_variance=STEP_VARIANCE,
    )[0]


def standard_errors(votes: Votes, items: Items, theta: Floats) -> Floats:
    """Return posterior standard deviations given the texts, from the votes' observed information."""
    slope = items.slope[votes.item]
    found = differentiate(votes.level, slope * theta.ravel()[votes.cell], items.low[votes.item], items.high[votes.item])
    precision = votes.add_up(slope**2 * found.information)
    variance = smooth_walks(
        precision,
        precision * theta,
        first_sessions(votes.add_up() > 0),
        start_variance=START_VARIANCE,
        step_variance=STEP_VARIANCE,
    )[1]
    return np.sqrt(variance)


def first_sessions(seen: NDArray[np.bool_]) -> Indices:
    """Return the first session of each member."""
    return np.asarray(np.argmax(seen, axis=1), dtype=np.intp)


def hold_level(theta: Floats, seen: NDArray[np.bool_]) -> Floats:
    """Return the shift of each session that leaves members who vote in it and the one before no mean step."""
    both = seen[:, 1:] & seen[:, :-1]
    steps = np.where(both, np.diff(theta, axis=1), 0.0).sum(axis=0) / np.maximum(both.sum(axis=0), 1)
    return -np.concatenate([[0.0], np.cumsum(steps)])


def standardise(theta: Floats, seen: NDArray[np.bool_]) -> Floats:
    """Return positions with mean 0 and standard deviation 1 over all member-sessions."""
    return np.asarray((theta - theta[seen].mean()) / theta[seen].std())
