"""Charts are drawn from their examples and say what their numbers say."""

import math
import re
from datetime import date

import pandas as pd
import pytest

from analytics.catalog.names import entity_names
from analytics.catalog.run import run_query
from analytics.charts.catalogue import find_chart, load_charts
from analytics.charts.chart import Chart
from analytics.charts.draw import draw_chart
from analytics.charts.isolation import DIMENSIONS
from analytics.charts.isolation_words import tell_course
from analytics.charts.launches_to_date import REACHED
from analytics.charts.recognition import LONG_GRID, SHORT_NAMES
from analytics.charts.style import ACCENT, FILLED, sheer
from analytics.charts.ties_network import LETTER_PIXELS, PHONE_HALF
from analytics.charts.words import say
from tests.unit.test_chart_values import examples

CHARTS = {chart_id: chart for chart_id, chart in load_charts().items() if chart.topic != "alignment"}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_every_chart_is_drawn_from_examples_written_as_text(chart: Chart) -> None:
    drawing = draw_chart(chart.id, {name: str(value) for name, value in examples(chart).items()})
    assert drawing.results[0].query.id == chart.query_id
    assert drawing.title and drawing.subtitle and len(drawing.alt) > 10
    assert drawing.figure is None or drawing.figure.data
    assert "None" not in drawing.title + drawing.subtitle


def test_a_title_holds_the_number_of_its_query() -> None:
    totals = run_query("recognition_totals", {"on": "2022-07-14"}).frame.set_index("entity")
    title = draw_chart("recognition-map", {"entity": "XDN", "on": "2022-07-14"}).title
    assert f"recognised by {totals.loc['XDN', 'recognisers']} of {totals.loc['XDN', 'un_members']} UN members" in title


def test_a_title_tells_doubt_as_a_range() -> None:
    kosovo = run_query("recognition_totals", {"on": "2026-06-30"}).frame.set_index("entity").loc["XKX"]
    title = draw_chart("recognition-map", {"entity": "XKX", "on": "2026-06-30"}).title
    assert kosovo["uncertain"]
    assert f"by {kosovo['recognisers'] - kosovo['uncertain']} to {kosovo['recognisers']} of" in title


def test_the_state_looked_at_is_marked_among_those_shut_out() -> None:
    figure = draw_chart("sanctions-exclusions", {"on": "2022-07-14", "target": "BLR"}).figure
    assert figure is not None
    bars = dict(zip(figure.data[0].y, figure.data[0].marker.color, strict=True))
    assert [name for name, colour in bars.items() if colour == ACCENT] == ["Belarus"]


@pytest.mark.parametrize(("entity", "said"), [("XDN", "by"), ("TWN", "at the peak, in")])
def test_a_curve_says_whether_its_peak_lasts(entity: str, said: str) -> None:
    timeline = run_query("recognition_timeline", {"entity": entity}).frame["cumulative"]
    assert (timeline.iloc[-1] == timeline.max()) == (said == "by")
    title = draw_chart("recognition-curve", {"entity": entity, "on": "2022-07-14"}).title
    assert title.startswith(f"{timeline.max()} states and entities recognised ") and f" {said} " in title


def test_a_curve_marks_from_when_a_recognition_is_in_doubt() -> None:
    drawing = draw_chart("recognition-curve", {"entity": "XDN", "on": "2022-07-14"})
    doubted = drawing.results[0].frame["doubtful_from"].dropna()
    assert drawing.figure is not None
    marked = next(trace for trace in drawing.figure.data if "doubt" in str(trace.name))
    assert len(doubted) and list(marked.x) == list(doubted)


def test_the_map_of_an_entity_shows_who_contests_it_and_where_it_lies() -> None:
    figure = draw_chart("recognition-map", {"entity": "XDN", "on": "2022-07-14"}).figure
    assert figure is not None
    traces = {trace.name: trace for trace in figure.data if trace.type == "choropleth"}
    assert list(traces["Contests it"].locations) == ["UKR"]
    assert any(trace.name == "Donetsk People's Republic" and len(trace.lat) for trace in figure.data)


def test_a_gap_that_still_runs_is_told() -> None:
    drawing = draw_chart("missiles-gaps", {})
    gaps = drawing.results[0]
    last = gaps.frame["launch_day"].max().date()
    assert gaps.as_of is not None and gaps.as_of > last
    told = f"since the last one, on {say(last)}, to where the data end ({(gaps.as_of - last).days:,} days)"
    assert told in drawing.subtitle


def test_the_line_of_a_year_in_which_the_data_end_ends_with_them() -> None:
    drawing = draw_chart("missiles-to-date", {"on": "2022-07-14"})
    until = drawing.results[1].as_of
    assert until is not None and drawing.figure is not None
    ends = {trace.name: pd.Timestamp(trace.x[-1]) for trace in drawing.figure.data if trace.name}
    assert (ends[str(until.year)].month, ends[str(until.year)].day) == (until.month, until.day) != (12, 31)
    assert (ends["2022"].month, ends["2022"].day) == (12, 31)


def test_past_the_end_of_the_data_no_more_is_told_than_they_hold() -> None:
    until = draw_chart("missiles-to-date", {"on": "2022-07-14"}).results[1].as_of
    assert until is not None and until < date(until.year, 12, 1)
    past = draw_chart("missiles-to-date", {"on": f"{until.year}-12-01"})
    assert past.title.startswith("At least ") and past.title.endswith(f"by {say(until)}, where the data end")
    assert past.figure is not None
    marked = next(trace for trace in past.figure.data if trace.name == REACHED)
    assert (marked.x[0].month, marked.x[0].day) == (until.month, until.day)
    # One text for the chosen year: that of its line's end would lie over that of the count.
    told = [note.text for note in past.figure.layout.annotations if f"{until:%-d %b}" in note.text]
    assert len(told) == 1 and told[0].endswith(f" days, data to {until:%-d %b}")


