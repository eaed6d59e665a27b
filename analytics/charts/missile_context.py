"""Launches beside other things: on the map, beside Council products, nuclear yields, what is not counted."""

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analytics.charts.missiles import CLASS_COLOURS, PERIODS
from analytics.charts.style import ACCENT, MUTED

UNCOUNTED_LABELS = {
    "outside_rule": "Outside the rule",
    "omitted_ballistic": "Ballistic,<br>not in the list",
    "after_table_end": "After the<br>list ends",
}
SHORT_YIELD = 1


def plot_nuclear_yields(frame: pd.DataFrame) -> go.Figure:
    """Return the yield of each test with its range, on a logarithmic scale."""
    rows = frame.dropna(subset=["yield_kt_best"])
    figure = go.Figure(
        go.Scatter(
            x=rows["date_utc"],
            y=rows["yield_kt_best"],
            mode="markers+text",
            marker={"color": ACCENT, "size": 11},
            error_y={
                "type": "data",
                "symmetric": False,
                "array": rows["yield_kt_high"] - rows["yield_kt_best"],
                "arrayminus": rows["yield_kt_best"] - rows["yield_kt_low"],
                "color": MUTED,
                "thickness": 2,
            },
            text=[f"{value:g} kt  " for value in rows["yield_kt_best"]],
            textposition="middle left",
            cliponaxis=False,
            customdata=rows[["yield_kt_low", "yield_kt_high"]],
            hovertemplate="%{x|%-d %B %Y}: %{y:g} kt (%{customdata[0]:g} to %{customdata[1]:g})<extra></extra>",
        )
    )
    figure.update_yaxes(type="log", dtick=1, ticksuffix=" kt")
    return figure


def plot_uncounted(frame: pd.DataFrame) -> go.Figure:
    """Return uncounted events as marks in time, one lane per reason."""
    figure = go.Figure()
    for reason, label in UNCOUNTED_LABELS.items():
        rows = frame[frame["reason"] == reason]
        if len(rows):
            figure.add_scatter(
                x=rows["date_local"],
                y=[label] * len(rows),
                mode="markers",
                marker={"symbol": "line-ns-open", "size": 18, "line": {"width": 3}, "color": MUTED},
                customdata=rows[["weapon", "why"]],
                hovertemplate="%{x|%-d %B %Y}: %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
            )
    figure.update_yaxes(showgrid=False)
    figure.update_layout(showlegend=False, height=240)
    return figure
