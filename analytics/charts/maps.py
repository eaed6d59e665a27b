"""World maps from our own geometry: nothing is fetched; boundaries are those of Natural Earth."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.style import style_figure
from analytics.paths import DATA

GEOMETRY = DATA / "geometry" / "world.geojson"
BOUNDARY_NOTE = "Boundaries are those of Natural Earth and express no position; small states are dots."
MAP_HEIGHT = 460
LAND = "rgba(138,143,152,0.22)"
LINE = "rgba(138,143,152,0.55)"
MARKER_SIZE = 7


@cache
def load_geometry() -> dict[str, Any]:
    """Return the outlines as GeoJSON; the id of a feature is our code, empty where there is none."""
    content: dict[str, Any] = json.loads(GEOMETRY.read_text(encoding="utf-8"))
    for number, feature in enumerate(content["features"]):
        feature["id"] = feature["id"] or f"-{number}"
    return content


@cache
def drawn_codes() -> frozenset[str]:
    """Return the codes that have an outline; all others need a dot."""
    return frozenset(feature["id"] for feature in load_geometry()["features"])


def plot_world(
    frame: pd.DataFrame,
    *,
    category: str,
    colours: Mapping[str, str],
    labels: Mapping[str, str] | None = None,
    hover: str = "state_name",
    height: int = MAP_HEIGHT,
) -> go.Figure:
    """Draw states by category.

    `frame` has one row per state: state, latitude, longitude, the category and hover columns. Categories
    are drawn in the order of `colours`, one legend entry each; states not in the frame stay neutral.
    """
    figure = go.Figure()
    figure.add_trace(land_trace(set(frame["state"])))
    for value, colour in colours.items():
        rows = frame[frame[category] == value]
        if len(rows):
            name = (labels or {}).get(value, value)
            figure.add_trace(outline_trace(rows, name, colour, hover))
            figure.add_trace(dot_trace(rows[~rows["state"].isin(drawn_codes())], name, colour, hover))
    return frame_map(figure, height)


def land_trace(taken: set[str]) -> go.Choropleth:
    """Return the neutral land under the states that are coloured."""
    rest = [feature["id"] for feature in load_geometry()["features"] if feature["id"] not in taken]
    return go.Choropleth(
        geojson=load_geometry(),
        locations=rest,
        z=[0] * len(rest),
        colorscale=[[0, LAND], [1, LAND]],
        showscale=False,
        hoverinfo="skip",
        marker={"line": {"color": LINE, "width": 0.5}},
    )


def outline_trace(rows: pd.DataFrame, name: str, colour: str, hover: str) -> go.Choropleth:
    """Return the outlines of one category, in one colour."""
    return go.Choropleth(
        geojson=load_geometry(),
        locations=rows["state"],
        z=[1] * len(rows),
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        showlegend=True,
        name=name,
        legendgroup=name,
        text=rows[hover],
        hovertemplate=f"%{{text}}<br>{name}<extra></extra>",
        marker={"line": {"color": "rgba(255,255,255,0.7)", "width": 0.5}},
    )


def dot_trace(rows: pd.DataFrame, name: str, colour: str, hover: str) -> go.Scattergeo:
    """Return dots for states too small to have an outline at this scale."""
    return go.Scattergeo(
        lat=rows["latitude"],
        lon=rows["longitude"],
        mode="markers",
        marker={"size": MARKER_SIZE, "color": colour, "line": {"width": 0.8, "color": "white"}},
        name=name,
        legendgroup=name,
        showlegend=False,
        text=rows[hover],
        hovertemplate=f"%{{text}}<br>{name}<extra></extra>",
    )


def frame_map(figure: go.Figure, height: int = MAP_HEIGHT) -> go.Figure:
    """Give a map our projection, no fetched base layer, and no margins."""
    figure.update_geos(
        visible=False,
        projection_type="natural earth",
        lataxis_range=[-56, 84],
        lonaxis_range=[-170, 190],
        bgcolor="rgba(0,0,0,0)",
    )
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 36, "b": 0},
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom"},
        dragmode=False,
    )
    return style_figure(figure)