@pytest.mark.parametrize("chart_id", ["recognition-totals", "recognition-matrix"])
def test_no_name_on_an_axis_is_cut_and_a_short_one_is_explained(chart_id: str) -> None:
    drawing = draw_chart(chart_id, {"on": "2026-01-01"})
    assert drawing.figure is not None
    names = {str(name) for trace in drawing.figure.data for name in (*trace.x, *trace.y)}
    cut = [name for name in names if name.endswith("…")]
    assert cut == [], f"give these a short name in SHORT_NAMES of analytics/charts/recognition.py: {cut}"
    for entity, short in SHORT_NAMES.items():
        assert short in names and f"“{short}”: {entity_names()[entity]}" in drawing.subtitle


def test_names_around_the_circle_fit_a_phone() -> None:
    figure = draw_chart("ties-network", {"on": "2022-07-14", "state": "PRK"}).figure
    assert figure is not None
    pixels = PHONE_HALF / figure.layout.meta["phone_reach"]
    for note in figure.layout.annotations:
        level = abs(math.cos(math.radians(note.textangle)))
        letters = len(note.text.removeprefix("<b>").removesuffix("</b>"))
        assert abs(note.x) * pixels + level * letters * LETTER_PIXELS <= PHONE_HALF + 1, note.text


def test_areas_of_the_index_are_edged_in_their_full_colour() -> None:
    figure = draw_chart("isolation-series", {"state": "RUS"}).figure
    assert figure is not None
    areas = [trace for trace in figure.data if trace.stackgroup]
    assert [trace.line.color for trace in areas] == [colour for _, colour in DIMENSIONS.values()]
    assert all(trace.fillcolor == sheer(trace.line.color, FILLED) for trace in areas)
    # What adds nothing would lie as a line of its colour on the edge of another.
    assert all((trace.line.width >= 1.5) == trace.showlegend and trace.line.width in {0, 1.5} for trace in areas)


def test_the_id_of_a_query_finds_its_first_chart() -> None:
    asked = {"on": "2022-07-14"}
    assert find_chart("launches_to_date").id == "missiles-to-date"
    assert draw_chart("launches_to_date", asked).title == draw_chart("missiles-to-date", asked).title


def test_what_is_the_same_in_whole_points_is_told_once() -> None:
    scored = pd.DataFrame({"on": pd.to_datetime(["2021-06-30", "2022-06-30"]), "index": [62.4, 59.8]})
    asked = [(60.0, "on 14 July 2022")]
    assert tell_course(scored, asked) == "60 of 100 on 14 July 2022 and in June 2022, 62 of 100 in June 2021, the most"
    assert tell_course(scored.head(1), []) == "62 of 100 in June 2021"
    last = date(2022, 6, 15)
    assert tell_course(scored, [(60.0, "on 15 June 2022")], last).startswith("60 of 100 on 15 June 2022, 62 of 100")
    assert "in June 2022" in tell_course(scored, [(61.0, "on 15 June 2022")], last), "it moved within the month"


def test_few_joint_votes_are_neither_nearest_nor_furthest() -> None:
    drawing = draw_chart("alignment-nearest", {"state": "RUS", "session": "75"})
    few = set(drawing.results[0].frame.query("few")["state_name"])
    assert few
    assert drawing.figure is not None
    assert not few & set(drawing.figure.data[0].y)
    assert re.search(rf"Not drawn: {len(few)} members? with fewer than", drawing.subtitle)


def test_affairs_follow_the_switch_of_recognition() -> None:
    kept, left_out = (draw_chart("ties-affairs", {"switches": value}).results[0].frame for value in ("true", "false"))
    assert set(kept["event_group"]) - set(left_out["event_group"]) == {"Taiwan recognition switches"}


def test_a_gap_that_still_runs_when_the_data_end_is_drawn_to_their_end() -> None:
    drawing = draw_chart("missiles-gaps", {"class": "ICBM"})
    result = drawing.results[0]
    running = (pd.Timestamp(result.as_of) - result.frame["launch_day"].max()).days
    assert running > 0
    assert drawing.figure is not None
    assert list(drawing.figure.data[-1].y) == [0, running]


def test_a_range_ahead_shows_what_followed_where_that_is_known() -> None:
    then, now = (draw_chart("versus-range", {"state": "RUS", "on": day}) for day in ("2015-06-30", "2026-06-30"))
    assert then.figure is not None and now.figure is not None
    measured = next(trace for trace in then.figure.data if trace.name == "Measured")
    assert pd.Timestamp(max(measured.x)) == pd.Timestamp("2018-06-30")
    assert [shape.x0 for shape in then.figure.layout.shapes] == ["2015-06-30"]


def test_names_stand_with_their_article_inside_a_title_and_a_capital_at_its_start() -> None:
    assert draw_chart("ties-list", {"state": "USA", "on": "2022-07-14"}).title.count("the United States") == 1
    assert draw_chart("isolation-series", {"state": "USA"}).title.startswith("The United States: ")


@pytest.mark.parametrize(("on", "repeated"), [("2022-07-14", False), ("2026-01-01", True)])
def test_a_long_grid_names_its_columns_below_too(on: str, repeated: bool) -> None:
    drawing = draw_chart("recognition-matrix", {"on": on})
    assert drawing.figure is not None
    assert (drawing.results[0].frame["state"].nunique() > LONG_GRID) == repeated
    assert ("xaxis2" in drawing.figure.layout) == repeated
