"""Query objects made from queries/<topic>/<id>.sql: nothing else reads those files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from analytics.catalog.header import read_source_file
from analytics.errors import CordonError, nearest
from analytics.paths import QUERIES, shown

ParameterType = Literal["date", "integer", "number", "boolean", "text", "state", "entity", "choice"]
REQUIRED_KEYS = {"id", "title", "question", "grain", "columns", "method"}
OPTIONAL_KEYS = {"params", "caveats"}
NOT_TOPICS = {"schema", "checks", "derived", "examples"}


@dataclass(frozen=True)
class Parameter:
    """A named value that a query takes; required unless it has a default."""

    name: str
    type: ParameterType
    description: str
    required: bool
    default: Any
    example: Any
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column that a query returns."""

    name: str
    unit: str
    description: str


@dataclass(frozen=True)
class Query:
    """One question to the data: its SQL and what a reader needs to trust the answer."""

    id: str
    topic: str
    title: str
    question: str
    grain: tuple[str, ...]
    params: Mapping[str, Parameter]
    columns: Mapping[str, Column]
    caveats: tuple[str, ...]
    method: str
    sql: str
    path: Path


@cache
def load_catalog() -> dict[str, Query]:
    """Return every query by id, in the order of topic and id."""
    files = [path for path in sorted(QUERIES.glob("*/*.sql")) if path.parent.name not in NOT_TOPICS]
    return {path.stem: parse_query(path) for path in files}


def find_query(query_id: str) -> Query:
    """Return the query of an id; raises CordonError with the nearest ids if there is none."""
    catalog = load_catalog()
    if query_id in catalog:
        return catalog[query_id]
    hint = nearest(query_id, catalog, otherwise="python -m analytics list shows them all.")
    raise CordonError(f"unknown query {query_id[:60]!r}. {hint}")


def parse_query(path: Path) -> Query:
    """Return the query of a file; raises CordonError naming the file where the header is wrong."""
    source = read_source_file(path, REQUIRED_KEYS, OPTIONAL_KEYS)
    header = source.header
    if header["id"] != path.stem:
        raise CordonError(f"{shown(path)}: id {header['id']!r} differs from the file's name.")
    try:
        return Query(
            id=path.stem,
            topic=path.parent.name,
            title=header["title"],
            question=header["question"],
            grain=tuple(header["grain"]),
            params={name: parse_parameter(name, spec) for name, spec in (header.get("params") or {}).items()},
            columns={name: parse_column(name, spec) for name, spec in header["columns"].items()},
            caveats=tuple(header.get("caveats") or ()),
            method=header["method"].strip(),
            sql=source.sql,
            path=path,
        )
    except (TypeError, KeyError, ValueError) as error:
        raise CordonError(f"{shown(path)}: the header does not have the expected form: {error}") from error


def parse_column(name: str, spec: Mapping[str, Any]) -> Column:
    """Return a column from its entry in the header; raises ValueError for anything but unit and description."""
    check_keys(f"column {name}", spec, {"unit", "description"})
    return Column(name, spec["unit"], spec["description"])


def check_keys(entry: str, spec: Mapping[str, Any], known: set[str]) -> None:
    """Raise ValueError for an unknown key of an entry: most often the rest of a text parted by its own comma."""
    if unknown := [str(key) for key in spec if key not in known]:
        raise ValueError(
            f"{entry}: unknown key {unknown[0]!r}. A text with a comma or a colon needs quotes: '…'. "
            f"Known: {', '.join(sorted(known))}"
        )


def parse_parameter(name: str, spec: Mapping[str, Any]) -> Parameter:
    """Return a parameter from its entry in the header; raises ValueError for an unknown key or type."""
    check_keys(f"parameter {name}", spec, {"type", "description", "default", "example", "choices"})
    if spec["type"] not in get_args(ParameterType):
        raise ValueError(f"parameter {name}: unknown type {spec['type']!r}")
    return Parameter(
        name=name,
        type=spec["type"],
        description=spec["description"],
        required="default" not in spec,
        default=spec.get("default"),
        example=spec.get("example", spec.get("default")),
        choices=tuple(str(choice) for choice in spec.get("choices", ())),
    )
