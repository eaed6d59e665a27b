"""The process in which one statement of a person's own is run, and which ends with it.

It says that it is ready, reads the statement from standard input, and writes one line of JSON and the rows as an
Arrow stream. Before it reads, it gives up every right it does not need: no file or socket can be opened any more,
nothing can be written, memory and processor time end.
"""

import json
import os
import resource
import sys
from contextlib import suppress
from typing import BinaryIO

import duckdb
import pyarrow as pa

from analytics.database import limits
from analytics.database.open import HARDENED
from analytics.database.statements import read_statement
from analytics.errors import CordonError

READY = b"ready\n"
CONFINED = HARDENED | {
    "memory_limit": limits.MEMORY,
    "threads": "1",
    "temp_directory": "",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
}
BATCH_ROWS = 1_000
ERROR_LENGTH = 2_000
NESTING = 16
NO_MEMORY = "This needs more memory than a statement may use here. Narrow it down: fewer rows, shorter lists or texts."
DIED = "The statement broke off the process it ran in, most likely for want of memory. Narrow it down."
NO_REACH = "Files, the network, extensions, settings and secrets cannot be reached from SQL here."
TOO_WIDE = f"The result is larger than {limits.BYTE_LIMIT // 1_000_000} MB. Choose fewer columns or shorten long texts."


def main(database: str) -> None:
    """Run the one statement that standard input holds, and write what came of it."""
    out = sole_output()
    connection = open_confined(database)
    read_statement("select 1 as one", connection)
    write(out, run(connection, "select 1 as one"), discard=True)
    give_up_rights()
    out.write(READY)
    out.flush()
    sql = sys.stdin.buffer.read().decode("utf-8")
    try:
        names = sorted(read_statement(sql, connection))
        write(out, run(connection, sql), names=names)
    except MemoryError:
        refuse(out, NO_MEMORY)
    except CordonError as error:
        refuse(out, str(error)[:ERROR_LENGTH])
    out.flush()


def sole_output() -> BinaryIO:
    """Return standard output, which from here on nobody else writes to: DuckDB shows its progress there."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return out


def open_confined(database: str) -> duckdb.DuckDBPyConnection:
    """Return a connection that reads one file and can be set to nothing else."""
    connection = duckdb.connect(database, read_only=True, config=dict(CONFINED))
    connection.execute("set lock_configuration = true")
    return connection


def give_up_rights() -> None:
    """Let this process open nothing, write no file, and end when it uses too much; files already open stay so."""
    os.chdir("/")
    os.environ.clear()
    seconds = int(limits.TIME_LIMIT_SECONDS) + 2
    # Only Linux is sure to know all of these limits; DuckDB's own bars stand everywhere.
    unknown = () if sys.platform == "linux" else (ValueError, OSError)
    for name, most in (
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_DATA, limits.PROCESS_MEMORY),
    ):
        with suppress(*unknown):
            resource.setrlimit(name, (most, most))


def run(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[pa.Table, bool]:
    """Return the first rows of a statement, and whether more were cut off; raises CordonError for a fault in it."""
    try:
        reader = connection.execute(sql).to_arrow_reader(BATCH_ROWS)
        check_columns(reader.schema)
        return read_rows(reader)
    except (duckdb.OutOfMemoryException, pa.ArrowMemoryError) as error:
        raise CordonError(NO_MEMORY) from error
    except duckdb.PermissionException as error:
        raise CordonError(NO_REACH) from error
    except (duckdb.Error, pa.ArrowException) as error:
        raise CordonError(str(error).strip()) from error


def check_columns(schema: pa.Schema) -> None:
    """Raise CordonError for a result that is too wide or too deep to be shown."""
    if len(schema) > limits.COLUMN_LIMIT:
        raise CordonError(f"The result has {len(schema):,} columns; {limits.COLUMN_LIMIT} are the most.")
    for field in schema:
        if depth_of(field.type) > NESTING:
            raise CordonError(f"The column {field.name[:60]} is nested more than {NESTING} levels deep.")


def depth_of(kind: pa.DataType) -> int:
    """Return how many levels of lists and structs a type has, counted no further than is refused."""
    level, waiting = 0, [kind]
    while waiting and level <= NESTING:
        waiting = [item.field(index).type for item in waiting for index in range(item.num_fields)]
        level += bool(waiting)
    return level


def read_rows(reader: pa.RecordBatchReader) -> tuple[pa.Table, bool]:
    """Return the first rows of a result without fetching the rest, and whether there are more.

    Raises CordonError where they take more bytes than the limit.
    """
    batches, rows, size = [], 0, 0
    for batch in reader:
        batches.append(batch)
        rows += batch.num_rows
        size += batch.nbytes
        if size > limits.BYTE_LIMIT:
            raise CordonError(TOO_WIDE)
        if rows > limits.ROW_LIMIT:
            break
    table = pa.Table.from_batches(batches, schema=reader.schema)
    return table.slice(0, limits.ROW_LIMIT), rows > limits.ROW_LIMIT


def write(
    out: BinaryIO, found: tuple[pa.Table, bool], *, names: list[str] | None = None, discard: bool = False
) -> None:
    """Write what a statement found; discarded, it only makes sure that all it takes is loaded."""
    table, cut = found
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    head = json.dumps({"names": names or [], "cut": cut}).encode()
    if not discard:
        out.write(head + b"\n")
        out.write(memoryview(sink.getvalue()))


def refuse(out: BinaryIO, why: str) -> None:
    """Write why there are no rows."""
    out.write(json.dumps({"refused": why}).encode() + b"\n")
