"""The pages of the dashboard, the chart that stands for each, and what a page's address calls a chart's parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from analytics.catalog.parameters import as_named
from analytics.charts.catalogue import find_chart
from analytics.charts.departures import WEIGHTS, read_weights
from analytics.errors import CordonError

STORY_DAY = date(2022, 7, 14)


@dataclass(frozen=True)
class Page:
    """A page: its address, title, icon, what it is for.

    `chart` stands for it where a link to it is shown; `start` holds what the page begins with.
    """

    name: str
    title: str
    icon: str
    about: str
    chart: str | None = None
    start: Mapping[str, object] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The page's address below the dashboard's; the first page has none."""
        return "" if self is PAGES[0] else self.name


PAGES = (
    Page(
        "story",
        "The story",
        "article",
        "The claims of July 2022, each with its number and its rows.",
        "story-standing",
        {"on": STORY_DAY},
    ),
    Page(
        "isolation",
        "Isolation",
        "public",
        "How isolated each state is on a day, and how sure that is.",
        "isolation-map",
        {"on": STORY_DAY},
    ),
    Page(
        "versus",
        "Two states",
        "compare_arrows",
        "Russia and North Korea, or any two states: which is the more isolated, through what, how surely.",
        "versus-series",
        {"state_a": "RUS", "state_b": "PRK", "on": STORY_DAY},
    ),
    Page(
        "country",
        "One state",
        "location_on",
        "One state on one page: isolation, recognition, ties, sanctions, votes, vetoes, launches, events.",
        "isolation-series",
        {"state": "RUS", "on": STORY_DAY},
    ),
    Page(
        "recognition",
        "Recognition",
        "flag",
        "Who recognises which contested state, government or claim, since when.",
        "recognition-map",
        {"entity": "XDN", "on": STORY_DAY},
    ),
    Page(
        "ties",
        "Severed ties",
        "link_off",
        "Diplomatic relations broken, suspended or lowered, and who broke them.",
        "ties-map",
        {"state": "PRK", "on": STORY_DAY},
    ),
    Page(
        "council",
        "Security Council",
        "gavel",
        "Vetoes by member and topic, adoption, and the file on North Korea.",
        "council-vetoes",
        {"from": date(1946, 1, 1)},
    ),
    Page(
        "missiles",
        "Missiles",
        "rocket_launch",
        "North Korean and other launches, one row per missile.",
        "missiles-to-date",
        {"on": STORY_DAY, "state": "PRK"},
    ),
    Page(
        "alignment",
        "Alignment",
        "diversity_3",
        "Who votes with whom, by measure and session; blocs, lonely votes, one roll call.",
        "alignment-pair",
        {
            "state_a": "RUS",
            "state_b": "PRK",
            "on": STORY_DAY,
            "state": "RUS",
            "session": 76,
            "resolution": "A/RES/ES-11/1",
        },
    ),
    Page(
        "sanctions",
        "Sanctions",
        "block",
        "Measures in force, by whom, on what basis; suspensions and expulsions.",
        "sanctions-senders",
        {"target": "RUS", "on": STORY_DAY},
    ),
    Page(
        "briefing",
        "Briefing",
        "content_paste",
        "One state or a pair on a day, and charts of your own: as slides, PDF or one HTML page.",
    ),
    Page(
        "method",
        "How isolation is measured",
        "functions",
        "The index: definition, formulas, uncertainty, known cases, weaknesses.",
    ),
    Page(
        "trust",
        "How far to trust it",
        "verified",
        "How fresh and how firm each table is, where sources differ, what was corrected.",
    ),
    Page(
        "data",
        "Data and queries",
        "database",
        "Every table with source, terms and coverage; every query with its SQL.",
    ),
    Page(
        "workbench",
        "SQL workbench",
        "terminal",
        "SQL of your own over every table and query: read-only, with completion, chart and the statement in the link.",
    ),
)
# Where a page's address and a chart call the same thing differently: chart's name, page's name.
RENAMED: dict[str, dict[str, str]] = {
    "ties": {"least": "steps"},
    "isolation": {"from": "since", "to": "on"},
    "versus": {"state_a": "state", "state_b": "with"},
    "sanctions": {"state": "target"},
    "alignment": {"state_a": "state", "state_b": "with", "resolution": "text"},
}
# The views of a page that shows one of several at a time.
SHOWN_IN: dict[str, str] = {
    "alignment-pair": "pair",
    "alignment-fields": "pair",
    "alignment-nearest": "member",
    "alignment-moves": "member",
    "alignment-ideal-series": "member",
    "alignment-lonely": "member",
    "alignment-lonely-list": "member",
    "alignment-council": "member",
    "alignment-sanctions": "member",
    "alignment-matrix": "session",
    "alignment-blocs": "session",
    "alignment-ideal-points": "session",
    "alignment-rollcall": "text",
    "alignment-rollcall-list": "text",
}


def page_address(chart_id: str, parameters: Mapping[str, object], *, checked: bool = False) -> str:
    """Return the address of the page that shows a chart for some parameters, relative to the dashboard's.

    Raises CordonError for a chart whose topic is no page.
    """
    topic = find_chart(chart_id).topic
    renamed = RENAMED.get(topic, {})
    given = {name: value for name, value in as_named(parameters).items() if value is not None}
    asked = {"view": SHOWN_IN[chart_id]} if chart_id in SHOWN_IN else {}
    if topic == "isolation":
        asked |= spread_weights(given.pop(WEIGHTS, None))
    asked |= {renamed.get(name, name): spell(value) for name, value in given.items()}
    asked |= {"evidence": "checked"} if checked else {}
    page = next((page.address for page in PAGES if page.name == topic), None)
    if page is None:
        raise CordonError(
            f"{chart_id}: {topic!r} is no page. A chart is named after one: {sorted(p.name for p in PAGES)}."
        )
    return f"{page}?{urlencode(asked)}" if asked else page


def spread_weights(written: object) -> dict[str, str]:
    """Return weights as the page Isolation takes them, one a dimension; it says which of them it cannot show."""
    weights = read_weights(str(written)) if written else {}
    return {f"w_{name}": f"{weight:g}" for name, weight in weights.items()}


def embed_address(chart_id: str, parameters: Mapping[str, object], *, checked: bool = False) -> str:
    """Return the address of a chart alone, relative to the dashboard's."""
    asked = {name: spell_plain(value) for name, value in as_named(parameters).items() if value is not None}
    asked |= {"evidence": "checked"} if checked else {}
    return f"embed/{chart_id}" + (f"?{urlencode(asked)}" if asked else "")


def spell(value: object) -> str:
    """Return a value as the dashboard's addresses write it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def spell_plain(value: object) -> str:
    """Return a value as charts, queries and the command line take it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
