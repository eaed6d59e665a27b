"""Charts whose native form is taken from their rows, since the figure says it in another way."""

from collections.abc import Callable

from analytics.briefing.native_chart import NativeChart, Series, number, plain_caption
from analytics.catalog.names import state_names
from analytics.charts.chart import Drawing
from analytics.charts.style import ACCENT, MUTED, SERIES, colour_pair

RANKED = 25


def standing_of(drawing: Drawing) -> NativeChart:
    """Return two states' counts side by side."""
    result, names = drawing.results[0], state_names()
    sides = [(str(result.parameters[f"state_{side}"]), f"count_{side}") for side in ("a", "b")]
    colours = colour_pair([state for state, _ in sides])
    series = [Series(names[state], tuple(map(number, result.frame[column])), colours[state]) for state, column in sides]
    return NativeChart(
        "bar", tuple(result.frame["label"]), tuple(series), plain_caption(drawing.subtitle), reverse=True
    )


def to_date_of(drawing: Drawing) -> NativeChart:
    """Return missiles up to the day, a column for each year, the year asked about in the accent colour."""
    frame, day = drawing.results[0].frame, drawing.results[0].parameters["on"]
    colours = tuple(ACCENT if year == day.year else MUTED for year in frame["year"])
    counts = Series("Missiles", tuple(map(number, frame["missiles"])), MUTED, colours)
    caption = f"Missiles launched from 1 January to {day:%-d %B} of each year"
    return NativeChart("column", tuple(str(year) for year in frame["year"]), (counts,), caption)


def ranking_of(drawing: Drawing) -> NativeChart:
    """Return the index of the most isolated members."""
    rows = drawing.results[0].frame.head(RANKED)
    values = Series("Isolation index", tuple(map(number, rows["index"])), SERIES[0])
    caption = f"Isolation index of the {len(rows)} highest members; 0 integrated, 100 isolated"
    return NativeChart("bar", tuple(rows["state_name"]), (values,), caption, reverse=True, top=100)


FROM_ROWS: dict[str | None, Callable[[Drawing], NativeChart]] = {
    "story-standing": standing_of,
    "missiles-to-date": to_date_of,
    "isolation-ranking": ranking_of,
}
