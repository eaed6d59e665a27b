"""A chart framed in somebody else's page: drawn, in the theme asked for, with a link home; the dashboard is not."""

import re
from collections.abc import Iterator
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from analytics.charts.draw import draw_chart
from analytics.charts.views import embed_address
from analytics.exports.embedding import PHONE_WIDTH, chart_height, frame_height
from tests.browser.browsing import Watch

# Two lines of text, in pixels.
SPARE = 48
CHART = "embed/recognition-map?entity=XKX&on=2022-07-14"


class Silent(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Another site: its address and the folder it serves."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}", tmp_path
    server.shutdown()


def frame(
    page: Page, elsewhere: tuple[str, Path], source: str, attributes: str = "", size: str = 'width="700" height="480"'
) -> None:
    """Open a page of the other site that frames an address."""
    origin, folder = elsewhere
    html = f'<!doctype html><title>x</title><iframe src="{escape(source)}" {size} {attributes}></iframe>'
    (folder / "index.html").write_text(html, encoding="utf-8")
    page.goto(f"{origin}/index.html")


def test_a_chart_is_drawn_in_another_sites_page(
    page: Page, address: str, elsewhere: tuple[str, Path], watch: Watch
) -> None:
    frame(page, elsewhere, f"{address}/{CHART}&theme=dark")
    inside = page.frame_locator("iframe")
    expect(inside.locator("h1")).to_contain_text("Kosovo: recognised by")
    expect(inside.locator(".choroplethlayer path").first).to_be_attached()
    assert inside.locator("body").evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(20, 24, 29)"
    wider = inside.locator("html").evaluate("node => [node.scrollWidth - node.clientWidth, node.scrollHeight]")
    assert wider == [0, 480]
    origin = elsewhere[0]
    assert [url for url in watch.elsewhere if not url.startswith(origin)] == []
    assert [told for told in watch.complaints if "favicon" not in told] == []


def test_its_link_opens_the_live_view_beside_the_frame(page: Page, address: str, elsewhere: tuple[str, Path]) -> None:
    frame(page, elsewhere, f"{address}/{CHART}")
    with page.expect_popup() as opened:
        page.frame_locator("iframe").get_by_role("link", name="Open in Cordon").click()
    expect(opened.value).to_have_url(re.compile(r"/recognition\?entity=XKX&on=2022-07-14$"))
    expect(opened.value.get_by_role("heading", name=re.compile("Kosovo: recognised by")).first).to_be_visible()


def test_a_frame_without_an_origin_is_drawn_too(page: Page, address: str, elsewhere: tuple[str, Path]) -> None:
    frame(page, elsewhere, f"{address}/{CHART}", 'sandbox="allow-scripts"')
    expect(page.frame_locator("iframe").locator(".choroplethlayer path").first).to_be_attached()


@pytest.mark.parametrize(
    ("chart_id", "given"),
    [
        ("ties-timeline", {"state": "ISR", "on": "2022-07-14"}),
        ("ties-map", {"state": "PRK", "on": "2022-07-14"}),
        ("ties-network", {"on": "2022-07-14"}),
        ("missiles-to-date", {"on": "2022-07-14"}),
    ],
)
def test_a_frame_of_the_height_offered_shows_the_whole_chart_on_a_phone(
    chart_id: str, given: dict[str, object], page: Page, address: str, elsewhere: tuple[str, Path]
) -> None:
    drawing = draw_chart(chart_id, given)
    height = frame_height(drawing)
    source = f"{address}/{embed_address(chart_id, given)}"
    frame(page, elsewhere, source, size=f'width="{PHONE_WIDTH}" height="{height}"')
    inside = page.frame_locator("iframe")
    expect(inside.locator(".main-svg").first).to_be_attached()
    html = inside.locator("html")
    assert html.evaluate("node => [node.scrollWidth - node.clientWidth, node.scrollHeight]") == [0, height]
    # No lower than it is meant to be, and no taller than a few lines of text guessed too many.
    drawn = inside.locator("#chart").evaluate("node => node.clientHeight") - chart_height(drawing)
    assert 0 <= drawn <= SPARE


def test_the_dashboard_itself_is_not_framed(page: Page, address: str, elsewhere: tuple[str, Path]) -> None:
    frame(page, elsewhere, f"{address}/recognition")
    page.wait_for_timeout(1500)
    expect(page.frame_locator("iframe").locator("[data-testid='stApp']")).to_have_count(0)
