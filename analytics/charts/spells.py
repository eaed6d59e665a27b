"""Spells in lanes of time: a bar from first to last day, a diamond where the end is not known."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import GRID

LANE_PIXELS = 20
FRAME_HEIGHT = 150
MANY_LANES, YEARS_PIXELS = 20, 26
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


def stack_lanes(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return spells in the order of their begin, those that overlap in lanes below that have no name, and all lanes."""
    placed: dict[object, str] = {}
    lanes: list[str] = []
    unnamed = 0
    shortest = pd.Timedelta(days=SHORTEST_DAYS)
    for name, spells in rows.groupby("lane", sort=False, observed=True):
        own, taken_until = [str(name)], [pd.Timestamp.min]
        for spell, since, until in zip(spells.index, spells["since"], spells["until"], strict=True):
            begin = pd.Timestamp(since)
            free = next((place for place, end in enumerate(taken_until) if end < begin), len(own))
            if free == len(own):
                unnamed += 1
                # A name that is not seen, and like no other.
                own.append(" " * unnamed)
                taken_until.append(begin)
            taken_until[free] = begin + shortest if pd.isna(until) else max(begin + shortest, pd.Timestamp(until))
            placed[spell] = own[free]
        lanes += own
    return rows.assign(lane=pd.Series(placed)), lanes


def lay_lanes(figure: go.Figure, lanes: Iterable[str]) -> None:
    """Lay the lanes from the top in the order in which they first come, the time below them."""
    order = list(dict.fromkeys(lanes))[::-1]
    figure.update_layout(
        barmode="overlay", height=FRAME_HEIGHT + LANE_PIXELS * len(order), hovermode="closest", bargap=0.3
    )
    figure.update_yaxes(type="category", categoryorder="array", categoryarray=order, dtick=1, showgrid=False)
    figure.update_xaxes(type="date", showgrid=True, gridcolor=GRID)
    if len(order) >= MANY_LANES:
        repeat_years(figure, len(order))


def repeat_years(figure: go.Figure, lanes: int) -> None:
    """Write the years above the lanes too, where those below are out of sight; the key stands above them."""
    # Plotly draws no axis without a trace, and beside another would write its years a day early.
    figure.add_scatter(x=[None], y=[None], xaxis="x2", showlegend=False, hoverinfo="skip")
    figure.update_layout(
        xaxis2={"type": "date", "overlaying": "x", "matches": "x", "side": "top", "tickmode": "auto"},
        legend={"y": 1 + YEARS_PIXELS / (LANE_PIXELS * lanes)},
    )
