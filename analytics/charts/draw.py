"""Draw a chart of the catalogue outside the dashboard, from values as a person or a link writes them."""

import inspect
from collections.abc import Mapping
from datetime import date
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from analytics.catalog.parameters import as_named, parse_value, require
from analytics.catalog.query import Parameter, ParameterType, find_query, load_catalog
from analytics.catalog.run import TIME_LIMIT_SECONDS, Result, run_query
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import STATES, Chart, Drawing
from analytics.database.open import open_database
from analytics.errors import CordonError

TYPES: dict[object, ParameterType] = {date: "date", bool: "boolean", int: "integer", float: "number"}
CODES: dict[str, ParameterType] = {**dict.fromkeys(STATES, "state"), "entity": "entity"}


def draw_chart(
    chart_id: str, given: Mapping[str, object], *, checked: bool = False, seconds: float = TIME_LIMIT_SECONDS
) -> Drawing:
    """Draw a chart, of checked rows only if told so; raises CordonError for an unknown id, name or value.

    Each of its queries may take so many seconds.
    """

    def ask(query_id: str, /, **parameters: object) -> Result:
        return run_query(query_id, as_named(parameters), checked=checked, seconds=seconds)

    found = find_chart(chart_id)
    return found.draw(ask, **bind_chart(found, given))


def bind_chart(chart: Chart, given: Mapping[str, object]) -> dict[str, Any]:
    """Return what `draw` takes, each value in its type; those not given are left to its defaults.

    Raises CordonError for an unknown name, a missing value, or a value that does not parse.
    """
    for name in given:
        if name not in chart.parameters:
            raise CordonError(
                f"{chart.id} has no parameter {name[:60]!r}. It takes: {', '.join(chart.parameters) or 'none'}."
            )
    parameters = chart_parameters(chart)
    require(chart.id, parameters, given)
    connection, bound = open_database(), {}
    for parameter in parameters:
        value = given.get(parameter.name)
        if value is not None and value != "":
            bound[spelled(chart, parameter.name)] = parse_value(parameter, value, connection)
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
    told = described or namesake(name)
    example, description = (told.example, told.description) if told else (default, name)
    return Parameter(name, kind, description, required, default, example, choices)


def namesake(name: str) -> Parameter | None:
    """Return a parameter of this name from any query, to learn what it means."""
    return next((query.params[name] for query in load_catalog().values() if name in query.params), None)


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
