"""Every chart that takes a state or an entity, for every one there is: it draws, and its words hold no gap.

A page is its charts and some lines of words, and one page of each state would take half an hour: so the charts are
drawn for every state, and `test_pages_of_every_state` opens the pages themselves. Unless all is asked for
(`tests.whole.states`), a state is drawn by a fifth of the charts, and by one of those in COSTLY, whose index over years
or whose network takes up to a second a state.
"""

from collections.abc import Iterable

import pytest

from analytics.charts.catalogue import load_charts
from analytics.charts.chart import Chart
from analytics.charts.draw import chart_parameters, draw_chart
from tests.whole.states import DAY, ENTITIES, MISSING, STATES, share

COSTLY = (
    "story-standing",
    "isolation-dimensions",
    "isolation-ranking",
    "isolation-sensitivity",
    "isolation-series",
    "versus-series",
    "versus-gap",
    "versus-range",
    "ties-network",
    "alignment-pair",
    "alignment-fields",
)
# States that only four have launched missiles is told by the page, which offers no other.
LAUNCHERS = ("PRK", "IRN", "IND", "PAK")
SESSION = 76


def subject_of(chart: Chart, kind: str) -> str | None:
    """Return the first parameter of a chart that takes a state, or an entity."""
    return next((item.name for item in chart_parameters(chart) if item.type == kind), None)


def charts_of(kind: str) -> list[Chart]:
    """Return the charts that take a state, or an entity."""
    return [chart for chart in load_charts().values() if subject_of(chart, kind)]


def draw_for(chart: Chart, kind: str, code: str) -> None:
    """Draw a chart for a state or an entity and assert that its words are whole."""
    given = {item.name: item.example for item in chart_parameters(chart) if item.required}
    # Who stands beside it where nobody is named may be the state itself.
    given |= {item.name: item.default for item in chart_parameters(chart) if item.type == kind and item.default}
    given |= {"on": DAY} if "on" in chart.parameters else {}
    given |= {"session": SESSION} if "session" in chart.parameters else {}
    given[str(subject_of(chart, kind))] = code
    others = [name for name, value in given.items() if value == code and name != subject_of(chart, kind)]
    drawing = draw_chart(chart.id, given | dict.fromkeys(others, "FRA"))
    assert drawing.title and drawing.subtitle and len(drawing.alt) > 10
    for words in (drawing.title, drawing.subtitle, drawing.alt):
        assert not MISSING.search(words), words
    assert drawing.figure is None or drawing.figure.data


def assert_draws(chart: Chart, kind: str, codes: Iterable[str]) -> None:
    """Assert that a chart draws for all of them, telling every one for which it does not."""
    faults = {}
    for code in codes:
        try:
            draw_for(chart, kind, code)
        except Exception as error:  # Whatever it is, the next state is drawn and the fault told with its state.
            faults[code] = f"{type(error).__name__}: {error}"
    assert faults == {}


def share_of(chart: Chart) -> list[str]:
    """Return the states that fall to a chart."""
    if chart.topic == "missiles":
        return list(LAUNCHERS)
    if chart.id in COSTLY:
        return share(STATES, COSTLY.index(chart.id), len(COSTLY))
    return share(STATES, charts_of("state").index(chart))


@pytest.mark.parametrize("chart", charts_of("state"), ids=lambda chart: chart.id)
def test_draws_for_every_state(chart: Chart) -> None:
    assert_draws(chart, "state", share_of(chart))


@pytest.mark.parametrize("chart", charts_of("entity"), ids=lambda chart: chart.id)
def test_draws_for_every_entity(chart: Chart) -> None:
    assert_draws(chart, "entity", ENTITIES)


def test_the_costly_charts_share_all_states_out() -> None:
    assert {chart.id for chart in charts_of("state")} > set(COSTLY)
    costly = [chart for chart in charts_of("state") if chart.id in COSTLY]
    assert set().union(*map(share_of, costly)) == set(STATES)
