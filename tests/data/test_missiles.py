"""The launches and explosions against published totals."""

import duckdb
import pytest

KOREAN_BY_YEAR = {
    1984: 6, 1986: 1, 1990: 2, 1991: 1, 1992: 1, 1993: 4, 1998: 1, 2006: 7, 2009: 8, 2012: 2, 2013: 6, 2014: 19,
    2015: 15, 2016: 24, 2017: 21, 2019: 27, 2020: 9, 2021: 6, 2022: 69, 2023: 33, 2024: 41, 2025: 11, 2026: 25,
}  # fmt: skip


def count(database: duckdb.DuckDBPyConnection, condition: str, table: str = "missile_launches") -> int:
    row = database.execute(f"select count(*) from {table} where {condition}").fetchone()
    assert row is not None
    return int(row[0])


def test_korean_missiles_by_year(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        "select year(coalesce(launch_day, date_utc)), count(*) from missile_launches where state = 'PRK' group by 1"
    ).fetchall()
    assert dict(rows) == KOREAN_BY_YEAR
    assert sum(KOREAN_BY_YEAR.values()) == 339


@pytest.mark.parametrize("day", ["launch_day", "date_utc"])
def test_31_missiles_on_16_days_by_14_july_2022(database: duckdb.DuckDBPyConnection, day: str) -> None:
    rows = database.execute(
        f"select count(*), count(distinct {day}) from missile_launches "
        f"where state = 'PRK' and {day} between '2022-01-01' and '2022-07-14'"
    ).fetchall()
    assert rows == [(31, 16)]


@pytest.mark.parametrize(
    ("first", "last", "published"),
    [
        ("1984-01-01", "1994-07-08", 15),  # under Kim Il Sung, CNS 2017
        ("1994-07-09", "2011-12-17", 16),  # under Kim Jong Il, CNS 2017
        ("1984-01-01", "2013-12-31", 39),  # the three decades before 2014, CNS 2017
        ("2014-01-01", "2014-09-15", 19),  # by that day of each year, CNS 14 September 2017
        ("2015-01-01", "2015-09-15", 13),
        ("2016-01-01", "2016-09-15", 22),
    ],
)
def test_counts_published_by_cns(database: duckdb.DuckDBPyConnection, first: str, last: str, published: int) -> None:
    day = "coalesce(launch_day, date_utc)"
    assert count(database, f"state = 'PRK' and {day} between '{first}' and '{last}'") == published


def test_2017_holds_one_more_than_cns_published_that_september(database: duckdb.DuckDBPyConnection) -> None:
    assert count(database, "state = 'PRK' and launch_day between '2017-01-01' and '2017-09-15'") == 19 + 1
    assert count(database, "row_key = 'PRK 2017 to 15 September' and value_other = '19'", "disagreements") == 1


def test_times_and_places_of_the_source_are_mended(database: duckdb.DuckDBPyConnection) -> None:
    assert count(database, "site ilike '%missle%' or site ilike '%wast%'") == 0
    assert count(database, "launch_id in ('NK0074', 'NK0111') and hour(time_utc) = 0") == 2
    assert count(database, "table_name = 'missile_launches' and column_name = 'site'", "corrections") == 19


def test_filler_bearings_are_gone(database: duckdb.DuckDBPyConnection) -> None:
    assert count(database, "state = 'PRK' and outcome = 'failure'") == 38
    assert count(database, "state = 'PRK' and outcome = 'failure' and bearing_deg is null") == 27
    assert count(database, "state = 'PRK' and landing_latitude is not null") == 258


def test_other_states_are_there_and_strikes_marked(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute("select state, count(*) from missile_launches where state <> 'PRK' group by 1").fetchall()
    assert dict(rows) == {"IRN": 138, "IND": 217, "PAK": 95}
    assert count(database, "operational_use and state = 'IRN'") == 55
    assert count(database, "operational_use") == 55


def test_nuclear_explosions_by_state(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute("select state, count(*) from nuclear_tests group by 1").fetchall()
    published = {"USA": 1032, "SUN": 715, "FRA": 210, "GBR": 45, "CHN": 45, "IND": 3, "PAK": 2, "PRK": 6}
    assert dict(rows) == published | {"SUN": 714}
    assert count(database, "is_combat and state = 'USA'", "nuclear_tests") == 2


def test_six_korean_tests_with_published_yields(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        "select year(date_local), yield_kt_best from nuclear_tests where state = 'PRK' order by date_local"
    ).fetchall()
    assert rows == [(2006, 0.48), (2009, 7.7), (2013, 13.5), (2016, 11.4), (2016, 18.0), (2017, 109.4)]


def test_uncounted_launches_stay_apart(database: duckdb.DuckDBPyConnection) -> None:
    assert count(database, "true", "uncounted_launches") == 30
    assert count(database, "reason <> 'outside_rule'", "uncounted_launches") == 4
