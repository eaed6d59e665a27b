"""What people type becomes values, or one clear line."""

from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog.parameters import bind_parameters, parse_value
from analytics.catalog.query import Parameter, find_query
from analytics.database.open import open_database
from analytics.errors import CordonError

KINDS = ["date", "integer", "number", "boolean", "text", "state", "entity", "choice"]


def parameter(kind: str) -> Parameter:
    """A required parameter of a type."""
    return Parameter("thing", kind, "a thing", True, None, "x", ("month", "year"))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("date", "2022-07-14", date(2022, 7, 14)),
        ("integer", "-3", -3),
        ("number", "0.05", 0.05),
        ("boolean", "True", True),
        ("choice", "Month", "month"),
        ("state", "rus", "RUS"),
        ("state", "North Korea", "PRK"),
        ("state", "dprk", "PRK"),
        ("entity", "xkx", "XKX"),
        ("entity", "Kosovo", "XKX"),
    ],
)
def test_values_parse(kind: str, text: str, value: object, database: duckdb.DuckDBPyConnection) -> None:
    assert parse_value(parameter(kind), text, database) == value


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("date", "2022-02-30", "not a day of the calendar"),
        ("date", "14.7.2022", "Write YYYY-MM-DD"),
        ("integer", "three", "not a whole number"),
        ("number", "nan", "not a number"),
        ("choice", "week", "not one of: month, year"),
        ("state", "Rusia", r"Nearest: RUS \(Russia\)"),
        ("entity", "Kosova", r"XKX \(Kosovo\)"),
    ],
)
def test_faults_are_named(kind: str, text: str, message: str, database: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(CordonError, match=message):
        parse_value(parameter(kind), text, database)


@given(kind=st.sampled_from(KINDS), text=st.text(max_size=300))
def test_noise_gives_a_value_or_our_error(kind: str, text: str) -> None:
    try:
        parse_value(parameter(kind), text, open_database())
    except CordonError as error:
        assert "thing" in str(error)
        assert len(str(error)) < 600


def test_unknown_and_missing_parameters_are_named(database: duckdb.DuckDBPyConnection) -> None:
    query = find_query("launches_to_date")
    with pytest.raises(CordonError, match="no parameter 'day'"):
        bind_parameters(query, {"day": "2022-07-14"}, database)
    with pytest.raises(CordonError, match=r"needs on: .*\. Example: 'launches_to_date\?on=2022-07-14'"):
        bind_parameters(query, {}, database)


def test_unknown_query_names_the_nearest() -> None:
    with pytest.raises(CordonError, match="launches_to_date"):
        find_query("launchs_to_date")


def test_a_span_must_not_end_before_it_begins() -> None:
    with pytest.raises(CordonError, match="from=2003-01-01, lies after the last, to=1990-01-01"):
        bind_parameters(find_query("veto_totals"), {"from": "2003-01-01", "to": "1990-01-01"}, open_database())
