"""Every chart by id."""

from functools import cache
from types import ModuleType

from analytics.catalog.query import load_catalog
from analytics.charts import (
    alignment,
    alignment_blocs,
    alignment_fields,
    alignment_ideal,
    alignment_ideal_series,
    alignment_votes,
)
from analytics.charts.chart import Chart
from analytics.charts.drawings import (
    council,
    country,
    isolation,
    launch_breaks,
    method,
    missile_context,
    missiles,
    recognition,
    sanctions,
    story,
    ties,
    versus,
)
from analytics.errors import CordonError, nearest

ROOMS: tuple[ModuleType, ...] = (
    story,
    isolation,
    versus,
    method,
    country,
    recognition,
    ties,
    council,
    missiles,
    missile_context,
    launch_breaks,
    sanctions,
    alignment,
    alignment_blocs,
    alignment_fields,
    alignment_ideal,
    alignment_ideal_series,
    alignment_votes,
)


@cache
def load_charts() -> dict[str, Chart]:
    """Return every chart by id, in the order of the rooms and within them of the files."""
    charts = [item for room in ROOMS for item in vars(room).values() if isinstance(item, Chart)]
    return {chart.id: chart for chart in charts}


def find_chart(chart_id: str) -> Chart:
    """Return a chart by its id, or the first of a query by that one's; raises CordonError with the nearest ids."""
    charts = load_charts()
    if chart_id in charts:
        return charts[chart_id]
    for item in charts.values():
        if item.query_id == chart_id:
            return item
    if chart_id in load_catalog():
        raise CordonError(f"{chart_id} has no chart of its own. Its rows: python -m analytics query {chart_id}")
    raise CordonError(f"There is no chart {chart_id[:60]!r}. {nearest(chart_id, charts)}")
