"""Rows as CSV, JSON, Parquet or a table for the terminal: dates ISO, unknown as null."""

import csv
import io
import json
import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.charts.words import shorten

TERMINAL_CELL_LENGTH = 60
PIECE_ROWS = 5_000
# With these a spreadsheet begins a formula.
SIGNS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: pa.Table) -> str:
    """Return rows as CSV with a header; empty cells are unknown."""
    return "".join(write_csv(table))


def disarmed(table: pa.Table) -> pa.Table:
    """Return rows in which no spreadsheet finds a formula: a text or a name that would be one gets an apostrophe."""
    texts = (pa.types.is_string, pa.types.is_dictionary, pa.types.is_list)
    columns = [
        pa.array([disarm(as_text(value)) for value in column.to_pylist()], pa.string())
        if any(test(column.type) for test in texts)
        else column
        for column in table.columns
    ]
    return pa.Table.from_arrays(columns, names=[disarm(name) for name in table.column_names])


def disarm(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    return f"'{text}" if text.startswith(SIGNS) else text


def write_csv(table: pa.Table) -> Iterator[str]:
    """Yield rows as CSV piece by piece, the header first: a whole table has more rows than are held as objects."""
    yield write_lines([table.column_names])
    for start in range(0, table.num_rows, PIECE_ROWS):
        piece = table.slice(start, PIECE_ROWS)
        yield write_lines(zip(*(cells(column) for column in piece.columns), strict=True))


def write_lines(rows: Iterable[Iterable[object]]) -> str:
    """Return lines of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def cells(column: pa.ChunkedArray) -> list[Any]:
    """Return the values of a column as the lines hold them; texts and whole numbers need no words of ours."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_string(column.type) or (pa.types.is_integer(column.type) and not column.null_count):
        # Far sooner than `to_pylist`, which makes an object of Arrow's for each value first.
        return list(column.to_numpy().tolist())
    return [as_text(value) for value in column.to_pylist()]


def to_json(table: pa.Table) -> str:
    """Return rows as a JSON array of objects."""
    pieces = (table.slice(start, PIECE_ROWS).to_pylist() for start in range(0, table.num_rows, PIECE_ROWS))
    return "[" + ",".join(write_objects(rows) for rows in pieces) + ("\n]" if table.num_rows else "]")


def write_objects(rows: list[dict[str, Any]]) -> str:
    """Return rows as objects with commas between."""
    plain = [{name: as_json(value) for name, value in row.items()} for row in rows]
    return json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False)[1:-2]


def to_terminal(table: pa.Table) -> str:
    """Return rows as a plain table with aligned columns, numbers to the right."""
    cells = [
        [shorten(" ".join(as_text(value).split()), TERMINAL_CELL_LENGTH) for value in row.values()]
        for row in table.to_pylist()
    ]
    widths = [max([len(name), *(len(row[index]) for row in cells)]) for index, name in enumerate(table.column_names)]
    right = [pa.types.is_integer(field.type) or pa.types.is_floating(field.type) for field in table.schema]
    lines = [table.column_names, ["-" * width for width in widths], *cells]
    text = "\n".join(
        "  ".join(
            cell.rjust(width) if numeric else cell.ljust(width)
            for cell, width, numeric in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )
    return f"{text}\n({table.num_rows} rows)"


def to_parquet(table: pa.Table) -> bytes:
    """Return rows as a Parquet file."""
    out = pa.BufferOutputStream()
    pq.write_table(table, out, compression="zstd")
    return bytes(out.getvalue().to_pybytes())


def as_text(value: Any) -> str:
    """Return a cell as text: dates ISO, unknown empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(as_text(item) for item in value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def as_json(value: Any) -> Any:
    """Return a cell as JSON takes it."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, dict):
        return {name: as_json(item) for name, item in value.items()}
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date | datetime | time) else str(value)
