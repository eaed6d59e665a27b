"""Read a statement before it is run: it must be one SELECT that uses nothing but data and plain functions."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import duckdb

from analytics.database.limits import STATEMENT_LENGTH
from analytics.errors import CordonError

ONE_SELECT = "Only one SELECT statement is run here; the data cannot be changed from SQL."
PIVOT = " (A PIVOT needs its values listed: `pivot … on column in (…)`.)"
# Of DuckDB's own table functions, those that compute or describe the data; the rest read files or show the machine.
TABLE_FUNCTIONS = {
    "duckdb_columns",
    "duckdb_constraints",
    "duckdb_functions",
    "duckdb_keywords",
    "duckdb_tables",
    "duckdb_types",
    "duckdb_views",
    "generate_series",
    "histogram",
    "histogram_values",
    "json_each",
    "json_tree",
    "pragma_table_info",
    "range",
    "repeat",
    "repeat_row",
    "summary",
    "unnest",
}
# Functions of a value that tell of the machine, of settings or of other statements, or that write.
REFUSED_FUNCTIONS = {
    "current_query",
    "current_setting",
    "getenv",
    "getvariable",
    "nextval",
    "sleep_ms",
    "txid_current",
    "write_log",
}
VIEWS = {"duckdb_columns", "duckdb_constraints", "duckdb_tables", "duckdb_types", "duckdb_views"}
SHOWN = {'"tables"', "__show_tables_expanded"}


def read_statement(sql: str, connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Return the names, in lower case, of tables and views that a statement uses, and of functions, as `name()`.

    Raises CordonError for anything but one SELECT, and for one that uses what is not offered.
    """
    check_text(sql)
    tree = parse(sql, connection)
    names = set()
    ours = our_macros(connection)
    for kind, name in used_names(tree):
        if kind == "table function" and name not in TABLE_FUNCTIONS | ours:
            raise CordonError(f"The function {name[:60]} is not offered here: SQL reaches the data of Cordon alone.")
        if kind == "function" and name in REFUSED_FUNCTIONS:
            raise CordonError(f"The function {name} is not offered here: SQL reaches the data of Cordon alone.")
        if kind == "table" and name in refused_views(connection):
            raise CordonError(f"The view {name} is not offered here: it tells of the machine, not of the data.")
        if kind == "show" and name not in SHOWN:
            raise CordonError(f"SHOW {name[:60]} is not offered here. SHOW TABLES and DESCRIBE are.")
        names.add(name if kind == "table" else f"{name}()")
    return frozenset(names)


def check_text(sql: str) -> None:
    """Raise CordonError for a statement that is empty, too long, or holds characters nobody types."""
    if not sql.strip():
        raise CordonError("There is no statement. Try: select * from states")
    if len(sql) > STATEMENT_LENGTH:
        raise CordonError(f"The statement has {len(sql):,} characters; {STATEMENT_LENGTH:,} are the most.")
    odd = next((letter for letter in sql if not letter.isprintable() and letter not in "\n\r\t\u00a0\u3000"), None)
    if odd:
        raise CordonError(f"The statement holds the character U+{ord(odd):04X}, which cannot be seen. Take it out.")


def parse(sql: str, connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Return the tree of the one SELECT in a text, nothing of it run; raises CordonError for any other text."""
    try:
        row = connection.execute("select json_serialize_sql($1)", [sql]).fetchone()
        tree: dict[str, Any] = json.loads(row[0]) if row else {}
    except RecursionError as error:
        raise CordonError("The statement is nested too deeply. Split it into parts (`with … as`).") from error
    except duckdb.Error as error:
        raise CordonError(str(error).strip()) from error
    if tree["error"]:
        raise CordonError(explain(tree, sql))
    if len(tree["statements"]) != 1:
        raise CordonError(ONE_SELECT)
    return tree


def explain(tree: dict[str, Any], sql: str) -> str:
    """Return why a text has no tree: a fault in it, with its line, or another kind of statement."""
    if tree["error_type"] != "parser":
        return ONE_SELECT + (PIVOT if "pivot" in sql.lower() else "")
    place = int(tree.get("position") or 0)
    line = sql.count("\n", 0, place)
    start = sql.rfind("\n", 0, place) + 1
    shown = sql.splitlines()[line] if line < len(sql.splitlines()) else ""
    return f"{tree['error_message']}\n\nLINE {line + 1}: {shown}\n{' ' * (len(f'LINE {line + 1}: ') + place - start)}^"


def used_names(node: Any) -> Iterator[tuple[str, str]]:
    """Yield kind and name of whatever a tree uses: `table`, `function`, `table function`, `show`."""
    if isinstance(node, dict):
        kind, function = node.get("type"), node.get("function")
        if kind == "TABLE_FUNCTION" and isinstance(function, dict):
            yield "table function", str(function.get("function_name", "")).lower()
        elif kind == "BASE_TABLE":
            yield "table", str(node["table_name"]).lower()
        elif kind == "SHOW_REF" and node["show_type"] == "SHOW_UNQUALIFIED":
            yield "show", str(node["table_name"]).lower()
        elif "function_name" in node:
            yield "function", str(node["function_name"]).lower()
        for child in node.values():
            yield from used_names(child)
    elif isinstance(node, list):
        for child in node:
            yield from used_names(child)


@lru_cache(maxsize=1)
def our_macros(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Return the table macros of the database itself: the catalogued queries."""
    rows = connection.execute(
        "select function_name from duckdb_functions() where function_type = 'table_macro' and not internal"
    ).fetchall()
    return frozenset(name for (name,) in rows)


@lru_cache(maxsize=1)
def refused_views(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Return DuckDB's own views that tell of settings, files and the machine."""
    rows = connection.execute(
        "select view_name from duckdb_views() where internal and schema_name <> 'information_schema'"
    ).fetchall()
    return frozenset(name for (name,) in rows) - VIEWS
