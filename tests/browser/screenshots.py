"""Take every page, wide and narrow, light and dark, into build/screenshots/. Run: make screenshots"""

import sys
from itertools import product

from playwright.sync_api import Page, sync_playwright

from analytics.paths import build_directory
from tests.browser.browsing import PAGES, PHONE, WIDE, launch, open_page, serving

TALLEST = 12_000
SIZES = {"wide": WIDE, "phone": PHONE}


def main(wanted: list[str]) -> None:
    """Take the pages named, or all of them."""
    if unknown := sorted(set(wanted) - PAGES.keys()):
        sys.exit(f"no page is called {', '.join(unknown)}; there are {', '.join(PAGES)}")
    folder = build_directory() / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with serving(folder / "server.log") as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, size, scheme in product(PAGES, SIZES, ("light", "dark")):
            if not wanted or name in wanted:
                page = browser.new_page(**SIZES[size], color_scheme=scheme)
                open_page(page, address, PAGES[name])
                show_whole(page)
                page.screenshot(path=folder / f"{name}-{size}-{scheme}.png")
                page.close()
        browser.close()
    print(f"screenshots are in {folder}")


def show_whole(page: Page) -> None:
    """Make the window as tall as the page, so that nothing is left below."""
    tall = int(page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight"))
    width = page.viewport_size["width"] if page.viewport_size else WIDE["viewport"]["width"]
    page.set_viewport_size({"width": width, "height": min(tall + 80, TALLEST)})
    page.wait_for_timeout(900)


if __name__ == "__main__":
    main(sys.argv[1:])
