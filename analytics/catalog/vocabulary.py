"""What can be named in a statement: tables with their columns, queries with theirs, words and functions of SQL."""

from dataclasses import dataclass

import duckdb

from analytics.catalog.examples import call_of, signature_of
from analytics.catalog.query import load_catalog
from analytics.database.statements import REFUSED_FUNCTIONS

COLUMNS = """
select t.table_name, t.comment, c.column_name, c.comment,
    if(c.data_type like 'ENUM(%', 'one of ' || replace(c.data_type[6:-2], chr(39), ''), lower(c.data_type))
from duckdb_tables() as t
join duckdb_columns() as c using (schema_name, table_name)
where t.schema_name = 'main' and t.table_name <> 'build_info'
order by t.table_name, c.column_index
"""
WORDS = "select keyword_name from duckdb_keywords() where keyword_category = 'reserved' order by 1"
FUNCTIONS = """
select distinct function_name
from duckdb_functions()
where internal and function_type in ('scalar', 'aggregate') and schema_name = 'main'
    and regexp_full_match(function_name, '[a-z][a-z0-9_]+') and not contains(function_name, '__')
order by 1
"""
# Words that SQL uses and DuckDB does not reserve.
MORE_WORDS = ("asof", "between", "by", "cross", "describe", "exclude", "filter", "full", "inner", "is", "join", "left")


@dataclass(frozen=True)
class Named:
    """A table or a query: what it holds, how it is written, its columns as (name, type or unit, description)."""

    name: str
    about: str
    call: str
    signature: str
    columns: tuple[tuple[str, str, str], ...]


def named_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, Named]:
    """Return every table by name, as the database's own comments describe it."""
    found: dict[str, Named] = {}
    for table, about, column, told, kind in connection.execute(COLUMNS).fetchall():
        before = found[table].columns if table in found else ()
        found[table] = Named(table, about or "", table, table, (*before, (column, kind, told or "")))
    return found


def named_queries() -> dict[str, Named]:
    """Return every query of the catalog by id."""
    return {
        query.id: Named(
            query.id,
            query.question,
            call_of(query),
            signature_of(query),
            tuple((column.name, column.unit, column.description) for column in query.columns.values()),
        )
        for query in load_catalog().values()
    }


def sql_words(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the words of SQL."""
    return sorted({name for (name,) in connection.execute(WORDS).fetchall()} | {*MORE_WORDS})


def sql_functions(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the functions that a statement may use."""
    return [name for (name,) in connection.execute(FUNCTIONS).fetchall() if name not in REFUSED_FUNCTIONS]
