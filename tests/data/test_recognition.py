"""Recognitions against published totals."""

import duckdb
import pytest

# Entity, day, recognising UN members, other recognisers, and who publishes the figure.
PUBLISHED = [
    ("XDN", "2022-07-14", 3, 2),  # TASS, 13 July 2022: Russia, Syria, North Korea; Abkhazia, South Ossetia
    ("XLN", "2022-07-14", 3, 2),
    ("TWN", "2025-12-01", 11, 1),  # 12 with the Holy See
    ("TWN", "2022-07-14", 13, 1),  # 14 with the Holy See
    ("PSE", "2025-09-24", 157, 2),  # 157 UN members; the Holy See and the Sahrawi Republic
    ("XAB", "2022-07-14", 5, 3),
    ("XSO", "2022-07-14", 5, 3),
    ("XNC", "2022-07-14", 1, 0),
    ("XSL", "2026-01-01", 1, 0),
    ("KOR", "2025-12-31", 191, 3),  # and the Holy See, the Cook Islands, Niue; Syria's is known to the year
    ("CHN", "2025-12-01", 180, 3),  # 183 in all, Foreign Ministry of the People's Republic
    ("ISR", "2024-06-30", 164, None),
    ("PRK", "2025-06-30", 159, 1),  # about 159 to 160
]


@pytest.mark.parametrize(("entity", "day", "members", "others"), PUBLISHED)
def test_published_totals(
    database: duckdb.DuckDBPyConnection, entity: str, day: str, members: int, others: int | None
) -> None:
    row = database.execute(
        "select recognisers, other_recognisers from recognition_totals(?::date) where entity = ?", [day, entity]
    ).fetchone()
    assert row is not None
    assert row[0] == members
    assert others is None or row[1] == others


def test_kosovo_shows_both_counts(database: duckdb.DuckDBPyConnection) -> None:
    """102 members recognise it if disputed withdrawals do not count; 118 ever did. Kosovo counts 117, Serbia fewer."""
    row = database.execute(
        "select recognisers, disputed from recognition_totals('2025-12-01') where entity = 'XKX'"
    ).fetchone()
    ever = database.execute(
        "select count(distinct recogniser) from recognitions as r join states as s on s.state = r.recogniser "
        "where entity = 'XKX' and change = 'recognised' and s.kind = 'un_member'"
    ).fetchone()
    assert row == (102, 11)
    assert ever == (118,)


def test_all_but_one_recognise_cyprus_and_armenia(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        "select entity, recognisers from recognition_totals('2022-07-14') where entity in ('ARM', 'CYP') order by 1"
    ).fetchall()
    assert rows == [("ARM", 191), ("CYP", 191)]


def test_whether_syria_still_recognises_is_open(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        "select position, certain from recognition_status('XDN', '2025-06-30') where state = 'SYR'"
    ).fetchall()
    assert rows == [("recognised", False)]


def test_twenty_four_entities_are_held_in_full(database: duckdb.DuckDBPyConnection) -> None:
    assert database.execute("select count(*) from entities").fetchone() == (24,)
    assert database.execute("select count(*) from recognitions").fetchone() == (1_683,)
