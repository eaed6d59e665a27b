"""Membership of the United Nations on any day, against the totals that the United Nations publishes."""

import re
from string import ascii_uppercase

import duckdb
import pytest

from analytics.catalog.rules import load_checks
from analytics.charts.ties_network import CONTINENT_OF
from analytics.database.checks import run_check
from tests.queries.cases import fill, open_empty

# Growth in United Nations membership, un.org: members at the end of the year.
PUBLISHED = {
    1945: 51, 1946: 55, 1950: 60, 1955: 76, 1956: 80, 1957: 82, 1958: 82, 1960: 99, 1961: 104, 1962: 110, 1965: 117,
    1966: 122, 1970: 127, 1971: 132, 1973: 135, 1975: 144, 1980: 154, 1984: 159, 1990: 159, 1991: 166, 1992: 179,
    1993: 184, 1994: 185, 1999: 188, 2000: 189, 2002: 191, 2006: 192, 2011: 193, 2025: 193,
}  # fmt: skip


@pytest.mark.parametrize(("year", "members"), PUBLISHED.items())
def test_members_at_the_end_of_the_year(database: duckdb.DuckDBPyConnection, year: int, members: int) -> None:
    found = database.execute("select count(*) from un_members_on(make_date(?, 12, 31))", [year]).fetchone()
    assert found == (members,)


@pytest.mark.parametrize(
    ("day", "members", "others"),
    [
        ("1991-12-23", {"SUN"}, {"RUS"}),
        ("1991-12-24", {"RUS"}, {"SUN"}),
        ("1971-10-24", {"TWN"}, {"CHN"}),
        ("1971-10-25", {"CHN"}, {"TWN"}),
        ("1960-01-01", {"EGY", "CSK", "YUG"}, {"SYR", "CZE", "SRB", "DEU"}),
        ("1965-06-01", {"TZA"}, {"IDN", "ZNZ"}),
        ("1990-05-21", {"YMD", "YEM", "DDR"}, set()),
        ("1990-10-03", {"YEM", "DEU"}, {"YMD", "DDR"}),
        ("2006-06-03", {"SRB"}, {"SCG", "MNE"}),
        ("2011-07-14", {"SDN", "SSD"}, set()),
    ],
)
def test_history_is_right(database: duckdb.DuckDBPyConnection, day: str, members: set[str], others: set[str]) -> None:
    found = {row[0] for row in database.execute("select state from un_members_on(?::date)", [day]).fetchall()}
    assert members <= found
    assert not others & found


def test_the_seat_of_china_is_never_held_twice(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        "select state, joined_on::varchar, left_on::varchar from un_memberships "
        "where state in ('CHN', 'TWN') order by joined_on"
    ).fetchall()
    assert rows == [("TWN", "1945-10-24", "1971-10-25"), ("CHN", "1971-10-25", None)]


def test_series_joins_what_one_state_continues(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute("select state, series from states where state <> series order by state").fetchall()
    assert rows == [("SCG", "SRB"), ("SUN", "RUS")]


def test_every_region_has_its_place_in_the_circle_of_ties_and_no_other_passes() -> None:
    (known,) = (check for check in load_checks() if (check.table, check.rule) == ("states", "known_region"))
    connection = open_empty()
    rows = [
        {"state": f"QQ{letter}", "region": region}
        for letter, region in zip(ascii_uppercase, CONTINENT_OF, strict=False)
    ]
    fill(connection, {"states": [*rows, {"state": "XYZ", "region": "Carribean"}]})
    assert run_check(known, connection).examples == ("('XYZ', 'Carribean')",)
    assert len(re.findall("'[A-Z][^']+'", known.sql)) == len(CONTINENT_OF)


def test_a_spell_that_did_not_begin_by_admission_says_how_it_began() -> None:
    connection = open_empty()
    spell = {"state": "XYZ", "joined_on": "1991-12-24", "entry": "took_over"}
    with pytest.raises(ValueError, match="un_memberships"):
        fill(connection, {"states": [{"state": "XYZ"}], "un_memberships": [spell]})
    fill(connection, {"un_memberships": [spell | {"note": "Continued the seat of another"}]})
