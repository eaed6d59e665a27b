"""One server and one browser for all browser tests; a page of its own for each."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.browsing import PHONE, Watch, launch, serving

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


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of an ordinary size."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


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
