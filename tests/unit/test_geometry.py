"""The outlines on disk are ours: known codes, drawable rings, digests as described, served unchangeably."""

import asyncio
import csv
import gzip
import hashlib
import json

import pytest
from starlette.requests import Request

from analytics.api.geometry import geometry
from analytics.charts.geometry import SCALES, drawn_codes, geometry_name, load_geometry, read_geometry
from analytics.paths import DATA


def ask(name: str, encoding: str = "") -> tuple[int, dict[str, str], bytes]:
    headers = [(b"accept-encoding", encoding.encode())]
    answer = asyncio.run(geometry(Request({"type": "http", "headers": headers, "path_params": {"name": name}})))
    return answer.status_code, dict(answer.headers), bytes(answer.body)


@pytest.mark.parametrize("scale", SCALES)
def test_every_code_is_one_of_ours(scale: str) -> None:
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as file:
        states = {row["state"] for row in csv.DictReader(file)}
    codes = {code for code in drawn_codes(scale) if not code.startswith("-")}
    assert codes <= states
    assert {"XKX", "XNC", "XSL", "TWN", "PSE", "ESH", "RUS", "PRK"} <= codes


@pytest.mark.parametrize("scale", SCALES)
def test_rings_are_closed_and_have_an_area(scale: str) -> None:
    for feature in load_geometry(scale)["features"]:
        assert feature["geometry"]["coordinates"], feature["properties"]
        for polygon in feature["geometry"]["coordinates"]:
            for ring in polygon:
                assert len(ring) >= 4
                assert ring[0] == ring[-1]


@pytest.mark.parametrize("scale", SCALES)
def test_descriptor_holds_the_digest(scale: str) -> None:
    text = (DATA / "geometry" / f"{scale}.datapackage.json").read_text(encoding="utf-8")
    expected = f"sha256:{hashlib.sha256(read_geometry(scale)).hexdigest()}"
    assert json.loads(text)["resources"][0]["hash"] == expected


def test_served_for_ever_and_compressed() -> None:
    status, headers, body = ask(geometry_name(), "gzip, br")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == read_geometry()
    assert len(body) < 80_000


@pytest.mark.parametrize("name", ["world.geojson", "world-000000000000.geojson", "../states.csv"])
def test_any_other_name_is_not_found(name: str) -> None:
    assert ask(name)[0] == 404
