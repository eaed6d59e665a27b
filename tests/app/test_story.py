"""The story page gives every claim its number, verdict, rows and SQL."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.charts.drawings.story import answer_question
from analytics.charts.words import plain
from analytics.dashboard.components.answers import ask
from tests.app.opening import open_page


def texts(app: AppTest) -> str:
    return "\n".join(item.value for item in app.markdown)


def test_every_claim_stands_on_the_page_with_its_finding() -> None:
    app = open_page("story")
    assert not app.exception
    shown = texts(app)
    for row in run_query("claims", {"on": "2022-07-14"}).table.to_pylist():
        assert plain(row["finding"]) in shown, row["claim"]


def test_another_day_asks_again() -> None:
    app = open_page("story", on="2015-01-01")
    assert not app.exception
    assert "The day does not lie after the invasion of 24 February 2022." in texts(app)


def test_verdicts_are_counted() -> None:
    claims = run_query("claims", {"on": "2022-07-14"}).frame
    shown = texts(open_page("story"))
    assert f"Of {len(claims)} claims checked, {(claims['verdict'] == 'holds').sum()} hold" in shown
    assert f"last {claims['claim'].str.startswith('russia_v_').sum()} compare the two states" in shown


@pytest.mark.parametrize("on", ["1995-06-30", "2012-06-30", "2022-07-14", "2024-06-30"])
def test_the_question_is_answered_by_the_index(on: str) -> None:
    lead = run_query("isolation_lead", {"on": on, "state_a": "RUS", "state_b": "PRK"}).frame.iloc[0]
    index = run_query("isolation_index", {"on": on}).frame.set_index("state")["index"]
    answer, numbers = answer_question(ask, date.fromisoformat(on))
    assert f"Russia {index['RUS']:.0f}, North Korea {index['PRK']:.0f}" in numbers
    assert f"{max(lead['share_a'], lead['share_b']):.0%} of the index's versions" in numbers
    assert answer == {"a": "Yes.", "b": "No.", "neither": "Not clearly."}[lead["leads"]]


def test_sanctions_that_bind_all_members_are_told_where_they_are_not_counted() -> None:
    standing = draw_chart("story-standing", {"on": "2022-07-14"})
    assert "the UN's sanctions on North Korea, which bind all members, are not counted" in standing.subtitle
    assert "UN's sanctions" not in draw_chart("story-standing", {"on": "2000-01-01"}).subtitle
    before = draw_chart("story-standing", {"on": "1930-01-01"}).title
    assert before.startswith("The Soviet Union and North Korea have the same number of ")
