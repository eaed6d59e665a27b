"""What charts draw can be told apart and read, and their words tell of nothing that is not drawn."""

import pytest

from analytics.charts.draw import draw_chart
from analytics.charts.isolation import RANGE
from analytics.charts.style import INK, PAIR_COLOURS, SLATE


def test_a_range_that_is_not_drawn_is_not_told() -> None:
    for state, told in (("RUS", True), ("XKX", False), ("YUG", False)):
        assert ("Dotted" in draw_chart("isolation-series", {"state": state, "on": "2022-07-14"}).subtitle) == told


def test_the_dots_of_a_bound_do_not_sink_into_the_line_beneath_them() -> None:
    figure = draw_chart("isolation-series", {"state": "RUS"}).figure
    assert figure is not None
    dotted = [trace for trace in figure.data if trace.line.dash == "dot"]
    hidden = [trace.line.color for trace in dotted if trace.showlegend is False]
    assert hidden == [INK, INK], "as dark as near-black paper"
    assert [(trace.name, trace.line.color) for trace in dotted if trace.showlegend is not False] == [(RANGE, SLATE)]
    for state in ("XKX", "YUG"):
        bare = draw_chart("isolation-series", {"state": state}).figure
        assert bare is not None
        assert not [trace for trace in bare.data if trace.name == RANGE and trace.showlegend is not False]


@pytest.mark.parametrize("chart_id", ["versus-series", "story-standing", "alignment-ideal-series"])
def test_two_states_without_a_colour_of_their_own_are_told_apart(chart_id: str) -> None:
    pair = {"state": "BIH", "other": "VCT"} if "ideal" in chart_id else {"state_a": "BIH", "state_b": "VCT"}
    figure = draw_chart(chart_id, pair | {"on": "2022-07-14"}).figure
    assert figure is not None
    drawn = {str(trace.line.color or trace.marker.color) for trace in figure.data}
    assert set(PAIR_COLOURS) <= drawn


def test_few_years_and_few_things_are_named_whole() -> None:
    vetoes = draw_chart("council-vetoes", {"from": "1946-01-01", "to": "1950-06-30"}).figure
    missions = draw_chart("ties-missions", {"state": "NRU"}).figure
    assert vetoes is not None and missions is not None
    assert vetoes.layout.xaxis.dtick == 1 and vetoes.layout.yaxis.dtick is None
    assert missions.layout.yaxis.dtick == 1


def test_level_ends_of_missions_are_named_above_and_below() -> None:
    figure = draw_chart("ties-missions", {"state": "VCT"}).figure
    assert figure is not None
    sent, received = figure.layout.annotations
    assert sent.y == received.y and (sent.yanchor, received.yanchor) == ("bottom", "top")


def test_the_european_union_is_not_spoken_of_before_it_bound_anyone() -> None:
    for day, told in (("1950-06-30", False), ("2022-07-14", True)):
        drawing = draw_chart("sanctions-targets", {"on": day})
        assert drawing.figure is not None
        assert ("European Union" in drawing.subtitle) == told == bool(drawing.figure.data[1].showlegend)
        assert ("Shown:" in drawing.subtitle) == told
