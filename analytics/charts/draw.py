"""Draw a chart of the catalogue outside the dashboard, from values as a person or a link writes them."""

import inspect
from collections.abc import Mapping
from datetime import date
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from analytics.catalog.parameters import parse_value
from analytics.catalog.query import Parameter, ParameterType, find_query
from analytics.catalog.run import Result, run_query
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import Chart, Drawing
from analytics.database.open import open_database
from analytics.errors import CordonError

TYPES: dict[object, ParameterType] = {date: "date", bool: "boolean", int: "integer", float: "number"}
CODES: dict[str, ParameterType] = {"state": "state", "state_a": "state", "state_b": "state", "entity": "entity"}


def draw_chart(chart_id: str, given: Mapping[str, object], *, checked: bool = False) -> Drawing:
    """Draw a chart, of checked rows only if told so; raises CordonError for an unknown id, name or value."""
    found = find_chart(chart_id)
    return found.draw(ask_checked if checked else ask, **bind_chart(found, given))


def ask(query_id: str, /, **parameters: object) -> Result:
    """Run a query; `from_` stands for the parameter `from`."""
    return run_query(query_id, plain(parameters))


def ask_checked(query_id: str, /, **parameters: object) -> Result:
    """Run a query on the rows that are checked against a document."""
    return run_query(query_id, plain(parameters), checked=True)


def plain(parameters: Mapping[str, object]) -> dict[str, object]:
    """Return parameters under the names that a query gives them."""
    return {name.removesuffix("_"): value for name, value in parameters.items()}


def bind_chart(chart: Chart, given: Mapping[str, object]) -> dict[str, Any]:
    """Return what `draw` takes, each value in its type; those not given are left to its defaults.

    Raises CordonError for an unknown name, a missing value, or a value that does not parse.
    """
    for name in given:
        if name not in chart.parameters:
            raise CordonError(
                f"{chart.id} has no parameter {name[:60]!r}. It takes: {', '.join(chart.parameters) or 'none'}."
            )
    connection, bound = open_database(), {}
    for parameter in chart_parameters(chart):
        value = given.get(parameter.name)
        if value is not None and value != "":
            bound[spelled(chart, parameter.name)] = parse_value(parameter, value, connection)
        elif parameter.required:
            raise CordonError(
                f"{chart.id} needs {parameter.name}: {parameter.description}. "
                f"Example: -p {parameter.name}={parameter.example}"
            )
    return bound


def chart_parameters(chart: Chart) -> list[Parameter]:
    """Return what a chart takes: as its query describes it, or else by the type that `draw` states."""
    described = find_query(chart.query_id).params
    return [
        parameter_of(name.removesuffix("_"), taken, described.get(name.removesuffix("_")))
        for name, taken in list(inspect.signature(chart.draw).parameters.items())[1:]
    ]


def parameter_of(name: str, taken: inspect.Parameter, described: Parameter | None) -> Parameter:
    """Return one parameter; the default is that of `draw`."""
    required = taken.default is inspect.Parameter.empty
    default = None if required else taken.default
    kind, choices = (described.type, described.choices) if described else type_of(name, taken.annotation)
    example = described.example if described else default
    return Parameter(name, kind, described.description if described else name, required, default, example, choices)


def type_of(name: str, annotation: Any) -> tuple[ParameterType, tuple[str, ...]]:
    """Return the type and the choices that an annotation stands for; names of codes are theirs."""
    plain = [part for part in get_args(annotation) if part is not NoneType]
    if get_origin(annotation) is not Literal and NoneType in get_args(annotation):
        return type_of(name, plain[0])
    if get_origin(annotation) is Literal:
        return "choice", tuple(plain)
    return CODES.get(name) or TYPES.get(annotation, "text"), ()


def spelled(chart: Chart, name: str) -> str:
    """Return a name as `draw` spells it: `from_` for `from`."""
    return name if name in inspect.signature(chart.draw).parameters else f"{name}_"
