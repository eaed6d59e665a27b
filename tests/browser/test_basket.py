"""A briefing put together by one person and opened by another: charts of two pages, one link, one file."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Download, Page, expect
from pptx import Presentation
from pypdf import PdfReader

from tests.browser.browsing import WIDE, Watch, open_page, settle

MAKING_MILLISECONDS = 90_000


def add_first(page: Page) -> None:
    """Put the first chart of the page aside."""
    page.get_by_role("button", name="Add to briefing").first.click()
    expect(page.get_by_role("button", name="In the briefing").first).to_be_visible()
    settle(page)


def go(page: Page, title: str) -> None:
    """Go to another page by the dashboard's own navigation."""
    link = page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"{title}$"))
    link.first.click()
    expect(page.get_by_role("heading", name=title, exact=True, level=1)).to_be_visible()
    settle(page)


def findings(page: Page) -> list[str]:
    """Return what the preview says, line by line."""
    expect(page.get_by_role("heading", name="Chosen charts", exact=True)).to_be_visible(timeout=MAKING_MILLISECONDS)
    settle(page)
    return page.get_by_test_id("stColumn").last.inner_text().splitlines()


def download(page: Page, name: str) -> Download:
    """Download a file made of the briefing."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Download {name}").click()
    return waiting.value


def test_a_colleague_opens_the_same_briefing_and_its_slides(
    page: Page, browser: Browser, address: str, watch: Watch, tmp_path: Path
) -> None:
    open_page(page, address, "recognition?entity=XKX&on=2010-01-01")
    add_first(page)
    go(page, "Severed ties")
    expect(page).to_have_url(re.compile(r"basket=recognition-map~entity\.XKX~on\.2010-01-01"))
    add_first(page)
    page.get_by_role("link", name="Briefing: 2 charts").click()
    expect(page.get_by_role("heading", name="Briefing", exact=True, level=1)).to_be_visible()
    mine = findings(page)
    assert any("Kosovo: recognised by" in line for line in mine)

    context = browser.new_context(**WIDE, accept_downloads=True)
    colleague = context.new_page()
    colleague.goto(page.url)
    assert findings(colleague) == mine
    colleague.get_by_role("button", name="Make the files").click()
    expect(colleague.get_by_role("button", name="Download PowerPoint")).to_be_visible(timeout=MAKING_MILLISECONDS)
    slides = download(colleague, "PowerPoint")
    slides.save_as(tmp_path / "briefing.pptx")
    download(colleague, "PDF").save_as(tmp_path / "briefing.pdf")
    context.close()
    titles = [slide.shapes.title.text for slide in Presentation(str(tmp_path / "briefing.pptx")).slides]
    assert any("Kosovo: recognised by" in title for title in titles)
    assert len(PdfReader(tmp_path / "briefing.pdf").pages) > 1
    # Of the state that the page last seen showed.
    assert re.fullmatch(r"cordon-briefing-prk-2010-01-01-.*\.pptx", slides.suggested_filename)
    assert watch.complaints == []
    assert watch.elsewhere == []


def test_the_keyboard_puts_sections_in_order(page: Page, address: str) -> None:
    open_page(page, address, "briefing?sections=exclusions~ties&state=PRK")
    page.locator("summary").filter(has_text="Order of sections").focus()
    page.keyboard.press("Enter")
    row = page.locator(".st-key-section-1")
    expect(row.get_by_role("button").first).to_be_visible()
    row.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"sections=ties~exclusions"))


def test_a_reload_keeps_the_basket_and_back_does_not_lose_it(page: Page, address: str) -> None:
    open_page(page, address, "council")
    add_first(page)
    page.reload()
    settle(page)
    expect(page.get_by_role("link", name="Briefing: 1 chart")).to_be_visible()
    go(page, "Severed ties")
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", name="Security Council", exact=True, level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Briefing: 1 chart")).to_be_visible()
