"""One look for every chart: colours, template, and the frame of a picture that leaves the page.

Colours are mid-tones that read on white and on near-black. On a page Streamlit lays its theme over
the template (text, grid and background follow light and dark); a picture made elsewhere has ours.
"""

from functools import cache

import plotly.graph_objects as go

ACCENT = "#c8452d"
BLUE = "#2f6aa3"
TEAL = "#3f9c94"
GOLD = "#b98a1f"
VIOLET = "#8a6fb0"
SLATE = "#6b7785"
MUTED = "#8a8f98"
FAINT = "#c4c8ce"
SERIES = [BLUE, ACCENT, TEAL, GOLD, VIOLET, SLATE]
STATE_COLOURS = {
    "RUS": ACCENT,
    "SUN": ACCENT,
    "USA": BLUE,
    "GBR": TEAL,
    "FRA": VIOLET,
    "CHN": GOLD,
    "TWN": "#d9b65c",
    "PRK": "#7d3f6d",
    "UKR": "#5f93c9",
}
SCALE = ["#e9eef4", "#b9cfe4", "#7fa9d0", "#4a82b8", "#2f6aa3", "#1f4a75"]
INK, PAPER = "#1d232b", "#ffffff"
GRID = "rgba(138,143,152,0.25)"
FONT = '"IBM Plex Sans", sans-serif'
HEIGHT = 420
MARGIN = {"l": 8, "r": 16, "t": 28, "b": 8}
TITLE_ROOM, FOOTER_ROOM = 92, 64


@cache
def template() -> go.layout.Template:
    """Return our Plotly template; text colour is left to the page's theme."""
    return go.layout.Template(
        layout=go.Layout(
            colorway=SERIES,
            font={"family": FONT, "size": 13},
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            hoverlabel={"font": {"family": FONT, "size": 13}, "align": "left"},
            legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "title": {"text": ""}},
            xaxis={"showgrid": False, "automargin": True, "zeroline": False, "title": {"text": ""}},
            yaxis={"gridcolor": GRID, "automargin": True, "zeroline": False, "title": {"text": ""}},
            bargap=0.18,
            separators=".,",
        )
    )


def style_figure(figure: go.Figure, *, height: int = HEIGHT) -> go.Figure:
    """Give a figure our template and, where it has none of its own, height and margins in pixels."""
    given = figure.layout.margin.to_plotly_json()
    figure.update_layout(template=template(), height=figure.layout.height or height, margin=MARGIN | given)
    return figure


def finish(figure: go.Figure, *, title: str, subtitle: str, footer: str, height: int = HEIGHT) -> go.Figure:
    """Return a copy that stands alone: title, subtitle and footer in the picture, ink on white."""
    alone = go.Figure(style_figure(figure, height=height))
    top, bottom = (alone.layout.margin.t or 0) + TITLE_ROOM, (alone.layout.margin.b or 0) + FOOTER_ROOM
    alone.update_layout(
        title={
            "text": f"<b>{title}</b>",
            "subtitle": {"text": subtitle, "font": {"size": 14}},
            "font": {"size": 20},
            "x": 0,
            "xref": "container",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": 16, "t": 16},
        },
        font={"color": INK},
        paper_bgcolor=PAPER,
        margin={"l": max(alone.layout.margin.l or 0, 16), "t": top, "b": bottom},
        height=(alone.layout.height or height) + TITLE_ROOM + FOOTER_ROOM,
    )
    alone.add_annotation(
        text=footer,
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        yshift=-bottom + 10,
        yanchor="bottom",
        showarrow=False,
        align="left",
        font={"size": 11},
    )
    return alone
