"""Charts are found by id, take values as people write them, and say in one line what they cannot take."""

import inspect
from contextlib import suppress
from typing import get_args

import pytest

from analytics.catalog.query import find_query
from analytics.charts.alignment import Measure
from analytics.charts.alignment_words import MEASURES
from analytics.charts.catalogue import find_chart, load_charts
from analytics.charts.chart import Chart
from analytics.charts.draw import bind_chart, chart_parameters, draw_chart
from analytics.errors import CordonError

CHARTS = load_charts()
DATED = {
    chart_id: chart
    for chart_id, chart in CHARTS.items()
    if any(parameter.type == "date" for parameter in chart_parameters(chart))
}


def examples(chart: Chart) -> dict[str, object]:
    return {parameter.name: parameter.example for parameter in chart_parameters(chart) if parameter.required} | (
        {"on": "2022-07-14"} if "on" in chart.parameters else {}
    )


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_parameters_bear_the_names_of_their_query_or_a_known_type(chart: Chart) -> None:
    described = find_query(chart.query_id).params
    for parameter in chart_parameters(chart):
        assert parameter.name in described or parameter.type != "text", parameter.name


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("chart", DATED.values(), ids=DATED)
def test_at_the_ends_of_the_calendar_a_chart_is_drawn_or_says_why_not(chart: Chart, day: str) -> None:
    days = {parameter.name: day for parameter in chart_parameters(chart) if parameter.type == "date"}
    with suppress(CordonError):
        assert draw_chart(chart.id, examples(chart) | days).title


def test_values_are_read_as_a_link_spells_them() -> None:
    bound = bind_chart(find_chart("missiles-period"), {"from": "2022-01-01", "to": "2022-12-31", "state": "Iran"})
    assert (bound["from_"].year, bound["to"].year, bound["state"]) == (2022, 2022, "IRN")
    assert set(bound) <= set(inspect.signature(find_chart("missiles-period").draw).parameters)


@pytest.mark.parametrize(
    ("chart_id", "given", "said"),
    [
        ("council-vetos", {}, "Nearest: council-vetoes"),
        ("council-vetoes", {"from": "1946-01-01"}, "council-vetoes needs to"),
        ("council-vetoes", {"since": "1946"}, "It takes: from, to"),
        ("council-vetoes", {"from": "1946-02-30", "to": "1950-01-01"}, "not a day of the calendar"),
        ("missiles-map", {"from": "2022-01-01", "to": "2022-12-31", "frame": "far"}, "not one of: near, all"),
        ("ties-map", {"state": "Atlantis", "on": "2022-07-14"}, "unknown state 'Atlantis'"),
        ("alignment-pair", {"state_a": "RUS", "state_b": "PRK", "measure": "tau"}, "not one of: agree, same_share"),
    ],
)
def test_faults_are_told_in_one_line(chart_id: str, given: dict[str, str], said: str) -> None:
    with pytest.raises(CordonError, match=said):
        draw_chart(chart_id, given)


def test_every_measure_has_its_words() -> None:
    assert get_args(Measure) == tuple(MEASURES)
