"""The database without the rows that nobody checked against a document (evidence D): the same names, fewer rows."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from analytics.database.open import HARDENED
from analytics.database.quoting import quoted

FACTS = "facts"
# What things are called and who was a member is not a claim of one side; these tables stay whole.
KEPT_WHOLE = ("states", "entities", "organisations", "un_memberships", "published_totals")

# Positions follow on one another: without an unchecked withdrawal a recognition would seem to last, so a chain with an
# unchecked link is left out whole. An express refusal stays where all others count as recognisers. In the index of
# isolation recognition stays whole, as in its draws: without unchecked recognitions silence would read as refusal.
STAYING = {
    "recognitions": "change = 'not_recognised' "
    "or (recogniser, entity) not in (select recogniser, entity from {source} where evidence = 'D')",
    "isolation_spells": "firm or dimension in ('recognised', 'withheld')",
}


def connect_checked(path: Path, definitions: tuple[str, ...], threads: int) -> duckdb.DuckDBPyConnection:
    """Return a connection with so many threads to views of a database without its rows graded D.

    `definitions` are the statements of schema and queries; their types, views and macros are made anew over the views.
    """
    connection = duckdb.connect(config={"memory_limit": HARDENED["memory_limit"], "threads": str(threads)})
    connection.execute(f"attach {quoted(path)} as {FACTS} (read_only)")
    for statement in without_tables(definitions, "create type"):
        connection.execute(statement)
    show_tables(connection)
    for statement in without_tables(definitions, "create macro", "create view"):
        connection.execute(statement)
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def without_tables(definitions: Sequence[str], *beginnings: str) -> list[str]:
    """Return the statements that begin in one of some ways, comments before them left out."""
    statements = [part.query for text in definitions for part in duckdb.extract_statements(text)]
    plain = ["\n".join(line for line in text.splitlines() if not line.startswith("--")).strip() for text in statements]
    return [text for text in plain if text.lower().startswith(beginnings)]


def show_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make a view of each table under its own name."""
    tables = connection.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = ?", [FACTS]
    ).fetchall()
    for schema, table in tables:
        connection.execute(f"create schema if not exists {schema}")
        whole = table in KEPT_WHOLE or not (table in STAYING or has_unchecked(connection, schema, table))
        source = f'{FACTS}.{schema}."{table}"'
        condition = "" if whole else f" where {checked_rows(table, source)}"
        connection.execute(f'create view {schema}."{table}" as select * from {source}{condition}')


def checked_rows(table: str, source: str) -> str:
    """Return the condition of the rows of a table that stay."""
    return STAYING.get(table, "evidence <> 'D'").format(source=source)


def has_unchecked(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> bool:
    """Say whether a table has rows graded D."""
    graded = connection.execute(
        "select count(*) from duckdb_columns() where database_name = ? and schema_name = ? and table_name = ? "
        "and column_name = 'evidence'",
        [FACTS, schema, table],
    ).fetchone()
    if graded == (0,):
        return False
    found = connection.execute(f"select 1 from {FACTS}.{schema}.\"{table}\" where evidence = 'D' limit 1").fetchone()
    return found is not None
