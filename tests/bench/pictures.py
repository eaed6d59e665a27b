"""How long a chart as a file takes: the first picture opens Chromium, later ones find it open."""

import statistics
import time
from collections.abc import Callable

from analytics.charts.draw import draw_chart
from analytics.exports.chart_files import view_link, write_chart

RUNS = 10
MAP: dict[str, object] = {"entity": "XKX", "on": "2022-07-14"}


def measure_pictures() -> dict[str, float]:
    """Return the time of the first PNG, and the median of later ones and of other formats, in s."""
    drawing, link = draw_chart("recognition-map", MAP), view_link("recognition-map", MAP)

    def timed(form: str) -> float:
        return seconds(lambda: write_chart(drawing, form, link=link))

    first = timed("png")
    later = {form: statistics.median(timed(form) for _ in range(RUNS)) for form in ("png", "svg", "pdf", "html")}
    return {"first_png_s": round(first, 2)} | {f"{form}_s": round(taken, 3) for form, taken in later.items()}


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
