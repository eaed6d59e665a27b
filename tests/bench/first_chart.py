"""How long a person waits for the first chart: a fresh browser on a running server."""

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.browsing import CHART, CHART_MILLISECONDS, WIDE, launch, serving

VISITS = 3


def seconds_to_first_chart() -> dict[str, float]:
    """Return the median time to a drawn chart of a cold browser, first visit to the server apart."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "server.log") as address:
        first, *later = [visit(f"{address}/recognition") for _ in range(VISITS + 1)]
    return {"first_visit": round(first, 2), "later_visits": round(statistics.median(later), 2)}


def visit(address: str) -> float:
    """Open an address in a browser without a cache and return when its first chart is drawn."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_context(**WIDE).new_page()
        start = time.perf_counter()
        page.goto(address)
        page.locator(f"{CHART} svg.main-svg").first.wait_for(timeout=CHART_MILLISECONDS)
        elapsed = time.perf_counter() - start
        browser.close()
    return elapsed
