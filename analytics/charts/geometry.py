"""The outlines of data/geometry/world.geojson: their address on the server, and themselves for pictures."""

import hashlib
import json
from functools import cache
from typing import Any

import plotly.graph_objects as go

from analytics.paths import DATA

GEOMETRY = DATA / "geometry" / "world.geojson"


@cache
def load_geometry() -> dict[str, Any]:
    """Return the outlines as GeoJSON; the id of a feature is our code, `-…` where there is none."""
    content: dict[str, Any] = json.loads(GEOMETRY.read_text(encoding="utf-8"))
    return content


@cache
def drawn_codes() -> frozenset[str]:
    """Return the ids that have an outline; all other states need a dot."""
    return frozenset(feature["id"] for feature in load_geometry()["features"])


@cache
def geometry_name() -> str:
    """Return the file's name on the server; it carries the digest, so that it may be kept for ever."""
    return f"world-{hashlib.sha256(GEOMETRY.read_bytes()).hexdigest()[:12]}.geojson"


def geometry_address() -> str:
    """Return where a page of the dashboard fetches the outlines, relative to the page."""
    return f"geo/{geometry_name()}"


def embed_geometry(figure: go.Figure) -> go.Figure:
    """Put the outlines themselves into a map, for pictures made without a server."""
    return figure.update_traces(geojson=load_geometry(), selector={"geojson": geometry_address()})
