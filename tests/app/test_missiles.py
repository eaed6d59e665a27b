"""The missiles page: it counts as the query does, follows its filters, and says why something is missing."""

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.charts.drawings.missiles import count_launched
from analytics.charts.words import say
from analytics.paths import ROOT

PAGE = str(ROOT / "analytics" / "dashboard" / "pages" / "missiles.py")


def open_missiles(**query: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=30)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def headings(page: AppTest) -> list[str]:
    return [element.value for element in (*page.header, *page.subheader)]


def test_story_day_is_counted() -> None:
    page = open_missiles()
    assert not page.exception
    assert not page.error
    assert any(heading.startswith("31 missiles on 16 days by 14 July 2022") for heading in headings(page))
    assert any("1,568 days" in heading for heading in headings(page))
    assert any("1,576 days" in caption.value for caption in page.caption)
    assert any("500 kg" in text.value for text in page.markdown)


def test_link_restores_the_day() -> None:
    page = open_missiles(on="2017-09-15")
    assert any(heading.startswith("20 missiles on 14 days by 15 September 2017") for heading in headings(page))


@pytest.mark.parametrize("state", ["IRN", "IND", "PAK"])
def test_other_states_say_what_is_left_out(state: str) -> None:
    page = open_missiles(state=state)
    assert not page.exception
    assert not page.error
    assert any("July 2019" in note.value for note in page.info)
    assert not any("in no total" in heading for heading in headings(page))


def test_a_day_past_the_data_is_a_minimum() -> None:
    page = open_missiles(**{"from": "2018-01-01", "to": "2018-12-31"})
    assert not page.exception
    assert any("Nothing is recorded" in note.value for note in page.info)


def test_unknown_values_in_the_link_do_no_harm() -> None:
    page = open_missiles(state="XYZ", bucket="decade")
    assert not page.exception
    assert not page.error


def test_the_break_is_that_of_the_first_vetoed_draft_until_another_is_chosen() -> None:
    effects = run_query("launch_breaks", {"effect": "level"}).frame
    missiles = effects[effects["outcome"] == "missiles"]
    (veto,) = missiles[missiles["at_veto"]].to_dict("records")
    likewise = int((missiles["low95"] > 1).sum()) - 1
    said = f"× {veto['low95']:.2f} to {veto['high95']:.2f}), as in {likewise} of {len(missiles) - 1} other months"
    page = open_missiles()
    (heading,) = [text for text in headings(page) if text.startswith("At 26 May 2022 missiles jump")]
    assert said in heading
    assert any("An association, not a cause" in caption.value for caption in page.caption)
    other = open_missiles(**{"break": "2018-01-01"})
    assert any(text.startswith("At 1 January 2018 missiles") for text in headings(other))
    assert not other.exception


def test_a_break_outside_the_days_tried_gets_a_note() -> None:
    page = open_missiles(**{"break": "1999-01-01"})
    assert not page.exception
    assert any("break" in note.value and "not known here" in note.value for note in page.info)


def test_launches_of_a_state_end_where_its_list_does() -> None:
    (ends,) = run_query("freshness").frame.query("table_name == 'missile_launches' and part == 'IND'")["ends_on"]
    gaps = draw_chart("missiles-gaps", {"class": "SRBM", "state": "IND"})
    days = (ends - gaps.results[0].frame["launch_day"].max()).days
    assert f"to where the data end ({days} days)" in gaps.subtitle
    assert draw_chart("missiles-to-date", {"on": "2021-12-31", "state": "IND"}).title.startswith("Missiles by")
    assert draw_chart("missiles-to-date", {"on": "2019-12-31", "state": "IND"}).title.endswith("where the data end")


def test_a_year_that_the_data_cut_is_pale() -> None:
    for last, pale in (("2025-12-31", False), ("2026-04-19", True)):
        span = {"from": "2020-01-01", "to": last}
        for chart_id in ("missiles-period", "missiles-products"):
            drawing = draw_chart(chart_id, span)
            assert drawing.figure is not None
            bars = [trace for trace in drawing.figure.data if trace.type == "bar"]
            seen = [weight for trace in bars for weight in trace.marker.opacity]
            assert (min(seen) < 1) == ("pale: incomplete year" in drawing.subtitle) == pale


def test_launches_after_the_list_ends_are_said_to_be_in_no_count() -> None:
    events = run_query("launches_uncounted", {"from": "1979-01-01", "to": "2100-01-01"}).frame
    later = events[events["reason"] == "after_table_end"]
    drawing = draw_chart("missiles-uncounted", {})
    assert f"and {len(later)} after the list ends" in drawing.title
    assert all(say(day) in drawing.subtitle for day in later["date_local"])


def test_counts_of_one_and_of_none_are_said_in_words() -> None:
    titles = {
        day: draw_chart("missiles-to-date", {"on": day, "state": state}).title
        for day, state in (("1984-04-09", "PRK"), ("2022-01-02", "PRK"), ("2022-07-14", "FJI"))
    }
    assert titles["1984-04-09"].startswith("3 missiles on 1 day by")
    assert titles["2022-01-02"] == "No missiles by 2 January 2022"
    assert titles["2022-07-14"] == "No missile is recorded in 2022 by 14 July"
    assert count_launched(1, 0) == "1 missile, its day not known,"
    none = draw_chart("missiles-products", {"from": "2000-01-01", "to": "2003-03-19"}).title
    assert none.startswith("No missiles and no new Council sanctions")
    (place,) = run_query("launch_sites", {"from": "1990-01-01", "to": "1990-12-31"}).frame["site"]
    alone = draw_chart("missiles-map", {"from": "1990-01-01", "to": "1990-12-31"})
    assert alone.title == f"Launched from 1 place: {place}"
