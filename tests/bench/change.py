"""How long a person waits for the first chart after choosing another day, on each page that has one."""

import re
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from tests.browser.browsing import CHART, CHARTLESS, PAGES, WIDE, launch, open_page, serving, settle

CHANGES = 4
# As pages call the day that their first chart is of.
DAY = re.compile("^(Day|To|Judge the claims on|Compare years up to)$")
# Kept is when the page's first chart was last drawn upon.
WATCH = f"""() => {{
    const start = performance.now();
    window.drawnAfter = null;
    window.watching?.disconnect();
    window.watching = new MutationObserver(changes => {{
        const first = document.querySelector("{CHART}");
        const drawn = change => first?.contains(change.target) ||
            [...change.addedNodes].some(node => node.contains(first));
        if (first && changes.some(drawn)) window.drawnAfter = performance.now() - start;
    }});
    window.watching.observe(document.body, {{subtree: true, childList: true, characterData: true}});
}}"""


def seconds_after_a_change() -> dict[str, float]:
    """Return for each page with a day the median time from a new day to its first chart."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "server.log") as address,
        sync_playwright() as p,
    ):
        page = launch(p).new_context(**WIDE).new_page()
        found = {name: change_days(page, address, path) for name, path in PAGES.items() if name not in CHARTLESS}
    return {name: round(statistics.median(times), 2) for name, times in found.items() if times}


def change_days(page: Page, address: str, path: str) -> list[float]:
    """Return how long the first chart took after each of some days that nobody asked this page about before."""
    open_page(page, address, path)
    years = page.get_by_role("group", name=DAY).locator("[data-type='year']")
    times = [seconds_to_the_year_before(page, years.first) for _ in range(CHANGES if years.count() else 0)]
    return [time for time in times if time is not None]


def seconds_to_the_year_before(page: Page, year: Locator) -> float | None:
    """Choose the same day a year before; return when the first chart was drawn, or none where it stays the same."""
    year.press("ArrowDown")
    page.evaluate(WATCH)
    # A day is taken over when the field is left.
    year.press("Escape")
    page.wait_for_timeout(1000)
    settle(page)
    drawn = page.evaluate("window.drawnAfter")
    return None if drawn is None else drawn / 1000
