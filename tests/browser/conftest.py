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


@pytest.fixture(scope="package")
def tab(window: BrowserContext) -> Page:
    """The tab of all pages of an ordinary size: in a new one Chromium would compile our scripts anew."""
    return window.new_page()


@pytest.fixture
def page(tab: Page, address: str) -> Iterator[Page]:
    """A page of an ordinary size, of somebody who was never here."""
    yield tab
    forget(tab, address)


@pytest.fixture(scope="package")
def axe_tab(browser: Browser) -> Iterator[Page]:
    """The tab of all pages that axe looks at."""
    context = with_axe(browser.new_context(**WIDE))
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(axe_tab: Page, address: str) -> Iterator[Page]:
    """A page with axe in it, wide and light to begin with."""
    axe_tab.emulate_media(color_scheme="light")
    axe_tab.set_viewport_size(WIDE["viewport"])
    yield axe_tab
    forget(axe_tab, address)


@pytest.fixture(scope="package")
def phone_tab(browser: Browser) -> Iterator[Page]:
    """The tab of all pages on a phone."""
    context = browser.new_context(**PHONE, color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(phone_tab: Page, address: str) -> Iterator[Page]:
    """A phone held upright, in the dark theme."""
    yield phone_tab
    forget(phone_tab, address)


def forget(tab: Page, address: str) -> None:
    """Make a tab as if nobody had been here."""
    tab.context.set_offline(False)
    tab.goto(f"{address}/api/v1/health")
    tab.evaluate("localStorage.clear(); sessionStorage.clear()")
    tab.context.clear_cookies()
    tab.goto("about:blank")


@pytest.fixture
def watch(page: Page, address: str) -> Watch:
    """What the window asks for and complains about."""
    return Watch(page, address)
