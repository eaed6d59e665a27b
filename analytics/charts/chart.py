"""A chart as a thing with an id: what it asks, what it draws, and the words that stand over it."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import plotly.graph_objects as go

from analytics.catalog.run import Result
from analytics.charts.words import first


class Ask(Protocol):
    """Something that answers a query; `from_` stands for the parameter `from`."""

    def __call__(self, query_id: str, /, **parameters: object) -> Result:
        """Return the answer of a query."""


@dataclass(frozen=True)
class Drawing:
    """A chart drawn for some parameters; its title is computed from the numbers.

    `figure` is None for a table alone, or where the first of `results`, the chart's own, is empty.
    `subtitle` holds unit, window and the filters in force. All texts begin with a capital, whatever a name or a count
    begins with.
    """

    figure: go.Figure | None
    results: tuple[Result, ...]
    title: str
    subtitle: str
    alt: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", first(self.title))
        object.__setattr__(self, "subtitle", first(self.subtitle))
        object.__setattr__(self, "alt", first(self.alt))


@dataclass(frozen=True)
class Chart:
    """One chart of the catalogue. `draw(ask, **parameters)` takes the parameters of `query_id`, or some of them."""

    id: str
    topic: str
    about: str
    query_id: str
    draw: Callable[..., Drawing]

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return the names that `draw` takes, as a link or the command line spells them."""
        return tuple(name.removesuffix("_") for name in list(inspect.signature(self.draw).parameters)[1:])


def chart(chart_id: str, *, query_id: str, about: str) -> Callable[[Callable[..., Drawing]], Chart]:
    """Make a chart of a drawing function; its topic is the first word of its id."""

    def wrap(draw: Callable[..., Drawing]) -> Chart:
        return Chart(chart_id, chart_id.split("-", 1)[0], about, query_id, draw)

    return wrap
