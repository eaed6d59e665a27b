"""A figure as a phone shows it: narrow, under a finger."""

from collections.abc import Iterable
from textwrap import wrap
from typing import Any

import streamlit as st

from analytics.charts.style import WIDE_ONLY

NAME_LETTERS = 21
BREAK = "<br>"
TALLER = 1.3


def on_phone() -> bool:
    """Say whether the browser calls itself a mobile one; the server sees no window."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def fit_phone(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a figure for a phone: as low, and with axes that reach as far, as its `meta` says; long names broken,
    numbers that would lie on one another left out.

    A finger scrolls the page instead of zooming.
    """
    if on_phone():
        layout = spec["layout"]
        meta = layout.get("meta") or {}
        layout["dragmode"] = False
        layout["height"] = meta.get("phone_height") or layout["height"]
        if reach := meta.get("phone_reach"):
            layout |= {axis: layout[axis] | {"range": [-reach, reach]} for axis in ("xaxis", "yaxis")}
        spec["data"] = [trace for trace in spec["data"] if trace.get("meta") != WIDE_ONLY]
        break_names(spec)
    return spec


def break_names(spec: dict[str, Any]) -> None:
    """Break the names along the upright axis that would leave a chart less room than they take themselves."""
    layout = spec["layout"]
    axis = layout.get("yaxis") or {}
    names = list(dict.fromkeys(name for trace in spec["data"] for name in upright_names(trace)))
    unseen = axis.get("visible") is False or axis.get("showticklabels") is False
    lines = [line for name in names for line in name.split(BREAK)]
    if unseen or axis.get("ticktext") is not None or max(map(len, lines), default=0) <= NAME_LETTERS:
        return
    broken = [BREAK.join(part for line in name.split(BREAK) for part in wrap(line, NAME_LETTERS)) for name in names]
    layout["yaxis"] = axis | {"tickmode": "array", "tickvals": names, "ticktext": broken}
    layout["height"] = round(layout["height"] * TALLER)


def upright_names(trace: dict[str, Any]) -> Iterable[str]:
    """Return the names at which a trace stands along the first upright axis; none where it has numbers or days."""
    values = trace.get("y")
    if trace.get("type") == "heatmap" or trace.get("yaxis", "y") != "y" or values is None or isinstance(values, dict):
        return ()
    return (value for value in values if isinstance(value, str))
