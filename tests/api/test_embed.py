"""A chart alone in a page that others may frame."""

import json
import re

import pytest
from starlette.testclient import TestClient

from analytics.charts.catalogue import load_charts
from analytics.charts.chart import Chart
from analytics.charts.draw import chart_parameters, draw_chart

CHARTS = load_charts()


def address(chart: Chart, **more: str) -> str:
    """Return a chart's page for the examples of its parameters."""
    asked = {item.name: str(item.example) for item in chart_parameters(chart) if item.example is not None}
    query = "&".join(f"{name}={value}" for name, value in (asked | more).items())
    return f"/embed/{chart.id}?{query}"


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_every_chart_has_a_page_of_its_own(chart: Chart, site: TestClient) -> None:
    answer = site.get(address(chart))
    assert answer.status_code == 200
    drawing = draw_chart(chart.id, {item.name: item.example for item in chart_parameters(chart)})
    drawn = re.search(r'<script type="application/json" id="figure">(.*?)</script>', answer.text, re.DOTALL)
    assert (drawn is not None) == (drawing.figure is not None)
    if drawn:
        assert len(json.loads(drawn[1])["data"]) == len(drawing.figure.data)


def test_others_may_frame_it_and_only_it(site: TestClient) -> None:
    framed = site.get(address(CHARTS["council-vetoes"]))
    assert "x-frame-options" not in framed.headers
    assert "frame-ancestors *" in framed.headers["content-security-policy"]
    assert site.get("/api/v1/docs").headers["x-frame-options"] == "SAMEORIGIN"


def test_the_link_home_opens_the_same_view(site: TestClient) -> None:
    page = site.get("/embed/alignment-pair?state_a=UKR&state_b=RUS&measure=pi").text
    assert 'href="../alignment?view=pair&amp;state=UKR&amp;with=RUS&amp;measure=pi"' in page


def test_a_theme_is_the_readers_unless_the_address_names_one(site: TestClient) -> None:
    chart = CHARTS["council-vetoes"]
    assert "color-scheme: light dark;" in site.get(address(chart)).text
    assert "color-scheme: dark;" in site.get(address(chart, theme="dark")).text


def test_rows_nobody_checked_can_be_left_out(site: TestClient) -> None:
    chart = CHARTS["ties-map"]
    assert "facts graded D left out" in site.get(address(chart, evidence="checked")).text
    assert "facts graded D left out" not in site.get(address(chart)).text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("council-vetoex?from=1946-01-01&to=2022-01-01", 404, "Nearest: council-vetoes"),
        ("council-vetoes?from=2022-02-31&to=2022-12-31", 400, "is not a day of the calendar"),
        ("ties-map?on=2022-07-14&state=ZZZ", 400, "ZZZ"),
        ("ties-map?on=2022-07-14&theme=<script>", 400, "Choose: light, dark, auto"),
        ("ties-map?on=2022-07-14&colour=red", 400, "has no parameter"),
        (f"ties-map?state=PRK&on={'9' * 10_000}", 400, "10000 characters are too many"),
    ],
)
def test_nonsense_gets_a_page_that_says_so(path: str, status: int, told: str, site: TestClient) -> None:
    answer = site.get(f"/embed/{path}")
    assert answer.status_code == status
    assert told in answer.text
    assert "<script" not in answer.text


def test_scripts_are_ours_and_kept(site: TestClient) -> None:
    page = site.get(address(CHARTS["council-vetoes"])).text
    for name in re.findall(r'src="\.\./(scripts/[^"]+)"', page):
        answer = site.get(f"/{name}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert site.get("/scripts/other.js").status_code == 404
