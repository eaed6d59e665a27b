"""Make data/geometry/ from the TopoJSON of the npm package world-atlas 2.0.2 (Natural Earth).

Run: npm pack world-atlas@2.0.2, unpack it, and python -m analytics.sources.geometry package/
"""

import csv
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from analytics.paths import DATA

SCALES = {
    "world": ("countries-110m.json", "1:110m", "Outlines of states and contested entities, for maps of the world."),
    "detail": ("countries-50m.json", "1:50m", "Outlines of states and contested entities, for maps of a region."),
}
NAMED = {"Kosovo": "XKX", "N. Cyprus": "XNC", "Somaliland": "XSL"}
LEFT_OUT = {"Antarctica"}
DECIMALS = 2
CLOSED_RING = 4
Point = tuple[float, float]
TERMS = "Public domain (Natural Earth); package world-atlas under the ISC licence"


def main(package: Path) -> None:
    """Write the outlines of both scales and their descriptors."""
    for name, (file, scale, title) in SCALES.items():
        features = convert(json.loads((package / file).read_text(encoding="utf-8")), load_codes())
        path = DATA / "geometry" / f"{name}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")) + "\n")
        text = json.dumps(describe(path, scale, title), indent=2) + "\n"
        path.with_name(f"{name}.datapackage.json").write_text(text)


def describe(path: Path, scale: str, title: str) -> dict[str, Any]:
    """Return the descriptor of a file of outlines."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": path.stem,
        "title": title,
        "sources": [{"title": f"Natural Earth, {scale}, by way of world-atlas 2.0.2", "terms": TERMS}],
        "resources": [
            {
                "name": path.stem,
                "path": path.name,
                "format": "geojson",
                "hash": f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}",
            }
        ],
    }


def load_codes() -> dict[str, str]:
    """Return ISO 3166-1 numeric → our code, from the hand-kept table beside this module."""
    with Path(__file__).with_name("iso_numeric.csv").open(encoding="utf-8", newline="") as file:
        return {row["numeric"]: row["state"] for row in csv.DictReader(file)}


def convert(topology: dict[str, Any], codes: dict[str, str]) -> list[dict[str, Any]]:
    """Return GeoJSON features with our codes as ids; places without a code keep their outline under `-…`."""
    arcs = [decode_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    features: list[dict[str, Any]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        if name in LEFT_OUT or "arcs" not in geometry:
            continue
        code = NAMED.get(name) or codes.get(geometry.get("id", ""), f"-{len(features)}")
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        outlines = [[join_arcs(ring, arcs) for ring in polygon] for polygon in polygons]
        drawable = [kept for kept in map(drop_specks, outlines) if kept]
        features.append(
            {
                "type": "Feature",
                "id": code,
                "properties": {"name": name},
                "geometry": {"type": "MultiPolygon", "coordinates": drawable},
            }
        )
    return features


def drop_specks(rings: list[list[Point]]) -> list[list[Point]]:
    """Return a polygon's rings without those that rounding left with no area; none if its outline is one."""
    return [ring for ring in rings if len(ring) >= CLOSED_RING] if len(rings[0]) >= CLOSED_RING else []


def decode_arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Return an arc's points in degrees (TopoJSON stores quantised differences)."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((round(x * kx + dx, DECIMALS), round(y * ky + dy, DECIMALS)))
    return points


def join_arcs(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the closed ring that arcs make; a negative index means the arc is walked backwards."""
    ring: list[Point] = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += points if not ring else points[1:]
    return [point for place, point in enumerate(ring) if place == 0 or point != ring[place - 1]]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
