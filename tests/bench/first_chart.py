"""How long a person waits for the first chart: a fresh browser on a running server."""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.browsing import CHART, CHART_MILLISECONDS, WIDE, launch, serving

VISITS = 5
# Told by the page itself, since asking it again and again would round up: when the first mark stood in its first chart.
WATCH = f"""new MutationObserver((_, watching) => {{
    if (!document.querySelector("{CHART}")?.querySelector(".trace")) return;
    window.drawnAfter = performance.now();
    watching.disconnect();
}}).observe(document, {{subtree: true, childList: true}})"""


def seconds_to_first_chart() -> dict[str, float]:
    """Return the median time to a drawn chart of a cold browser, first visit to the server apart."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "server.log") as address:
        first, *later = [visit(f"{address}/recognition") for _ in range(VISITS + 1)]
    return {"first_visit": round(first, 2), "later_visits": round(statistics.median(later), 2)}


def visit(address: str) -> float:
    """Open an address in a browser without a cache and return when its first chart is drawn, in s from the asking."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_context(**WIDE).new_page()
        page.add_init_script(WATCH)
        page.goto(address)
        page.wait_for_function("() => window.drawnAfter", timeout=CHART_MILLISECONDS)
        elapsed = float(page.evaluate("window.drawnAfter")) / 1000
        browser.close()
    return elapsed
