"""Launches as a series interrupted at a break: the months with both trends, and the effect by day of the break."""

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analytics.charts.style import ACCENT, BLUE, MUTED

OUTCOMES = {"missiles": "Missiles", "launch_days": "Launch days"}
BAND = "rgba(47,106,163,0.18)"
RATIOS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]


def plot_break(series: pd.DataFrame) -> go.Figure:
    """Return counts per month, the fitted trends and the earlier one continued, an outcome above the other.

    `series` are rows of launch_break_series.
    """
    figure = lanes()
    for lane, outcome in enumerate(OUTCOMES, start=1):
        rows = series[series["outcome"] == outcome]
        before, after = rows[rows["trend_continued"].isna()], rows[rows["trend_continued"].notna()]
        figure.add_bar(
            x=rows["period"],
            y=rows["counted"],
            marker={"color": MUTED, "opacity": 0.45},
            xperiod="M1",
            xperiodalignment="middle",
            hovertemplate="%{x|%B %Y}: %{y} counted<extra></extra>",
            row=lane,
            col=1,
        )
        for part, column, colour, dash in (
            (before, "fitted", BLUE, "solid"),
            (after, "trend_continued", BLUE, "dot"),
            (after, "fitted", ACCENT, "solid"),
        ):
            figure.add_trace(trend_line(part, column, colour, dash), row=lane, col=1)
        figure.add_vline(x=rows["break_on"].iloc[0], line={"color": MUTED, "width": 1, "dash": "dot"}, row=lane, col=1)
    name_lines(figure, series[series["outcome"] == "missiles"])
    figure.update_yaxes(rangemode="tozero")
    # Without a range of its own the axis would make room for the names beside the lines, which have the margin.
    figure.update_xaxes(range=[series["period"].min(), series["period"].max() + pd.DateOffset(months=1)])
    return figure


def trend_line(rows: pd.DataFrame, column: str, colour: str, dash: str) -> go.Scatter:
    """Return one line of expected counts."""
    return go.Scatter(
        x=rows["period"],
        y=rows[column],
        mode="lines",
        line={"color": colour, "width": 2.5, "dash": dash},
        xperiod="M1",
        xperiodalignment="middle",
        hovertemplate="%{x|%B %Y}: %{y:.1f} expected<extra></extra>",
    )


def name_lines(figure: go.Figure, rows: pd.DataFrame) -> None:
    """Write beside the lines of the first lane what they are."""
    last = rows.iloc[-1]
    higher = "fitted" if last["fitted"] > last["trend_continued"] else "trend_continued"
    for column, label in (("trend_continued", "earlier trend"), ("fitted", "fitted")):
        figure.add_annotation(
            x=last["period"],
            y=last[column],
            text=label,
            showarrow=False,
            xanchor="left",
            yanchor="bottom" if column == higher else "top",
            xshift=8,
            row=1,
            col=1,
        )
    figure.update_layout(margin={"r": 92})


def plot_break_dates(effects: pd.DataFrame, texts: pd.DataFrame) -> go.Figure:
    """Return the rate ratio with its 95% interval by month of the break, the Council's texts marked.

    `effects` are rows of launch_breaks of one effect, `texts` of dprk_products.
    """
    figure = lanes()
    for lane, outcome in enumerate(OUTCOMES, start=1):
        rows = effects[effects["outcome"] == outcome]
        for column, fill in (("low95", None), ("high95", "tonexty")):
            figure.add_scatter(
                x=rows["break_on"],
                y=rows[column],
                mode="lines",
                line={"width": 0},
                fill=fill,
                fillcolor=BAND,
                hoverinfo="skip",
                row=lane,
                col=1,
            )
        figure.add_scatter(
            x=rows["break_on"],
            y=rows["rate_ratio"],
            mode="lines",
            line={"color": BLUE, "width": 2},
            customdata=rows[["low95", "high95"]],
            hovertemplate="%{x|%B %Y} as the date: × %{y:.2f} (95%: %{customdata[0]:.2f} to %{customdata[1]:.2f})"
            "<extra></extra>",
            row=lane,
            col=1,
        )
        figure.add_scatter(
            x=rows.loc[rows["at_veto"], "break_on"],
            y=rows.loc[rows["at_veto"], "rate_ratio"],
            mode="markers",
            marker={"color": ACCENT, "size": 11, "symbol": "diamond"},
            hoverinfo="skip",
            row=lane,
            col=1,
        )
        figure.add_hline(y=1, line={"color": MUTED, "width": 1.5}, row=lane, col=1)
    mark_texts(figure, effects, texts)
    figure.update_layout(margin={"t": 44, "r": 40})
    figure.update_yaxes(type="log", tickvals=RATIOS, ticktext=[f"× {ratio:g}" for ratio in RATIOS])
    return figure


def mark_texts(figure: go.Figure, effects: pd.DataFrame, texts: pd.DataFrame) -> None:
    """Draw the vetoed drafts among the days of the break as dotted lines, named above."""
    within = texts["date"].between(effects["break_on"].min(), effects["break_on"].max())
    for day in texts.loc[within & (texts["kind"] == "vetoed draft"), "date"]:
        figure.add_vline(x=day, line={"color": MUTED, "width": 1, "dash": "dot"}, row="all", col=1)
        figure.add_annotation(
            x=day,
            y=1,
            yref="paper",
            yanchor="bottom",
            text=f"Veto<br>{day:%b %Y}",
            showarrow=False,
        )


def lanes() -> go.Figure:
    """Return an empty figure with a lane for each outcome, one above the other."""
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, vertical_spacing=0.08)
    for lane, label in enumerate(OUTCOMES.values(), start=1):
        figure.update_yaxes(title={"text": label, "standoff": 12}, row=lane, col=1)
    figure.update_layout(showlegend=False, height=480)
    return figure
