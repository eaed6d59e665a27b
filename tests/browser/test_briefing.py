"""A briefing as one page: opened with the network off it draws every chart, in both themes, and prints."""

import io
from pathlib import Path

from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.briefing.making import make, write
from tests.browser.browsing import CHART_MILLISECONDS, PHONE

DRAWN = "body[data-drawn]"


def open_briefing(page: Page, folder: Path) -> list[str]:
    """Open a briefing from the disk and return what the page complained of or asked for elsewhere."""
    file = folder / "brief.html"
    file.write_bytes(write("RUS", "PRK", "html"))
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda told: found.append(told.text) if told.type == "error" else None)
    page.on("request", lambda asked: found.append(asked.url) if asked.url.startswith(("http", "ws")) else None)
    page.goto(file.as_uri())
    page.wait_for_selector(DRAWN, timeout=CHART_MILLISECONDS)
    return found


def test_it_draws_every_chart_without_a_network(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    assert open_briefing(page, tmp_path) == []
    charts = [part for part in make("RUS", "PRK").parts if part.drawing]
    assert page.locator(".chart .main-svg .infolayer").count() >= len(charts)
    assert page.locator(".choroplethlayer path").count() > 100
    assert page.locator("h3").count() == len(make("RUS", "PRK").parts)
    page.locator("nav a", has_text="North Korea had launched").click()
    assert page.url.endswith(f"#part-{len(make('RUS', 'PRK').parts) - 1}")
    number = page.locator("article sup a").first
    number.click()
    assert page.locator(f"li{number.get_attribute('href')}").is_visible()
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert f"1 of {len(printed.pages)}" in printed.pages[0].extract_text()
    context.close()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(**PHONE, color_scheme="dark", offline=True)
    page = context.new_page()
    assert open_briefing(page, tmp_path) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
