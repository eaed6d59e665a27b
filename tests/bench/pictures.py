"""How long a chart as a file takes: the first picture opens Chromium, later ones find it open."""

import statistics

from analytics.charts.draw import draw_chart
from analytics.exports.chart_files import view_link, write_chart
from tests.bench.timing import seconds

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
