"""What happened between two members, as ticks along the foot of a chart over sessions, told below it."""

from collections.abc import Hashable
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import ACCENT, BLUE, HEIGHT, MUTED
from analytics.charts.words import dated

KINDS = {
    "break": ("Break", ACCENT),
    "recognition": ("Recognition", BLUE),
    "affair": ("Ties cut by many states", MUTED),
}
PERIOD_ENDS = {"year": pd.offsets.YearEnd(0), "month": pd.offsets.MonthEnd(0)}
LABEL_DAYS = 1000
MOST_LISTED = 6
LINE_LETTERS = 56
LINE_PIXELS, AXIS_PIXELS = 17, 30
NEAR_DAYS = 366


def add_events(figure: go.Figure, events: pd.DataFrame, years: tuple[int, int], foot: float, on: date | None) -> None:
    """Draw the events of a pair within some years at the height `foot`, those around a day told first.

    `events` are rows of pair_events. One known to the year or month stands at the end of it, where it counts.
    """
    placed = events.assign(at=[stand(row) for row in events.to_dict("records")])
    shown = placed[placed["at"].dt.year.between(*years)] if len(placed) else placed
    # Breaks come last, over what else fell on their day; the legend keeps their order.
    for rank, (kind, (name, colour)) in reversed(list(enumerate(KINDS.items()))):
        rows = shown[shown["kind"] == kind]
        if len(rows):
            figure.add_scatter(
                x=rows["at"],
                y=[foot] * len(rows),
                mode="markers",
                marker={"symbol": "line-ns-open", "size": 18, "color": colour, "line": {"width": 2, "color": colour}},
                text=rows["told"],
                customdata=[dated(row["date"], row["date_precision"]) for row in rows.to_dict("records")],
                hovertemplate="%{customdata}: %{text}<extra></extra>",
                name=name,
                legendrank=rank,
            )
    list_events(figure, pick_labels(shown, on)[:MOST_LISTED], foot)


def list_events(figure: go.Figure, picked: list[dict[Hashable, Any]], foot: float) -> None:
    """Number events over their ticks and tell them below the axis, in the order of their days."""
    lines: list[str] = []
    for number, row in enumerate(sorted(picked, key=lambda row: row["at"]), 1):
        figure.add_annotation(x=row["at"], y=foot, text=f"<b>{number}</b>", showarrow=False, yshift=18)
        told = f"{number}. {dated(row['date'], row['date_precision'])}: {row['told']}"
        lines += wrap(told, LINE_LETTERS, subsequent_indent="\u2003")
    if lines:
        figure.add_annotation(
            text="<br>".join(lines), align="left", font={"size": 12}, showarrow=False,
            x=0, xref="paper", xanchor="left", y=0, yref="paper", yanchor="top", yshift=-AXIS_PIXELS,
        )  # fmt: skip
        room = AXIS_PIXELS + LINE_PIXELS * len(lines)
        figure.update_layout(height=HEIGHT + room, margin={"b": room})


def stand(event: dict[Hashable, Any]) -> pd.Timestamp:
    """Return the day at which an event stands: the end of the period where only that is known."""
    at: pd.Timestamp = event["date"]
    return at + PERIOD_ENDS[event["date_precision"]] if event["date_precision"] in PERIOD_ENDS else at


def pick_labels(events: pd.DataFrame, on: date | None = None) -> list[dict[Hashable, Any]]:
    """Return the events to name, none close to another: those around a day, then breaks, recognitions, affairs."""
    picked: list[dict[Hashable, Any]] = []
    ranked = sorted(
        events.to_dict("records"), key=lambda row: (*away(row, on), list(KINDS).index(row["kind"]), row["at"])
    )
    for row in ranked:
        if all(abs((row["at"] - other["at"]).days) >= LABEL_DAYS for other in picked):
            picked.append(row)
    return picked


def away(event: dict[Hashable, Any], on: date | None) -> tuple[int, int]:
    """Return how an event ranks by its nearness to a day: those of the year around it by their days, others alike."""
    days = abs((event["at"] - pd.Timestamp(on)).days) if on else NEAR_DAYS
    return (0, days) if days < NEAR_DAYS else (1, 0)
