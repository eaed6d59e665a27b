"""The story page gives every claim its number, verdict, rows and SQL."""

from streamlit.testing.v1 import AppTest

from analytics.catalog.run import run_query
from analytics.charts.words import plain
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
    assert "The day lies before the invasion of 24 February 2022." in texts(app)


def test_verdicts_are_counted() -> None:
    found = run_query("claims", {"on": "2022-07-14"}).frame["verdict"].value_counts()
    assert f"Holds: {found['holds']}" in texts(open_page("story"))
