"""A database that a team shares: its snapshot is published to one place and fetched from there.

`CORDON_DATABASE` names the place: a DuckDB file, a DuckLake (`ducklake:…`), a DuckDB that serves the Quack protocol
(`quack:host:port`, its token in `CORDON_DATABASE_TOKEN`), or MotherDuck (`md:name`). What is fetched becomes a database
of our schema like one built from data/, with its keys and checks, and is read as fast and as hardened as that.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import duckdb

from analytics.database.build import STAMP_DDL, Build, keep_one, run_statements
from analytics.database.load import table_columns
from analytics.database.quoting import quoted
from analytics.errors import CordonError
from analytics.paths import build_directory

SETTING, TOKEN = "CORDON_DATABASE", "CORDON_DATABASE_TOKEN"
SHARED = "shared"
Kind = Literal["file", "ducklake", "quack", "motherduck"]
KINDS: dict[str, Kind] = {"ducklake:": "ducklake", "quack:": "quack", "md:": "motherduck"}
EXTENSIONS: dict[Kind, tuple[str, ...]] = {
    "file": (),
    "ducklake": ("ducklake",),
    "quack": ("httpfs", "quack"),
    "motherduck": ("motherduck",),
}
# What a DuckLake has no type for goes there as text, and is read back into its type.
AS_TEXT = ("ENUM", "HUGEINT")


@dataclass(frozen=True)
class Place:
    """Where a shared database is, as the setting names it."""

    name: str
    kind: Kind

    def source(self, schema: str, table: str, columns: Sequence[str]) -> str:
        """Return the expression that reads some columns of a table there."""
        named = ", ".join(f'"{column}"' for column in columns)
        if self.kind == "quack":
            return f"quack_query({quoted(self.name)}, {quoted(f'select {named} from {schema}.{table}')})"
        return f"(select {named} from {SHARED}.{schema}.{table})"


def shared_place() -> Place | None:
    """Return where the shared database is, if there is one."""
    name = os.environ.get(SETTING)
    return place_of(name) if name else None


def place_of(name: str) -> Place:
    """Return a place by its name."""
    kind = next((kind for beginning, kind in KINDS.items() if name.startswith(beginning)), "file")
    return Place(name, kind)  # type: ignore[arg-type]


def fetch_database(place: Place, statements: Sequence[str], *, force: bool = False) -> Build:
    """Return the database of this code's schema with the rows of a shared one, fetched if its version is new here.

    Raises CordonError naming the setting where the place cannot be reached or holds tables of another schema.
    """
    with reach(place) as connection:
        version = read_version(place, connection)
    digest = hashlib.sha256("\0".join([place.name, version, *statements]).encode()).hexdigest()

    def fill(draft: duckdb.DuckDBPyConnection) -> None:
        run_statements(draft, [*statements, STAMP_DDL])
        attach(place, draft)
        for schema, table in tables(draft):
            copy_table(place, draft, schema, table)
        if place.kind != "quack":
            draft.execute(f"detach {SHARED}")

    built = keep_one(digest, fill, directory=build_directory(), force=force)
    # The newest file is the one that is read.
    os.utime(built.path)
    return built


def publish_database(source: Path, target: str, *, force: bool = False) -> int:
    """Write the tables of a built database to a DuckLake, MotherDuck or a file, and return how many there are.

    Raises CordonError where tables are there already, unless told to replace them.
    """
    place = place_of(target)
    if place.kind == "quack":
        raise CordonError(f"{target}: a Quack server is read, not written. Publish to the file that it serves.")
    with duckdb.connect() as connection:
        connection.execute(f"attach {quoted(source)} as built (read_only)")
        attach(place, connection, read_only=False)
        found = connection.execute("select 1 from duckdb_tables() where database_name = ? limit 1", [SHARED]).fetchone()
        if found and not force:
            raise CordonError(f"{target} holds tables already. Replace them with --force.")
        listed = tables(connection, "built")
        for schema, table in listed:
            rows = connection.execute(
                "select column_name, data_type from duckdb_columns() "
                "where database_name = 'built' and schema_name = ? and table_name = ? order by column_index",
                [schema, table],
            ).fetchall()
            written = ", ".join(published(name, kind) for name, kind in rows)
            connection.execute(f"create schema if not exists {SHARED}.{schema}")
            connection.execute(
                f"create or replace table {SHARED}.{schema}.{table} as select {written} from built.{schema}.{table}"
            )
    return len(listed)


def published(name: str, kind: str) -> str:
    """Return how a column of a type is published."""
    return f'"{name}"::varchar as "{name}"' if any(word in kind for word in AS_TEXT) else f'"{name}"'


def tables(connection: duckdb.DuckDBPyConnection, database: str | None = None) -> list[tuple[str, str]]:
    """Return schema and name of every table of a database, or of the connection's own, parents before children."""
    return connection.execute(
        "select schema_name, table_name from duckdb_tables() "
        "where database_name = coalesce($database, current_database()) order by table_oid",
        {"database": database},
    ).fetchall()


