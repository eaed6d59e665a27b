"""A query in words: for the terminal and for the documentation."""

from analytics.catalog.parts import parts_of
from analytics.catalog.query import Parameter, Query, find_query, load_catalog
from analytics.catalog.run import provenance_of
from analytics.database.open import find_database


def list_queries() -> str:
    """Return the catalog, one query a line, by topic."""
    return "\n".join(f"{query.topic:<12} {query.id:<26} {query.title}" for query in load_catalog().values())


def describe_query(query_id: str, *, whole: bool = False) -> str:
    """Return everything a reader needs to trust a query, `whole` with the SQL of what it is built on.

    Raises CordonError for an unknown id.
    """
    query = find_query(query_id)
    tables, until = provenance_of(query.id, find_database())
    parts = parts_of(query)
    sections = [
        f"{query.id}: {query.title}\n\n{query.question}",
        "Parameters\n" + "\n".join(f"  {describe_parameter(item)}" for item in query.params.values()),
        "Columns (one row per " + ", ".join(query.grain) + ")\n" + describe_columns(query),
        "Caveats\n" + "\n".join(f"  - {caveat}" for caveat in query.caveats),
        f"Method\n  {query.method}",
        f"Lineage\n  {', '.join(tables)}; data until {until or 'no date'}",
        f"SQL ({query.path.relative_to(query.path.parents[2])})\n\n{query.sql}",
        *([] if whole or not parts else [f"Built on\n  {', '.join(parts)}; their SQL: describe {query.id} --parts"]),
        *(f"{name}\n\n{sql.strip()}" for name, sql in parts.items() if whole),
    ]
    return "\n\n".join(section for section in sections if not section.endswith("\n"))


def describe_parameter(parameter: Parameter) -> str:
    """Return one line on a parameter."""
    kind = " | ".join(parameter.choices) if parameter.type == "choice" else parameter.type
    need = "required" if parameter.required else f"default {'all' if parameter.default is None else parameter.default}"
    return f"{parameter.name} ({kind}, {need}): {parameter.description}. Example: {parameter.example}"


def describe_columns(query: Query) -> str:
    """Return one line per column: name, unit, description."""
    return "\n".join(f"  {column.name} [{column.unit}]: {column.description}" for column in query.columns.values())
