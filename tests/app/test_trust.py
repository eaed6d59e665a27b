"""How far to trust it: freshness, evidence, published figures, disagreements, corrections as the database has them."""

import duckdb
import pandas as pd
from streamlit.testing.v1 import AppTest

from analytics.database.open import data_version
from tests.app.opening import headings, open_page


def frame_with(page: AppTest, *columns: str) -> pd.DataFrame:
    return next(frame.value for frame in page.dataframe if set(columns) <= set(frame.value.columns))


def test_every_covered_part_has_its_freshness(database: duckdb.DuckDBPyConnection) -> None:
    page = open_page("trust")
    assert not page.exception
    parts = database.execute("select count(*) from coverage where ends_on is not null").fetchone()
    assert (len(frame_with(page, "days_behind", "pace")),) == parts


def test_unchecked_rows_are_counted_since_the_day_asked(database: duckdb.DuckDBPyConnection) -> None:
    counted = database.execute(
        "select sum(rows) filter (evidence = 'D')::integer from evidence_mix(p_from := '2014-01-01')"
    ).fetchone()
    assert counted is not None
    assert any(
        heading.startswith(f"{counted[0]:,} rows are") for heading in headings(open_page("trust", rows="2014-01-01"))
    )
    assert not any(heading.startswith(f"{counted[0]:,} rows are") for heading in headings(open_page("trust")))


def test_each_differing_figure_shows_both_values_and_the_reason() -> None:
    differing = pd.concat(table.value for table in open_page("trust").table if "Why" in table.value.columns)
    kosovo = differing[differing["Figure"].str.contains("Kosovo")].iloc[0]
    assert kosovo["Ours"] < kosovo["Published"]
    assert (differing["Why"].str.len() > 20).all()
    assert (differing["Ours"] != differing["Published"]).all()


def test_corrections_and_disagreements_are_listed(database: duckdb.DuckDBPyConnection) -> None:
    page = open_page("trust")
    for table, columns in (
        ("corrections", ("old_value", "new_value")),
        ("disagreements", ("value_used", "value_other")),
    ):
        frame = frame_with(page, *columns)
        assert (len(frame),) == database.execute(f"select count(*) from {table}").fetchone()
        assert frame.columns[0] == "subject"
    assert (frame["subject"] != frame["row_key"]).mean() > 0.9
    assert set(frame.loc[frame["row_key"] == "usa-rus-2014-158", "subject"]) == {"United States against Russia"}


def test_source_rows_left_out_are_counted_with_their_reasons(database: duckdb.DuckDBPyConnection) -> None:
    rows, reasons = database.execute(
        "select count(*), count(distinct (table_name, reason)) from dropped"
    ).fetchone() or (0, 0)
    told = [element.value for element in open_page("trust").markdown]
    assert f"{rows:,} source rows left out, for {reasons} reasons." in told


def test_each_version_is_listed_with_what_it_changed(database: duckdb.DuckDBPyConnection) -> None:
    listed = frame_with(open_page("trust"), "version", "added", "row_keys")
    assert (len(listed),) == database.execute("select count(*) from data_changes").fetchone()
    assert listed["version"].iloc[0] == data_version()
