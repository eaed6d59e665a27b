"""Charts of launches: per period, outcomes, gaps between launches of a class."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.periods import weights
from analytics.charts.style import ACCENT, MUTED, wide_only
from analytics.charts.words import many

CLASS_COLOURS = {
    "SRBM": "#a9c4dd",
    "MRBM": "#6d9cc7",
    "IRBM": "#2f6aa3",
    "ICBM": ACCENT,
    "SLBM": "#3f9c94",
    "HGV": "#1f6b66",
    "SLV": "#8a6fb0",
    "Unknown": "#b9b4aa",
}
CLASS_PATTERNS = {"SLBM": "\\", "HGV": "x", "SLV": ".", "ICBM": "", "Unknown": "/"}
CLASS_LABELS = {
    "SRBM": "Short range (SRBM)",
    "MRBM": "Medium range (MRBM)",
    "IRBM": "Intermediate range (IRBM)",
    "ICBM": "Intercontinental (ICBM)",
    "SLBM": "Submarine-launched (SLBM)",
    "HGV": "Glide vehicle (HGV)",
    "SLV": "Space launcher (SLV)",
    "Unknown": "Class unknown",
}
PERIODS = {"month": "M1", "quarter": "M3", "year": "M12"}
PERIOD_NAMES = {"month": "%b %Y", "quarter": "Q%q %Y", "year": "%Y"}
MOST_TOTALS = 50
FEW_JUDGED = 5
LONG_GAP_DAYS = 300
GAPS_NAMED = 2


def plot_launches_per_period(frame: pd.DataFrame, bucket: str, cut: Sequence[bool]) -> go.Figure:
    """Return stacked bars of missiles per period by class, the total above each bar.

    `cut` tells which rows are of incomplete periods.
    """
    figure = go.Figure()
    frame = frame.assign(weight=weights(cut))
    for name, colour in CLASS_COLOURS.items():
        rows = frame[frame["class"] == name]
        if len(rows):
            figure.add_bar(
                x=rows["period"],
                y=rows["missiles"],
                name=CLASS_LABELS[name],
                marker={
                    "color": colour,
                    "opacity": rows["weight"],
                    "pattern": {"shape": CLASS_PATTERNS.get(name, ""), "size": 6, "fillmode": "overlay"},
                },
                xperiod=PERIODS[bucket],
                xperiodalignment="middle",
                hovertemplate=f"%{{y}} {name}<extra></extra>",
            )
    add_totals(figure, frame, bucket)
    figure.update_layout(barmode="stack", bargap=0.12, hovermode="x unified", legend={"traceorder": "normal"})
    figure.update_yaxes(title=None, rangemode="tozero")
    # A name stands under the middle of its bar, not under the day on which the period begins.
    figure.update_xaxes(ticklabelmode="period", tickformat=PERIOD_NAMES[bucket])
    if frame["period"].nunique() == 1:
        name_only_period(figure, pd.Timestamp(frame["period"].iloc[0]), bucket)
    return figure


def name_only_period(figure: go.Figure, period: pd.Timestamp, bucket: str) -> None:
    """Name the one period there is: left alone, Plotly would tell it in fractions of a second."""
    months = int(PERIODS[bucket].removeprefix("M"))
    end = period + pd.DateOffset(months=months)
    span, text = end - period, f"{period:%Y}" if bucket == "year" else f"{period:%B %Y}"
    figure.update_traces(width=span / pd.Timedelta(milliseconds=1), selector={"type": "bar"})
    figure.update_xaxes(range=[period - span, end + span], tickvals=[period + span / 2], ticktext=[text])


def add_totals(figure: go.Figure, frame: pd.DataFrame, bucket: str) -> None:
    """Write the total above each bar, where there is room for that many."""
    totals = frame.groupby("period")["missiles"].sum()
    if len(totals) <= MOST_TOTALS:
        figure.add_scatter(
            x=totals.index,
            y=totals,
            mode="text",
            text=totals.astype(str),
            textfont={"size": 11},
            textposition="top center",
            xperiod=PERIODS[bucket],
            xperiodalignment="middle",
            showlegend=False,
            hoverinfo="skip",
            cliponaxis=False,
            meta=wide_only(len(totals)),
        )


def plot_launch_outcomes(frame: pd.DataFrame) -> go.Figure:
    """Return the share of successes of each class with its 95% interval; hollow where few outcomes are known."""
    order = list(CLASS_COLOURS)
    rows = frame[frame["judged"] > 0].sort_values("class", key=lambda names: names.map(order.index), ascending=False)
    labels = [
        f"{CLASS_LABELS[name]}<br>{many(int(judged), 'launch', 'launches')}"
        for name, judged in zip(rows["class"], rows["judged"], strict=True)
    ]
    figure = go.Figure()
    for label, low, high in zip(labels, rows["low95"], rows["high95"], strict=True):
        figure.add_scatter(
            x=[low, high], y=[label, label], mode="lines", line={"color": MUTED, "width": 3}, hoverinfo="skip"
        )
    figure.add_scatter(
        x=rows["success_share"],
        y=labels,
        mode="markers+text",
        marker={
            "color": ACCENT,
            "size": 12,
            "symbol": ["circle" if judged >= FEW_JUDGED else "circle-open" for judged in rows["judged"]],
            "line": {"width": 2, "color": ACCENT},
        },
        text=[f"{share:.0%}" for share in rows["success_share"]],
        textposition="top center",
        cliponaxis=False,
        customdata=rows[["low95", "high95", "success", "failure", "unknown"]],
        hovertemplate=(
            "%{x:.0%} (95%: %{customdata[0]:.0%} to %{customdata[1]:.0%})<br>%{customdata[2]} success, "
            "%{customdata[3]} failure, %{customdata[4]} unknown<extra></extra>"
        ),
    )
    figure.update_xaxes(range=[-0.03, 1.05], tickformat=".0%", showgrid=True)
    figure.update_yaxes(showgrid=False)
    figure.update_layout(showlegend=False, height=80 + 52 * len(rows))
    return figure


def plot_launch_gaps(frame: pd.DataFrame, name: str, until: date | None) -> go.Figure:
    """Return the days between launches of a class; long gaps are labelled, failed days are hollow.

    What has passed since the last launch when the data end, on `until`, stands apart.
    """
    rows = frame.dropna(subset=["gap_days"])
    failed = rows["successes"] == 0
    figure = go.Figure()
    figure.add_bar(
        x=rows["launch_day"],
        y=rows["gap_days"].astype(float),
        width=12 * 86_400_000,
        marker={"color": MUTED},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=rows["launch_day"],
        y=rows["gap_days"].astype(float),
        mode="markers+text",
        marker={
            "color": ACCENT,
            "size": 10,
            "symbol": ["circle-open" if value else "circle" for value in failed],
            "line": {"width": 2, "color": ACCENT},
        },
        text=label_gaps(rows),
        textposition="middle left",
        cliponaxis=False,
        customdata=rows[["missile"]].fillna("not identified"),
        hovertemplate=f"%{{x|%-d %B %Y}}: %{{customdata[0]}}<br>%{{y:,.0f}} days since the last {name}<extra></extra>",
    )
    last = frame["launch_day"].max()
    if until and (days := (pd.Timestamp(until) - last).days) > 0:
        add_running_gap(figure, until, days)
    figure.update_yaxes(title="days", rangemode="tozero", separatethousands=True)
    figure.update_layout(showlegend=False)
    return figure


def add_running_gap(figure: go.Figure, until: date, days: int) -> None:
    """Draw how long nothing had been launched when the data end."""
    figure.add_scatter(
        x=[until, until],
        y=[0, days],
        mode="lines+markers",
        line={"color": MUTED, "width": 1.5, "dash": "dot"},
        marker={"symbol": ["line-ew", "triangle-up-open"], "size": 11, "color": MUTED, "line": {"width": 2}},
        hovertemplate=f"{days:,} days without one when the data end<extra></extra>",
    )


def label_gaps(rows: pd.DataFrame) -> list[str]:
    """Return labels for the two longest gaps where they are long: days, and years where that is the longest."""
    named = list(rows.nlargest(GAPS_NAMED, "gap_days").query(f"gap_days >= {LONG_GAP_DAYS}").index)
    labels = {place: f"{rows.loc[place, 'gap_days']:,.0f} days  " for place in named}
    if named:
        labels[named[0]] = labels[named[0]].rstrip() + f" ({rows.loc[named[0], 'gap_days'] / 365.25:.1f} years)  "
    return [labels.get(place, "") for place in rows.index]
