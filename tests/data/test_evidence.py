"""How much of the compiled measures was checked against documents, and that what was raised names its document."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics.paths import DATA, ROOT
from analytics.sources.checked import apply_checked

SOURCES = ROOT / "analytics" / "sources"
KEYS = {"ties": "tie_id", "exclusions": "exclusion_id", "sanctions": "sanction_id"}
DATES = {"ties": "event_date", "exclusions": "started_on", "sanctions": "started_on"}


def checked_rows(table: str) -> pd.DataFrame:
    return pd.read_csv(SOURCES / f"{table}_checked.csv", dtype=str)


@pytest.mark.parametrize(("table", "share"), [("ties", 0.84), ("exclusions", 0.81), ("sanctions", 0.74)])
def test_most_rows_since_2014_rest_on_a_document(database: duckdb.DuckDBPyConnection, table: str, share: float) -> None:
    row = database.execute(
        f"select avg((evidence < 'D')::integer) from {table} where {DATES[table]} >= date '2014-01-01'"
    ).fetchone()
    assert row is not None and row[0] >= share


@pytest.mark.parametrize("table", KEYS)
def test_what_was_raised_names_its_document(table: str) -> None:
    checked = checked_rows(table)
    built = pd.read_csv(DATA / f"{table}.csv", dtype=str).set_index(KEYS[table])
    rows = built.loc[checked[KEYS[table]]]
    assert set(rows["evidence"]) <= {"A", "B", "C"}
    assert not rows["citation"].isna().any()
    assert not rows["citation"].str.contains("To be checked").any()


@pytest.mark.parametrize("table", KEYS)
def test_no_row_above_d_waits_for_its_check(database: duckdb.DuckDBPyConnection, table: str) -> None:
    found = database.execute(f"select count(*) from {table} where evidence < 'D' and citation like '%To be checked%'")
    assert found.fetchone() == (0,)


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("b,C,,a document", "no such row"),
        ("a,C,,a document\na,C,,another", "named twice"),
        ("a,D,,a document", "no grade"),
        ("a,C,,", "no document"),
    ],
)
def test_an_entry_without_row_grade_or_document_is_refused(tmp_path: Path, entry: str, what: str) -> None:
    path = tmp_path / "rows_checked.csv"
    path.write_text(f"row_id,evidence,source_id,citation\n{entry}\n", encoding="utf-8")
    rows = pd.DataFrame({"row_id": ["a"], "evidence": ["D"], "citation": ["none"], "source_id": ["none"]})
    with pytest.raises(ValueError, match=what):
        apply_checked(rows, key="row_id", path=path)
