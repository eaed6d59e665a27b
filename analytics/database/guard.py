"""Run a person's own SQL: one read-only statement, limited in time and rows."""

import threading

import duckdb
import pyarrow as pa

from analytics.errors import CordonError

TIME_LIMIT_SECONDS = 5.0
ROW_LIMIT = 10_000


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
    timer = threading.Timer(seconds, connection.interrupt)
    timer.start()
    try:
        table = connection.execute(statement).fetch_record_batch(rows + 1)
        found = read_rows(table, rows + 1)
    except duckdb.InterruptException as error:
        raise CordonError(f"The statement took longer than {seconds:g} s and was stopped. Narrow it down.") from error
    except duckdb.Error as error:
        raise CordonError(str(error).strip()) from error
    finally:
        timer.cancel()
    return found.slice(0, rows), found.num_rows > rows


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
