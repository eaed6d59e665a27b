"""PNG and SVG of a chart from the browser: with title, subtitle and footer, ink on white in either theme."""

import json
from functools import cache
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st
from plotly.utils import PlotlyJSONEncoder

from analytics.charts.style import finished_layout

HERE = Path(__file__).parent
BUTTONS = """<div class="pictures">
<button type="button" data-format="png">PNG</button>
<button type="button" data-format="svg">SVG</button>
</div>
"""


def offer_pictures(figure: go.Figure, *, key: str, title: str, subtitle: str, footer: str) -> None:
    """Offer the chart of a key as PNG and SVG, drawn by the browser from the chart on the page."""
    layout = finished_layout(figure, title=title, subtitle=subtitle, footer=footer)
    picture = st.components.v2.component(
        "cordon_picture",
        html=BUTTONS,
        css=read_beside("picture.css"),
        js=read_beside("picture.js"),
    )
    picture(
        key=f"{key}-pictures",
        data={"chart": key, "layout": json.loads(json.dumps(layout, cls=PlotlyJSONEncoder))},
        width="content",
    )


@cache
def read_beside(name: str) -> str:
    """Return the text of a file beside this module."""
    return (HERE / name).read_text(encoding="utf-8")
