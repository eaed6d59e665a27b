"""Small worked cases for queries: tables and expected rows in YAML, run on the real DDL in memory."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from analytics.catalog.derived import derived_statements
from analytics.catalog.header import load_yaml
from analytics.catalog.macros import query_macros
from analytics.database.build import read_schema
from analytics.database.diagnose import list_choices

CASES = Path(__file__).parent
FOREIGN_KEY = re.compile(r"\s+references\s+\w+\s*\([^)]*\)", re.IGNORECASE)
FILLERS = {"DATE": "2000-01-01", "BOOLEAN": False, "DOUBLE": 1.0, "INTEGER": 1, "BIGINT": 1, "SMALLINT": 1}


@dataclass(frozen=True)
class Case:
    """One worked case of one query; a `world` shared by several cases stands in a file beside their folders."""

    query_id: str
    path: Path
    tables: dict[str, list[dict[str, Any]]]
    params: dict[str, Any]
    expect: list[dict[str, Any]]


def load_cases() -> list[Case]:
    """Return every case under tests/queries/<id>/."""
    return [parse_case(path) for path in sorted(CASES.glob("*/*.yml"))]


def parse_case(path: Path) -> Case:
    """Return the case of a file."""
    content = load_yaml(path.read_text(encoding="utf-8"))
    world = load_yaml((CASES / f"{content['world']}.yml").read_text(encoding="utf-8")) if "world" in content else {}
    tables = world | (content.get("tables") or {})
    return Case(path.parent.name, path, tables, content.get("params") or {}, content["expect"] or [])


@cache
def shared_empty() -> duckdb.DuckDBPyConnection:
    """Return the empty database that all cases use one after the other."""
    return open_empty()


@contextmanager
def empty_for_now() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give an empty database, and take back whatever was done to it: making our schema anew takes a second."""
    connection = shared_empty().begin()
    try:
        yield connection
    finally:
        connection.rollback()


def open_empty() -> duckdb.DuckDBPyConnection:
    """Return an in-memory database with our schema and queries, foreign keys left out."""
    connection = duckdb.connect()
    for statement in [*read_schema(), *query_macros()]:
        connection.execute(FOREIGN_KEY.sub("", statement))
    return connection


def fill(connection: duckdb.DuckDBPyConnection, tables: dict[str, list[dict[str, Any]]]) -> None:
    """Insert a case's rows; required columns it leaves out get filler values.

    Raises ValueError naming table, row and column where only one of a list of values would do, and naming what was
    filled where a row does not fit its table.
    """
    for table, rows in tables.items():
        required = required_columns(table)
        for number, row in enumerate(rows, start=1):
            full = {name: filler(kind, name, number, row) for name, kind in required} | row
            for name, choices in choices_of(table).items():
                if full.get(name) is not None and full[name] not in choices:
                    fault = f"cannot be {row[name]!r}" if name in row else "has no value"
                    raise ValueError(f"{table}, row {number}: {name} {fault}. Give one of: {', '.join(choices)}.")
            names = ", ".join(full)
            marks = ", ".join("?" for _ in full)
            try:
                connection.execute(f"insert into {table} ({names}) values ({marks})", list(full.values()))
            except duckdb.ConstraintException as broken:
                filled = ", ".join(f"{name} {full[name]!r}" for name in full if name not in row)
                raise ValueError(f"{table}, row {number}: {broken}. It was filled with: {filled}.") from broken


@cache
def required_columns(table: str) -> list[tuple[str, str]]:
    """Return name and type of the columns that a table of our schema must have filled."""
    return (
        shared_empty()
        .cursor()
        .execute(
            "select column_name, data_type from duckdb_columns() where table_name = ? and not is_nullable", [table]
        )
        .fetchall()
    )


@cache
def choices_of(table: str) -> dict[str, tuple[str, ...]]:
    """Return the columns of a table of our schema that take one of a list of values, with these values."""
    return list_choices(shared_empty().cursor(), table)


def derive(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the tables that are made from others."""
    for statement in derived_statements().values():
        connection.execute(statement)


def filler(kind: str, name: str, number: int, row: dict[str, Any]) -> Any:
    """Return a harmless value for a required column that a case does not mention."""
    if kind.startswith("ENUM"):
        return re.findall(r"'([^']*)'", kind)[0]
    if kind in ("INTEGER", "BIGINT", "SMALLINT") and name.endswith("_id"):
        return number
    if name == "series" and "state" in row:
        return row["state"]
    if name == "kind":
        return "un_member"
    return FILLERS.get(kind, f"x{number}")
