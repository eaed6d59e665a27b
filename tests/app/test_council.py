"""The Security Council page says what the queries say."""

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from tests.app.opening import headings, open_page


def test_totals_of_a_span() -> None:
    app = open_page("council", **{"from": "1946-01-01", "to": "2003-03-31"})
    assert not app.exception
    assert "The Soviet Union/Russia: 107 drafts vetoed, the most of the five" in headings(app)


def test_list_follows_the_member() -> None:
    app = open_page("council", **{"from": "1946-01-01", "to": "2003-03-31", "member": "FRA"})
    assert not app.exception
    assert "16 vetoed drafts with a veto of France" in headings(app)


def test_a_span_without_vetoes_says_so() -> None:
    app = open_page("council", **{"from": "1960-01-01", "to": "1960-01-31"})
    assert not app.exception
    assert "No veto in this span" in headings(app)
    assert any("Nothing" in note.value for note in app.info)


def test_an_impossible_day_in_the_link_is_noted() -> None:
    app = open_page("council", **{"from": "1946-02-30"})
    assert not app.exception
    assert any("not known here" in note.value for note in app.info)


def test_the_invasion_is_told_of_only_where_it_is_drawn() -> None:
    for first, last, marked in (("1957-01-01", "1959-12-31", False), ("2022-01-01", "2023-12-31", True)):
        drawing = draw_chart("council-paralysis", {"from": first, "to": last})
        assert drawing.figure is not None
        assert ("24 February 2022" in drawing.subtitle) == (len(drawing.figure.layout.shapes) == 1) == marked


def test_a_joint_veto_is_one_vetoed_draft() -> None:
    span = {"from": "1946-01-01", "to": "2026-06-29"}
    casts = run_query("vetoes", span).frame["casts"]
    title = draw_chart("council-totals", span).title
    assert title.startswith(f"Of {len(casts)} vetoed drafts, {(casts == 1).sum()} met one veto")
    none = draw_chart("council-totals", {"from": "2015-01-01", "to": "2015-12-31"}).title
    assert none == "2 vetoed drafts, none by more than one member"


def test_an_answer_to_a_launch_was_prompted_by_one() -> None:
    statements = draw_chart("council-dprk", {"from": "2010-01-01", "to": "2010-12-31"})
    assert statements.title == "No text that answers a launch or test in this span"
    assert "test: 22 December 2017" in draw_chart("council-dprk", {"from": "2010-01-01", "to": "2026-06-29"}).title


def test_years_that_the_data_cut_are_pale() -> None:
    for last, pale in (("2025-12-31", False), ("2026-06-29", True)):
        drawing = draw_chart("council-vetoes", {"from": "2020-01-01", "to": last})
        assert drawing.figure is not None
        seen = [weight for trace in drawing.figure.data for weight in trace.marker.opacity]
        assert (min(seen) < 1) == ("pale: incomplete year" in drawing.subtitle) == pale


def test_no_day_is_marked_outside_the_span() -> None:
    early, late = (draw_chart("council-dprk", {"from": "2006-01-01", "to": f"{year}-12-31"}) for year in (2012, 2022))
    assert early.figure is not None and late.figure is not None
    assert "dotted" not in early.subtitle and not early.figure.layout.shapes
    assert "dotted: 24 February 2022" in late.subtitle and late.figure.layout.shapes


def test_a_year_without_vetoes_and_a_single_draft_are_said_in_words() -> None:
    share = draw_chart("council-share", {"from": "1980-01-01", "to": "1991-12-31"}).title
    assert share.startswith("No draft decided in 1991 was vetoed; the highest share was ")
    one = {"from": "2022-01-01", "to": "2022-03-19", "member": "RUS"}
    assert draw_chart("council-list", one).title == "1 vetoed draft with a veto of the Soviet Union/Russia"
    assert draw_chart("council-list", one | {"member": "FRA"}).alt == "No vetoed drafts with a veto of France"
