"""A chart as PowerPoint draws it itself: categories and series that can be edited, taken from the figure or its rows.

Maps, networks, heat maps, lanes and clouds of dots have no such form and stay pictures.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import cycle
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.briefing.native_chart import (
    Category,
    NativeChart,
    Series,
    hex_of,
    known,
    number,
    plain_caption,
    say_bands,
)
from analytics.briefing.native_rows import FROM_ROWS
from analytics.charts.chart import Drawing
from analytics.charts.style import SERIES, tint
from analytics.charts.words import say

SHORTEST_LINE = 3
THINNEST = 1
LONGEST_SPAN = 150
# How Plotly is told that a column stands for a year.
YEARLY = "M12"


def make_native(chart_id: str | None, drawing: Drawing) -> NativeChart | None:
    """Return the native form of a chart; None where it has none."""
    if drawing.figure is None:
        return None
    if chart_id in FROM_ROWS:
        return FROM_ROWS[chart_id](drawing)
    figure = drawing.figure
    traces = [trace for trace in figure.data if trace.visible is not False]
    if any(getattr(trace, "yaxis", None) not in (None, "y") for trace in traces):
        return None
    caption = plain_caption(drawing.subtitle)
    bars = [trace for trace in traces if trace.type == "bar" and (trace.showlegend is not False or holds_any(trace))]
    if bars:
        return bars_of(figure, bars, caption)
    lines = [trace for trace in traces if is_line(trace)]
    unnamed = len(lines) > 1 and not all(trace.name for trace in lines)
    if not lines or unnamed or figure.layout.xaxis.visible is False:
        return None
    return with_edges(lines_of(figure, lines, caption), traces, lines, say_bands(drawing.subtitle))


def with_edges(native: NativeChart, traces: Sequence[Any], lines: Sequence[Any], told: str) -> NativeChart:
    """Return lines with the edges of the bands around them, where the caption can tell what the bands are."""
    if native.stacked or not told:
        return native
    edges = tuple(
        edge
        for line, series in zip(lines, native.series, strict=True)
        for edge in edges_of(traces, line, series, native.categories)
    )
    return replace(native, series=(*native.series, *edges), caption=f"{native.caption}{told}") if edges else native


def edges_of(traces: Sequence[Any], line: Any, series: Series, places: Sequence[Any]) -> tuple[Series, ...]:
    """Return the edges of the band drawn just before a line; none where they lie elsewhere than its points."""
    drawn = next(place for place, trace in enumerate(traces) if trace is line)
    edges = [trace for trace in traces[max(drawn - 2, 0) : drawn] if is_edge(trace)]
    spots = [{axis_place(place): value for place, value in zip(edge.x, edge.y, strict=True)} for edge in edges]
    if len(edges) != 2 or any(set(spot) - set(places) for spot in spots):
        return ()
    return tuple(
        Series(
            f"{series.name}, {side}",
            joined([number(spot.get(place)) for place in places]),
            tint(series.colour),
            edge=True,
        )
        for side, spot in zip(("upper edge", "lower edge"), spots, strict=True)
    )


def joined(values: Sequence[float | None]) -> tuple[float | None, ...]:
    """Return values with those between two of them on the straight line that a chart of the page draws there."""
    held = {place: value for place, value in enumerate(values) if value is not None}
    if not held:
        return tuple(values)
    spots = range(min(held), max(held) + 1)
    between = dict(zip(spots, np.interp(spots, list(held), list(held.values())), strict=True))
    return tuple(float(between[place]) if place in between else None for place in range(len(values)))


def bars_of(figure: go.Figure, bars: list[Any], caption: str) -> NativeChart | None:
    """Return bars or columns; None for lanes of time, whose bars start elsewhere than at zero."""
    flat = bars[0].orientation == "h"
    if any(trace.base is not None or (trace.orientation == "h") != flat for trace in bars):
        return None
    places = [list(trace.y) if flat else places_of(trace) for trace in bars]
    heights = [trace.x if flat else trace.y for trace in bars]
    categories = in_order(places)
    axis = figure.layout.yaxis if flat else figure.layout.xaxis
    scale = figure.layout.xaxis if flat else figure.layout.yaxis
    told = "pale" in caption.lower()
    series = tuple(
        series_of(
            trace,
            dict(zip(map(axis_place, spots), values, strict=True)),
            categories,
            colour,
            pale_places(trace, spots, bars, told=told),
        )
        for trace, spots, values, colour in zip(bars, places, heights, cycle(SERIES), strict=False)
    )
    return NativeChart(
        "bar" if flat else "column",
        label_all(categories) if regular(categories) else tuple(say(place) for place in categories),
        series,
        caption,
        stacked=figure.layout.barmode in ("stack", "relative"),
        reverse=axis.autorange == "reversed",
        percent="%" in (scale.tickformat or ""),
    )


def holds_any(trace: Any) -> bool:
    """Return whether a bar is drawn anywhere."""
    return bool(np.any(np.asarray(trace.x if trace.orientation == "h" else trace.y, dtype=float)))


def places_of(trace: Any) -> list[Any]:
    """Return where columns stand: those of years at their numbers, others as they are drawn."""
    return [axis_place(place).year for place in trace.x] if trace.xperiod == YEARLY else list(trace.x)


def pale_places(trace: Any, places: Sequence[Any], bars: Sequence[Any], *, told: bool) -> set[Any]:
    """Return where bars are pale, or hatched: one by one as is told, or all where nothing else sets them apart."""
    shape, seen = trace.marker.pattern.shape, trace.marker.opacity
    same = [other for other in bars if other is not trace and str(other.marker.color) == str(trace.marker.color)]
    shapes = [shape if same else ""] * len(places) if isinstance(shape, str) or shape is None else shape
    weights = [1.0] * len(places) if seen is None or isinstance(seen, int | float) else seen
    whole = isinstance(shape, str)
    return {
        axis_place(place)
        for place, mark, weight in zip(places, shapes, weights, strict=True)
        if (mark and (told or whole)) or weight < 1
    }


def is_line(trace: Any) -> bool:
    """Return whether a trace is a line that stands for values: not an edge of a band, nor a rule across the chart."""
    if trace.type != "scatter" or "lines" not in (trace.mode or "lines") or trace.y is None:
        return False
    numbers = all(isinstance(value, int | float) or not isinstance(value, str) for value in trace.y)
    edge = is_edge(trace) or (trace.fill == "tonexty" and not trace.name)
    return numbers and not edge and len(trace.x) >= SHORTEST_LINE


def is_edge(trace: Any) -> bool:
    """Return whether a trace is the edge of a band: a line unseen, or thinner than those that stand for values."""
    width = trace.line.width if trace.type == "scatter" else None
    return width is not None and width < THINNEST


def lines_of(figure: go.Figure, lines: list[Any], caption: str) -> NativeChart:
    """Return lines over days or numbers, or stacked areas where the figure stacks."""
    stacked = [trace for trace in lines if trace.stackgroup]
    kept = stacked or lines
    held = [axis_place(place) for trace in kept for place, value in zip(trace.x, trace.y, strict=True) if known(value)]
    # Areas draw what is unknown as zero, so they begin and end where something is known.
    span = (min(held), max(held)) if stacked and held else None
    categories = sorted({axis_place(place) for trace in kept for place in trace.x})
    categories = [place for place in categories if span is None or span[0] <= place <= span[1]]
    series = tuple(
        series_of(
            trace, {axis_place(place): value for place, value in zip(trace.x, trace.y, strict=True)}, categories, colour
        )
        for trace, colour in zip(kept, cycle(SERIES), strict=False)
    )
    scale = figure.layout.yaxis.range
    if isinstance(categories[0], date):
        caption = f"{caption}, {categories[0]:%B %Y} to {categories[-1]:%B %Y}"
    top = float(int(scale[1])) if scale and float(scale[1]) >= 1 else None
    return NativeChart("area" if stacked else "line", label_all(categories), series, caption, bool(stacked), top=top)


def series_of(
    trace: Any, by_place: dict[Any, Any], categories: Sequence[Any], colour: str, pale: Collection[Any] = ()
) -> Series:
    """Return a trace's values in the order of the categories, in its colour, at some places in a paler one."""
    marks = trace.marker.color if trace.type == "bar" else trace.line.color or trace.marker.color
    several = marks if isinstance(marks, list | tuple) or hasattr(marks, "tolist") else ()
    plain_colour = hex_of(marks, colour) if not len(several) else colour
    colours = dict(zip(by_place, several, strict=False))
    own = tuple(hex_of(colours.get(place), colour) for place in categories) if len(several) else ()
    if trace.type == "bar" and trace.opacity not in (None, 1):
        plain_colour, own = tint(plain_colour), tuple(map(tint, own))
    if pale:
        own = own or (plain_colour,) * len(categories)
        own = tuple(tint(one) if place in pale else one for place, one in zip(categories, own, strict=True))
    if own:
        # The legend shows the colour that most points have.
        ((plain_colour, _),) = Counter(own).most_common(1)
    return Series(
        (trace.name or "").replace("hatched", "pale"),
        tuple(number(by_place.get(place)) for place in categories),
        plain_colour,
        own,
    )


