"""Every page in a real browser: drawn, readable, without complaints, without a request to any other host."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import pale_chart_text, turn_dark, violations
from tests.browser.browsing import CHART, CHARTLESS, LIGHT, PAGES, PHONE, Watch, open_page, unroll

FONT = "IBM Plex Sans"
FILES = {
    "PNG": b"\x89PNG\r\n",
    "SVG": b"<svg",
    "PDF": b"%PDF",
    "PowerPoint": b"PK",
    "Excel": b"PK",
    "HTML, interactive": b"<!doctype",
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_drawn_can_be_read_and_asks_nobody_else(name: str, reader: Page, address: str) -> None:
    """Wide and light, then dark, then on a phone; a page is opened once for all of it, which takes the longest."""
    watch = Watch(reader, address)
    open_page(reader, address, PAGES[name])
    assert_drawn(reader, chartless=name in CHARTLESS)
    assert_named_and_footed(reader)
    unroll(reader)
    assert violations(reader) == []
    assert pale_chart_text(reader) == []
    turn_dark(reader)
    assert violations(reader, "color-contrast", "link-in-text-block") == []
    assert pale_chart_text(reader) == []
    unroll(reader, PHONE["viewport"]["width"])
    assert violations(reader) == []
    assert sideways(reader) == [0, 0]
    assert (watch.elsewhere, watch.failed, watch.complaints) == ([], [], [])


def assert_drawn(page: Page, *, chartless: bool) -> None:
    """Assert that a page has its heading and its charts, and no fault."""
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator("[data-testid='stAlertContentError']")).to_have_count(0)
    assert (page.locator(CHART).count() == 0) == chartless


def assert_named_and_footed(page: Page) -> None:
    """Assert that every chart of a page has a name for who does not see it, and a footer."""
    for chart in page.locator(CHART).all():
        assert len(chart.get_attribute("aria-label") or "") > 20
    footers = page.get_by_text("version 20", exact=False)
    assert footers.count() >= page.locator(CHART).count()


def sideways(page: Page) -> list[int]:
    """Return by how much a page, and its main part, is wider than its window."""
    wider: list[int] = page.evaluate(
        """() => {
            const main = document.querySelector('[data-testid=stMain]');
            return [main.scrollWidth - main.clientWidth,
                    document.documentElement.scrollWidth - document.documentElement.clientWidth];
        }"""
    )
    return wider


def test_themes_follow_the_system(page: Page, phone: Page, address: str) -> None:
    open_page(page, address, LIGHT)
    open_page(phone, address, LIGHT)
    for window in (page, phone):
        window.wait_for_selector(".xtick text", state="attached")
    paper = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    ink = "getComputedStyle(document.querySelector('.xtick text')).fill"
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    assert phone.evaluate(paper) == "rgb(20, 24, 29)"
    assert brightness(page.evaluate(ink)) < 150 < brightness(phone.evaluate(ink))


def brightness(colour: str) -> float:
    """Return the mean of a colour's channels, written as rgb(…)."""
    channels = [float(part) for part in colour.removeprefix("rgba(").removeprefix("rgb(").rstrip(")").split(",")[:3]]
    return sum(channels) / 3


def test_fonts_are_ours(page: Page, address: str) -> None:
    open_page(page, address, "data")
    assert page.evaluate(f"document.fonts.check('16px \"{FONT}\"')")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert any(FONT in family for family in loaded)


def test_map_draws_outlines_from_our_route(page: Page, address: str, watch: Watch) -> None:
    with page.expect_response(lambda answer: "/geo/world-" in answer.url) as fetched:
        open_page(page, address, "recognition")
    assert "immutable" in fetched.value.headers["cache-control"]
    page.wait_for_selector(".choroplethlayer path", state="attached")
    assert page.locator(".choroplethlayer path").count() > 150
    assert watch.elsewhere == []


def test_a_chart_is_saved_as_a_file(page: Page, address: str) -> None:
    open_page(page, address, LIGHT)
    page.get_by_text("Download", exact=True).first.click()
    for label, begins in FILES.items():
        with page.expect_download() as saved:
            page.get_by_role("button", name=label, exact=True).first.click()
        content = saved.value.path().read_bytes()
        assert content.startswith(begins), label
        if label == "SVG":
            assert "version 20" in content.decode()
            assert address not in content.decode(), "nobody else can follow the address of one's own machine"


def test_a_saved_page_needs_no_network(page: Page, address: str, tmp_path: Path) -> None:
    open_page(page, address, "recognition?entity=XKX")
    page.get_by_text("Download", exact=True).first.click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="HTML, interactive", exact=True).first.click()
    saved.value.save_as(tmp_path / "chart.html")
    page.context.set_offline(True)
    page.goto((tmp_path / "chart.html").as_uri())
    expect(page.locator("h1")).to_contain_text("Kosovo: recognised by")
    expect(page.locator(".choroplethlayer path").first).to_be_attached()


def test_pictures_work_under_fingers(phone: Page, address: str) -> None:
    open_page(phone, address, LIGHT)
    assert sideways(phone) == [0, 0]
    expect(phone.locator(".modebar-btn")).to_have_count(0)
    modes = phone.evaluate("[...document.querySelectorAll('.js-plotly-plot')].map(plot => plot._fullLayout.dragmode)")
    assert modes and set(modes) == {False}, "a finger on a chart scrolls the page"
    phone.get_by_text("Download", exact=True).first.tap()
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="PNG", exact=True).first.tap()
    assert saved.value.suggested_filename.endswith(".png")


def test_rows_and_csv_are_one_click_away(page: Page, address: str) -> None:
    open_page(page, address, "missiles")
    with page.expect_download() as saved:
        page.get_by_test_id("stDownloadButton").first.click()
    assert saved.value.path().read_text(encoding="utf-8").count("\n") > 10
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    page.get_by_text("Rows", exact=True).first.click()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()


def test_a_table_in_detail_is_had_whole(page: Page, address: str) -> None:
    open_page(page, address, "data?table=ties")
    for label, begins in (("Parquet", b"PAR1"), ("CSV", b"tie_id")):
        with page.expect_download() as saved:
            page.get_by_role("button", name=re.compile(rf"{label}, \d")).click()
        assert saved.value.path().read_bytes().startswith(begins)


def test_method_shows_the_sql(page: Page, address: str) -> None:
    open_page(page, address, LIGHT)
    page.get_by_text("Method and SQL", exact=True).first.click()
    expect(page.get_by_test_id("stCode").filter(has_text="python -m analytics query").first).to_be_visible()
    expect(page.get_by_test_id("stCode").filter(has_text="select").first).to_be_visible()
