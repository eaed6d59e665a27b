"""No page ships more figure data than a phone takes without choking."""

import pytest

from analytics.charts.views import PAGES
from tests.app.opening import open_page

MOST_BYTES = 1_500_000
# What a page shows beyond what it begins with, where that is more.
HEAVIEST = {"alignment": {"view": "session"}, "missiles": {"bucket": "month"}}


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_figures_of_a_page_are_small(name: str) -> None:
    app = open_page(name, **HEAVIEST.get(name, {}))
    assert not app.exception
    assert sum(len(chart.proto.spec) for chart in app.get("plotly_chart")) <= MOST_BYTES
