"""Voting blocs: found where they are plain, and the same whatever members are called."""

import numpy as np
import pytest

from analytics.measures.blocs import Votes, blocs_of, kappas
from tests.alignment.voting import ask, hold_votes

EAST, WEST = ["AAA", "BBB", "CCC"], ["XXX", "YYY", "ZZZ"]


def two_camps(calls: int = 30) -> np.ndarray:
    """Return votes in which two camps of three oppose each other, each member astray once."""
    side = np.tile([1.0, 3.0, 1.0, 3.0, 2.0], calls)[:calls]
    levels = np.array([side] * 3 + [4.0 - side] * 3)
    for member in range(6):
        levels[member, member] = 2.0
    return levels


def test_two_camps_are_found() -> None:
    found = blocs_of(Votes(76, EAST + WEST, two_camps()))
    blocs = found.groupby("bloc")["state"].agg(list).tolist()
    assert sorted(blocs) == [EAST, WEST]
    assert (found["stability"] == 1).all()


def test_order_of_members_does_not_matter() -> None:
    turned = blocs_of(Votes(76, (EAST + WEST)[::-1], two_camps()[::-1]))
    assert sorted(turned.groupby("bloc")["state"].agg(sorted).tolist()) == [EAST, WEST]


def test_a_member_of_few_votes_has_no_bloc() -> None:
    levels = two_camps()
    levels[0, 5:] = 0
    found = blocs_of(Votes(76, EAST + WEST, levels))
    assert "AAA" not in set(found["state"])


def test_kappas_are_those_of_the_query() -> None:
    words = {0: "absent", 1: "yes", 2: "abstain", 3: "no"}
    rng = np.random.default_rng(7)
    levels = rng.integers(0, 4, (3, 40)).astype(float)
    found = kappas(levels, np.ones(40))
    connection = hold_votes(
        {state: [words[int(level)] for level in row] for state, row in zip(EAST, levels, strict=True)}
    )
    for one, other in ((0, 1), (0, 2), (1, 2)):
        (row,) = ask(connection, "agreement", state_a=EAST[one], state_b=EAST[other])
        assert found[one, other] == pytest.approx(row["kappa"])
