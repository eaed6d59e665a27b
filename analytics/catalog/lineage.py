"""Which tables a query rests on, how far they reach and who stands behind them."""

import re
from collections import Counter
from datetime import date

import duckdb
import pandas as pd

from analytics.catalog.derived import derived_selects
from analytics.database.checked import KEPT_WHOLE

PARAMETER = re.compile(r"\$\w+")
CALLED = re.compile(r"\b(\w+)\s*\(")
NOT_FACTS = {"build_info", "coverage", "sources", "dropped"}
# Names, members and weights: nothing that happened, so their sources are named last.
BESIDE = (*KEPT_WHOLE, "organisation_members", "weights")


class Reading:
    """What statements read of a database: its views, macros and derived tables are opened, each once."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.bodies = definitions(connection)
        self.loaded = loaded_tables(connection)
        self.met: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def tables_of(self, sql: str, connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
        """Return the tables that a statement reads in the end; a table may share its name with a macro."""
        found: set[str] = set()
        seen: set[str] = set()
        waiting = [sql]
        while waiting:
            tables, opened = self.names_in(waiting.pop(), connection)
            found |= tables
            waiting += [self.bodies[name] for name in opened - seen]
            seen |= opened
        return tuple(sorted(found - NOT_FACTS))

    def names_in(self, statement: str, connection: duckdb.DuckDBPyConnection) -> tuple[frozenset[str], frozenset[str]]:
        """Return the tables that stand in a statement, and what in it is to be opened."""
        if statement not in self.met:
            # get_table_names does not take prepared parameters, and their values do not matter here.
            names = connection.get_table_names(PARAMETER.sub("null", statement))
            opened = self.bodies.keys() & ((names - self.loaded) | set(CALLED.findall(statement)))
            self.met[statement] = frozenset(names & self.loaded), frozenset(opened)
        return self.met[statement]


def tables_behind(names: frozenset[str], connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Return the tables of ours behind the names that a statement uses: of tables, and of queries as `name()`."""
    reading = Reading(connection)
    opened = {name for name in reading.bodies if f"{name}()" in names} | names & derived_selects().keys()
    found = {table for name in opened for table in reading.tables_of(reading.bodies[name], connection)}
    return tuple(sorted((found | names & reading.loaded) - NOT_FACTS))


def loaded_tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the tables that hold what was loaded, not what was made of it."""
    rows = connection.execute("select table_name from duckdb_tables() where schema_name = 'main'").fetchall()
    return {name for (name,) in rows}


def definitions(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the statements behind our table macros, views and derived tables, by name."""
    rows = connection.execute(
        "select function_name, macro_definition from duckdb_functions() "
        "where function_type = 'table_macro' and not internal "
        "union all select view_name, sql from duckdb_views() where not internal"
    ).fetchall()
    opened = {name: re.sub(r"(?is)^create view .*? as (?=\(?(?:select|with|from))", "", body) for name, body in rows}
    return opened | derived_selects()


def as_of(tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection) -> date | None:
    """Return the day until which all of the tables of events reach: the earliest of their ends."""
    return min(ends_of(tables, connection).values(), default=None)


def ends_of(
    tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection, parts: tuple[str, ...] = ()
) -> dict[str, date]:
    """Return until when each of the tables of events runs, the earliest end first.

    Of a table that covers one of some `parts` for itself, such as the launches of one state, the end of that part.
    Tables that change once a year or less (weights, sessions, states) set no limit beside others.
    """
    rows = connection.execute(
        "with ends as (select table_name, "
        "coalesce(max(ends_on) filter (list_contains($parts, part)), max(ends_on)) as last_day, "
        "min(cadence_days) < 365 as often from coverage "
        "where list_contains($tables, table_name) group by table_name having last_day is not null) "
        "select table_name, last_day from ends where often or not exists (from ends where often) "
        "order by last_day, table_name",
        {"tables": list(tables), "parts": list(parts)},
    ).fetchall()
    return dict(rows)


def sources_of(named: tuple[str, ...], tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return the sources that a result names, in that order, or else all those of its tables.

    Columns: source_id, title, publisher, url, terms, citation.
    """
    return connection.execute(
        "select source_id, title, publisher, url, terms, citation from sources "
        "where list_contains($named, source_id) order by list_position($named, source_id)",
        {"named": list(named) or table_sources(tables, connection)},
    ).df()


def table_sources(tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the source ids that the rows of tables name: those of facts first, each by the number of its rows.

    The list of states names its sources only where nothing else does.
    """
    rows = count_by_source(tables, connection)
    counts: Counter[tuple[bool, str]] = Counter()
    for table in rows.keys() - {"states"} or rows.keys():
        counts.update({(table not in BESIDE, source): count for source, count in rows[table].items()})
    ordered = sorted(counts, key=lambda key: (not key[0], -counts[key], key[1]))
    return list(dict.fromkeys(source for _, source in ordered))


def count_by_source(tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, int]]:
    """Return how many rows of each table name which source; tables whose rows name none are left out."""
    found = connection.execute("select table_name from duckdb_columns() where column_name = 'source_id'").fetchall()
    return {
        table: dict(connection.execute(f'select source_id, count(*) from "{table}" group by all').fetchall())
        for (table,) in found
        if table in tables
    }


def main_tables(tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return for each source behind some tables the one of them most of whose rows name it."""
    counts = count_by_source(tables, connection)
    named = sorted((rows, table, source) for table, sources in counts.items() for source, rows in sources.items())
    return {source: table for _, table, source in named}


def reach_of_sources(tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection) -> dict[str, date]:
    """Return until when the data of each source run: the earliest end among those of the tables that name it.

    One whose every programme of sanctions says until when it tells runs no further than that.
    """
    ends = dict(connection.execute("select table_name, max(ends_on) from coverage group by table_name").fetchall())
    reached: dict[str, date] = {}
    for table, sources in count_by_source(tables, connection).items():
        for source in sources if ends.get(table) else ():
            reached[source] = min(ends[table], reached.get(source, ends[table]))
    if "sanctions" in tables:
        told = "select source_id, max(told_until) from sanctions group by all having count(*) = count(told_until)"
        for source, until in connection.execute(told).fetchall():
            reached[source] = min(until, reached.get(source, until))
    return reached


def grades_of(tables: tuple[str, ...], connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, int]]:
    """Return how many facts of each table rest on which grade; names of things and members are no such facts."""
    counts: dict[str, dict[str, int]] = {}
    for table in sorted(fact_tables(connection)):
        if table in tables and table not in KEPT_WHOLE:
            statement = f'select evidence::varchar, count(*) from "{table}" group by 1 order by 1'
            counts[table] = dict(connection.execute(statement).fetchall())
    return counts


def fact_tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the tables whose rows carry a grade of evidence."""
    rows = connection.execute("select table_name from duckdb_columns() where column_name = 'evidence'").fetchall()
    return {name for (name,) in rows}
