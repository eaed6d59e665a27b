"""What a query is built on: macros of the schema, other queries, and tables derived at build, with their SQL."""

import re
from functools import cache

from analytics.catalog.derived import derived_statements
from analytics.catalog.query import Query, load_catalog
from analytics.database.build import read_schema

MACRO = re.compile(r"^create macro (?P<name>\w+)(?:--[^\n]*|'(?:[^']|'')*'|[^;'])*;", re.MULTILINE)
COMMENT_OR_TEXT = re.compile(r"--[^\n]*|'(?:[^']|'')*'")


def parts_of(query: Query) -> dict[str, str]:
    """Return name and SQL of every part that a query uses, itself or through another, in the order met."""
    found: dict[str, str] = {}
    waiting = [query.sql]
    while waiting:
        used = names_in(waiting.pop(0))
        met = {name: sql for name, sql in known_parts().items() if name in used and name not in found}
        met.pop(query.id, None)
        found |= met
        waiting += met.values()
    return found


@cache
def known_parts() -> dict[str, str]:
    """Return the SQL of every part by name; a query is a macro too."""
    schema = {match["name"]: match[0] for statements in read_schema() for match in MACRO.finditer(statements)}
    queries = {query.id: query.sql for query in load_catalog().values()}
    return schema | queries | {f"derived.{name}": sql for name, sql in derived_statements().items()}


def names_in(sql: str) -> set[str]:
    """Return the names that stand before a bracket in SQL, and derived tables, outside comments and texts."""
    return set(re.findall(r"\bderived\.\w+|\b[a-z_]\w*(?=\s*\()", COMMENT_OR_TEXT.sub("", sql)))
