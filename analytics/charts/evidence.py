"""What tables rest on: shares of evidence grades."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import ACCENT, BLUE, INK, PAPER, TEAL
from analytics.charts.words import first, say_table

GRADES = {
    "A": "official record or primary document seen",
    "B": "reputable dataset, or two independent reports",
    "C": "one secondary report seen",
    "D": "compiled from general knowledge, not yet checked against a document",
}
SHORT = {"A": "official record", "B": "dataset or two reports", "C": "one report", "D": "not yet checked"}
GRADE_COLOURS = {"A": BLUE, "B": TEAL, "C": "#a9c7c3", "D": "#f2cfc5"}
PATTERNS = {"A": "", "B": "", "C": "", "D": "/"}
SMALLEST_TEXT = 9
ROW_HEIGHT, FRAME_HEIGHT = 34, 70
LABELLED_SHARE = 0.06


def plot_evidence(frame: pd.DataFrame) -> go.Figure:
    """Return one bar a table, split by grade, the weakest hatched; tables with most unchecked rows first."""
    shares = frame.pivot(index="table_name", columns="evidence", values="share").fillna(0.0)
    counts = frame.pivot(index="table_name", columns="evidence", values="rows").fillna(0)
    order = shares.reindex(columns=["D", "C", "B"], fill_value=0.0).sort_values(["D", "C", "B"]).index
    labels = [first(say_table(name)) for name in order]
    figure = go.Figure()
    for grade in (grade for grade in GRADES if grade in shares):
        values = shares.loc[order, grade]
        figure.add_bar(
            y=labels,
            x=values,
            orientation="h",
            name=f"{grade} {SHORT[grade]}",
            marker={
                "color": GRADE_COLOURS[grade],
                "pattern": {"shape": PATTERNS[grade], "fillmode": "overlay", "fgcolor": ACCENT, "fgopacity": 0.35},
            },
            text=[f"{value:.0%}" if value >= LABELLED_SHARE else "" for value in values],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": PAPER if grade == "A" else INK},
            customdata=counts.loc[order, grade],
            hovertemplate="%{y}: %{customdata:,} rows, %{x:.1%}<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(
        barmode="stack",
        height=FRAME_HEIGHT + ROW_HEIGHT * len(order),
        legend={"traceorder": "normal"},
        uniformtext={"minsize": SMALLEST_TEXT, "mode": "hide"},
    )
    figure.update_xaxes(range=[0, 1], tickformat=".0%")
    figure.update_yaxes(showgrid=False)
    return figure
