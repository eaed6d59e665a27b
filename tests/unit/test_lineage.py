"""Lineage opens macros, and the as-of day is that of the table that ends first."""

import subprocess
import sys
from datetime import date

import duckdb
import pytest

from analytics.catalog.lineage import Reading, as_of
from analytics.catalog.run import run_query
from analytics.paths import ROOT


def tables_of(sql: str, database: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    return Reading(database).tables_of(sql, database)


def test_macros_are_opened(database: duckdb.DuckDBPyConnection) -> None:
    assert tables_of("select * from recognition_status('XDN', $on)", database) == (
        "entities", "recognitions", "states", "un_memberships",
    )  # fmt: skip


def test_a_table_that_shares_its_name_with_a_query_is_named(database: duckdb.DuckDBPyConnection) -> None:
    assert tables_of("select * from ideal_points($session)", database) == (
        "ga_votes", "ideal_points", "roll_calls", "states",
    )  # fmt: skip
    assert "isolation_cases" in tables_of("select * from isolation_cases()", database)


def test_a_name_of_a_query_that_is_only_a_name_is_no_call(database: duckdb.DuckDBPyConnection) -> None:
    assert tables_of("with launches as (select 1 as x) select x from launches", database) == ()


@pytest.mark.parametrize(
    ("rows", "until"),
    [
        ([("ties", "2026-09-30", 30), ("weights", "2024-12-31", 365)], date(2026, 9, 30)),
        ([("ties", "2026-09-30", 30), ("council_drafts", "2026-06-29", 30)], date(2026, 6, 29)),
        ([("missions", "2020-12-31", None)], date(2020, 12, 31)),
        ([], None),
    ],
)
def test_as_of(rows: list[tuple[str, str, int | None]], until: date | None) -> None:
    connection = duckdb.connect()
    connection.execute(
        "create table coverage (table_name varchar, ends_on date, cadence_days integer, part varchar default 'all')"
    )
    for row in rows:
        connection.execute("insert into coverage (table_name, ends_on, cadence_days) values (?, ?, ?)", row)
    assert as_of(tuple(row[0] for row in rows), connection) == until


@pytest.mark.parametrize(("state", "year"), [("IRN", 2019), ("PRK", 2026)])
def test_the_launches_of_a_state_end_with_its_own_list(state: str, year: int) -> None:
    result = run_query("launches", {"from": "1980-01-01", "to": "2026-11-01", "state": state})
    assert result.as_of is not None and result.as_of.year == year


def test_a_result_names_its_sources_and_version() -> None:
    result = run_query("launches_to_date", {"on": "2022-07-14"})
    assert result.lineage == ("missile_launches",)
    assert not result.sources.empty
    assert "+" in result.version


def test_macros_come_in_the_same_order_in_every_process() -> None:
    script = "from analytics.catalog.macros import query_macros; print(*query_macros())"
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_sources_of_most_rows_come_first_and_those_of_names_and_weights_last() -> None:
    named = run_query("ties_broken", {"on": "2022-07-14"})
    counts = named.frame["source"].value_counts()
    assert [counts[source] for source in named.sources["source_id"]] == sorted(counts, reverse=True)
    behind = list(run_query("isolation_index", {"on": "2022-07-14"}).sources["source_id"])
    assert behind[0] == "un-digital-library", "of 950,000 votes"
    assert behind.index("world-bank-wdi") > behind.index("ties-compiled")
