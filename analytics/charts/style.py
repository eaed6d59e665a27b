"""One look for every chart: colours, template, and the layout of a picture that leaves the page.

Colours are mid-tones that read on white and on near-black. On a page Streamlit lays its theme over
the template (text, grid and background follow light and dark); a picture made elsewhere has ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
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
    "TWN": "#7f9440",
    "PRK": "#9a5089",
    "UKR": "#5f93c9",
}
# Of two states drawn side by side that have none of their own.
PAIR_COLOURS = (SLATE, TEAL)
SCALE = ["#e9eef4", "#b9cfe4", "#7fa9d0", "#4a82b8", "#2f6aa3", "#1f4a75"]
INK, PAPER = "#15191f", "#ffffff"
# Of the dimensions of isolation: none is a state's, each stands out on white and on near-black, and no two are alike to
# eyes that miss red, green or blue.
DIMENSION_COLOURS = {
    "recognition": "#7054d0",
    "ties": "#bf7459",
    "alignment": "#2f9fbc",
    "sanctions": "#c80074",
    "exclusion": "#9b9709",
}
# Steps from slate to crimson of a number up to 100: most are low and differ by their hue, and none glows on near-black.
RISING_STEPS = ((0, "#74808f"), (10, "#a39a72"), (20, "#d9a441"), (40, "#dd6b33"), (60, "#c2185b"))
GRID = "rgba(138,143,152,0.25)"
FONT = '"IBM Plex Sans", sans-serif'
HEIGHT = 420
EDGE = 16
# How much of a mark of lesser weight is seen: paler than the others on white, dimmer on near-black.
PALE = 0.5
# How much of a stacked area is its colour: at Plotly's own half it and its key sink into near-black.
FILLED = 0.8
# Up to so many years or things an axis names each.
FEW_STEPS = 6
WIDE_ONLY, TEXTS_ON_PHONE = "wide only", 12
MARGIN = {"l": 0, "r": 12, "t": 28, "b": 4, "pad": 4}


@cache
def template() -> dict[str, Any]:
    """Return our Plotly template; text colour is left to the page's theme."""
    ours: dict[str, Any] = go.layout.Template(
        layout=go.Layout(
            colorway=SERIES,
            font={"family": FONT, "size": 13},
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            hoverlabel={"font": {"family": FONT, "size": 13}, "align": "left"},
            legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "title": {"text": ""}},
            xaxis={
                "showgrid": False,
                "automargin": True,
                "zeroline": False,
                "tickcolor": FAINT,
                "ticklabeloverflow": "allow",
            },
            yaxis={"gridcolor": GRID, "automargin": True, "zeroline": False, "tickcolor": FAINT},
            bargap=0.18,
            separators=".,",
        )
    ).to_plotly_json()
    return ours


def finished_figure(figure: go.Figure) -> dict[str, Any]:
    """Return data and layout of a figure with our template.

    They are plain dictionaries: Plotly's own objects check every value again, which is slow on a page of many.
    """
    spec: dict[str, Any] = figure.to_dict()
    return spec | {"layout": finish_layout(spec["layout"])}


def printed_layout(figure: go.Figure, *, width: int) -> dict[str, Any]:
    """Return the layout of a picture that leaves the page, for a width in pixels; its texts stand around it."""
    ours = {"font": {"color": INK, "family": FONT}, "paper_bgcolor": PAPER, "plot_bgcolor": PAPER}
    return finish_layout(figure.layout.to_plotly_json()) | ours | {"width": width}


def finish_layout(layout: Mapping[str, Any]) -> dict[str, Any]:
    """Return a layout with our template and, where it has none of its own, height and margins in pixels."""
    return {"height": HEIGHT, **layout, "template": template(), "margin": MARGIN | layout.get("margin", {})}


def sheer(colour: str, opacity: float) -> str:
    """Return a colour that lets its paper through."""
    return f"rgba({', '.join(str(one) for one in bytes.fromhex(colour[1:]))}, {opacity})"


def tint(colour: str) -> str:
    """Return a colour half way to white."""
    return "#" + "".join(f"{(one + 255) // 2:02x}" for one in bytes.fromhex(colour[1:]))


def stepped(steps: Sequence[tuple[float, str]], most: float) -> list[tuple[float, str]]:
    """Return a scale of colours that holds each one from where it begins to where the next does, the last to `most`."""
    ends = [start for start, _ in steps[1:]] + [most]
    return [(edge / most, colour) for (start, colour), end in zip(steps, ends, strict=True) for edge in (start, end)]


def colour_pair(states: Sequence[str]) -> dict[str, str]:
    """Return the colour of each of two states: its own or, where it has none, one that the other does not have."""
    taken = {STATE_COLOURS[state] for state in states if state in STATE_COLOURS}
    free = [colour for colour in PAIR_COLOURS if colour not in taken]
    nameless = dict.fromkeys(state for state in states if state not in STATE_COLOURS)
    return STATE_COLOURS | dict(zip(nameless, free, strict=False))


def mark_day(figure: go.Figure, day: date) -> None:
    """Mark the day asked about on an axis of time; every chart does it alike."""
    figure.add_vline(x=f"{day:%Y-%m-%d}", line={"color": MUTED, "width": 1, "dash": "dot"})


def whole_steps(reach: float) -> dict[str, int]:
    """Return the steps of an axis that counts to so many: of few Plotly would name the halves too, of years as well."""
    return {"dtick": 1} if reach <= FEW_STEPS else {}


def year_steps(years: Iterable[int]) -> dict[str, int]:
    """Return the steps of an axis of years, from the first of some to the last."""
    ordered = sorted(years)
    return whole_steps(ordered[-1] - ordered[0])


def wide_only(texts: int) -> str | None:
    """Return what marks a trace of so many texts beside one another as one that a phone has no room for, or none."""
    return WIDE_ONLY if texts > TEXTS_ON_PHONE else None


def hatched(shape: str | list[str]) -> dict[str, object]:
    """Return a pattern that is laid over a bar's colour: in place of it, it would be too faint on near-black."""
    return {"shape": shape, "size": 5, "fillmode": "overlay", "fgcolor": "rgba(255,255,255,0.6)"}
