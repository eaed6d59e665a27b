"""What must hold of the index whatever is recorded, on a small world: more done to a state never isolates it less."""

from copy import deepcopy
from functools import cache
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.catalog.header import load_yaml
from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import find_query
from tests.queries.cases import CASES, derive, fill, open_empty

World = dict[str, list[dict[str, Any]]]
DAY = "2020-06-30"
STATES = ["AAA", "BBB", "CCC", "DDD"]
RENAMED = dict(zip(STATES, ["ZZZ", "MMM", "KKK", "PPP"], strict=True))
FILLED = [
    "coverage", "states", "un_memberships", "weights", "isolation_dimensions", "isolation_measures", "isolation_draws",
    "entities", "recognitions", "ties", "sanctions", "organisations", "exclusions", "derived.isolation_spells",
    "derived.isolation_products", "derived.isolation_votes", "derived.isolation_score_places",
    "derived.isolation_draw_picks",
    "derived.roll_call_places", "derived.packed_votes",
]  # fmt: skip
SANCTION = {
    "sender_kind": "state", "started_on": "2015-01-01", "start_precision": "day", "end_precision": "none",
    "end_status": "in_force", "origin": "autonomous", "evidence": "B",
}  # fmt: skip
empty = cache(open_empty)


def small_world() -> World:
    return load_yaml((CASES / "isolation_world.yml").read_text(encoding="utf-8"))


def hold(world: World) -> duckdb.DuckDBPyConnection:
    """Return a database with this world alone."""
    connection = empty()
    for table in reversed(FILLED):
        connection.execute(f"delete from {table}")
    fill(connection, world)
    derive(connection)
    return connection


def index_of(world: World, weights: str | None = None) -> dict[str, dict[str, Any]]:
    query, connection = find_query("isolation_index"), hold(world)
    bound = bind_parameters(query, {"on": DAY, "weights": weights}, connection)
    return {row["state"]: row for row in connection.execute(query.sql, bound).to_arrow_table().to_pylist()}


pairs = st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(STATES)).filter(lambda p: p[0] != p[1]), max_size=6)


@settings(max_examples=12, deadline=None)
@given(held=pairs, added=st.tuples(st.sampled_from(STATES), st.sampled_from(STATES)).filter(lambda p: p[0] != p[1]))
def test_adding_a_sanction_never_lowers_the_index(held: list[tuple[str, str]], added: tuple[str, str]) -> None:
    def sanctioned(pairs: list[tuple[str, str]]) -> World:
        rows = [{"sanction_id": f"s{n}", "sender": a, "target": b} | SANCTION for n, (a, b) in enumerate(pairs)]
        return small_world() | {"sanctions": rows}

    before, after = index_of(sanctioned(held)), index_of(sanctioned([*held, added]))
    for state in STATES:
        assert after[state]["index"] >= before[state]["index"] - 1e-9
        if state != added[1]:
            assert after[state]["index"] == pytest.approx(before[state]["index"])


MORE = {
    "ties": {"tie_id": "n", "initiator": "BBB", "target": "AAA", "event_date": "2011-01-01", "kind": "severed",
             "end_status": "ongoing", "date_precision": "day"},
    "recognitions": {"recognition_id": "n", "recogniser": "CCC", "entity": "AAA", "event_date": "2001-01-01",
                     "date_precision": "day", "change": "not_recognised"},
    "exclusions": {"exclusion_id": "n", "organisation": "OTHER", "state": "AAA", "kind": "suspension",
                   "class": "involuntary", "started_on": "2016-01-01", "start_precision": "day",
                   "end_precision": "none"},
}  # fmt: skip


@pytest.mark.parametrize(("table", "row"), MORE.items(), ids=MORE)
def test_more_of_anything_raises_it(table: str, row: dict[str, Any]) -> None:
    world = small_world()
    more = deepcopy(world)
    more["organisations"].append({"organisation": "OTHER", "name": "Other", "kind": "body"})
    more[table].append(row | {"evidence": "B"})
    assert index_of(more)["AAA"]["index"] > index_of(world)["AAA"]["index"]


def test_names_do_not_matter() -> None:
    def rename(value: Any) -> Any:
        return RENAMED.get(value, value) if isinstance(value, str) else value

    world = small_world()
    renamed = {
        table: [{name: rename(value) for name, value in row.items()} for row in rows] for table, rows in world.items()
    }
    before, after = index_of(world), index_of(renamed)
    told = ("index", "rank", "geometric", "recognition", "ties", "sanctions", "exclusion", "missing_reason")
    for state, other in RENAMED.items():
        assert [before[state][name] for name in told] == [after[other][name] for name in told]


def test_a_dimension_not_observed_leaves_its_weight_to_the_others() -> None:
    world = small_world()
    whole = index_of(world)["AAA"]
    assert whole["alignment"] is None
    told = index_of(world, "recognition=1,ties=1,sanctions=1,exclusion=1")["AAA"]
    assert whole["index"] == pytest.approx(told["index"])
    later = [
        row | {"starts_on": "2020-07-01"} if row["table_name"] == "sanctions" else row for row in world["coverage"]
    ]
    less = index_of(world | {"coverage": later}, "recognition=1,ties=2,sanctions=1,exclusion=1")["AAA"]
    assert less["sanctions"] is None
    assert less["missing_reason"].endswith("sanctions: Covered from 2020-07-01")
    # (33.3 + 2 × 66.7 + 50) / 4: what is left is weighed among itself.
    assert less["index"] == pytest.approx((100 / 3 + 2 * 200 / 3 + 50) / 4)
