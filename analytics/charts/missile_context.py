"""Launches beside other things: Council products, nuclear yields, what is not counted."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analytics.charts.missiles import PERIODS
from analytics.charts.periods import weights
from analytics.charts.style import ACCENT, BLUE, MUTED

UNCOUNTED_LABELS = {
    "outside_rule": "Outside the rule",
    "omitted_ballistic": "Ballistic,<br>not in the list",
    "after_table_end": "After the<br>list ends",
}
LANES = {
    "measures": ("New sanctions", "diamond", BLUE),
    "resolution": ("Other resolution", "diamond-open", BLUE),
    "presidential statement": ("Statement", "circle-open", BLUE),
    "vetoed draft": ("Vetoed draft", "x-thin-open", ACCENT),
}
MEASURES = ("sanctions", "designations")
CLOSE_DAYS = 300
FEW_DATED = 2


def plot_launches_and_products(
    launches: pd.DataFrame, products: pd.DataFrame, tests: pd.DataFrame, bucket: str, cut: Sequence[bool]
) -> go.Figure:
    """Return missiles per period under the Council's products and the nuclear tests of the same time.

    `cut` tells which rows of launches are of incomplete periods.
    """
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, row_heights=[0.4, 0.6], vertical_spacing=0.04)
    laned = products["kind"].mask(is_measure(products), "measures")
    for kind, (label, symbol, colour) in LANES.items():
        rows = products[laned == kind]
        figure.add_trace(lane(label, symbol, colour, rows["date"], rows["symbol"]), row=1, col=1)
    tested = lane("Nuclear test", "star", MUTED, tests["date_utc"], tests["site"].str.title())
    figure.add_trace(tested, row=1, col=1)
    rows = launches.assign(weight=weights(cut))
    totals = rows.groupby("period", as_index=False).agg({"missiles": "sum", "weight": "min"})
    figure.add_bar(
        x=totals["period"],
        y=totals["missiles"],
        marker={"color": MUTED, "opacity": totals["weight"]},
        xperiod=PERIODS[bucket],
        xperiodalignment="middle",
        hovertemplate="%{y} missiles<extra></extra>",
        row=2,
        col=1,
    )
    figure.update_yaxes(showgrid=False, row=1, col=1)
    figure.update_yaxes(title={"text": f"Missiles per {bucket}"}, rangemode="tozero", row=2, col=1)
    figure.update_layout(showlegend=False, height=480)
    return figure


def is_measure(products: pd.DataFrame) -> pd.Series:
    """Return which texts are resolutions that imposed new sanctions or listed new names."""
    return (products["kind"] == "resolution") & products["purpose"].isin(MEASURES)


def lane(label: str, symbol: str, colour: str, days: pd.Series, names: pd.Series) -> go.Scatter:
    """Return one lane of marks above the bars."""
    return go.Scatter(
        x=days,
        y=[label] * len(days),
        mode="markers",
        marker={"symbol": symbol, "size": 10, "color": colour, "line": {"width": 2, "color": colour}},
        text=names,
        hovertemplate="%{x|%-d %B %Y}: %{text}<extra></extra>",
    )


def plot_nuclear_yields(frame: pd.DataFrame) -> go.Figure:
    """Return the yield of each test with its range, on a logarithmic scale."""
    rows = frame.dropna(subset=["yield_kt_best"])
    figure = go.Figure(
        go.Scatter(
            x=rows["date_utc"],
            y=rows["yield_kt_best"],
            mode="markers+text",
            marker={"color": ACCENT, "size": 9},
            error_y={
                "type": "data",
                "symmetric": False,
                "array": rows["yield_kt_high"] - rows["yield_kt_best"],
                "arrayminus": rows["yield_kt_best"] - rows["yield_kt_low"],
                "color": MUTED,
                "thickness": 2,
            },
            text=[f"  {kilotons(value)} kt  " for value in rows["yield_kt_best"]],
            textposition=["middle right" if soon else "middle left" for soon in soon_after(rows["date_utc"])],
            cliponaxis=False,
            customdata=[say_range(row) for row in rows.to_dict("records")],
            hovertemplate="%{x|%-d %B %Y}: %{y:.3g} kt (%{customdata})<extra></extra>",
        )
    )
    figure.update_yaxes(type="log", dtick=1, ticksuffix=" kt")
    return figure


def kilotons(value: float) -> str:
    """Return a yield to three digits, as it is known no more closely."""
    return f"{value:.3g}"


def say_range(test: Mapping[Hashable, Any]) -> str:
    """Return the range of a test's yield, a row of nuclear_tests_list."""
    low, high = test["yield_kt_low"], test["yield_kt_high"]
    return (
        "no range published" if pd.isna(low) or pd.isna(high) or low == high else f"{kilotons(low)} to {kilotons(high)}"
    )


def soon_after(days: pd.Series) -> list[bool]:
    """Return whether each day follows the one before it so closely that labels would collide."""
    return [bool(gap < CLOSE_DAYS) for gap in days.diff().dt.days.fillna(CLOSE_DAYS)]


def plot_uncounted(frame: pd.DataFrame) -> go.Figure:
    """Return uncounted events as marks in time, one lane per reason."""
    figure = go.Figure()
    for reason, label in UNCOUNTED_LABELS.items():
        rows = frame[frame["reason"] == reason]
        if len(rows):
            figure.add_scatter(
                x=rows["date_local"],
                y=[label] * len(rows),
                mode="markers+text",
                marker={"symbol": "line-ns-open", "size": 18, "line": {"width": 3}, "color": MUTED},
                text=[f" {day:%-d %b} " for day in rows["date_local"]] if len(rows) <= FEW_DATED else None,
                textposition=["middle left"] * (len(rows) - 1) + ["middle right"],
                cliponaxis=False,
                customdata=rows[["weapon", "why"]],
                hovertemplate="%{x|%-d %B %Y}: %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
            )
    figure.update_yaxes(showgrid=False)
    figure.update_layout(showlegend=False, height=220, margin={"r": 40})
    return figure
