"""Load one data file into its table, strictly: what does not fit stops the build and is named."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

import duckdb

from analytics.database.corrections import Correction, apply_corrections
from analytics.database.diagnose import cast_strictly, explain_bad_row, explain_unreadable
from analytics.database.quoting import quoted
from analytics.database.spreadsheet import check_form
from analytics.errors import CordonError
from analytics.paths import shown

TAG = "<[a-zA-Z/!?]"
GENERATED = re.compile(r'"?(\w+)"? \w+ GENERATED ALWAYS AS')


def load_file(
    connection: duckdb.DuckDBPyConnection, table: str, path: Path, corrections: Sequence[Correction] = ()
) -> set[Correction]:
    """Insert the rows of a CSV or Parquet file into a table, corrected; return the corrections that found their row.

    Raises CordonError naming file, line, column, value and remedy when a row does not fit.
    """
    columns = table_columns(connection, table)
    check_header(path, columns)
    names = ", ".join(columns)
    casts = ", ".join(f'{cast_strictly(name, kind)} as "{name}"' for name, kind in columns.items())
    source = source_of(path, list(columns))
    applied: set[Correction] = set()
    if corrections:
        source = stage_uncorrected(connection, path, source)
        applied = apply_corrections(connection, source, corrections)
    check_plain(connection, path, source, columns)
    try:
        connection.execute(f'insert into "{table}" ({names}) select {casts} from {source}')
    except duckdb.Error as error:
        if is_disk_fault(error):
            raise
        known = explain_bad_row(connection, table, path, source=source, columns=columns)
        raise known or CordonError(f"{shown(path)} does not load into {table}: {error}") from error
    return applied


def stage_uncorrected(connection: duckdb.DuckDBPyConnection, path: Path, source: str) -> str:
    """Put the rows of a file where corrections reach them; raises CordonError naming the line that does not read."""
    try:
        connection.execute(f"create or replace temp table uncorrected as select * from {source}")
    except duckdb.Error as error:
        if is_disk_fault(error):
            raise
        raise CordonError(explain_unreadable(path, error)) from error
    return "uncorrected"


def check_plain(connection: duckdb.DuckDBPyConnection, path: Path, source: str, columns: dict[str, str]) -> None:
    """Raise CordonError for the first text with a tag in it: names and notes go into pages and pictures."""
    texts = [name for name, kind in columns.items() if kind == "VARCHAR"]
    if not texts:
        return
    listed = ", ".join(f'"{name}"' for name in texts)
    tagged = " or ".join(f"regexp_matches(\"{name}\"::varchar, '{TAG}')" for name in texts)
    try:
        row = connection.execute(
            f"select * from (select row_number() over () + 1 as line, {listed} from {source}) where {tagged} limit 1"
        ).fetchone()
    except duckdb.Error:
        # What does not even read is named where the rows are loaded.
        return
    if row:
        name, value = next(pair for pair in zip(texts, row[1:], strict=True) if re.search(TAG, pair[1] or ""))
        raise CordonError(
            f"{shown(path)}:{row[0]}: {value[:60]!r} in column {name!r} looks like HTML. Write it as plain text."
        )


def is_disk_fault(error: duckdb.Error) -> bool:
    """Say whether DuckDB failed to write, which is no fault of the rows."""
    written = "Could not write" in str(error) or "No space left" in str(error)
    return isinstance(error, duckdb.FatalException) or written


def table_columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """Return column name → type of the columns a file must hold (generated ones left out)."""
    rows = connection.execute(
        "select column_name, data_type from duckdb_columns() where table_name = ? order by column_index",
        [table],
    ).fetchall()
    generated = generated_columns(connection, table)
    return {name: kind for name, kind in rows if name not in generated}


def generated_columns(connection: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    """Return the columns that the table computes itself, as its DDL declares them."""
    row = connection.execute("select sql from duckdb_tables() where table_name = ?", [table]).fetchone()
    return set(GENERATED.findall(row[0])) if row else set()


def source_of(path: Path, columns: list[str]) -> str:
    """Return the table function that reads a file, every CSV field as text."""
    if path.suffix == ".parquet":
        return f"read_parquet({quoted(path)})"
    fields = ", ".join(f"'{name}': 'VARCHAR'" for name in header_of(path) or columns)
    return (
        f"read_csv({quoted(path)}, header = true, auto_detect = false, delim = ',', quote = '\"', "
        f"escape = '\"', nullstr = '', columns = {{{fields}}})"
    )


def header_of(path: Path) -> list[str]:
    """Return the header of a CSV file, or the column names of a Parquet file."""
    if path.suffix == ".parquet":
        return [row[0] for row in duckdb.sql(f"describe from read_parquet({quoted(path)})").fetchall()]
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file), [])


def check_header(path: Path, columns: dict[str, str]) -> None:
    """Raise CordonError unless the file is in our form and has exactly the columns of its table."""
    if path.suffix == ".csv":
        check_form(path)
    try:
        header = header_of(path)
    except (UnicodeDecodeError, duckdb.Error) as error:
        raise CordonError(f"{shown(path)}: cannot be read ({error}). Restore it from version control.") from error
    missing = [name for name in columns if name not in header]
    unknown = [name for name in header if name not in columns]
    if missing or unknown or len(header) != len(set(header)):
        raise CordonError(
            f"{shown(path)}:1: the header does not fit the table: missing {missing or 'none'}, "
            f"unknown or repeated {unknown or 'none'}. Expected: {','.join(columns)}."
        )
