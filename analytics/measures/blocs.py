"""Voting blocs of each session of the General Assembly, and how firmly each member belongs to its own.

Members are joined by Cohen's kappa (squared weights) where it is above 0 and rests on at least ten joint
votes, and grouped by the Louvain method (Blondel et al. 2008) as networkx implements it. The blocs are those
of all roll calls that were not unanimous. Stability asks whether other texts would have shown the same
blocs: roll calls are drawn again with replacement (Efron's bootstrap), and a member's stability is the mean
share of its fellows that stay with it.
"""

from dataclasses import dataclass

import duckdb
import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray

RESAMPLES = 25
SEED = 20220714
LEAST_JOINT = 10

Grid = NDArray[np.float64]


@dataclass(frozen=True)
class Votes:
    """Votes of one session: members by roll calls, 1 yes, 2 abstain, 3 no, 0 absent."""

    session: int
    members: list[str]
    levels: Grid


def estimate_blocs(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return session, state, bloc (1 the largest) and stability (0 to 1) of every member that voted enough."""
    return pd.concat([blocs_of(votes) for votes in read_sessions(connection)], ignore_index=True)


def read_sessions(connection: duckdb.DuckDBPyConnection) -> list[Votes]:
    """Return the votes of every session, unanimous roll calls left out."""
    rows = connection.execute(
        """
        select p.session, s.series as state, p.place,
            case v.vote when 'yes' then 1.0 when 'abstain' then 2.0 when 'no' then 3.0 else 0.0 end as level
        from ga_votes as v
        join states as s on s.state = v.state
        join derived.roll_call_places as p on p.roll_call_id = v.roll_call_id
        where not p.unanimous
        """
    ).df()
    found = []
    for session, part in rows.groupby("session"):
        grid = part.pivot_table(index="state", columns="place", values="level", aggfunc="max", fill_value=0.0)
        found.append(Votes(int(str(session)), list(grid.index), grid.to_numpy()))
    return found


def blocs_of(votes: Votes) -> pd.DataFrame:
    """Return the blocs of one session and each member's stability."""
    calls = votes.levels.shape[1]
    labels = group(kappas(votes.levels, np.ones(calls)), SEED)
    draws = np.random.default_rng([SEED, votes.session])
    together = np.zeros((len(labels), len(labels)))
    for draw in range(RESAMPLES):
        weights = np.bincount(draws.integers(0, calls, calls), minlength=calls).astype(float)
        drawn = group(kappas(votes.levels, weights), SEED + draw)
        together += drawn[:, None] == drawn[None, :]
    fellows = (labels[:, None] == labels[None, :]) & ~np.eye(len(labels), dtype=bool)
    stability = (together * fellows).sum(axis=1) / np.maximum(fellows.sum(axis=1), 1) / RESAMPLES
    kept = fellows.any(axis=1)
    return pd.DataFrame(
        {
            "session": votes.session,
            "state": np.array(votes.members)[kept],
            "bloc": labels[kept],
            "stability": stability[kept].round(3),
        }
    )


def kappas(levels: Grid, weights: Grid) -> Grid:
    """Return Cohen's kappa of every pair, 0 where joint votes are few; roll calls count by their weights."""
    voted = (levels > 0).astype(float)
    joint = (voted * weights) @ voted.T
    sums = (levels * weights) @ voted.T
    squares = (levels**2 * weights) @ voted.T
    distances = squares + squares.T - 2 * ((levels * weights) @ levels.T)
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = squares + squares.T - 2 * sums * sums.T / joint
        found = 1 - distances / chance
    # A member that always voted alike leaves a denominator that is 0 but for rounding.
    return np.where((joint >= LEAST_JOINT) & (chance > 1e-9), found, 0.0)


def group(agreement: Grid, seed: int) -> NDArray[np.int64]:
    """Return the bloc of each member, 1 the largest; members without ties stand alone."""
    network = nx.from_numpy_array(np.triu(np.maximum(agreement, 0.0), 1))
    communities = nx.community.louvain_communities(network, seed=seed)
    labels = np.zeros(len(agreement), dtype=np.int64)
    for number, members in enumerate(sorted(communities, key=lambda found: (-len(found), min(found))), start=1):
        labels[list(members)] = number
    return labels
