"""What is shown without Streamlit, for those who do not see it well or at all: axe finds nothing grave, light or dark.

The dashboard's own pages are looked at where they are opened, in `test_pages`.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from analytics.exports.chart_files import write_chart
from tests.browser.axe import pale_chart_text, turn_dark, violations
from tests.browser.browsing import unroll
from tests.exports.drawn import drawn, link_of

ALONE = {
    "a chart in a frame": "embed/recognition-map?entity=XKX&on=2022-07-14",
    "a frame that cannot be drawn": "embed/recognition-map?entity=nowhere",
    "the API's page": "api/v1/docs",
    "the API's examples": "api/v1/examples",
}


@pytest.mark.parametrize("path", ALONE.values(), ids=ALONE)
def test_nothing_grave_on_a_page_of_plain_html(path: str, reader: Page, address: str) -> None:
    reader.goto(f"{address}/{path}")
    check_both_themes(reader)


@pytest.mark.parametrize("chart_id", ["recognition-map", "sanctions-list"])
def test_nothing_grave_in_a_chart_as_a_file(chart_id: str, reader: Page, tmp_path: Path) -> None:
    file = tmp_path / "chart.html"
    file.write_bytes(write_chart(drawn(chart_id), "html", link=link_of(chart_id)))
    reader.goto(file.as_uri())
    check_both_themes(reader)


def check_both_themes(page: Page) -> None:
    unroll(page)
    assert violations(page) == []
    assert pale_chart_text(page) == []
    turn_dark(page)
    assert violations(page, "color-contrast") == []
    assert pale_chart_text(page) == []
