"""A day that a page cannot answer: it answers with the nearest that it can, says so once, and keeps what was asked."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from analytics.charts.draw import draw_chart
from analytics.charts.words import say
from analytics.dashboard.components.ends import say_ends
from analytics.dashboard.components.figure import SHARE
from analytics.dashboard.components.names import covered_until, latest_day, table_ends
from tests.app.opening import headings, open_page

INDEX = ("recognitions", "ties", "ga_votes", "sanctions", "exclusions")
OF_A_DAY = ("story", "isolation", "versus", "country", "recognition", "ties", "sanctions", "missiles", "alignment")
SHORT = ("Not all data reach", "Shown is")


def notices(app: AppTest) -> list[str]:
    """Return what a page says of a day that its data do not reach."""
    return [note.value for note in (*app.info, *app.warning) if note.value.startswith(SHORT)]


@pytest.mark.parametrize("page", ["isolation", "versus", "method"])
def test_a_day_carried_past_the_index_is_answered_with_its_last(page: str) -> None:
    asked, ends = covered_until(["recognitions"]), covered_until(INDEX)
    assert ends < asked
    app = open_page(page, on=asked.isoformat())
    (said,) = notices(app)
    assert said.startswith(f"Shown is {say(ends)}, the last day that this page can answer, not {say(asked)} as asked.")
    assert not [text for text in headings(app) if "No state is scored" in text or "not both scored" in text]
    shown = [item.value for item in (*app.caption, *app.header, *app.subheader)]
    assert any(say(ends) in text for text in shown)
    assert not any(say(asked) in text for text in shown if "Data:" not in text)
    assert app.date_input(key="on").value == asked, "what was asked stays chosen, for the next page"


@pytest.mark.parametrize("page", [*OF_A_DAY, "method"])
@pytest.mark.parametrize("late", ["end", "today"])
def test_a_page_says_once_what_its_data_do_not_reach(page: str, late: str) -> None:
    day = covered_until(INDEX) if late == "end" else date.today()
    app = open_page(page, on=day.isoformat())
    assert not app.exception
    assert not app.error
    assert app.date_input(key="on").value == day
    assert len(notices(app)) == (1 if late == "today" or page not in ("recognition", "ties", "sanctions") else 0)
    for note in notices(app):
        told = note.lower()
        named = [name for name in ("assembly votes", "sanctions", "missile launches", "council drafts") if name in told]
        assert all(told.count(name) == 1 for name in named)
    assert not [button for button in app.button if button.key == "on-latest" and page in ("country", "isolation")]


def test_the_last_day_of_one_page_is_not_offered_backwards_on_another() -> None:
    ends = covered_until(INDEX)
    for page in ("country", "briefing", "story"):
        assert not [button for button in open_page(page, on=ends.isoformat()).button if button.key == "on-latest"]
        assert [button for button in open_page(page, on="2020-01-01").button if button.label == f"Latest: {say(ends)}"]


def test_a_day_before_a_page_begins_is_answered_with_its_first() -> None:
    app = open_page("isolation", on="1960-05-01")
    (said,) = notices(app)
    assert said.startswith("Shown is 1 January 1991, the first day that this page can answer, not 1 May 1960 as asked.")
    assert any("on 1 January 1991" in text for text in headings(app))


def test_tables_of_one_end_are_named_together() -> None:
    ends = table_ends(["sanctions", "ga_votes", "exclusions"])
    assert ends["sanctions"] == ends["exclusions"]
    assert say_ends(ends) == (
        f"Assembly votes run to {say(ends['ga_votes'])}; sanctions and exclusions to {say(ends['sanctions'])}."
    )
    assert say_ends({}) == ""


def test_a_citation_holds_the_day_that_is_shown() -> None:
    app = open_page("sanctions", on=latest_day().isoformat())
    app.button_group(key="sanctions-senders-behind").set_value(SHARE).run()
    pinned = next(block.value for block in app.code if "data=" in block.value)
    assert parse_qs(pinned.partition("?")[2])["on"] == [covered_until(["sanctions", "exclusions"]).isoformat()]


def test_a_chart_without_a_score_counts_nothing() -> None:
    past = {"on": covered_until(["recognitions"]).isoformat()}
    assert "highest of" not in draw_chart("isolation-ranking", past).subtitle
    moved = draw_chart("isolation-movers", {"from": past["on"], "to": latest_day().isoformat()})
    assert "0 largest" not in moved.subtitle
