"""Build the DuckDB file from data/: atomic, idempotent, safe under two builders and under kill."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from filelock import FileLock

from analytics.database.corrections import TABLE as CORRECTIONS
from analytics.database.corrections import Correction, check_all_applied, list_corrections, read_corrections
from analytics.database.inputs import data_digest, find_data_files, find_schema_files, input_digest
from analytics.database.load import is_disk_fault, load_file
from analytics.errors import CordonError
from analytics.paths import DATA, SCHEMA, build_directory, shown

STAMP_DDL = """
create table build_info (data_version varchar not null, duckdb_version varchar not null);
comment on table build_info is 'What this file was built from: one row.';
comment on column build_info.data_version is 'Day of the newest source and first digits of the digest of the data.';
comment on column build_info.duckdb_version is 'DuckDB that wrote the file.';
"""


@dataclass(frozen=True)
class Build:
    """A database file, and whether this call made it anew."""

    path: Path
    rebuilt: bool


def build_database(
    *,
    force: bool = False,
    data: Path = DATA,
    schema: Path = SCHEMA,
    directory: Path | None = None,
    macros: Sequence[str] = (),
    derived: Sequence[str] = (),
    report: Callable[[str], None] = lambda message: None,
) -> Build:
    """Build the database if its inputs changed, and return where it is.

    The file is named after the digest of its inputs and appears whole or not at all: it is written
    beside its place and renamed. One built again by force gets a number too, since those who have the first open
    would else never see it. Raises CordonError for a data file that does not fit, or a disk
    that cannot be written; the last good database stays. `derived` are statements that
    fill tables from others once those are loaded.
    """

    def fill(connection: duckdb.DuckDBPyConnection) -> None:
        run_statements(connection, [*read_schema(schema), *macros])
        load_tables(connection, data, report)
        run_statements(connection, derived)
        stamp(connection, data)

    digest = input_digest(data, schema, [*macros, *derived])
    return keep_one(digest, fill, directory=directory or build_directory(), force=force)


def keep_one(
    digest: str, fill: Callable[[duckdb.DuckDBPyConnection], None], *, directory: Path, force: bool = False
) -> Build:
    """Return the database of a digest, filled if it is not there or by force; older ones go once it is whole."""
    name = f"cordon-{digest[:16]}"
    if (found := built_already(directory, name)) and not force:
        return Build(found, rebuilt=False)
    target = directory / f"{name}.duckdb"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with FileLock(directory / "build.lock"):
            found = built_already(directory, name)
            if found and not force:
                return Build(found, rebuilt=False)
            target = name_after(found) if found else target
            remove_files(directory.glob("*.draft*"))
            write_database(target, fill)
            remove_files(path for path in directory.glob("cordon-*.duckdb") if path != target)
    except OSError as error:
        raise unwritable(target, error.strerror or str(error)) from error
    return Build(target, rebuilt=True)


def built_already(directory: Path, name: str) -> Path | None:
    """Return the database of a name, the last one where it was built again."""
    return max(directory.glob(f"{name}*.duckdb"), key=build_number, default=None)


def build_number(path: Path) -> int:
    """Return how often a database was built for the same inputs: `cordon-<digest>-<number>`."""
    return int(path.stem.split("-")[2]) if path.stem.count("-") == 2 else 1


def name_after(path: Path) -> Path:
    """Return the name of the next build for the same inputs."""
    return path.with_name(f"{'-'.join(path.stem.split('-')[:2])}-{build_number(path) + 1}.duckdb")


def write_database(target: Path, fill: Callable[[duckdb.DuckDBPyConnection], None]) -> None:
    """Write a new database beside its place and put it there; raises CordonError where it cannot be built."""
    draft = target.with_suffix(f".{os.getpid()}.draft")
    try:
        with duckdb.connect(str(draft)) as connection:
            fill(connection)
            connection.execute("checkpoint")
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException) or is_disk_fault(error):
            raise unwritable(target, str(error).splitlines()[0]) from error
        raise CordonError(f"The database could not be built: {str(error).splitlines()[0]}") from error
    finally:
        remove_files([draft, draft.with_name(draft.name + ".wal"), draft.with_name(draft.name + ".tmp")])


def run_statements(connection: duckdb.DuckDBPyConnection, statements: Sequence[str]) -> None:
    """Run schema and macros; raises CordonError showing the beginning of one that does not run."""
    with transaction(connection):
        for statement in statements:
            try:
                connection.execute(statement)
            except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException) as error:
                beginning = " ".join(statement.split())[:70]
                raise CordonError(f"this statement of queries/ does not run: {beginning}…\n{error}") from error


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Run statements as one transaction: on its own, each waits for the disk."""
    connection.execute("begin")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def unwritable(target: Path, why: str) -> CordonError:
    """Return the error of a disk that does not take the database."""
    return CordonError(
        f"{shown(target)} cannot be written ({why}). Free some space, or choose another folder with "
        "CORDON_BUILD. The last good database was left as it was."
    )


def remove_files(paths: Iterable[Path]) -> None:
    """Remove files; readers that hold one open keep it until they close."""
    for path in list(paths):
        if path.is_dir():
            # Where DuckDB put what did not fit into memory.
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def read_schema(schema: Path = SCHEMA) -> list[str]:
    """Return the schema files' statements in the order in which they are run."""
    return [path.read_text(encoding="utf-8") for path in find_schema_files(schema)]


def load_tables(connection: duckdb.DuckDBPyConnection, data: Path, report: Callable[[str], None]) -> None:
    """Load every table of facts from its files, parents before children; raises CordonError for one without a file."""
    tables = connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' order by table_oid"
    ).fetchall()
    corrections = read_corrections(data)
    applied: set[Correction] = set()
    for (table,) in tables:
        if table == CORRECTIONS:
            with transaction(connection):
                list_corrections(connection, corrections)
            continue
        files = find_data_files(table, data)
        if not files:
            raise CordonError(f"{shown(data)}/{table}.csv is missing. Restore it from version control.")
        for path in files:
            report(f"loading {shown(path)}")
            applied |= load_file(connection, table, path, [item for item in corrections if item.table == table])
    check_all_applied(corrections, applied)


def stamp(connection: duckdb.DuckDBPyConnection, data: Path) -> None:
    """Write what the database was built from into it."""
    connection.execute(STAMP_DDL)
    connection.execute(
        "insert into build_info select strftime(max(as_of), '%Y.%m.%d') || '+' || $digest, version() from coverage",
        {"digest": data_digest(data)[:8]},
    )
