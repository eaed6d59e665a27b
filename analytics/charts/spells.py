"""Spells in lanes of time: a bar from first to last day, a diamond where the end is not known."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import GRID

LANE_PIXELS = 20
FRAME_HEIGHT = 150
SHORTEST_DAYS = 60
DAY_MILLISECONDS = 86_400_000
UNKNOWN = "End not known"


def add_bars(figure: go.Figure, rows: pd.DataFrame, *, name: str, marker: Mapping[str, object]) -> None:
    """Add a bar per spell whose end is known or still to come; `rows` have since, until, lane and what is told."""
    known = rows[rows["until"].notna()]
    if known.empty:
        return
    since, until = pd.to_datetime(known["since"]), pd.to_datetime(known["until"])
    figure.add_bar(
        base=since.dt.strftime("%Y-%m-%d"),
        x=((until - since).dt.days.clip(lower=SHORTEST_DAYS) * DAY_MILLISECONDS).tolist(),
        y=known["lane"],
        orientation="h",
        name=name,
        marker=marker,
        customdata=known["told"],
        hovertemplate="%{customdata}<extra></extra>",
    )


def add_diamonds(figure: go.Figure, rows: pd.DataFrame, *, colour: str, name: str = UNKNOWN) -> None:
    """Add a diamond per spell whose end is not known: no length is drawn. The legend names them once."""
    unknown = rows[rows["until"].isna()]
    if unknown.empty:
        return
    figure.add_scatter(
        x=pd.to_datetime(unknown["since"]),
        y=unknown["lane"],
        mode="markers",
        name=name,
        legendgroup=name,
        showlegend=not any(trace.legendgroup == name for trace in figure.data),
        marker={"symbol": "diamond-open", "size": 9, "color": colour, "line": {"width": 2, "color": colour}},
        customdata=unknown["told"],
        hovertemplate="%{customdata}<extra></extra>",
    )


def lay_lanes(figure: go.Figure, lanes: Iterable[str]) -> None:
    """Lay the lanes from the top in the order in which they first come, the time below them."""
    order = list(dict.fromkeys(lanes))[::-1]
    figure.update_layout(
        barmode="overlay", height=FRAME_HEIGHT + LANE_PIXELS * len(order), hovermode="closest", bargap=0.3
    )
    figure.update_yaxes(categoryorder="array", categoryarray=order, dtick=1, showgrid=False)
    figure.update_xaxes(type="date", showgrid=True, gridcolor=GRID)
