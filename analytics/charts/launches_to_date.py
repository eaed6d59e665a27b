"""Launches year against year: each year's running count, and how far the chosen one had come by a day."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import ACCENT, MUTED
from analytics.charts.words import many

LABEL_GAP = 7
LEAP_YEAR = 2000
REACHED = "Reached"


def plot_launches_to_date(days: pd.DataFrame, totals: pd.DataFrame, on: date, until: date | None = None) -> go.Figure:
    """Return each year's running count as a step line, the chosen day's year accented and the day marked.

    `days` are rows of launch_days, `totals` of launches_to_date; the line of a year in which the data end, `until`,
    ends there, and so does what is marked of it.
    """
    figure = go.Figure()
    ends: list[tuple[str, float, bool]] = []
    this = totals[totals["year"] == on.year]
    for year, rows in days.groupby(days["launch_day"].dt.year):
        chosen = year == on.year
        running = until if until and until.year == year and until < date(until.year, 12, 31) else None
        dates, counts = step_through_year(rows, running)
        figure.add_scatter(
            x=dates,
            y=counts,
            mode="lines",
            line={"shape": "hv", "color": ACCENT if chosen else MUTED, "width": 3 if chosen else 1},
            name=str(year),
            showlegend=False,
            hovertemplate=f"{year}: %{{y}} missiles by %{{x|%-d %B}}<extra></extra>",
        )
        if running and not chosen:
            label_running_year(figure, running, counts[-1])
        elif not running:
            ends.append((str(year), counts[-1], chosen))
    label_line_ends(figure, ends)
    draw_day(figure, on)
    if len(this):
        mark_reached(figure, this.iloc[0], on, until)
    figure.update_xaxes(
        tickvals=[f"{LEAP_YEAR}-{month:02d}-01" for month in range(1, 13, 2)],
        tickformat="%b",
        range=[f"{LEAP_YEAR}-01-01", f"{LEAP_YEAR + 1}-02-12"],
        showgrid=False,
    )
    figure.update_yaxes(rangemode="tozero")
    return figure


def step_through_year(rows: pd.DataFrame, until: date | None) -> tuple[list[pd.Timestamp], list[int]]:
    """Return days moved onto one leap year and the running count, from 1 January to 31 December or the data's end."""
    moved = [day.replace(year=LEAP_YEAR) for day in rows["launch_day"]]
    counts = rows["year_to_date"].astype(int).tolist()
    first = pd.Timestamp(LEAP_YEAR, 1, 1)
    last = pd.Timestamp(LEAP_YEAR, until.month, until.day) if until else pd.Timestamp(LEAP_YEAR, 12, 31)
    return [first, *moved, last], [0, *counts, counts[-1]]


def label_running_year(figure: go.Figure, until: date, count: int) -> None:
    """Mark where the line of a year ends because the data do, and name it there."""
    day = pd.Timestamp(LEAP_YEAR, until.month, until.day)
    figure.add_scatter(
        x=[day], y=[count], mode="markers", marker={"color": MUTED, "size": 7}, showlegend=False, hoverinfo="skip"
    )
    figure.add_annotation(
        x=day,
        y=count,
        text=f"{until.year}, to {until:%-d %b}",
        xanchor="right",
        yanchor="bottom",
        xshift=-4,
        showarrow=False,
        font={"size": 12},
    )


def label_line_ends(figure: go.Figure, ends: list[tuple[str, float, bool]]) -> None:
    """Name the lines at their right end, the highest first, leaving out those that would collide."""
    placed: list[float] = []
    top = max((count for _, count, _ in ends), default=1)
    for year, count, chosen in sorted(ends, key=lambda end: (not end[2], -end[1])):
        if all(abs(count - other) * 100 / top >= LABEL_GAP for other in placed):
            placed.append(count)
            figure.add_annotation(
                x=pd.Timestamp(LEAP_YEAR, 12, 31),
                y=count,
                text=f"<b>{year}</b>" if chosen else year,
                xanchor="left",
                xshift=4,
                showarrow=False,
                font={"size": 12},
            )


def draw_day(figure: go.Figure, on: date) -> None:
    """Draw the chosen day as a dotted line."""
    day = pd.Timestamp(LEAP_YEAR, on.month, on.day)
    figure.add_shape(
        type="line", x0=day, x1=day, y0=0, y1=1, yref="paper", line={"color": MUTED, "width": 1, "dash": "dot"}
    )


def mark_reached(figure: go.Figure, this: pd.Series, on: date, until: date | None) -> None:
    """Mark and write what the chosen year, a row of launches_to_date, had reached by the day or by the data's end."""
    missiles, days = int(this["missiles"]), int(this["launch_days"])
    last = min(on, until) if until else on
    ends = f", data to {until:%-d %b}" if until and until.year == on.year and until < date(on.year, 12, 31) else ""
    day = pd.Timestamp(LEAP_YEAR, last.month, last.day)
    figure.add_scatter(
        x=[day],
        y=[missiles],
        mode="markers",
        marker={"color": ACCENT, "size": 11, "symbol": "diamond"},
        name=REACHED,
        showlegend=False,
        hoverinfo="skip",
    )
    # Above the lines, as another year's would run through it beside the mark.
    figure.add_annotation(
        x=day,
        y=1,
        yref="paper",
        text=f"<b>{many(missiles, 'missile')}</b> on {many(days, 'day')}{ends}",
        font={"size": 13},
        xanchor="right" if last.month > 6 else "left",
        yanchor="bottom",
        showarrow=False,
    )
