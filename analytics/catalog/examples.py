"""Statements to begin with: a few joins kept as queries/examples/<order>_<name>.sql, and a call of every query."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from analytics.catalog.header import read_source_file
from analytics.catalog.query import Query, load_catalog
from analytics.database.quoting import literal
from analytics.errors import CordonError
from analytics.paths import EXAMPLES, shown

CHART_KEYS = {"kind", "x", "y", "colour"}


@dataclass(frozen=True)
class Example:
    """A statement with what it shows, and how its rows are best drawn (keys kind, x, y, colour)."""

    id: str
    title: str
    about: str
    sql: str
    chart: Mapping[str, str] = field(default_factory=dict)


@cache
def load_examples() -> dict[str, Example]:
    """Return the statements to begin with by id: the joins first, then the queries of the catalog."""
    joins = [read_example(path) for path in sorted(EXAMPLES.glob("*.sql"))]
    return {example.id: example for example in [*joins, *map(example_of, load_catalog().values())]}


def read_example(path: Path) -> Example:
    """Return the example of a file; raises CordonError naming the file where its header is wrong."""
    source = read_source_file(path, {"title", "about", "chart"}, set())
    chart = source.header["chart"]
    if not isinstance(chart, dict) or not {"kind", "x"} <= chart.keys() <= CHART_KEYS:
        raise CordonError(f"{shown(path)}: chart needs kind and x, and may have y and colour.")
    name = path.stem.split("_", 1)[1].replace("_", "-")
    return Example(name, source.header["title"], source.header["about"], source.sql, chart)


def example_of(query: Query) -> Example:
    """Return a query of the catalog as a statement, asked with the examples of its header."""
    return Example(query.id, f"{query.topic.capitalize()}: {query.title}", query.question, f"from {call_of(query)}")


def call_of(query: Query) -> str:
    """Return a query as SQL calls it, such as `launches_to_date('2022-07-14')`: what is required, nothing else."""
    return f"{query.id}({', '.join(literal(item.example) for item in query.params.values() if item.required)})"


def signature_of(query: Query) -> str:
    """Return a query as SQL may call it, what has a default written with it."""
    return f"{query.id}({', '.join(signature_part(query, name) for name in query.params)})"


def signature_part(query: Query, name: str) -> str:
    """Return one parameter of a signature."""
    item = query.params[name]
    return name if item.required else f"p_{name} := {literal(item.default)}"
