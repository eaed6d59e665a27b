"""States that continue one another: which stood on a day, how a series is called, and that charts say so."""

from datetime import date

import pytest

from analytics.briefing.subject import find_subject
from analytics.catalog.series import of_the_day, series_of, stood_within
from analytics.charts.catalogue import load_charts
from analytics.charts.chart import Chart
from analytics.charts.draw import chart_parameters, draw_chart
from analytics.charts.words import called_within
from analytics.errors import CordonError

LATE, EARLY = "2026-06-30", "1960-06-30"
# They count what was done under the code asked for, on no day.
OF_THE_CODE = ("missiles", "ties-missions")


def charts_of_states() -> list[Chart]:
    """Return the charts that name a state asked for, whatever the code."""
    charts = [chart for chart in load_charts().values() if not chart.id.startswith(OF_THE_CODE)]
    return [chart for chart in charts if any(item.type == "state" for item in chart_parameters(chart))]


def title_for(chart: Chart, state: str, day: str) -> str:
    """Return a chart's title for a state, beside France where it takes two, on a day or in the years up to it."""
    year = int(day[:4])
    given: dict[str, object] = {"on": day, "to": day, "from": f"{year - 1}-01-01", "session": year - 1946}
    names = [item.name for item in chart_parameters(chart) if item.type == "state"]
    given |= dict.fromkeys(names, "FRA") | {names[0]: state}
    return draw_chart(chart.id, {name: value for name, value in given.items() if name in chart.parameters}).title


@pytest.mark.parametrize(
    ("state", "day", "stood"),
    [
        ("SUN", "1991-12-25", "SUN"),
        ("SUN", "1991-12-26", "RUS"),
        ("RUS", "1960-06-30", "SUN"),
        ("RUS", "2022-07-14", "RUS"),
        ("SUN", "1920-06-30", "SUN"),
        ("SCG", "2006-06-04", "SCG"),
        ("SCG", "2006-06-05", "SRB"),
        ("SRB", "1999-06-30", "SCG"),
        ("SRB", "1991-06-30", "SRB"),
        ("YUG", "1995-06-30", "YUG"),
        ("DDR", "2022-07-14", "DDR"),
        ("XKX", "1960-06-30", "XKX"),
    ],
)
def test_the_state_of_a_day_is_the_one_of_its_series_that_stood_then(state: str, day: str, stood: str) -> None:
    assert of_the_day(state, date.fromisoformat(day)) == stood


def test_a_series_is_called_by_what_it_was_within_a_span() -> None:
    assert series_of("SUN") == series_of("RUS") == "RUS"
    assert stood_within("RUS") == ["SUN", "RUS"]
    assert called_within("SUN", date(2010, 1, 1)) == "Russia"
    assert called_within("RUS", None, date(1990, 12, 31)) == "the Soviet Union"
    assert called_within("SUN", date(1991, 9, 15), date(1992, 9, 14)) == "Russia with the Soviet Union"
    assert called_within("DDR", date(2010, 1, 1)) == "East Germany"


@pytest.mark.parametrize("chart", charts_of_states(), ids=lambda chart: chart.id)
def test_no_chart_says_that_the_soviet_union_is_there_in_2026(chart: Chart) -> None:
    title = title_for(chart, "SUN", LATE)
    assert "Soviet Union" not in title.replace("Russia with the Soviet Union", "")
    assert title == title_for(chart, "RUS", LATE)


@pytest.mark.parametrize("chart", ["story-standing", "versus-gap", "ties-list", "sanctions-list", "alignment-nearest"])
def test_asked_for_russia_in_1960_the_soviet_union_is_told(chart: str) -> None:
    title = title_for(load_charts()[chart], "RUS", EARLY)
    assert "the Soviet Union" in title[0].lower() + title[1:]
    assert "Russia" not in title


def test_a_chart_says_who_stands_for_the_state_asked_for() -> None:
    later = draw_chart("sanctions-bodies", {"state": "SUN", "on": LATE})
    assert later.title == "13 recorded bodies had suspended, expelled or restricted Russia on 30 June 2026"
    assert later.subtitle.endswith(
        ". The Soviet Union was no longer a state of its own on 30 June 2026; Russia stands for it"
    )
    before = draw_chart("ties-list", {"state": "RUS", "on": EARLY})
    assert before.title.startswith("5 steps by or against the Soviet Union in force on 30 June 1960")
    assert before.subtitle.endswith(
        ". Russia was not yet a state of its own on 30 June 1960; the Soviet Union stands for it"
    )
    serbia = draw_chart("sanctions-list", {"target": "SRB", "on": "2002-06-30"}).subtitle
    assert serbia.endswith("Serbia was not yet a state of its own on 30 June 2002; Serbia and Montenegro stands for it")
    unscored = draw_chart("isolation-series", {"state": "RUS", "on": "1985-06-30"})
    assert unscored.title.startswith("Russia: ") and "stands for it" not in unscored.subtitle
    assert "stands for it" not in draw_chart("ties-timeline", {"state": "SUN", "on": LATE}).subtitle
    assert "stands for it" not in draw_chart("sanctions-bodies", {"state": "SUN", "on": EARLY}).subtitle


@pytest.mark.parametrize("chart", ["versus-series", "versus-gap", "story-standing", "alignment-pair"])
@pytest.mark.parametrize("pair", [("SUN", "RUS"), ("PRK", "PRK")])
def test_a_state_is_not_held_beside_itself(chart: str, pair: tuple[str, str]) -> None:
    with pytest.raises(CordonError, match=f"^{' and '.join(pair)} are one state or continue one another"):
        draw_chart(chart, {"state_a": pair[0], "state_b": pair[1], "on": LATE})


def test_rows_keep_the_name_of_who_did_it() -> None:
    rows = draw_chart("ties-list", {"state": "RUS", "on": "1970-06-30"}).results[0].frame
    israel = rows[rows["target"] == "ISR"]
    assert set(israel["initiator_name"]) == {"Soviet Union"}


def test_a_state_that_none_continues_is_said_to_be_no_more() -> None:
    drawing = draw_chart("country-positions", {"state": "DDR", "on": "2022-07-14"})
    assert drawing.title == "East Germany was no longer a state of its own on 14 July 2022"
    assert "stands for it" not in drawing.subtitle


def test_within_its_life_a_former_state_is_scored() -> None:
    score = draw_chart("isolation-dimensions", {"state": "SUN", "on": "1991-06-30"}).title
    assert score == "The highest score of the Soviet Union is 21, on ties"
    sanctioned = draw_chart("sanctions-senders", {"target": "SCG", "on": "2002-06-30"}).title
    assert sanctioned == "2 states sanctioned Serbia and Montenegro on 30 June 2002, all with measures of their own"


def test_a_course_over_both_times_names_both() -> None:
    title = draw_chart("isolation-series", {"state": "SUN", "on": "1991-06-30", "to": LATE}).title
    assert title.startswith("Russia with the Soviet Union: 4 of 100 on 30 June 1991")
    alone = draw_chart("isolation-series", {"state": "SUN"}).title
    assert alone.startswith("Russia: ")


def test_a_briefing_is_about_the_state_of_the_day() -> None:
    assert find_subject("SUN", date(2026, 6, 30)).name == "Russia"
    assert find_subject("Russia", date(1985, 6, 30)).called == "the Soviet Union"
    assert find_subject("DDR", date(2022, 7, 14)).name == "East Germany"
