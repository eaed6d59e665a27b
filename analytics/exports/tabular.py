"""Rows as CSV, JSON, Parquet or a table for the terminal: dates ISO, unknown as null."""

import csv
import io
import json
import math
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.charts.words import shorten

TERMINAL_CELL_LENGTH = 60


def to_csv(table: pa.Table) -> str:
    """Return rows as CSV with a header; empty cells are unknown."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows([as_text(value) for value in row.values()] for row in table.to_pylist())
    return out.getvalue()


def to_json(table: pa.Table) -> str:
    """Return rows as a JSON array of objects."""
    rows = [{name: as_json(value) for name, value in row.items()} for row in table.to_pylist()]
    return json.dumps(rows, ensure_ascii=False, indent=1, allow_nan=False)


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
