"""What the tables are: comments, coverage, sources and evidence, read from the database itself."""

import duckdb
import pandas as pd

SUMMARY = """
select
    t.table_name,
    t.comment as holds,
    min(c.starts_on) as starts_on,
    max(c.ends_on) as ends_on,
    max(c.as_of) as as_of
from duckdb_tables() as t
left join coverage as c using (table_name)
where t.schema_name = 'main' and t.table_name <> 'build_info'
group by all
order by t.table_name
"""
COLUMNS = """
select
    column_name,
    comment as description,
    case
        when data_type like 'ENUM(%' then 'one of ' || replace(data_type[6:-2], chr(39), '')
        else lower(data_type)
    end as kind,
    case when is_nullable then 'yes' else '' end as may_be_unknown
from duckdb_columns()
where table_name = $table
order by column_index
"""
COVERAGE = """
select part, starts_on, ends_on, as_of, completeness, note
from coverage
where table_name = $table
order by part
"""
PUBLIC = """
select table_name, comment
from duckdb_tables()
where schema_name = 'main' and table_name <> 'build_info'
order by table_name
"""


def public_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return what each table of `data/` holds, by its name; what the build keeps for itself is none of them."""
    return dict(connection.execute(PUBLIC).fetchall())


def summarise_tables(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return one row per table: what it holds, rows, window, as-of day, how many rows of which evidence."""
    frame = connection.execute(SUMMARY).df()
    frame.insert(2, "rows", [count_rows(connection, table) for table in frame["table_name"]])
    frame["evidence"] = [mix_evidence(connection, table) for table in frame["table_name"]]
    return frame


def count_rows(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Return how many rows a table has."""
    row = connection.execute(f'select count(*) from "{table}"').fetchone()
    return int(row[0]) if row else 0


def mix_evidence(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """Return how many rows of a table rest on which grade, such as `A 12, C 3`; empty without grades."""
    if "evidence" not in column_names(connection, table):
        return ""
    rows = connection.execute(f'select evidence, count(*) from "{table}" group by 1 order by 1').fetchall()
    return ", ".join(f"{grade} {count:,}" for grade, count in rows)


def column_names(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """Return the names of a table's columns, in their order."""
    return [name for name, *_ in connection.execute(COLUMNS, {"table": table}).fetchall()]


def primary_keys(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the columns of the primary key of each table that has one."""
    rows = connection.execute(
        "select table_name, constraint_column_names from duckdb_constraints() "
        "where constraint_type = 'PRIMARY KEY' and schema_name = 'main' order by table_name"
    ).fetchall()
    return {table: list(key) for table, key in rows}


def describe_columns(connection: duckdb.DuckDBPyConnection, table: str) -> pd.DataFrame:
    """Return name, type and description of a table's columns; an enum's type is its values."""
    return connection.execute(COLUMNS, {"table": table}).df()


def describe_coverage(connection: duckdb.DuckDBPyConnection, table: str) -> pd.DataFrame:
    """Return the windows that a table covers, part by part."""
    return connection.execute(COVERAGE, {"table": table}).df()


def count_by_source(connection: duckdb.DuckDBPyConnection, table: str) -> pd.DataFrame:
    """Return the sources that a table's rows name, with their terms and how many rows each gave."""
    if "source_id" not in column_names(connection, table) or table == "sources":
        return pd.DataFrame()
    return connection.execute(
        f'select s.title, s.publisher, count(*) as rows, s.terms, s.url from "{table}" '
        "join sources as s using (source_id) group by all order by rows desc, s.title"
    ).df()
