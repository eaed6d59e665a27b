"""Every page for those who do not see it well or at all: axe finds nothing grave, light or dark, wide or on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from analytics.exports.chart_files import write_chart
from tests.browser.axe import pale_chart_text, violations, with_axe
from tests.browser.browsing import PAGES, PHONE, WIDE, open_page
from tests.exports.drawn import drawn, link_of

# As tall as the longest page: axe measures no contrast of what is scrolled out of sight.
TALL = 12_000
DARK = "rgb(20, 24, 29)"
ALONE = {
    "a chart in a frame": "embed/recognition-map?entity=XKX&on=2022-07-14",
    "a frame that cannot be drawn": "embed/recognition-map?entity=nowhere",
    "the API's page": "api/v1/docs",
    "the API's examples": "api/v1/examples",
}


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One window with axe in it, used for all pages."""
    context = with_axe(browser.new_context(viewport={"width": WIDE["viewport"]["width"], "height": TALL}))
    yield context.new_page()
    context.close()


def turn_dark(page: Page) -> None:
    """Let the reader's system turn dark, and wait until the page has followed."""
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        """dark => getComputedStyle(document.querySelector('[data-testid=stApp]') ?? document.body)
            .backgroundColor === dark""",
        arg=DARK,
    )
    page.wait_for_timeout(300)


def begin(page: Page) -> None:
    """Make the window wide and light again, with nothing in it that would be drawn anew for that."""
    page.goto("about:blank")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDE["viewport"]["width"], "height": TALL})


@pytest.mark.parametrize("name", PAGES)
def test_nothing_grave_on_a_page(name: str, reader: Page, address: str) -> None:
    begin(reader)
    open_page(reader, address, PAGES[name])
    assert violations(reader) == []
    assert pale_chart_text(reader) == []
    turn_dark(reader)
    assert violations(reader, "color-contrast", "link-in-text-block") == []
    assert pale_chart_text(reader) == []
    reader.set_viewport_size({"width": PHONE["viewport"]["width"], "height": TALL})
    reader.wait_for_timeout(300)
    assert violations(reader) == []


@pytest.mark.parametrize("path", ALONE.values(), ids=ALONE)
def test_nothing_grave_on_a_page_of_plain_html(path: str, reader: Page, address: str) -> None:
    begin(reader)
    reader.goto(f"{address}/{path}")
    check_both_themes(reader)


@pytest.mark.parametrize("chart_id", ["recognition-map", "sanctions-list"])
def test_nothing_grave_in_a_chart_as_a_file(chart_id: str, reader: Page, tmp_path: Path) -> None:
    file = tmp_path / "chart.html"
    file.write_bytes(write_chart(drawn(chart_id), "html", link=link_of(chart_id)))
    begin(reader)
    reader.goto(file.as_uri())
    check_both_themes(reader)


def check_both_themes(page: Page) -> None:
    assert violations(page) == []
    assert pale_chart_text(page) == []
    turn_dark(page)
    assert violations(page, "color-contrast") == []
    assert pale_chart_text(page) == []
