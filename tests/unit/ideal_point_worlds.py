"""Simulated assemblies with known ideal points."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.measures.ideal_points import Votes, standardise


@dataclass(frozen=True)
class World:
    """True ideal points, standardised, and the votes they led to."""

    truth: NDArray[np.float64]
    seen: NDArray[np.bool_]
    votes: Votes


def simulate(seed: int, *, states: int = 60, sessions: int = 8, texts: int = 40, absent: float = 0.15) -> World:
    """Draw an assembly from the model: random walks, texts with slopes and cut points, absences at random."""
    random = np.random.default_rng(seed)
    walks = random.normal(0, 1, states)[:, None] + np.cumsum(random.normal(0, 0.15, (states, sessions)), axis=1)
    walks[0] += 2.0
    walks -= np.concatenate([[0.0], np.cumsum(np.diff(walks, axis=1).mean(axis=0))])
    truth = standardise(walks, np.ones(walks.shape, dtype=bool))
    session = np.repeat(np.arange(sessions), texts)
    slope = random.normal(0, 1.5, sessions * texts)
    low = random.normal(0.5, 0.8, sessions * texts)
    high = low + random.gamma(2, 0.4, sessions * texts)
    latent = slope * truth[:, session] + random.normal(0, 1, (states, sessions * texts))
    level = (latent > low).astype(int) + (latent > high)
    cast = random.random(level.shape) > absent
    divided = np.array([len(set(level[cast[:, j], j])) > 1 for j in range(sessions * texts)])
    state, item = np.nonzero(cast & divided)
    names, renamed = np.unique(item, return_inverse=True)
    votes = Votes(state, session[item], renamed, level[state, item], states, sessions, len(names))
    return World(truth, votes.add_up() > 0, votes)
