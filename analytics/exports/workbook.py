"""Rows as a workbook for Excel: one sheet a question, one on where they come from."""

import io
import math
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter

from analytics.catalog.run import Result
from analytics.charts.words import first
from analytics.exports.footer import named_sources, reach
from analytics.exports.tabular import as_text

SHEET_LENGTH = 31
WIDEST = 60
FIRST_YEAR = 1900


def to_xlsx(results: Sequence[Result], *, title: str, subtitle: str) -> bytes:
    """Return a workbook of the rows of some results; unknown cells are empty, days are days from 1900 on."""
    out = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}
    with xlsxwriter.Workbook(out, options | {"strings_to_urls": False}) as book:
        bold, moment = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        about = book.add_worksheet("About")
        about.set_column(0, 0, 100)
        for line, text in enumerate(about_lines(results, title, subtitle)):
            about.write_string(line, 0, text, bold if line == 0 else None)
        for result in results:
            write_rows(book.add_worksheet(result.query.id[:SHEET_LENGTH]), result, bold, moment)
    return out.getvalue()


def about_lines(results: Sequence[Result], title: str, subtitle: str) -> list[str]:
    """Return what a reader of the rows must know."""
    until = f"{reach(results)}; data version {results[0].version}"
    sources = [f"Source: {name}" + (f", {url}" if url else "") for name, url in named_sources(results)]
    caveats = [f"Note: {text}" for result in results for text in result.query.caveats]
    return [
        title,
        subtitle,
        first(until),
        *dict.fromkeys([*sources, *caveats]),
    ]


def write_rows(
    sheet: xlsxwriter.worksheet.Worksheet,
    result: Result,
    bold: xlsxwriter.format.Format,
    moment: xlsxwriter.format.Format,
) -> None:
    """Write the rows of a result under their column names."""
    for column, name in enumerate(result.table.column_names):
        cells = result.table.column(name).to_pylist()
        sheet.write_string(0, column, name, bold)
        for row, value in enumerate(cells, start=1):
            write_cell(sheet, row, column, value, moment)
        longest = max([len(name), *(len(str(cell)) for cell in cells if cell is not None)])
        sheet.set_column(column, column, min(longest + 2, WIDEST))
    sheet.freeze_panes(1, 0)


def write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: object, moment: xlsxwriter.format.Format
) -> None:
    """Write one value in its kind; null leaves the cell empty, and a day before Excel's first is text."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, date) and value.year >= FIRST_YEAR:
        sheet.write_datetime(row, column, value, moment if isinstance(value, datetime) else None)
    else:
        sheet.write_string(row, column, as_text(value))
