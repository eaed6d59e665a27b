"""The Security Council page says what the queries say."""

from analytics.charts.draw import draw_chart
from tests.app.opening import headings, open_page


def test_totals_of_a_span() -> None:
    app = open_page("council", **{"from": "1946-01-01", "to": "2003-03-31"})
    assert not app.exception
    assert "Soviet Union, Russia: 107 drafts vetoed, the most of the five" in headings(app)


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
