"""Every query as a table macro of its name, so that SQL can ask it again: `from launches_to_date('2022-07-14')`."""

import re
from graphlib import TopologicalSorter

from analytics.catalog.query import Parameter, Query, load_catalog
from analytics.database.quoting import literal

TEXT_COMMENT_OR_PARAMETER = re.compile(r"'(?:[^']|'')*'|--[^\n]*|\$(?P<name>\w+)")


def query_macros() -> list[str]:
    """Return a statement per query that makes it a table macro; those that ask others again come after them."""
    catalog = load_catalog()
    asked = {query.id: asked_again(query) for query in catalog.values()}
    return [macro_statement(catalog[query_id]) for query_id in TopologicalSorter(asked).static_order()]


def asked_again(query: Query) -> list[str]:
    """Return the ids of the queries that a query calls as macros, always in the same order."""
    return [other for other in load_catalog() if other != query.id and re.search(rf"\b{other}\s*\(", query.sql)]


def macro_statement(query: Query) -> str:
    """Return the `create macro` statement of a query.

    Parameters are prefixed `p_`: a macro's parameter would capture a column of the same name.
    """
    names = ", ".join(macro_parameter(parameter) for parameter in query.params.values())
    return f"create macro {query.id}({names}) as table {TEXT_COMMENT_OR_PARAMETER.sub(prefixed, query.sql)}"


def macro_parameter(parameter: Parameter) -> str:
    """Return a parameter as a macro declares it."""
    if parameter.required:
        return f"p_{parameter.name}"
    return f"p_{parameter.name} := {literal(parameter.default)}"


def prefixed(match: re.Match[str]) -> str:
    """Return `$name` as `p_name`; text and comments stay as they are."""
    return f"p_{match['name']}" if match["name"] else match[0]
