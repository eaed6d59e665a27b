"""Recognitions against published totals, and rows checked against documents."""

import duckdb
import pandas as pd
import pytest

from analytics.paths import DATA
from analytics.sources.checked import apply_checked
from analytics.sources.recognition import CHECKED, SEEN
from analytics.sources.strict import read_facts

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
    ("PRK", "2025-06-30", 158, 1),  # about 159 to 160, with Portugal, whose embassy confirmed a break in 2017
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
    """102 members recognised it in early December 2025 if disputed withdrawals do not count; 119 ever did, to date."""
    row = database.execute(
        "select recognisers, disputed from recognition_totals('2025-12-01') where entity = 'XKX'"
    ).fetchone()
    ever = database.execute(
        "select count(distinct recogniser) from recognitions as r join states as s on s.state = r.recogniser "
        "where entity = 'XKX' and change = 'recognised' and s.kind = 'un_member'"
    ).fetchone()
    assert row == (102, 11)
    assert ever == (119,)


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


def test_nothing_of_the_compiled_entities_is_lost(database: duckdb.DuckDBPyConnection) -> None:
    assert database.execute("select count(*) from entities").fetchone() >= (24,)
    assert database.execute("select count(*) from recognitions").fetchone() >= (1_690,)


def test_most_changes_since_2014_rest_on_a_document(database: duckdb.DuckDBPyConnection) -> None:
    row = database.execute(
        "select avg((evidence <> 'D')::integer) from recognitions where event_date >= '2014-01-01'"
    ).fetchone()
    assert row is not None
    assert row[0] >= 0.60


def test_each_row_above_d_names_its_document(database: duckdb.DuckDBPyConnection) -> None:
    unnamed = database.execute(
        "select recognition_id from recognitions "
        "where evidence <> 'D' and (trim(citation) = '' or citation ilike '%to be checked%')"
    ).fetchall()
    assert unnamed == []


def test_checked_rows_are_rows_of_the_data_and_stand_there_as_checked() -> None:
    checked = read_facts(CHECKED).set_index("recognition_id")
    rows = read_facts(DATA / "recognitions.csv").set_index("recognition_id")
    assert checked.index.is_unique
    assert set(checked.index) <= set(rows.index)
    assert checked["citation"].notna().all()
    held = rows.loc[checked.index]
    assert (held["evidence"] == checked["evidence"]).all()
    assert (held["citation"] == checked["citation"]).all()
    assert (held["source_id"] == SEEN).all()


def test_a_checked_row_that_is_not_there_is_refused() -> None:
    rows = pd.DataFrame({"recognition_id": ["XAA-XBB"], "evidence": ["D"], "citation": [""], "source_id": [""]})
    with pytest.raises(ValueError, match="no such row"):
        apply_checked(rows, key="recognition_id", path=CHECKED, source_id=SEEN)


@pytest.mark.parametrize(
    ("row", "day", "precision"),
    [
        ("TGO-XKX-2018-06-28-withdrew", "2019-06-28", "day"),  # the note became public in August 2019
        ("LSO-ESH-2020-resumed", "2019-10-09", "day"),  # press release of the government of Lesotho
        ("HND-TWN-2023-03-26-withdrew", "2023-03-25", "day"),  # statement of Honduras, local time
    ],
)
def test_what_documents_proved_wrong_is_corrected(
    database: duckdb.DuckDBPyConnection, row: str, day: str, precision: str
) -> None:
    found = database.execute(
        "select event_date::varchar, date_precision from recognitions where recognition_id = ?", [row]
    ).fetchone()
    assert found == (day, precision)
