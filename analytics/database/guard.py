"""Run a person's own SQL: one read-only statement, limited in time and rows."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from analytics.errors import CordonError

TIME_LIMIT_SECONDS = 5.0
ROW_LIMIT = 10_000


class TimeLimitError(CordonError):
    """A statement was stopped because it took too long."""


def run_guarded(
    sql: str,
    connection: duckdb.DuckDBPyConnection,
    *,
    seconds: float = TIME_LIMIT_SECONDS,
    rows: int = ROW_LIMIT,
) -> tuple[pa.Table, bool]:
    """Run one SELECT and return its rows, and whether more were cut off.

    Raises CordonError for anything but one SELECT, for a fault in it, or when time runs out.
    """
    statement = single_select(sql, connection)
    with limited_time(connection, seconds):
        try:
            found = read_rows(connection.execute(statement).fetch_record_batch(rows + 1), rows + 1)
        except duckdb.InterruptException:
            raise
        except duckdb.Error as error:
            raise CordonError(str(error).strip()) from error
    return found.slice(0, rows), found.num_rows > rows


@contextmanager
def limited_time(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt what a connection does after some seconds; raises TimeLimitError then."""
    timer = threading.Timer(seconds, connection.interrupt)
    timer.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise TimeLimitError(f"This took longer than {seconds:g} s and was stopped. Narrow it down.") from error
    finally:
        timer.cancel()


def single_select(sql: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Return the statement, if it is exactly one SELECT."""
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise CordonError(str(error).strip()) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise CordonError("Only one SELECT statement is run here; the data cannot be changed from SQL.")
    return statements[0].query


def read_rows(reader: pa.RecordBatchReader, rows: int) -> pa.Table:
    """Return the first rows of a result without fetching the rest."""
    batches = []
    count = 0
    for batch in reader:
        batches.append(batch)
        count += batch.num_rows
        if count >= rows:
            break
    return pa.Table.from_batches(batches, schema=reader.schema).slice(0, rows)
