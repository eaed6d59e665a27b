"""One chart as a slide that can be edited, as its figure offers it; one table whole, as page Data offers it."""

from datetime import date
from io import BytesIO

import pyarrow.parquet as pq
import pytest
from pptx import Presentation

from analytics.catalog.whole import read_whole
from analytics.charts.basket import make_item
from analytics.charts.draw import draw_chart
from analytics.dashboard.components import downloads
from analytics.dashboard.components.briefing_files import write_slide
from analytics.dashboard.components.downloads import day_of, write_whole_table
from analytics.exports.tabular import to_csv
from tests.app.opening import open_page

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


def test_a_table_in_detail_is_offered_whole_and_read_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(downloads, "read_whole", asked.append)
    page = open_page("data", table="ga_votes")
    labels = [button.label for button in page.get("download_button")]
    assert labels == ["Parquet, 947,426 rows", "CSV, 947,426 rows"]
    assert asked == []


def test_a_whole_table_opens_again() -> None:
    whole = read_whole("ties")
    assert pq.read_table(BytesIO(write_whole_table("ties", "parquet"))).num_rows == whole.rows > 100
    assert write_whole_table("ties", "csv").decode() == to_csv(whole.table)
