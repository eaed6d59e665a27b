"""The total of a stack of bars, written at its end."""

import pandas as pd
import plotly.graph_objects as go


def add_totals(figure: go.Figure, totals: pd.Series) -> None:
    """Write the total of each stack at its end; `totals` are numbers by the name at which it stands."""
    figure.add_scatter(
        x=totals,
        y=totals.index,
        mode="text",
        text=[f" {total}" for total in totals],
        textposition="middle right",
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
