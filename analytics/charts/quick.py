"""A quick chart of any rows: bars, lines, points or a histogram of columns that the reader chooses."""

from typing import Literal, get_args

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
import pyarrow.compute as pc

from analytics.charts.style import HEIGHT, SERIES, STATE_COLOURS
from analytics.charts.words import say_column, shorten

Kind = Literal["bars", "lines", "points", "histogram"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_MARKS = 5_000
MOST_COLOURS = 12
LABEL_LENGTH = 60
LONG_LABEL = 12
MOST_LAID, BAR_PIXELS = 40, 26
NAME_COLOURS = {
    name: STATE_COLOURS[code]
    for code, name in {
        "RUS": "Russia",
        "PRK": "North Korea",
        "USA": "United States",
        "CHN": "China",
        "UKR": "Ukraine",
    }.items()
}
MORE_COLOURS = ("#4d8f4f", "#c77aa0", "#7d6b55", "#7391b3", "#9a5089", "#5f93c9")
OTHERS = "all others"
TIMES = ("year", "session", "decade")


def chart_columns(table: pa.Table) -> tuple[list[str], list[str]]:
    """Return the columns that can be measured, and all that can be laid along an axis or told apart by colour."""
    numbers = [field.name for field in table.schema if is_number(field.type)]
    axes = [field.name for field in table.schema if is_number(field.type) or is_word(field.type) or is_day(field.type)]
    return numbers, axes


def is_number(kind: pa.DataType) -> bool:
    """Say whether a type can be measured."""
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def is_word(kind: pa.DataType) -> bool:
    """Say whether a type names things."""
    return bool(pa.types.is_string(kind) or pa.types.is_dictionary(kind) or pa.types.is_boolean(kind))


def is_day(kind: pa.DataType) -> bool:
    """Say whether a type is a day or a moment."""
    return bool(pa.types.is_date(kind) or pa.types.is_timestamp(kind))


def suggest(table: pa.Table) -> dict[str, str]:
    """Return kind, x and y that suit some rows; empty where nothing in them can be measured."""
    numbers, axes = chart_columns(table)
    times = [name for name in axes if is_day(table.schema.field(name).type) or name in TIMES]
    measured = [name for name in numbers if name not in TIMES]
    words = [name for name in axes if is_word(table.schema.field(name).type)]
    if not measured:
        return {}
    if times and pc.count_distinct(table.column(times[0])).as_py() == table.num_rows:
        return {"kind": "lines", "x": times[0], "y": measured[0]}
    if words:
        named = [name for name in words if name.endswith("name")] or words
        return {"kind": "bars", "x": named[0], "y": measured[0]}
    if len(measured) > 1:
        return {"kind": "points", "x": measured[0], "y": measured[1]}
    return {"kind": "histogram", "x": measured[0]}


def plot_quick(frame: pd.DataFrame, *, kind: Kind, x: str, y: str | None, colour: str | None) -> go.Figure:
    """Return a chart of columns of a frame: at most MOST_MARKS rows, the most frequent MOST_COLOURS values coloured.

    `y` is needed for all kinds but the histogram.
    """
    rows = frame.head(MOST_MARKS)
    figure = go.Figure()
    for number, (name, part) in enumerate(groups(rows, colour)):
        label = name or plain(y or "rows")
        figure.add_trace(trace(part, kind, x, y, name=label, shade=colour_of(name, number)))
    many = len(figure.data) > 1
    figure.update_layout(barmode="stack" if kind == "histogram" else "group", showlegend=many)
    figure.update_xaxes(title={"text": titled(x)})
    figure.update_yaxes(title={"text": "Rows" if kind == "histogram" else titled(y or "")})
    if (
        kind == "bars"
        and not pd.api.types.is_numeric_dtype(rows[x])
        and rows[x].map(lambda value: len(str(value))).max() > LONG_LABEL
    ):
        lay_down(figure, rows[x].nunique())
    return figure


def lay_down(figure: go.Figure, names: int) -> None:
    """Turn bars with long names on their side, the first on top; where there are too many, slant the names."""
    if names > MOST_LAID:
        figure.update_xaxes(tickangle=-40)
        return
    for bar in figure.data:
        bar.update(x=bar.y, y=bar.x, orientation="h")
    along, up = figure.layout.xaxis.title.text, figure.layout.yaxis.title.text
    figure.update_xaxes(title={"text": up})
    figure.update_yaxes(title={"text": along}, autorange="reversed")
    figure.update_layout(height=max(HEIGHT, BAR_PIXELS * names * len(figure.data)))


def titled(name: str) -> str:
    """Return a column's name as an axis bears it."""
    return plain(say_column(name, {}))


def groups(rows: pd.DataFrame, colour: str | None) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows split by a column, the most frequent values first; the rarest are put together."""
    if colour is None:
        return [("", rows)]
    values = rows[colour].map(plain)
    common = list(values.value_counts().index[:MOST_COLOURS])
    split = values.where(values.isin(common), OTHERS)
    return [(name, rows[split == name]) for name in dict.fromkeys([*common, *split])]


def trace(
    part: pd.DataFrame, kind: Kind, x: str, y: str | None, *, name: str, shade: str
) -> go.Bar | go.Scatter | go.Histogram:
    """Return one series."""
    along = (
        part[x]
        if pd.api.types.is_numeric_dtype(part[x]) or pd.api.types.is_datetime64_any_dtype(part[x])
        else part[x].map(plain)
    )
    if kind == "histogram":
        return go.Histogram(x=along, name=name, marker={"color": shade})
    up = pd.to_numeric(part[y], errors="coerce")
    if kind == "bars":
        return go.Bar(x=along, y=up, name=name, marker={"color": shade})
    if kind == "lines":
        order = along.argsort(kind="stable")
        return go.Scatter(
            x=along.iloc[order], y=up.iloc[order], name=name, mode="lines", line={"color": shade, "width": 2}
        )
    return go.Scatter(x=along, y=up, name=name, mode="markers", marker={"color": shade, "size": 7, "opacity": 0.75})


def colour_of(name: str, number: int) -> str:
    """Return the colour of a value: a state's own, or the next of the palette."""
    palette = [*SERIES, *MORE_COLOURS]
    return (STATE_COLOURS | NAME_COLOURS).get(name, palette[number % len(palette)])


def plain(value: object) -> str:
    """Return a value as a label in which Plotly finds no markup."""
    text = "unknown" if value is None or value is pd.NaT or value != value else str(value)  # noqa: PLR0124
    return shorten(text, LABEL_LENGTH).replace("&", "&amp;").replace("<", "&lt;")