def copy_table(place: Place, connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> None:
    """Fetch the rows of a table into ours; raises CordonError where they are not of its shape."""
    columns = table_columns(connection, table)
    names = ", ".join(f'"{name}"' for name in columns)
    casts = ", ".join(f'"{name}"::{kind}' for name, kind in columns.items())
    try:
        connection.execute(
            f"insert into {schema}.{table} ({names}) select {casts} from {place.source(schema, table, list(columns))}"
        )
    except duckdb.Error as error:
        raise CordonError(
            f"{SETTING}: {place.name} does not hold {schema}.{table} as this version of Cordon needs it "
            f"({str(error).splitlines()[0]}). Publish it anew: python -m analytics publish"
        ) from error


def reach(place: Place) -> duckdb.DuckDBPyConnection:
    """Return a connection to which a place is attached, to be closed by the caller."""
    connection = duckdb.connect()
    attach(place, connection)
    return connection


def attach(place: Place, connection: duckdb.DuckDBPyConnection, *, read_only: bool = True) -> None:
    """Load what a place needs and attach it; raises CordonError where it cannot be reached."""
    for name in EXTENSIONS[place.kind]:
        load_extension(name, connection)
    try:
        if place.kind == "quack":
            token = os.environ.get(TOKEN, "")
            connection.execute(f"create or replace secret (type quack, token {quoted(token)})")
        else:
            mode = " (read_only)" if read_only else ""
            connection.execute(f"attach {quoted(place.name)} as {SHARED}{mode}")
    except duckdb.Error as error:
        raise unreachable(place, error) from error


def read_version(place: Place, connection: duckdb.DuckDBPyConnection) -> str:
    """Return the version of the data that a place holds; raises CordonError where there is none."""
    try:
        row = connection.execute(f"select * from {place.source('main', 'build_info', ['data_version'])}").fetchone()
    except duckdb.Error as error:
        raise unreachable(place, error) from error
    if row is None:
        raise CordonError(f"{SETTING}: {place.name} holds no version. Publish it anew: python -m analytics publish")
    return str(row[0])


def load_extension(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    """Load an extension of DuckDB from its package, nothing fetched; raises CordonError where it is not installed."""
    package = f"duckdb-extension-{name}"
    found = find_spec(package.replace("-", "_"))
    place = Path(found.origin).parent if found and found.origin else None
    file = place / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension" if place else None
    if file is None or not file.is_file():
        raise CordonError(f"{SETTING} needs the package {package}=={duckdb.__version__}. Install it with pip.")
    connection.execute(f"load {quoted(file)}")


def unreachable(place: Place, error: duckdb.Error) -> CordonError:
    """Return the error of a place that does not answer as it should."""
    return CordonError(f"{SETTING}: {place.name} cannot be read ({str(error).splitlines()[0]}).")
