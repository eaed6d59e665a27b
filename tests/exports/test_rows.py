"""The rows of every chart as a file, opened again: they are those of the query, in every format."""

import csv
import io
import json
import zipfile
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analytics.catalog.own import ask_sql
from analytics.catalog.run import Result, run_query
from analytics.charts.chart import Drawing
from analytics.exports.chart_files import csv_of, write_chart
from analytics.exports.tabular import as_text
from analytics.exports.workbook import to_xlsx
from tests.exports.drawn import CHARTS, drawn, link_of

CLOSE = 1e-9


def asked_again(result: Result) -> pa.Table:
    """Return the rows of a result's query, asked anew for the same values."""
    return run_query(result.query.id, dict(result.parameters), checked=result.checked).table


def same(cell: Any, value: Any) -> bool:
    """Say whether a cell of a workbook holds a value; Excel knows no date without a time and no list."""
    if isinstance(value, bool) or value is None:
        return cell is value
    if isinstance(value, int | float):
        return cell == pytest.approx(value, rel=CLOSE) if value == value else cell is None  # noqa: PLR0124
    if isinstance(value, date) and not isinstance(value, datetime):
        return bool(cell.date() == value)
    if isinstance(value, datetime | time):
        return str(cell) == str(value)
    return str(cell or "") == as_text(value)


def near(value: Any) -> Any:
    """Return a number as what lies near it: sums made by several threads differ in their last digit."""
    return pytest.approx(value, rel=CLOSE, nan_ok=True) if isinstance(value, float) else value


@pytest.mark.parametrize("chart_id", CHARTS)
def test_the_workbook_holds_the_rows_of_each_question(chart_id: str) -> None:
    drawing = drawn(chart_id)
    book = openpyxl.load_workbook(io.BytesIO(write_chart(drawing, "xlsx", link=link_of(chart_id))), read_only=True)
    about, *sheets = book.worksheets
    assert about["A1"].value == drawing.title
    assert len(sheets) == len(drawing.results)
    for sheet, result in zip(sheets, drawing.results, strict=True):
        head, *rows = sheet.iter_rows(values_only=True)
        expected = asked_again(result)
        assert list(head) == expected.column_names
        cells = [[row[name] for name in expected.column_names] for row in expected.to_pylist()]
        assert len(rows) == len(cells)
        differing = [
            (name, cell, value)
            for row, values in zip(rows, cells, strict=True)
            for name, cell, value in zip(head, row, values, strict=True)
            if not same(cell, value)
        ]
        assert differing[:3] == []


def test_a_workbook_holds_days_before_excels_first_moments_and_lists() -> None:
    asked = ask_sql(
        "select date '1882-05-22' as early, date '1900-01-01' as first, timestamp '2022-07-14 10:30:00' as moment, "
        "[1, 2] as listed, '=1+1' as formula"
    )
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([asked.result], title="Rows", subtitle="")))
    early, first, moment, listed, formula = book.worksheets[1][2]
    assert (early.value, early.data_type) == ("1882-05-22", "s")
    assert (first.value, first.number_format) == (datetime(1900, 1, 1), "yyyy-mm-dd")
    assert (moment.value, moment.number_format) == (datetime(2022, 7, 14, 10, 30), "yyyy-mm-dd hh:mm:ss")
    assert (listed.value, formula.value, formula.data_type) == ("1; 2", "=1+1", "s")


def test_no_spreadsheet_computes_what_a_link_made_up() -> None:
    sql = """select '=1+1' as "=name", ['@a', 'b'] as listed, '-' as dash, -1 as number, 'a=b' as plain, null as none"""
    own = ask_sql(sql).result
    head, row = csv.reader(io.StringIO(csv_of(own)))
    assert head == ["'=name", "listed", "dash", "number", "plain", "none"]
    assert row == ["'=1+1", "'@a; b", "'-", "-1", "a=b", ""]
    assert own.table.column_names[0] == "=name"
    drawing = Drawing(None, (own,), "Rows", "", "")
    with zipfile.ZipFile(io.BytesIO(write_chart(drawing, "zip", link=""))) as archive:
        assert archive.read("1-sql.csv").decode() == csv_of(own)


@pytest.mark.parametrize("chart_id", CHARTS)
def test_csv_and_parquet_hold_the_rows_of_the_query(chart_id: str) -> None:
    drawing = drawn(chart_id)
    expected = asked_again(drawing.results[0])
    listed = list(csv.reader(io.StringIO(write_chart(drawing, "csv", link="").decode())))
    assert listed[0] == expected.column_names
    assert listed[1:] == [[as_text(value) for value in row.values()] for row in expected.to_pylist()]
    kept = pq.read_table(io.BytesIO(write_chart(drawing, "parquet", link="")))
    assert kept.schema.names == expected.column_names
    assert kept.schema.types == expected.schema.types
    for row, values in zip(kept.to_pylist(), expected.to_pylist(), strict=True):
        assert row == {name: near(value) for name, value in values.items()}


@pytest.mark.parametrize("chart_id", CHARTS)
def test_the_zip_holds_rows_readme_citation_and_query_of_each_question(chart_id: str) -> None:
    drawing = drawn(chart_id)
    archive = zipfile.ZipFile(io.BytesIO(write_chart(drawing, "zip", link=link_of(chart_id))))
    readme = archive.read("README.txt").decode()
    for told in (drawing.title, drawing.subtitle, link_of(chart_id), drawing.results[0].version):
        assert told in readme
    assert json.loads(archive.read("citation.json"))[0]["URL"] == link_of(chart_id)
    assert archive.read("citation.bib").startswith(b"@misc{")
    assert drawing.title in archive.read("citation.txt").decode()
    for number, result in enumerate(drawing.results, start=1):
        name = f"{number}-{result.query.id}"
        assert archive.read(f"{name}.sql").decode() == result.query.sql
        rows = list(csv.reader(io.StringIO(archive.read(f"{name}.csv").decode())))
        assert len(rows) == result.table.num_rows + 1
