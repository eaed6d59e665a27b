"""The outlines of data/geometry/: their address on the server, and themselves for pictures.

`world` is drawn for the whole world, `detail` for a map of a region.
"""

import hashlib
import json
from functools import cache
from typing import Any, Literal

import plotly.graph_objects as go

from analytics.paths import DATA

Scale = Literal["world", "detail"]
SCALES: tuple[Scale, ...] = ("world", "detail")


@cache
def read_geometry(scale: Scale = "world") -> bytes:
    """Return the file of a scale."""
    return (DATA / "geometry" / f"{scale}.geojson").read_bytes()


@cache
def load_geometry(scale: Scale = "world") -> dict[str, Any]:
    """Return the outlines as GeoJSON; the id of a feature is our code, `-…` where there is none."""
    content: dict[str, Any] = json.loads(read_geometry(scale))
    return content


@cache
def drawn_codes(scale: Scale = "world") -> frozenset[str]:
    """Return the ids that have an outline; all other states need a dot."""
    return frozenset(feature["id"] for feature in load_geometry(scale)["features"])


@cache
def geometry_name(scale: Scale = "world") -> str:
    """Return the file's name on the server; it carries the digest, so that it may be kept for ever."""
    return f"{scale}-{hashlib.sha256(read_geometry(scale)).hexdigest()[:12]}.geojson"


def geometry_address(scale: Scale = "world") -> str:
    """Return where a page of the dashboard fetches the outlines, relative to the page."""
    return f"geo/{geometry_name(scale)}"


def embed_geometry(figure: go.Figure) -> go.Figure:
    """Put the outlines themselves into a map, for pictures made without a server."""
    for scale in SCALES:
        figure.update_traces(geojson=load_geometry(scale), selector={"geojson": geometry_address(scale)})
    return figure
