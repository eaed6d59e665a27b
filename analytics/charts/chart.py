"""A chart as a thing with an id: what it asks, what it draws, and the words that stand over it."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import Protocol

import plotly.graph_objects as go

from analytics.catalog.run import Result
from analytics.catalog.series import of_the_day, series_of
from analytics.charts.words import called, called_within, first, tell_stand_in
from analytics.errors import CordonError

# The parameters of charts that name a state.
STATES = ("state", "state_a", "state_b", "other", "target")


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
        return Chart(chart_id, chart_id.split("-", 1)[0], about, query_id, drawn_of_the_day(draw))

    return wrap


def drawn_of_the_day(draw: Callable[..., Drawing]) -> Callable[..., Drawing]:
    """Return a drawing function that tells each state asked for as the one of its series that stood `on` the day.

    Asked for the Soviet Union in 2026 it draws Russia, and for Russia in 1960 the Soviet Union, and says so. Asked to
    hold a state beside itself it raises CordonError.
    """

    @wraps(draw)
    def drawn(ask: Ask, **given: object) -> Drawing:
        taken = inspect.signature(draw).bind(ask, **given)
        taken.apply_defaults()
        day = taken.arguments.get("on")
        asked = {name: str(state) for name in STATES if (state := taken.arguments.get(name))}
        if len({series_of(state) for state in asked.values()}) < len(asked):
            raise CordonError(f"{' and '.join(asked.values())} are one state or continue one another: choose others.")
        if not isinstance(day, date):
            return draw(ask, **given)
        told = {name: of_the_day(state, day) for name, state in asked.items()}
        drawing = draw(ask, **(given | told))
        notes = [tell_stand_in(asked[name], day) for name, stands in told.items() if tells_of(drawing.title, stands)]
        said = [drawing.subtitle.rstrip("."), *filter(None, notes)]
        return replace(drawing, subtitle=". ".join(said)) if any(notes) else drawing

    return drawn


def tells_of(title: str, state: str) -> bool:
    """Return whether a title names a state by itself, not with those that it continues or that continue it."""
    told = title.casefold()
    return called(state).casefold() in told and called_within(state).casefold() not in told
