"""Data Package descriptors beside the data files, made from comments, sources and coverage.

Form: Data Package (Frictionless Standards, version 2).
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import duckdb

from analytics.database.corrections import TABLE as CORRECTIONS
from analytics.database.corrections import find_correction_files
from analytics.database.inputs import find_data_files
from analytics.database.tables import column_names, primary_keys, public_tables
from analytics.paths import DATA

TYPES = {"VARCHAR": "string", "DATE": "date", "BOOLEAN": "boolean", "DOUBLE": "number", "TIME": "time"}


def write_descriptors(connection: duckdb.DuckDBPyConnection) -> int:
    """Write `data/<table>.datapackage.json` for every table and return how many."""
    tables = public_tables(connection)
    for table, comment in tables.items():
        descriptor = describe_table(connection, table, comment)
        text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
        (DATA / f"{table}.datapackage.json").write_text(text, encoding="utf-8")
    return len(tables)


def describe_table(connection: duckdb.DuckDBPyConnection, table: str, title: str) -> dict[str, Any]:
    """Return the descriptor of one table: title, sources, terms, as-of date, resources with fields."""
    sources = table_sources(connection, table)
    until = connection.execute(
        "select max(as_of), max(ends_on) from coverage where table_name = ?", [table]
    ).fetchone() or (None, None)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": table.replace("_", "-"),
        "title": title,
        "asOf": None if until[0] is None else until[0].isoformat(),
        "coverageEnd": None if until[1] is None else until[1].isoformat(),
        "sources": [{"title": name, **({"path": url} if url else {}), "terms": terms} for name, url, terms in sources],
        "resources": [describe_file(connection, table, path) for path in files_of(table)],
    }


def table_sources(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str | None, str]]:
    """Return title, address and terms of the sources that a table's rows name."""
    if "source_id" not in column_names(connection, table) or table == "sources":
        return []
    return connection.execute(
        f'select title, url, terms from sources where source_id in (select source_id from "{table}") order by title'
    ).fetchall()


def files_of(table: str) -> list[Path]:
    """Return the files behind a table: its own, or those of the corrections."""
    return find_correction_files(DATA) if table == CORRECTIONS else find_data_files(table)


def describe_file(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> dict[str, Any]:
    """Return one file as a resource: digest, size and fields."""
    content = path.read_bytes()
    return {
        "name": "-".join([path.stem.replace("_", "-"), *path.relative_to(DATA).parts[:-1]]),
        "path": str(path.relative_to(DATA)),
        "format": path.suffix.removeprefix("."),
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    } | ({} if table == CORRECTIONS else {"schema": describe_schema(connection, table)})


def describe_schema(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, Any]:
    """Return a table's fields and key."""
    return {"fields": describe_fields(connection, table), "primaryKey": primary_keys(connection).get(table, [])}


def describe_fields(connection: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, str]]:
    """Return name, type and description of a table's columns."""
    rows = connection.execute(
        "select column_name, data_type, comment from duckdb_columns() where table_name = ? order by column_index",
        [table],
    ).fetchall()
    return [
        {"name": name, "type": TYPES.get(kind, "string" if kind.startswith("ENUM") else "integer"), "description": text}
        for name, kind, text in rows
    ]
