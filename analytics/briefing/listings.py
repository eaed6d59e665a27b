"""Rows of a query as people read them: columns named, codes left out, days as precise as they are known."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from analytics.briefing.model import Listing
from analytics.catalog.run import Result
from analytics.charts.words import dated, say_column, shorten

TIMES = ("date", "year", "session")
MOST_ROWS = 12
MOST_COLUMNS = 5
LETTERS = 60
PLAIN_UNITS = {"id", "key", "code", "degrees", "degrees north", "degrees east", "source id", "address", "boolean"}
LONG = {
    "citation",
    "note",
    "source",
    "evidence",
    "date_precision",
    "start_precision",
    "end_precision",
    "missing_reason",
}
PRECISION_OF = {"since": ("date_precision", "start_precision"), "until": ("until_precision", "end_precision")}
SHARES = ("share", "share 0 to 1")


def list_rows(
    result: Result, title: str, columns: Mapping[str, str], *, frame: pd.DataFrame | None = None, most: int = MOST_ROWS
) -> Listing:
    """Return the first rows of a result, or of a `frame` made from it; `columns` holds their headings by name."""
    rows = result.frame if frame is None else frame
    units = {name: column.unit for name, column in result.query.columns.items()}
    cells = [
        tuple(write_cell(row[name], units.get(name, ""), precision_of(name, row)) for name in columns)
        for row in rows.head(most).to_dict("records")
    ]
    return Listing(title, tuple(columns.values()), tuple(cells), len(rows))


def list_any(result: Result, title: str, *, most: int = MOST_ROWS) -> Listing | None:
    """Return the first rows of any result in the columns that say most, the latest of a series; None where there are
    none."""
    if not result.table.num_rows:
        return None
    header, frame = result.query.columns, result.frame
    if len(frame) > most and header[result.query.grain[0]].unit in TIMES and frame[result.query.grain[0]].is_unique:
        title, frame = f"{title}, the latest first", frame.sort_values(result.query.grain[0], ascending=False)
    told = [name for name in result.frame.columns if name not in LONG and header[name].unit not in PLAIN_UNITS]
    kept = [name for name in told if result.frame[name].notna().any()] or list(result.frame.columns)
    headings = {name: say_column(name, result.parameters) for name in kept[:MOST_COLUMNS]}
    return list_rows(result, title, headings, frame=frame, most=most)


def precision_of(name: str, row: Mapping[object, object]) -> object:
    """Return how precisely the day in a column is known, where the row says."""
    return next((row[beside] for beside in PRECISION_OF.get(name, ()) if beside in row), "day")


def write_number(value: float, unit: str) -> str:
    """Return a number with as many digits as its unit bears."""
    if unit in SHARES:
        return f"{value:.0%}"
    if unit in ("year", "session"):
        return f"{value:.0f}"
    return f"{value:,.0f}" if unit == "0 to 100" or value == round(value) else f"{value:,.2f}"


def write_cell(value: object, unit: str, precision: object) -> str:
    """Return a value for people: unknown is a dash, shares are per cent, labels are words."""
    if value is None or (not isinstance(value, list) and pd.isna(value)):  # type: ignore[call-overload]
        return "–"
    if isinstance(value, date | pd.Timestamp):
        return dated(value, precision)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return write_number(value, unit)
    text = str(value).replace("_", " ") if unit == "label" else str(value)
    return shorten(text, LETTERS)
