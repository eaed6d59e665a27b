"""Measures of alignment: published figures of others, and what must hold of any votes."""

import csv
import re
from itertools import permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.catalog.query import find_query
from tests.alignment.voting import ask, hold_votes

PUBLISHED = Path(__file__).with_name("session_73.csv")
VOTES = ["yes", "abstain", "no"]
MEASURES = ["same_share", "agree", "s_abs", "s_sq", "kappa", "pi", "a_abs"]
STATES = ["AAA", "BBB", "CCC"]
LOWEST = {"same_share": 0, "agree": 0, "s_abs": -1, "s_sq": -1, "kappa": -1, "pi": -1, "a_abs": -2}


def read_published() -> list[dict[str, str]]:
    with PUBLISHED.open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("query_id", ["agreement", "dyads"])
@pytest.mark.parametrize("pair", read_published(), ids=lambda pair: f"{pair['state_a']}-{pair['state_b']}")
def test_measures_of_published_counts(pair: dict[str, str], query_id: str) -> None:
    votes: dict[str, list[str]] = {pair["state_a"]: [], pair["state_b"]: []}
    for first, second in product(VOTES, VOTES):
        number = int(pair[f"{first}_{second}"])
        votes[pair["state_a"]] += [first] * number
        votes[pair["state_b"]] += [second] * number
    connection = hold_votes(votes)
    (found,) = ask(connection, query_id, state_a=pair["state_a"], state_b=pair["state_b"])
    assert found["roll_calls"] == sum(int(pair[f"{first}_{second}"]) for first, second in product(VOTES, VOTES))
    assert {name: found[name] for name in MEASURES} == pytest.approx(
        {name: float(pair[name]) for name in MEASURES}, abs=1e-6
    )


def test_the_method_writes_out_the_formulas_that_the_rows_follow() -> None:
    pair = {"AAA": ["yes", "yes", "no", "abstain", "no", "yes"], "BBB": ["yes", "no", "no", "yes", "abstain", "yes"]}
    x, y = ([VOTES.index(vote) + 1 for vote in cast] for cast in pair.values())
    known = {
        "n": len(x),
        "SAD": sum(abs(a - b) for a, b in zip(x, y, strict=True)),
        "SSD": sum((a - b) ** 2 for a, b in zip(x, y, strict=True)),
        "S1": sum(x),
        "S2": sum(y),
        "Q1": sum(a * a for a in x),
        "Q2": sum(b * b for b in y),
    }
    method = re.sub(r"\([A-Z][a-z][^)]*\)", "", find_query("agreement").method)
    written = dict(re.findall(r"(\w+) = (1 - [SADQ12n/()+² -]+)", method))
    (found,) = ask(hold_votes(pair), "agreement", state_a="AAA", state_b="BBB")
    for name in ("agree", "s_abs", "s_sq", "kappa", "pi"):
        sums = written[name].replace("2n", "(2 * n)").replace("2 S1 S2", "2 * S1 * S2").replace("²", "**2")
        assert eval(sums, {}, known) == pytest.approx(found[name]), sums


RENAMED = {"AAA": "ZZZ", "BBB": "MMM", "CCC": "KKK"}
assemblies = st.integers(1, 12).flatmap(
    lambda calls: st.fixed_dictionaries(
        {state: st.lists(st.sampled_from([*VOTES, "absent"]), min_size=calls, max_size=calls) for state in STATES}
    )
)


@settings(max_examples=25, deadline=None)
@given(assemblies, st.sampled_from(["pairwise", "abstain"]))
def test_symmetric_and_bounded(votes: dict[str, list[str]], absence: str) -> None:
    connection = hold_votes(votes)
    for first, second in (("AAA", "BBB"), ("BBB", "CCC")):
        one = ask(connection, "agreement", state_a=first, state_b=second, absence=absence)
        other = ask(connection, "agreement", state_a=second, state_b=first, absence=absence)
        assert [pytest.approx(row) for row in one] == other
        for row in one:
            assert all(LOWEST[name] - 1e-9 <= row[name] <= 1 + 1e-9 for name in MEASURES if name != "a_abs"), row
            assert row["agree"] == pytest.approx((1 + row["s_abs"]) / 2)


@settings(max_examples=25, deadline=None)
@given(assemblies, st.sampled_from(["pairwise", "abstain"]), st.sampled_from(["drop", "keep"]))
def test_counted_vote_by_vote_or_from_packed_votes(votes: dict[str, list[str]], absence: str, unanimous: str) -> None:
    connection = hold_votes(votes)
    for first, second in permutations(STATES, 2):
        asked = {"state_a": first, "state_b": second, "absence": absence, "unanimous": unanimous}
        plain, packed = (ask(connection, query_id, **asked) for query_id in ("agreement", "dyads"))
        assert [pytest.approx(row) for row in plain] == [{name: row[name] for name in plain[0]} for row in packed]


@settings(max_examples=15, deadline=None)
@given(assemblies)
def test_names_do_not_matter(votes: dict[str, list[str]]) -> None:
    renamed = {RENAMED[state]: cast for state, cast in votes.items()}
    before = ask(hold_votes(votes), "agreement", state_a="AAA", state_b="CCC")
    after = ask(hold_votes(renamed), "agreement", state_a="ZZZ", state_b="KKK")
    assert before == after


@settings(max_examples=15, deadline=None)
@given(assemblies)
def test_a_state_that_never_voted_has_no_pair(votes: dict[str, list[str]]) -> None:
    connection = hold_votes(votes | {"DDD": ["absent"] * len(votes["AAA"])})
    assert ask(connection, "agreement", state_a="AAA", state_b="DDD") == []


def test_germany_and_russia_in_1914() -> None:
    """The example of the literature, alliances of twenty states at levels 0 to 3: entente, neutrality, defence."""
    germany = [3, 3, 3, 3, 0, 0, 0] + [0] * 13
    russia = [0, 0, 1, 0, 3, 3, 1] + [0] * 13
    values = {
        "n": len(germany),
        "sad": sum(abs(a - b) for a, b in zip(germany, russia, strict=True)),
        "ssd": sum((a - b) ** 2 for a, b in zip(germany, russia, strict=True)),
        "s1": sum(germany),
        "s2": sum(russia),
        "q1": sum(level**2 for level in germany),
        "q2": sum(level**2 for level in russia),
    }
    found = hold_votes({"AAA": ["yes"]}).execute(
        "select s_abs_of($sad, $n, 3), s_sq_of($ssd, $n, 3), kappa_of($ssd, $n, $s1, $s2, $q1, $q2)", values
    )
    assert found.fetchone() == pytest.approx((0.4, 0.4444, -0.0776), abs=5e-5)
