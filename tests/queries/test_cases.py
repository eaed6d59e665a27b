"""Every query answers its worked cases, on the real schema."""

import math
import re
from typing import Any

import pytest

from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import find_query, load_catalog
from tests.queries.cases import Case, derive, empty_for_now, fill, load_cases

# A million rows at most, which no order is worth half a second to.
UNORDERED = "dyads"


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: f"{case.query_id}-{case.path.stem}")
def test_case(case: Case) -> None:
    query = find_query(case.query_id)
    with empty_for_now() as connection:
        fill(connection, case.tables)
        derive(connection)
        bound = bind_parameters(query, case.params, connection)
        found = connection.execute(query.sql, bound).to_arrow_table().to_pylist()
    if query.id == UNORDERED:
        found.sort(key=lambda row: [str(row[name]) for name in query.grain])
    assert len(found) == len(case.expect), found
    for row, expected in zip(found, case.expect, strict=True):
        for name, value in expected.items():
            assert same(row[name], value), f"{name}: {row[name]!r} is not {value!r} in {row}"


def same(found: Any, expected: Any) -> bool:
    """Compare cells; numbers to six decimals."""
    if isinstance(expected, float) and isinstance(found, int | float):
        return math.isclose(found, expected, abs_tol=1e-6)
    return found == expected or (found is not None and str(found) == str(expected))


def test_every_query_has_a_case() -> None:
    with_case = {case.query_id for case in load_cases()}
    assert sorted(set(load_catalog()) - with_case) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"entity": "XAB"}, "entities, row 1: kind has no value. Give one of: state, government, territorial_claim."),
        ({"entity": "XAB", "kind": "claim"}, "entities, row 1: kind cannot be 'claim'. Give one of: state, gov"),
        ({"entity": "XAB", "kind": "state", "evidence": "E"}, "evidence cannot be 'E'. Give one of: A, B, C, D."),
    ],
)
def test_a_case_that_lacks_a_value_is_told_which(row: dict[str, str], said: str) -> None:
    with empty_for_now() as connection, pytest.raises(ValueError, match=re.escape(said)):
        fill(connection, {"entities": [row]})


def test_a_case_whose_row_breaks_a_check_is_told_what_was_filled() -> None:
    row = {"tie_id": "a", "initiator": "UKR", "target": "RUS", "event_date": "2022-02-24", "kind": "severed"}
    with empty_for_now() as connection, pytest.raises(ValueError, match=r"ties, row 1: .*end_status 'restored'"):
        fill(connection, {"ties": [row]})
