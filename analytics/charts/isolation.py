"""Charts of the isolation index: a day's ranking with intervals, what it is made of, movers, choices that matter."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import (
    ACCENT,
    BLUE,
    DIMENSION_COLOURS,
    FILLED,
    GRID,
    INK,
    MUTED,
    PALE,
    PAPER,
    SLATE,
    STATE_COLOURS,
    mark_day,
    sheer,
)
from analytics.charts.words import signed

RANGE = "90% of versions"
# The measure of voting is called alignment in the data, votes wherever it is read.
DIMENSIONS = {
    name: ("Votes" if name == "alignment" else name.capitalize(), colour) for name, colour in DIMENSION_COLOURS.items()
}
CHOICES = {
    "scaling": "How scores are scaled",
    "geometric": "Whether the mean is geometric",
    "votes": "How votes are compared",
    "absence": "What absence means",
    "senders": "How senders are weighed",
    "mandates": "Whether UN mandates count",
    "unchecked": "Whether unchecked rows count",
    "left_out": "Which dimension is left out",
} | {name: f"Weight of {label.lower()}" for name, (label, _) in DIMENSIONS.items()}
SHOWN = 25
MENTIONED = 0.05
ROW_PIXELS = 22


def say_moved(row: pd.Series) -> str:
    """Return how an index moved between two days and through what, as the end of a sentence; a row of its movers."""
    parts = [
        f"{label.lower()} {signed(row[name])}" for name, (label, _) in DIMENSIONS.items() if abs(row[name]) >= MENTIONED
    ]
    if not parts:
        return "did not move"
    if abs(row["change"]) < MENTIONED:
        return f"did not move on balance: {', '.join(parts)}"
    return f"{'rose' if row['change'] > 0 else 'fell'} by {abs(row['change']):.1f} points, through {', '.join(parts)}"


def plot_ranking(frame: pd.DataFrame, marked: set[str]) -> go.Figure:
    """Return the most isolated members, each with the interval of its index; `marked` stand out."""
    rows = frame.head(SHOWN).iloc[::-1]
    figure = go.Figure()
    figure.add_scatter(
        x=rows["index"],
        y=rows["state_name"],
        mode="markers",
        marker={
            "size": 9,
            "color": [STATE_COLOURS.get(state, ACCENT) if state in marked else SLATE for state in rows["state"]],
        },
        error_x={
            "array": (rows["index_p95"] - rows["index"]).clip(lower=0),
            "arrayminus": (rows["index"] - rows["index_p05"]).clip(lower=0),
            "color": MUTED,
            "thickness": 2,
            "width": 0,
        },
        customdata=rows[["rank", "rank_p05", "rank_p95", "index_p05", "index_p95"]],
        hovertemplate="%{y}: %{x:.0f} (%{customdata[3]:.0f} to %{customdata[4]:.0f}), rank %{customdata[0]} "
        "(%{customdata[1]} to %{customdata[2]})<extra></extra>",
        showlegend=False,
    )
    # All at once: each one added alone has Plotly check the others again.
    ranks = [
        {
            "x": 1,
            "xref": "paper",
            "y": row["state_name"],
            "text": f"rank {row['rank_p05']} to {row['rank_p95']}",
            "showarrow": False,
            "xanchor": "left",
            "xshift": 6,
            "font": {"size": 11},
        }
        for row in rows.to_dict("records")
    ]
    figure.update_layout(height=90 + ROW_PIXELS * len(rows), margin={"r": 90}, annotations=ranks)
    figure.update_xaxes(range=[0, 100], showgrid=True, gridcolor=GRID)
    figure.update_yaxes(showgrid=False)
    return figure


def plot_parts(frame: pd.DataFrame, *, total: str, bound: float | None = None) -> go.Figure:
    """Return stacked bars of the parts of an index or of its change, one row per state."""
    rows = frame.iloc[::-1]
    figure = go.Figure()
    for name, (label, colour) in DIMENSIONS.items():
        figure.add_bar(
            x=rows[name],
            y=rows["state_name"],
            orientation="h",
            name=label,
            marker={"color": colour},
            customdata=rows[total],
            hovertemplate=f"%{{y}}: {label.lower()} %{{x:.1f}} of %{{customdata:.1f}} points<extra></extra>",
        )
    if (rows[list(DIMENSIONS)] < 0).any(axis=None):
        add_sums(figure, rows, total)
    figure.update_layout(barmode="relative", height=90 + ROW_PIXELS * len(rows), legend={"traceorder": "normal"})
    figure.update_xaxes(showgrid=True, gridcolor=GRID, **({"range": [0, bound]} if bound else {}))
    figure.update_yaxes(showgrid=False)
    return figure


def add_sums(figure: go.Figure, rows: pd.DataFrame, total: str) -> None:
    """Mark where parts that run both ways come out."""
    figure.add_scatter(
        x=rows[total],
        y=rows["state_name"],
        mode="markers",
        name="On balance",
        marker={"color": PAPER, "size": 9, "line": {"color": INK, "width": 2}},
        hovertemplate="%{y}: %{x:+.1f} points on balance<extra></extra>",
    )


def plot_series(frame: pd.DataFrame, bands: pd.DataFrame, on: date | None = None) -> go.Figure:
    """Return contributions stacked over months, the interval over its versions, and a line at a day.

    What adds nothing at any time is not in the legend, and its edge does not lie on that of others.
    """
    figure = go.Figure()
    for name, (label, colour) in DIMENSIONS.items():
        adds = bool((frame[name].abs() >= MENTIONED).any())
        figure.add_scatter(
            x=frame["on"],
            y=frame[name].fillna(0).where(frame["index"].notna()),
            mode="lines",
            line={"width": 1.5 if adds else 0, "color": colour},
            fillcolor=sheer(colour, FILLED),
            stackgroup="parts",
            name=label,
            showlegend=adds,
            hovertemplate=f"{label}: %{{y:.1f}}<extra></extra>",
        )
    for column, percentile in (("index_p05", "5th"), ("index_p95", "95th")):
        add_bound(figure, bands["on"], bands[column], percentile)
    if bands["index_p95"].count() > 1:
        add_range_key(figure)
    if on:
        mark_day(figure, on)
    figure.update_layout(hovermode="x unified", legend={"traceorder": "normal"})
    figure.update_yaxes(range=[0, 100])
    return figure


def add_bound(figure: go.Figure, days: pd.Series, values: pd.Series, percentile: str) -> None:
    """Draw a bound of the interval, dark dots on a pale line: they stand out on areas of any colour, on both papers."""
    hover = f"%{{y:.0f}}<extra>{percentile} percentile</extra>"
    for line, more in (
        ({"width": 3, "color": sheer(PAPER, PALE)}, {"hoverinfo": "skip"}),
        ({"width": 1.5, "color": INK, "dash": "dot"}, {"hovertemplate": hover}),
    ):
        told = {"name": RANGE, "legendgroup": RANGE, "showlegend": False}
        figure.add_scatter(x=days, y=values, mode="lines", line=line, **told, **more)


def add_range_key(figure: go.Figure) -> None:
    """Tell of the bounds in the legend, in a tone that is seen on either paper."""
    line = {"width": 1.5, "color": SLATE, "dash": "dot"}
    figure.add_scatter(x=[None], y=[None], mode="lines", line=line, name=RANGE, legendgroup=RANGE, hoverinfo="skip")


def plot_scores(frame: pd.DataFrame, marked: list[str]) -> go.Figure:
    """Return the scores of all members in each dimension as dots, some states named."""
    figure = go.Figure()
    shown = frame[frame["un_member"]]
    others = shown[~shown["state"].isin(marked) & shown["score"].notna()]
    for place, (name, (label, _)) in enumerate(DIMENSIONS.items()):
        rows = others[others["dimension"] == name]
        figure.add_box(
            x=rows["score"],
            y=[label] * len(rows),
            orientation="h",
            boxpoints="all",
            jitter=0.8,
            pointpos=0,
            fillcolor="rgba(0,0,0,0)",
            line={"color": "rgba(0,0,0,0)"},
            marker={"size": 4, "color": MUTED},
            text=rows["state_name"],
            hovertemplate="%{text}: %{x:.0f}<extra></extra>",
            name="Other members",
            legendgroup="others",
            showlegend=place == 0,
        )
    # The first is larger and open, so that the second, and others at the same score, are seen through it.
    for place, state in enumerate(marked):
        rows = shown[(shown["state"] == state) & shown["score"].notna()]
        first = place == 0
        figure.add_scatter(
            x=rows["score"],
            y=[DIMENSIONS[str(name)][0] for name in rows["dimension"]],
            mode="markers",
            marker={
                "size": 16 if first else 10,
                "color": STATE_COLOURS.get(state, ACCENT),
                "symbol": "diamond-open" if first else "diamond",
                "line": {"width": 2.5 if first else 0},
            },
            name=rows["state_name"].iloc[0] if len(rows) else state,
            cliponaxis=False,
            hovertemplate="%{fullData.name}: %{x:.0f}<extra></extra>",
        )
    figure.update_layout(height=380)
    figure.update_xaxes(range=[-3, 103], showgrid=True, gridcolor=GRID)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure


def plot_sensitivity(frame: pd.DataFrame) -> go.Figure:
    """Return bars of the variance that each choice has a part in, what it does alone before."""
    rows = frame.iloc[::-1]
    labels = [CHOICES[str(choice)] for choice in rows["choice"]]
    figure = go.Figure()
    alone = rows["first_order"].clip(lower=0)
    for name, values, colour in (
        ("Alone", alone, BLUE),
        ("Together with others", (rows["total"] - alone).clip(lower=0), MUTED),
    ):
        figure.add_bar(
            x=values,
            y=labels,
            orientation="h",
            name=name,
            marker={"color": colour},
            hovertemplate="%{y}: %{x:.0%}<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(barmode="stack", height=90 + ROW_PIXELS * len(rows), legend={"traceorder": "normal"})
    figure.update_xaxes(tickformat=".0%", showgrid=True, gridcolor=GRID)
    figure.update_yaxes(showgrid=False)
    return figure
