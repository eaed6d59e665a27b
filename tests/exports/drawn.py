"""Every chart of the catalogue, drawn once from the examples in its parameters."""

from functools import cache

from analytics.charts.catalogue import find_chart, load_charts
from analytics.charts.chart import Drawing
from analytics.charts.draw import chart_parameters, draw_chart
from analytics.exports.chart_files import view_link

CHARTS = tuple(load_charts())


def examples(chart_id: str) -> dict[str, object]:
    """Return a value for each parameter that a chart needs."""
    return {item.name: item.example for item in chart_parameters(find_chart(chart_id)) if item.required}


@cache
def drawn(chart_id: str) -> Drawing:
    """Return a chart drawn from its examples."""
    return draw_chart(chart_id, examples(chart_id))


def link_of(chart_id: str) -> str:
    """Return the address of the live view of what `drawn` returns."""
    return view_link(chart_id, examples(chart_id), "http://cordon.test")
