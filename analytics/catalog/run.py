"""Ask the database a catalogued question."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from analytics.catalog.keep import Keeper
from analytics.catalog.lineage import (
    Reading,
    as_of,
    ends_of,
    grades_of,
    main_tables,
    reach_of_sources,
    sources_of,
)
from analytics.catalog.macros import query_macros
from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import Query, find_query
from analytics.database.build import read_schema
from analytics.database.checked import connect_checked
from analytics.database.deadlines import deadlines
from analytics.database.open import (
    BROKEN,
    KEPT_OPEN,
    connections,
    data_version,
    explain_failure,
    find_database,
    open_database,
)
from analytics.errors import CordonError

TIME_LIMIT_SECONDS = 30.0
KEPT_ANSWERS = 8192
KEPT_BYTES = 256 * 2**20
# Rows as a pandas frame, which charts ask for, take about three times the room that they take in Arrow; as the table
# that people read, once more as much.
FRAME_FACTOR = 7
EMPTY_BYTES = 4096
LARGEST_COPIED = 2**20


@dataclass(frozen=True, eq=False)
class Result:
    """The answer to a query: rows, the values asked with, and what stands behind them. Each is equal to itself alone.

    `as_of` is the last day that all tables of the `lineage` reach. `sources` has the columns
    source_id, title, publisher, url, terms, citation. `grades` counts the facts of each table of
    the lineage by evidence grade; `checked` tells that those graded D were left out. `ends` holds until when each
    table runs that limits `as_of`.
    """

    query: Query
    parameters: Mapping[str, Any]
    table: pa.Table
    lineage: tuple[str, ...]
    as_of: date | None
    sources: pd.DataFrame
    version: str
    grades: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    checked: bool = False
    ends: Mapping[str, date] = field(default_factory=dict)

    @cached_property
    def named_sources(self) -> dict[str, tuple[str, str | None]]:
        """Title and address of each source by its id, for the line under a figure."""
        addresses = self.sources["url"].astype(object).where(self.sources["url"].notna(), None)
        pairs = zip(self.sources["title"], addresses, strict=True)
        return dict(zip(self.sources["source_id"], pairs, strict=True))

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows as a pandas frame, for charts and small tables; dates as timestamps."""
        return to_frame(self.table)


def run_query(
    query_id: str,
    parameters: Mapping[str, object] | None = None,
    *,
    checked: bool = False,
    seconds: float = TIME_LIMIT_SECONDS,
) -> Result:
    """Ask a query of the catalog and return its rows; `checked` leaves out the facts graded D.

    An answer is shared with all who ask the same of the same data, so nobody may change its frame. Raises
    CordonError for an unknown id, a parameter that is missing or does not parse, when time runs out, or where the
    database cannot be read.
    """
    query = find_query(query_id)
    path = find_database()
    said = tuple((name, None if value is None else str(value)) for name, value in (parameters or {}).items())
    try:
        bound = dict(bind_said(query.id, said, path))
        key = (path, query.id, checked, tuple(bound.items()))
        return answers().get(key, lambda: compute_answer(query, bound, path, checked=checked, seconds=seconds))
    except (*BROKEN, duckdb.OutOfMemoryException) as error:
        checked_connections().clear()
        raise explain_failure(error) from error


@lru_cache(maxsize=2048)
def bind_said(query_id: str, said: tuple[tuple[str, str | None], ...], path: Path) -> tuple[tuple[str, Any], ...]:
    """Return name and value of every parameter of a query, from what was said of some of them."""
    return tuple(bind_parameters(find_query(query_id), dict(said), open_database(path)).items())


@cache
def answers() -> Keeper[Result]:
    """Return the answers kept for everyone: dashboard, API and charts, by database, question and values."""
    return Keeper(entries=KEPT_ANSWERS, size=KEPT_BYTES, size_of=answer_bytes)


def answer_bytes(result: Result) -> int:
    """Return about how many bytes an answer takes once its frame is made."""
    return EMPTY_BYTES + FRAME_FACTOR * int(result.table.nbytes)


def compute_answer(query: Query, bound: Mapping[str, Any], path: Path, *, checked: bool, seconds: float) -> Result:
    """Run a query on a database for bound values."""
    connection = open_checked(path) if checked else open_database(path)
    with deadlines().limit(connection, seconds):
        table = fetch_table(query, bound, connection)
    lineage, _ = provenance_of(query.id, path)
    sources = sources_behind(named_most_first(table), lineage, path)
    grades, ends = grades_behind(lineage, path), ends_for(query, bound, lineage, path)
    until = min(ends.values(), default=None)
    return Result(query, bound, table, lineage, until, sources, data_version(path), grades, checked, ends)


