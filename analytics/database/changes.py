"""What changed in data/ from one version to the next: row by row, by key, kept as a table of its own.

`data/versions/rows.parquet` holds a digest of every row at the version recorded last; `data/data_changes.csv` the
changes of each version. Both are written here alone and count for nothing in the digest of the data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from analytics.database.build import read_schema
from analytics.database.corrections import TABLE as CORRECTIONS
from analytics.database.corrections import Correction, read_corrections
from analytics.database.inputs import CHANGES, ROWS, data_digest, find_data_files
from analytics.database.load import header_of, source_of
from analytics.database.quoting import quoted
from analytics.database.tables import primary_keys
from analytics.errors import CordonError
from analytics.paths import DATA, shown

FORM_ONLY = "all"
FIRST = "First version recorded."
NAMED, LENGTH = 5, 60
COLUMNS = ("number", "version", "recorded_on", "table_name", "added", "changed", "removed", "row_keys", "reason")
ROWS_DDL = "(table_name varchar, row_key varchar, row_digest uinteger)"
# The digest of a row is 32 bits of the MD5 of its values, which is the same in every version of DuckDB.
DIGEST = "md5_number_lower({body}) % 4294967296"
COMPARED = """
select
    table_name,
    count(*) filter (kind = '+') as added,
    count(*) filter (kind = '~') as changed,
    count(*) filter (kind = '-') as removed,
    list(kind || ' ' || left(row_key, {length}) order by kind, row_key) filter (place <= {named}) as row_keys
