"""What stands for a link: the chart of its page for the values in its address, and whom that is about."""

from collections.abc import Mapping
from functools import lru_cache

import duckdb

from analytics.catalog.names import entity_names, state_names
from analytics.catalog.run import provenance_of
from analytics.charts.catalogue import find_chart
from analytics.charts.chart import Chart, Drawing
from analytics.charts.draw import chart_parameters, draw_chart
from analytics.charts.views import RENAMED, SHOWN_IN, Page
from analytics.database.open import data_version, find_database
from analytics.errors import CordonError

SECONDS = 3.0
KEPT = 256
STATES = ("state", "state_a", "state_b", "target")


def draw_card(page: Page, query: Mapping[str, str]) -> Drawing | None:
    """Return the chart for a page's address; None for a page without one.

    What the address says badly is taken as not said: the page then shows what it begins with.
    """
    if page.chart is None:
        return None
    chart = chart_of(page.chart, query)
    start, checked = starting_values(page, chart), query.get("evidence") == "checked"
    asked = start | said_values(page, chart, query)
    try:
        return kept_drawing(chart.id, tuple(asked.items()), data_version(), checked=checked)
    except CordonError:
        return kept_drawing(chart.id, tuple(start.items()), data_version())


def title_page(page: Page, query: Mapping[str, str]) -> str:
    """Return what a browser calls a page: first whom its address is about, for of many tabs only first words are seen.

    Where that is nobody, not known, or the database does not answer, it is the page's own title: the page says why.
    """
    try:
        told = name_subjects(page, query)
    except (CordonError, duckdb.Error):
        return page.title
    return f"{' and '.join(told)} · {page.title}" if told and all(told) else page.title


def name_subjects(page: Page, query: Mapping[str, str]) -> list[str]:
    """Return the state, the pair or the entity that the chart of an address is about, empty for a code not known."""
    if page.chart is None:
        return []
    chart = chart_of(page.chart, query)
    asked = {**page.start, **said_values(page, chart, query)}
    names = dict.fromkeys(STATES, entity_names() | state_names()) | {"entity": entity_names()}
    return [names[name].get(str(asked[name]), "") for name in chart.parameters if name in names and name in asked]


def chart_of(standing: str, query: Mapping[str, str]) -> Chart:
    """Return the chart of the view that an address names, or else the one that stands for the page."""
    return find_chart(next((shown for shown, view in SHOWN_IN.items() if view == query.get("view")), standing))


def starting_values(page: Page, chart: Chart) -> dict[str, str]:
    """Return the values that a page begins with; a span ends where the data do."""
    start = {name: str(value) for name, value in page.start.items() if name in chart.parameters}
    until = provenance_of(chart.query_id, find_database())[1]
    ends = any(item.name == "to" and item.required for item in chart_parameters(chart))
    return ({"to": until.isoformat()} if ends and until else {}) | start


def said_values(page: Page, chart: Chart, query: Mapping[str, str]) -> dict[str, str]:
    """Return the chart's values that stand in an address of its page."""
    keys = {name: RENAMED.get(page.name, {}).get(name, name) for name in chart.parameters}
    return {name: query[key] for name, key in keys.items() if query.get(key)}


@lru_cache(maxsize=KEPT)
def kept_drawing(chart_id: str, asked: tuple[tuple[str, str], ...], version: str, *, checked: bool = False) -> Drawing:
    """Return a drawing, made once for a version of the data; nobody may change its figure."""
    return draw_chart(chart_id, dict(asked), checked=checked, seconds=SECONDS)
