"""The Sanctions page says what the queries say."""

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from tests.app.opening import headings, open_page


def test_russia_in_july_2022() -> None:
    app = open_page("sanctions")
    assert not app.exception
    senders = run_query("sanctioning_states", {"on": "2022-07-14", "target": "RUS"}).frame
    shown = headings(app)
    assert f"{len(senders)} states sanctioned Russia on 14 July 2022, {senders['own'].sum()} of them" in " ".join(shown)
    shut_out = run_query("exclusions_in_force", {"on": "2022-07-14", "state": "RUS"}).frame["organisation"].nunique()
    assert f"Russia was shut out of {shut_out} recorded bodies" in shown


def test_a_state_without_measures() -> None:
    app = open_page("sanctions", target="KIR", on="2000-01-01")
    assert not app.exception
    assert "No state is recorded as sanctioning Kiribati on 1 January 2000" in headings(app)
    assert "No sanctions against Kiribati are recorded" in headings(app)


def test_before_products_are_known_no_share_of_them_is_told() -> None:
    assert "GDP" not in draw_chart("sanctions-targets", {"on": "1950-01-01"}).title
    assert "% of world GDP" in draw_chart("sanctions-targets", {"on": "2022-07-14"}).title