from (
    select *, row_number() over (partition by table_name, kind order by row_key) as place
    from (
        select
            coalesce(new.table_name, old.table_name) as table_name,
            coalesce(new.row_key, old.row_key) as row_key,
            case when old.row_key is null then '+' when new.row_key is null then '-' else '~' end as kind
        from rows_now as new
        full join rows_then as old using (table_name, row_key)
        where new.row_digest is distinct from old.row_digest
    )
)
group by table_name
order by table_name
"""


@dataclass(frozen=True)
class TableChange:
    """How many rows of a table a version added, changed and removed, with the first keys of each kind."""

    table: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    keys: str = ""


@dataclass(frozen=True)
class Recorded:
    """A version of the data and what it changed; nothing where it was recorded already."""

    version: str
    changes: tuple[TableChange, ...]


def record_changes(*, reason: str, on: date, data: Path = DATA) -> Recorded:
    """Compare data/ with the version recorded last and write what changed; the second time does nothing.

    Raises CordonError where the two files do not belong to one version.
    """
    with duckdb.connect() as connection:
        for statement in read_schema():
            connection.execute(statement)
        version, past = version_of(data), read_changes(connection, data)
        last = past[-1][1] if past else ""
        if version == last:
            return Recorded(version, ())
        read_rows_then(connection, data, last)
        read_rows_now(connection, data)
        changes = compare_rows(connection) or (TableChange(FORM_ONLY),)
        number = past[-1][0] + 1 if past else 1
        news = [
            (number, version, on, item.table, item.added, item.changed, item.removed)
            + ((item.keys or None, reason) if past else (None, FIRST))
            for item in changes
        ]
        write_rows(connection, data, version)
        write_changes(connection, data, [*past, *news])
    return Recorded(version, changes)


def version_of(data: Path = DATA) -> str:
    """Return the version of a data folder: the day of its newest source and the first digits of its digest."""
    source = source_of(data / "coverage.csv", [])
    row = duckdb.sql(f"select strftime(max(as_of::date), '%Y.%m.%d') from {source}").fetchone()
    return f"{row[0] if row else ''}+{data_digest(data)[:8]}"


def read_changes(connection: duckdb.DuckDBPyConnection, data: Path) -> list[tuple[int, str, date, object]]:
    """Return the changes recorded so far, in their order."""
    if not (data / CHANGES).is_file():
        return []
    names = ", ".join(COLUMNS)
    connection.execute(f"insert into data_changes ({names}) select {names} from {source_of(data / CHANGES, [])}")
    return connection.execute(f"select {names} from data_changes order by number, table_name").fetchall()


def read_rows_then(connection: duckdb.DuckDBPyConnection, data: Path, version: str) -> None:
    """Load the digests of the version recorded last; raises CordonError where they are of another one."""
    connection.execute(f"create table rows_then {ROWS_DDL}")
    path = data / ROWS
    if not version and not path.is_file():
        return
    found = None
    if path.is_file():
        found = connection.execute(
            f"select decode(value) from parquet_kv_metadata({quoted(path)}) where decode(key) = 'version'"
        ).fetchone()
    if found != (version,):
        raise CordonError(
            f"{shown(path)} is of version {found[0] if found else 'none'}, {shown(data / CHANGES)} ends with "
            f"{version or 'none'}. Restore both from one commit, then run: python -m analytics data-changelog"
        )
    connection.execute(f"insert into rows_then from read_parquet({quoted(path)})")


def read_rows_now(connection: duckdb.DuckDBPyConnection, data: Path) -> None:
    """Digest every row of every table as it stands in its files, and every correction."""
    connection.execute(f"create table rows_now {ROWS_DDL}")
    facts = primary_keys(connection)
    for table in facts.keys() - {Path(CHANGES).stem, CORRECTIONS}:
        for path in find_data_files(table, data):
            connection.execute(f"insert into rows_now {digests_of(table, facts[table], path)}")
    connection.executemany(
        f"insert into rows_now select $1, $2, {DIGEST.format(body='$3')}",
        list(correction_rows(read_corrections(data))) or [(CORRECTIONS, None, "")],
    )
    connection.execute("delete from rows_now where row_key is null")


def digests_of(table: str, key: Sequence[str], path: Path) -> str:
    """Return the statement that gives table, key and digest of each row of a file, whatever its columns' order.

    What is null counts for nothing, so that a new column changes only the rows that fill it.
    """
    rest = sorted(set(header_of(path)) - set(key))
    keys = ", ".join(f'"{name}"::varchar' for name in key)
    values = "".join(f", '{name}=' || \"{name}\"::varchar" for name in rest)
    body = f"concat_ws(chr(31), ''{values})"
    return f"select '{table}', concat_ws(' ', {keys}), {DIGEST.format(body=body)} from {source_of(path, [])}"


def correction_rows(corrections: Sequence[Correction]) -> Iterator[tuple[str, str, str]]:
    """Yield table, key and content of each correction."""
    for item in corrections:
        yield CORRECTIONS, item.id, "\x1f".join([str(item.expected), str(item.used), item.reason, item.source])


def compare_rows(connection: duckdb.DuckDBPyConnection) -> tuple[TableChange, ...]:
    """Return the tables that differ."""
    found = connection.execute(COMPARED.format(named=NAMED, length=LENGTH)).fetchall()
    return tuple(
        TableChange(table, added, changed, removed, "; ".join(keys)) for table, added, changed, removed, keys in found
    )


def write_rows(connection: duckdb.DuckDBPyConnection, data: Path, version: str) -> None:
    """Write the digests of all rows, marked with their version."""
    path = data / ROWS
    path.parent.mkdir(exist_ok=True)
    connection.execute(
        f"copy (from rows_now order by all) to {quoted(path)} "
        f"(format parquet, parquet_version v2, compression zstd, compression_level 19, "
        f"kv_metadata {{version: '{version}'}})"
    )


def write_changes(connection: duckdb.DuckDBPyConnection, data: Path, rows: Sequence[tuple[object, ...]]) -> None:
    """Write the changelog, in the one CSV form we use."""
    connection.execute("delete from data_changes")
    connection.executemany(f"insert into data_changes values ({', '.join('?' * len(COLUMNS))})", rows)
    connection.execute(
        f"copy (from data_changes order by number, table_name) to {quoted(data / CHANGES)} (header true)"
    )
