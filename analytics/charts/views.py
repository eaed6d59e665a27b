"""Where a chart stands in the dashboard: the page that shows it, and what that page's address calls its parameters."""

from collections.abc import Mapping
from urllib.parse import urlencode

from analytics.charts.catalogue import find_chart

FIRST_PAGE = "story"
# Where a page's address and a chart call the same thing differently: chart's name, page's name.
RENAMED: dict[str, dict[str, str]] = {
    "ties": {"least": "steps"},
    "sanctions": {"state": "target"},
    "alignment": {"state_a": "state", "state_b": "with", "resolution": "text"},
}
# The views of a page that shows one of several at a time.
SHOWN_IN: dict[str, str] = {
    "alignment-pair": "pair",
    "alignment-fields": "pair",
    "alignment-nearest": "member",
    "alignment-moves": "member",
    "alignment-lonely": "member",
    "alignment-council": "member",
    "alignment-sanctions": "member",
    "alignment-matrix": "session",
    "alignment-blocs": "session",
    "alignment-rollcall": "text",
}


def page_address(chart_id: str, parameters: Mapping[str, object]) -> str:
    """Return the address of the page that shows a chart for some parameters, relative to the dashboard's."""
    topic = find_chart(chart_id).topic
    renamed = RENAMED.get(topic, {})
    given = {name.removesuffix("_"): value for name, value in parameters.items() if value is not None}
    asked = {"view": SHOWN_IN[chart_id]} if chart_id in SHOWN_IN else {}
    asked |= {renamed.get(name, name): spell(value) for name, value in given.items()}
    page = "" if topic == FIRST_PAGE else topic
    return f"{page}?{urlencode(asked)}" if asked else page


def embed_address(chart_id: str, parameters: Mapping[str, object], *, checked: bool = False) -> str:
    """Return the address of a chart alone, relative to the dashboard's."""
    asked = {name.removesuffix("_"): spell_plain(value) for name, value in parameters.items() if value is not None}
    asked |= {"evidence": "checked"} if checked else {}
    return f"embed/{chart_id}" + (f"?{urlencode(asked)}" if asked else "")


def spell(value: object) -> str:
    """Return a value as the dashboard's addresses write it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def spell_plain(value: object) -> str:
    """Return a value as charts, queries and the command line take it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
