"""The Recognition page says what the queries say."""

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.charts.words import between
from tests.app.opening import headings, open_page


def test_the_story_day_shows_three_recognisers() -> None:
    app = open_page("recognition", entity="XDN", on="2022-07-14")
    assert not app.exception
    assert "Donetsk People's Republic: recognised by 3 of 193 UN members and 2 others" in headings(app)


def test_claims_that_one_state_contests_lead_to_one_another() -> None:
    led = next(text.value for text in open_page("recognition", entity="XDN").markdown if "same state" in text.value)
    for code in ("XA4", "XCR", "XLN"):
        assert f"(recognition?entity={code}&on=2022-07-14)" in led
    assert "entity=XDN" not in led and "entity=XKX" not in led


def test_an_entity_not_yet_declared_says_so() -> None:
    app = open_page("recognition", entity="XKX", on="2000-01-01")
    assert not app.exception
    assert "Kosovo: not declared yet, or no longer contested" in headings(app)


def test_an_unknown_entity_in_the_link_is_noted() -> None:
    app = open_page("recognition", entity="<script>")
    assert not app.exception
    assert any("not known here" in note.value for note in app.info)
    assert not any("<script>" in note.value for note in app.info)


def test_titles_tell_what_is_found() -> None:
    shown = headings(open_page("recognition", entity="XKX", on="2022-07-14"))
    totals = run_query("recognition_totals", {"on": "2022-07-14"}).frame
    sure = (totals["recognisers"] - totals["uncertain"] > totals["un_members"] / 2).sum()
    half = (totals["recognisers"] > totals["un_members"] / 2).sum()
    none = (totals["recognisers"] == 0).sum()
    assert sure < half, "most recognitions of one are undated"
    most = f"{between(int(sure), int(half))} were recognised by more than half of UN members"
    said = f"Of {len(totals)} contested entities, {most}"
    assert f"{said} and {none} by none" in shown
    matrix = run_query("recognition_matrix", {"on": "2022-07-14", "most": 12}).frame
    most = matrix.groupby("state")["entity"].nunique().max()
    said = f"each recognised {most} of the {matrix['entity'].nunique()} least recognised entities"
    assert any(said in text for text in shown)
    kinds = run_query("recognition_status", {"entity": "XKX", "on": "2022-07-14"}).frame["position"].value_counts()
    assert f"{kinds.sum()} recorded positions on Kosovo: {kinds['recognised']} recognised" in " ".join(shown)


def test_titles_hold_before_anything_is_recorded() -> None:
    assert draw_chart("recognition-matrix", {"on": "1900-01-01"}).title.startswith("No state is recorded")
    assert draw_chart("recognition-totals", {"on": "1900-01-01"}).title.startswith("No contested entity")


def test_a_colour_is_told_only_of_a_bar_that_is_there() -> None:
    told = {day: draw_chart("recognition-totals", {"on": day, "entity": "XDN"}) for day in ("1992-06-30", "2022-07-14")}
    assert "red" not in told["1992-06-30"].subtitle
    assert "red: Donetsk People's Republic" in told["2022-07-14"].subtitle
    none = draw_chart("recognition-map", {"on": "1992-06-30", "entity": "XSO"}).title
    assert none.startswith("South Ossetia: recognised by none of ")
