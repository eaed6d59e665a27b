"""A chart's page opened from disk in a Chromium that has no network: drawn, in our font, asking for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from analytics.exports.chart_files import write_chart
from tests.exports.drawn import drawn, link_of

# A map, bars, lines, a matrix, a network, and rows without a chart.
CHARTS = ("recognition-map", "council-vetoes", "versus-series", "alignment-matrix", "ties-network", "sanctions-list")


@pytest.fixture
def offline(browser: Browser) -> Iterator[BrowserContext]:
    """A window without a network."""
    context = browser.new_context(offline=True)
    yield context
    context.close()


@pytest.mark.parametrize("chart_id", CHARTS)
def test_a_page_from_disk_needs_no_network(chart_id: str, tmp_path: Path, offline: BrowserContext) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page = offline.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    file, drawing = tmp_path / "chart.html", drawn(chart_id)
    file.write_bytes(write_chart(drawing, "html", link=link_of(chart_id)))
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", name=drawing.title)).to_be_visible()
    expect(page.get_by_text(drawing.results[0].version).first).to_be_visible()
    expect(page.locator(f'a[href="{link_of(chart_id)}"]').first).to_be_attached()
    if drawing.figure is not None:
        expect(page.locator(".main-svg .infolayer").first).to_be_attached()
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"IBM Plex Sans\"'))")
    if chart_id == "recognition-map":
        assert page.locator("path.choroplethlayer, .choroplethlayer path").count() > 100
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert faults == []
