"""Charts of the story's claims that no other page draws."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import GRID, MUTED, colour_pair

ROW_HEIGHT = 64
FRAME_HEIGHT = 60


def plot_standing(frame: pd.DataFrame, state_a: str, state_b: str, names: dict[str, str]) -> go.Figure:
    """Return one line per thing from one state's count to the other's, both labelled."""
    figure, colours = go.Figure(), colour_pair([state_a, state_b])
    for row in frame.itertuples():
        figure.add_scatter(
            x=[row.count_a, row.count_b],
            y=[row.label, row.label],
            mode="lines",
            line={"color": MUTED, "width": 2},
            hoverinfo="skip",
            showlegend=False,
        )
    for state, column in ((state_a, "count_a"), (state_b, "count_b")):
        other = frame["count_b" if column == "count_a" else "count_a"]
        figure.add_scatter(
            x=frame[column],
            y=frame["label"],
            mode="markers+text",
            name=names[state],
            marker={"size": 14, "color": colours[state]},
            text=frame[column].astype(str),
            textposition=[
                "middle right" if mine >= its else "middle left" for mine, its in zip(frame[column], other, strict=True)
            ],
            hovertemplate=f"{names[state]}: %{{x}}<br>%{{y}}<extra></extra>",
            cliponaxis=False,
        )
    most = max(frame[["count_a", "count_b"]].max().max(), 1)
    figure.update_xaxes(range=[-0.16 * most, 1.14 * most], showgrid=True, gridcolor=GRID)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_layout(height=FRAME_HEIGHT + ROW_HEIGHT * len(frame))
    return figure
