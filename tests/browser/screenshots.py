"""Take every page, wide and narrow, light and dark, into build/screenshots/. Run: make screenshots"""

import sys

from playwright.sync_api import sync_playwright

from analytics.paths import build_directory
from tests.browser.browsing import PAGES, launch, open_page, serving

SIZES = {"wide": (1440, 900), "phone": (390, 844)}


def main(wanted: list[str]) -> None:
    """Take the pages named, or all of them."""
    folder = build_directory() / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with serving(folder / "server.log") as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, path in PAGES.items():
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    if not wanted or name in wanted:
                        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                        open_page(page, address, path)
                        tall = page.evaluate("document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0")
                        page.set_viewport_size({"width": width, "height": max(height, min(int(tall) + 80, 12_000))})
                        page.wait_for_timeout(900)
                        page.screenshot(path=folder / f"{name}-{size}-{scheme}.png")
                        page.close()
        browser.close()
    print(f"screenshots are in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
