"""Charts of two states side by side: both indices over time, the gap by dimension, a range of what may follow."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.isolation import DIMENSIONS
from analytics.charts.style import GRID, MUTED, SLATE, STATE_COLOURS, colour_pair, mark_day, sheer
from analytics.charts.words import signed

# A line this thin is read as the edge of a band, here and where a briefing makes lines of its own of the chart.
EDGE_WIDTH = 0.75
BAND = 0.06


def plot_two(pairs: list[tuple[str, str, pd.DataFrame, pd.DataFrame]], day: pd.Timestamp) -> go.Figure:
    """Return the index of two states over months in the bands of its versions, a day marked.

    Each of `pairs` holds code, name, series and bands.
    """
    figure = go.Figure()
    colours = colour_pair([state for state, *_ in pairs])
    for state, name, series, bands in pairs:
        colour = colours[state]
        for column, fill in (("index_p95", None), ("index_p05", "tonexty")):
            figure.add_scatter(
                x=bands["on"],
                y=bands[column],
                mode="lines",
                line={"width": EDGE_WIDTH, "color": colour},
                fill=fill,
                fillcolor=sheer(colour, BAND),
                hoverinfo="skip",
                showlegend=False,
            )
        figure.add_scatter(
            x=series["on"],
            y=series["index"],
            mode="lines",
            line={"width": 2.5, "color": colour},
            name=name,
            hovertemplate=f"{name}, %{{x|%-d %B %Y}}: %{{y:.0f}}<extra></extra>",
        )
    mark_day(figure, day)
    figure.update_yaxes(range=[0, 100])
    return figure


def plot_gap(row: pd.Series) -> go.Figure:
    """Return bars of the gap between two states by dimension, above 0 where the first is the more isolated."""
    labels = [label for label, _ in DIMENSIONS.values()]
    values = [row[name] for name in DIMENSIONS]
    figure = go.Figure(
        go.Bar(
            x=values,
            y=labels,
            orientation="h",
            marker={"color": [colour for _, colour in DIMENSIONS.values()]},
            text=[signed(value) for value in values],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{x:+.1f} points<extra></extra>",
        )
    )
    reach = max(*(abs(value) for value in values), 5) * 1.5
    figure.update_layout(height=260)
    figure.update_xaxes(range=[-reach, reach], showgrid=True, gridcolor=GRID, zeroline=True, zerolinecolor=MUTED)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure


def plot_projection(series: pd.DataFrame, ranges: pd.DataFrame, state: str, day: pd.Timestamp) -> go.Figure:
    """Return the index before and after a day, and the range that was expected after it, hatched apart."""
    last = series[series["on"] <= day].iloc[-1]
    days = [last["on"], *(day + pd.DateOffset(years=int(years)) for years in ranges["years"])]
    figure = go.Figure()
    figure.add_scatter(
        x=series["on"],
        y=series["index"],
        mode="lines",
        line={"width": 2.5, "color": STATE_COLOURS.get(state, SLATE)},
        name="Measured",
        hovertemplate="%{x|%-d %B %Y}: %{y:.0f}<extra></extra>",
    )
    for column, fill in (("high", None), ("low", "tonexty")):
        figure.add_scatter(
            x=days,
            y=[last["index"], *ranges[column]],
            mode="lines",
            line={"width": 1, "color": MUTED, "dash": "dot"},
            fill=fill,
            fillpattern={"shape": "/", "fgcolor": MUTED, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.15},
            name="Range of like cases",
            showlegend=column == "low",
            hovertemplate="%{y:.0f}<extra></extra>",
        )
    mark_day(figure, day)
    figure.update_yaxes(range=[0, 100])
    return figure
