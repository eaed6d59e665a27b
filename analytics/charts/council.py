"""Charts of the Security Council: vetoes over time and by topic, adoption against veto, texts on North Korea."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.periods import weights
from analytics.charts.style import (
    ACCENT,
    BLUE,
    GOLD,
    GRID,
    MUTED,
    PALE,
    SLATE,
    STATE_COLOURS,
    hatched,
    whole_steps,
    year_steps,
)
from analytics.charts.totals import add_totals

SEATS = {
    "RUS": "Soviet Union/Russia",
    "USA": "United States",
    "GBR": "United Kingdom",
    "FRA": "France",
    "CHN": "China",
}
# Topics of the list whose name says little by itself; the others are shown as the list has them.
TOPICS = {
    "Admission": "Admission of new members",
    "US-USSR": "United States and Soviet Union",
    "US-Libya": "United States and Libya",
}
PATTERNS = {"RUS": "", "USA": "", "GBR": "/", "FRA": "x", "CHN": "."}
INVASION = date(2022, 2, 24)
# The same day among bars of years, each from half a year before its number to half a year after it.
INVASION_YEAR, INVASION_ON_YEARS = INVASION.year, 2021.65
MOST_VETOED = 500
TOPICS_SHOWN = 15
ROW_HEIGHT = 26
FRAME_HEIGHT = 80
PURPOSES = ("sanctions", "designations", "condemnation", "mandate renewal", "other")
KINDS = {
    "resolution": ("diamond", BLUE),
    "presidential statement": ("circle", GOLD),
    "vetoed draft": ("x-thin-open", ACCENT),
}


def plot_vetoes_per_year(frame: pd.DataFrame, cut: Sequence[bool]) -> go.Figure:
    """Return stacked bars of vetoes per year by permanent seat; `cut` tells which rows are of incomplete years."""
    figure = go.Figure()
    frame = frame.assign(weight=weights(cut))
    for seat, name in SEATS.items():
        rows = frame[frame["member"] == seat]
        if len(rows):
            figure.add_bar(
                x=rows["year"],
                y=rows["vetoes"],
                name=name,
                marker={
                    "color": STATE_COLOURS[seat],
                    "opacity": rows["weight"],
                    "pattern": hatched(PATTERNS[seat]),
                },
                hovertemplate=f"%{{y}} {name}<extra></extra>",
            )
    figure.update_layout(barmode="stack", hovermode="x unified", bargap=0.1, legend={"traceorder": "normal"})
    figure.update_xaxes(year_steps(frame["year"]))
    figure.update_yaxes(whole_steps(frame.groupby("year")["vetoes"].sum().max()))
    return figure


def plot_veto_totals(frame: pd.DataFrame) -> go.Figure:
    """Return bars of lone and joint vetoes per permanent seat, the total at the end."""
    rows = frame.sort_values("drafts_vetoed")
    names = [SEATS[seat] for seat in rows["member"]]
    colours = [STATE_COLOURS[seat] for seat in rows["member"]]
    figure = go.Figure()
    figure.add_bar(
        y=names,
        x=rows["lone"],
        orientation="h",
        name="Alone",
        marker={"color": colours},
        hovertemplate="%{y}: %{x} alone<extra></extra>",
    )
    figure.add_bar(
        y=names,
        x=rows["joint"],
        orientation="h",
        name="With others (pale)",
        marker={"color": colours},
        opacity=PALE,
        hovertemplate="%{y}: %{x} with others<extra></extra>",
    )
    add_totals(figure, pd.Series(rows["drafts_vetoed"].to_numpy(), index=names))
    figure.update_layout(barmode="stack", height=300, showlegend=False, margin={"r": 40})
    figure.update_xaxes(visible=False)
    return figure


def plot_topics(frame: pd.DataFrame) -> go.Figure:
    """Return bars of vetoes per topic by permanent seat, the most vetoed topics first."""
    frame = frame.assign(topic=frame["topic"].replace(TOPICS))
    totals = frame.groupby("topic")["vetoes"].sum().sort_values(kind="stable").tail(TOPICS_SHOWN)
    figure = go.Figure()
    for seat, name in SEATS.items():
        rows = frame[(frame["member"] == seat) & frame["topic"].isin(totals.index)]
        if len(rows):
            figure.add_bar(
                y=rows["topic"],
                x=rows["vetoes"],
                orientation="h",
                name=name,
                marker={"color": STATE_COLOURS[seat], "pattern": hatched(PATTERNS[seat])},
                hovertemplate=f"%{{y}}: %{{x}} {name}<extra></extra>",
            )
    add_totals(figure, totals)
    figure.update_layout(barmode="stack", height=FRAME_HEIGHT + ROW_HEIGHT * len(totals), margin={"r": 40})
    figure.update_layout(legend={"traceorder": "normal"})
    figure.update_yaxes(categoryorder="array", categoryarray=list(totals.index), showgrid=False)
    figure.update_xaxes(showgrid=True, gridcolor=GRID, **whole_steps(totals.max()))
    return figure


def plot_paralysis(frame: pd.DataFrame) -> go.Figure:
    """Return drafts adopted (unanimously and not) above the axis and vetoed below it, the invasion marked."""
    divided = frame["adopted"] - frame["unanimous"]
    # Grey, as no permanent member is drawn.
    adopted = {"color": SLATE, "pattern": hatched(["" if whole else "/" for whole in frame["complete"]])}
    figure = go.Figure()
    figure.add_bar(x=frame["year"], y=frame["unanimous"], name="Adopted unanimously", marker=adopted)
    figure.add_bar(
        x=frame["year"],
        y=divided,
        name="Adopted otherwise",
        marker=adopted,
        opacity=PALE,
    )
    figure.add_bar(
        x=frame["year"],
        y=-frame["vetoed"],
        customdata=frame["vetoed"],
        name="Vetoed",
        marker=adopted | {"color": ACCENT},
        hovertemplate="%{customdata}",
    )
    figure.update_layout(barmode="relative", hovermode="x unified", bargap=0.12)
    figure.update_xaxes(year_steps(frame["year"]))
    # What is vetoed is drawn below the axis; it is no negative number.
    alias = {f"−{count}": str(count) for count in range(1, MOST_VETOED)}
    figure.update_yaxes(tickformat=",d", zeroline=True, zerolinecolor=MUTED, labelalias=alias)
    figure.update_yaxes(whole_steps(max(frame["adopted"].max(), frame["vetoed"].max())))
    if holds_invasion(frame):
        figure.add_vline(x=INVASION_ON_YEARS, line={"color": MUTED, "width": 1, "dash": "dot"})
    return figure


def holds_invasion(years: pd.DataFrame) -> bool:
    """Say whether some years hold the invasion of Ukraine, which charts of them mark."""
    return INVASION_YEAR in set(years["year"])


def plot_veto_share(frame: pd.DataFrame) -> go.Figure:
    """Return the share of drafts decided that a veto defeated, per year; incomplete years are open."""
    figure = go.Figure(
        go.Scatter(
            x=frame["year"],
            y=frame["veto_share"],
            mode="lines+markers",
            line={"color": ACCENT, "width": 2},
            marker={"size": 7, "symbol": ["circle" if whole else "circle-open" for whole in frame["complete"]]},
            hovertemplate="%{x}: %{y:.1%}<extra></extra>",
            cliponaxis=False,
            showlegend=False,
        )
    )
    figure.update_xaxes(range=[frame["year"].min() - 1, frame["year"].max() + 1], **year_steps(frame["year"]))
    figure.update_yaxes(tickformat=".0%", rangemode="tozero")
    return figure


def plot_products(frame: pd.DataFrame, *, invaded: bool) -> go.Figure:
    """Return the Council's texts on North Korea on a line of time, by purpose; crosses are vetoed drafts.

    `invaded` says whether the span holds the invasion of Ukraine, which is marked.
    """
    purposes = [purpose for purpose in PURPOSES if purpose in set(frame["purpose"])]
    figure = go.Figure()
    for kind, (symbol, colour) in KINDS.items():
        rows = frame[frame["kind"] == kind]
        if len(rows):
            figure.add_scatter(
                x=rows["date"],
                y=rows["purpose"].str.capitalize(),
                mode="markers",
                name=kind.capitalize(),
                marker={
                    "symbol": symbol,
                    "size": 11,
                    "color": colour,
                    "line": {"width": 3 if kind == "vetoed draft" else 0},
                },
                text=rows["symbol"],
                customdata=rows["prompted_by"].fillna(""),
                hovertemplate="%{x|%-d %B %Y}<br>%{text}<br>%{customdata}<extra></extra>",
            )
    if invaded:
        figure.add_vline(x=INVASION.isoformat(), line={"color": MUTED, "width": 1, "dash": "dot"})
    figure.update_yaxes(
        categoryorder="array", categoryarray=[purpose.capitalize() for purpose in reversed(purposes)], showgrid=True
    )
    figure.update_layout(height=FRAME_HEIGHT + 56 * max(len(purposes), 1))
    return figure
