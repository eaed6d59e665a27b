"""Data and queries: it lists what the database holds, and every query can be read there."""

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalog.query import load_catalog
from analytics.catalog.rules import load_checks
from analytics.paths import ROOT

PAGE = str(ROOT / "analytics" / "dashboard" / "pages" / "data.py")


def open_data(**query: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    assert not page.error
    return page


def frame_with(page: AppTest, *columns: str) -> pd.DataFrame:
    return next(frame.value for frame in page.dataframe if set(columns) <= set(frame.value.columns))


def words(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown)


def test_lists_every_table_with_its_rows(database: duckdb.DuckDBPyConnection) -> None:
    listed = frame_with(open_data(), "table_name", "ends_on")
    tables = database.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and table_name <> 'build_info'"
    ).fetchall()
    assert sorted(listed["table_name"]) == sorted(name for (name,) in tables)
    (launches,) = database.execute("select count(*) from missile_launches").fetchone() or (0,)
    assert listed.set_index("table_name").loc["missile_launches", "rows"] == launches > 700


def test_describes_every_column_of_a_table(database: duckdb.DuckDBPyConnection) -> None:
    page = open_data(table="ties")
    assert "ties" in [heading.value for heading in page.subheader]
    described = next(table.value for table in page.table if "Description" in table.value.columns)
    (columns,) = database.execute("select count(*) from duckdb_columns() where table_name = 'ties'").fetchone() or (0,)
    assert len(described) == columns
    assert described["Description"].str.len().min() > 5


def test_what_a_table_covers_is_told_in_sentences() -> None:
    told = words(open_data(table="recognitions"))
    assert "- Whole table: 1 January 1912 to 24 September 2026, newest source of 24 September 2026; a selection" in told
    told = words(open_data(table="missile_launches"))
    assert "- India: 10 August 1979 to 22 July 2019" in told


def test_every_source_has_terms() -> None:
    terms = frame_with(open_data(), "terms", "retrieved_on")["terms"]
    assert len(terms) > 20
    assert (terms.str.len() > 2).all()


@pytest.mark.parametrize("query_id", load_catalog())
def test_every_query_can_be_read(query_id: str) -> None:
    query = load_catalog()[query_id]
    page = open_data(query=query_id)
    assert query.sql in [block.value for block in page.code]
    assert query.question in words(page)
    for parameter in query.params:
        assert f"- {parameter} (" in words(page)
    for column in query.columns:
        assert f"- `{column}`" in words(page)


def test_checks_are_run_and_none_fails() -> None:
    outcomes = frame_with(open_data(), "outcome", "rule")["outcome"]
    assert len(outcomes) == len(load_checks())
    assert "fails" not in set(outcomes)


def test_unknown_names_in_the_link_get_a_note() -> None:
    page = open_data(table="no<b>such", query="nonsense")
    notes = [note.value for note in page.info]
    assert any("table = “nobsuch”" in note for note in notes)
    assert any("query = “nonsense”" in note for note in notes)
