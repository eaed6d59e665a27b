"""Security Council tables against published totals."""

import duckdb
import pytest


@pytest.mark.parametrize(
    ("code", "drafts"),
    # The Library's list to April 2026, and the fifteen and one of 13 December 1955 that copies of it lack.
    [("SUN", 90 + 15), ("RUS", 42), ("USA", 90), ("GBR", 29), ("FRA", 16), ("CHN", 20), ("TWN", 1)],
)
def test_vetoes_cast(database: duckdb.DuckDBPyConnection, code: str, drafts: int) -> None:
    assert database.execute("select count(*) from veto_casts where cast_by = ?", [code]).fetchone() == (drafts,)


def test_differences_from_the_other_count_are_recorded(database: duckdb.DuckDBPyConnection) -> None:
    """Global Policy Forum counts 120, 76, 32, 18 and 5 to March 2003; each difference has its row."""
    other = {"RUS": 120, "USA": 76, "GBR": 32, "FRA": 18, "CHN": 5}
    ours = dict(
        database.execute("select member, drafts_vetoed from veto_totals('1946-01-01', '2003-03-31')").fetchall()
    )
    recorded = dict(
        database.execute(
            "select row_key[1:3], (value_used, value_other) from disagreements where source_other = 'gpf-veto-table'"
        ).fetchall()
    )
    assert {seat: (str(ours[seat]), str(count)) for seat, count in other.items()} == recorded


def test_every_resolution_is_held(database: duckdb.DuckDBPyConnection) -> None:
    row = database.execute(
        "select count(*), max(regexp_extract(resolution, '(\\d+) ', 1)::integer) from council_drafts "
        "where outcome = 'adopted'"
    ).fetchone()
    assert row == (2825, 2825)


def test_mongolia_was_vetoed_by_the_republic_of_china(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute("select date::varchar, cast_by from vetoes('1955-12-13', '1955-12-13', 'CHN')").fetchall()
    assert rows == [("1955-12-13", "TWN")]


def test_the_council_has_not_answered_since_2017(database: duckdb.DuckDBPyConnection) -> None:
    row = database.execute(
        "select max(date)::varchar from dprk_products('1993-01-01', '2026-06-29') "
        "where kind <> 'vetoed draft' and purpose <> 'mandate renewal'"
    ).fetchone()
    assert row == ("2017-12-22",)


def test_misprinted_days_of_resolutions_are_set_right(database: duckdb.DuckDBPyConnection) -> None:
    days = database.execute(
        "select regexp_extract(resolution, 'S/RES/(\\d+)', 1), voted_on::varchar from council_drafts "
        "where draft_id in (select row_key from corrections where table_name = 'council_drafts' "
        "and column_name = 'voted_on')"
    ).fetchall()
    assert dict(days) == {
        "451": "1979-06-15",
        "727": "1992-01-08",
        "840": "1993-06-15",
        "857": "1993-08-20",
        "928": "1994-06-20",
        "1009": "1995-08-10",
        "1550": "2004-06-29",
        "1564": "2004-09-18",
        "1585": "2005-03-10",
        "1664": "2006-03-29",
        "1708": "2006-09-14",
        "1744": "2007-02-20",
        "2763": "2024-12-13",
        "2809": "2025-12-23",
    }
