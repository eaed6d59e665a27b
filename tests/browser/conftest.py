"""One server and one browser for all browser tests; a page of its own for each."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.axe import with_axe
from tests.browser.browsing import PHONE, WIDE, Watch, launch, serving

# Another process runs tests on the same two cores.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, _built: None) -> Iterator[str]:
    """Where the dashboard is served."""
    with serving(tmp_path_factory.mktemp("server") / "server.log") as served:
        yield served


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, closed after these tests: while it is open, Playwright's event loop holds the thread."""
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="package")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """What all pages of an ordinary size share: the browser's cache, so that our scripts are fetched and read once."""
    context = browser.new_context(**WIDE, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext, address: str) -> Iterator[Page]:
    """A page of an ordinary size, of somebody who was never here."""
    page = window.new_page()
    yield page
    window.set_offline(False)
    page.goto(f"{address}/api/v1/health")
    page.evaluate("localStorage.clear()")
    page.close()
    window.clear_cookies()


@pytest.fixture(scope="package")
def axe_window(browser: Browser) -> Iterator[BrowserContext]:
    """What the pages that axe looks at share."""
    context = with_axe(browser.new_context(**WIDE))
    yield context
    context.close()


@pytest.fixture
def reader(axe_window: BrowserContext) -> Iterator[Page]:
    """A page with axe in it."""
    page = axe_window.new_page()
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone held upright, in the dark theme."""
    context = browser.new_context(**PHONE, color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.fixture
def watch(page: Page, address: str) -> Watch:
    """What the window asks for and complains about."""
    return Watch(page, address)