def in_order(places: list[list[Any]]) -> list[Any]:
    """Return every category once: names as they come, days sorted, years without gaps."""
    every = list(dict.fromkeys(axis_place(place) for listed in places for place in listed))
    if any(isinstance(place, str) for place in every):
        return every
    if every and all(isinstance(place, int) for place in every) and max(every) - min(every) <= LONGEST_SPAN:
        return list(range(min(every), max(every) + 1))
    return sorted(every)


def label_all(places: list[Any]) -> tuple[Category, ...]:
    """Return categories as a chart shows them: days as days, anything else as text."""
    return tuple(place if isinstance(place, date) else label(place) for place in map(axis_place, places))


def regular(places: list[Any]) -> bool:
    """Return whether places are no days, or days that each begin a period; scattered days are written out."""
    return not any(isinstance(place, date) and place.day != 1 for place in places)


def label(place: Any) -> str:
    """Return a category as text: whole numbers without a point."""
    return f"{place:g}" if isinstance(place, int | float) else re.sub(r"<[^>]+>", "", str(place))


def axis_place(place: Any) -> Any:
    """Return a place on an axis as a day, a number or a text."""
    if isinstance(place, date | pd.Timestamp) or "datetime64" in type(place).__name__:
        return pd.Timestamp(place).date()
    if isinstance(place, str) and re.match(r"\d{4}-\d{2}-\d{2}", place):
        return date.fromisoformat(place[:10])
    return place.item() if hasattr(place, "item") else place
