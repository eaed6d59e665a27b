"""One look for every chart: colours, template, and the frame of a picture that leaves the page.

Colours are mid-tones that read on white and on near-black. On a page Streamlit lays its theme over
the template (text, grid and background follow light and dark); a picture made elsewhere has ours.
"""

from functools import cache
from textwrap import wrap
from typing import Any

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
MARGIN = {"l": 0, "r": 12, "t": 28, "b": 4, "pad": 4}
WIDTH = 1100
SIZES = (21, 14, 11)
EDGE = 16
LETTER = 0.52


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
            xaxis={"showgrid": False, "automargin": True, "zeroline": False},
            yaxis={"gridcolor": GRID, "automargin": True, "zeroline": False},
            bargap=0.18,
            separators=".,",
        )
    )


def style_figure(figure: go.Figure, *, height: int = HEIGHT) -> go.Figure:
    """Give a figure our template and, where it has none of its own, height and margins in pixels."""
    given = figure.layout.margin.to_plotly_json()
    figure.update_layout(template=template(), height=figure.layout.height or height, margin=MARGIN | given)
    return figure


def finished_layout(
    figure: go.Figure, *, title: str, subtitle: str, footer: str, height: int = HEIGHT, width: int = WIDTH
) -> dict[str, Any]:
    """Return the layout of a picture that leaves the page, its texts broken to fit a width in pixels.

    It is a plain dictionary: Plotly's own objects check every value again, which is slow on a page of many.
    """
    layout: dict[str, Any] = style_figure(figure, height=height).layout.to_plotly_json()
    heading, under, note = (fold(*pair, width) for pair in zip((title, subtitle, footer), SIZES, strict=True))
    lines = [text.count("<br>") + 1 for text in (heading, under, note)]
    given = layout["margin"]
    above, below = 36 + 26 * lines[0] + 19 * lines[1], 40 + 15 * lines[2]
    bottom = given["b"] + below
    return layout | {
        "title": heading_of(heading, under),
        "font": {"color": INK, "family": FONT},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "margin": given
        | {"l": max(given["l"], EDGE), "r": max(given["r"], EDGE), "t": given["t"] + above, "b": bottom},
        "height": layout["height"] + above + below,
        "width": width,
        "annotations": [*layout.get("annotations", ()), footer_note(note, bottom)],
    }


def heading_of(title: str, subtitle: str) -> dict[str, Any]:
    """Return title and subtitle, set at the top left corner of the picture."""
    return {
        "text": f"<b>{title}</b>",
        "subtitle": {"text": subtitle, "font": {"size": SIZES[1]}},
        "font": {"size": SIZES[0]},
        "x": 0,
        "xref": "container",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": EDGE, "t": EDGE},
    }


def footer_note(text: str, bottom: int) -> dict[str, Any]:
    """Return the footer, set at the foot of the bottom margin."""
    return {
        "text": text,
        "x": 0,
        "y": 0,
        "xref": "paper",
        "yref": "paper",
        "yshift": -bottom + EDGE // 2,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "align": "left",
        "font": {"size": SIZES[2], "color": SLATE},
    }


def fold(text: str, size: int, width: int) -> str:
    """Return a text broken into lines that fit a width, at a font size, both in pixels."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return "<br>".join(wrap(plain, width=int((width - 2 * EDGE) / (size * LETTER))))
