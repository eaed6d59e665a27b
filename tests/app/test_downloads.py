"""One chart as a slide that can be edited, as its figure offers it."""

from datetime import date
from io import BytesIO

from pptx import Presentation

from analytics.charts.basket import make_item
from analytics.charts.draw import draw_chart
from analytics.dashboard.components.briefing_files import write_slide
from analytics.dashboard.components.downloads import day_of

DAY = {"on": "2022-07-14"}


def test_a_chart_alone_is_a_slide_with_its_finding() -> None:
    drawing = draw_chart("recognition-totals", DAY)
    assert day_of(drawing) == date(2022, 7, 14)
    item = make_item("recognition-totals", DAY, checked=False)
    deck = Presentation(BytesIO(write_slide(item, day_of(drawing), "http://cordon.test")))
    first = " ".join(shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame)
    assert drawing.title in first
    assert any(shape.has_chart for shape in deck.slides[0].shapes)


def test_a_chart_without_a_day_is_of_the_last_that_its_data_reach() -> None:
    drawing = draw_chart("isolation-series", {"state": "RUS"})
    assert day_of(drawing) == drawing.results[0].as_of