def named_most_first(table: pa.Table) -> tuple[str, ...]:
    """Return the sources that rows name, those of most rows first; none where they name none."""
    if "source" not in table.column_names:
        return ()
    counts = Counter(source for source in table["source"].to_pylist() if source is not None)
    return tuple(sorted(counts, key=lambda source: (-counts[source], source)))


def open_checked(path: Path) -> duckdb.DuckDBPyConnection:
    """Return a cursor on the database without the facts that nobody checked against a document."""
    definitions = (*read_schema(), *query_macros())
    threads = connections().threads
    return checked_connections().get((path, definitions), lambda: connect_checked(path, definitions, threads)).cursor()


@cache
def checked_connections() -> Keeper[duckdb.DuckDBPyConnection]:
    """Return the process's connections to databases without unchecked facts, one a database."""
    return Keeper(entries=KEPT_OPEN, size=KEPT_OPEN, size_of=lambda connection: 1)


def copied(table: pa.Table) -> pa.Table:
    """Return rows in memory of their own, unless they are many.

    DuckDB's lie in the heap among what the query needed and gave back; kept, they hold megabytes of it each.
    """
    if table.nbytes > LARGEST_COPIED:
        return table
    stream = pa.BufferOutputStream()
    with pa.ipc.new_stream(stream, table.schema) as writer:
        writer.write_table(table)
    return pa.ipc.open_stream(stream.getvalue()).read_all()


def fetch_table(query: Query, bound: Mapping[str, Any], connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Run a query's statement with bound values and return its rows, exactly typed.

    Raises CordonError for values that the statement cannot take, such as a day beyond the calendar, or refuses itself.
    """
    try:
        return copied(connection.execute(query.sql, dict(bound)).to_arrow_table())
    except (duckdb.DataError, duckdb.InvalidInputException) as error:
        why = str(error).splitlines()[0].rpartition("Error: ")[2]
        raise CordonError(f"{query.id} has no answer for these values: {why}") from error


def to_frame(table: pa.Table) -> pd.DataFrame:
    """Return rows as a pandas frame; enums as text, dates as timestamps."""
    frame: pd.DataFrame = table.to_pandas(date_as_object=False)
    for name in frame.select_dtypes("category"):
        frame[name] = frame[name].astype("object")
    return frame


@lru_cache(maxsize=256)
def provenance_of(query_id: str, path: Path) -> tuple[tuple[str, ...], date | None]:
    """Return the tables a query reads in a database, and the day until which all of them reach."""
    connection = open_database(path)
    tables = reading_of(path).tables_of(find_query(query_id).sql, connection)
    return tables, as_of(tables, connection)


@lru_cache(maxsize=8)
def reading_of(path: Path) -> Reading:
    """Return what the statements of a database read, as far as anybody asked."""
    return Reading(open_database(path))


def ends_for(query: Query, bound: Mapping[str, Any], lineage: tuple[str, ...], path: Path) -> Mapping[str, date]:
    """Return until when those of some tables run that limit how far all of them reach.

    Where that is one table alone, such as the launches, the end of its part for the state asked about.
    """
    ends = ends_behind(lineage, path)
    if len(ends) > 1:
        return ends
    asked = tuple(str(bound[name]) for name, item in query.params.items() if item.type == "state")
    return ends_behind(lineage, path, asked)


@lru_cache(maxsize=1024)
def sources_behind(named: tuple[str, ...], lineage: tuple[str, ...], path: Path) -> pd.DataFrame:
    """Return the sources that rows name, in that order, or else those of the tables they come from."""
    return sources_of(named, lineage, open_database(path))


@lru_cache(maxsize=256)
def reach_behind(lineage: tuple[str, ...], path: Path) -> Mapping[str, date]:
    """Return until when the data of each source behind some tables run."""
    return reach_of_sources(lineage, open_database(path))


@lru_cache(maxsize=256)
def tables_naming(lineage: tuple[str, ...], path: Path) -> Mapping[str, str]:
    """Return for each source behind some tables the one most of whose rows name it."""
    return main_tables(lineage, open_database(path))


@lru_cache(maxsize=1024)
def ends_behind(lineage: tuple[str, ...], path: Path, parts: tuple[str, ...] = ()) -> Mapping[str, date]:
    """Return until when those of some tables run that limit how far all of them reach, of some parts where named."""
    return ends_of(lineage, open_database(path), parts)


@lru_cache(maxsize=256)
def grades_behind(lineage: tuple[str, ...], path: Path) -> Mapping[str, Mapping[str, int]]:
    """Return how many facts of each of some tables rest on which grade of evidence."""
    return grades_of(lineage, open_database(path))
