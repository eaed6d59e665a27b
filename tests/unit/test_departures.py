"""What sets a figure apart from the published one is said in words, and only where something does."""

import duckdb
import pytest

from analytics.charts.departures import tell_weights
from analytics.charts.draw import draw_chart
from analytics.exports.footer import plain_footer

EQUAL = "recognition=2.5,ties=2.5,alignment=2.5,sanctions=2.5,exclusion=2.5"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("sanctions=3,ties=1", "sanctions 3, ties 1, others 0"),
        (" alignment = 0.5 ", "votes 0.5, others 0"),
        ("recognition=1,ties=3,alignment=1,sanctions=1,exclusion=1", "ties 3, others 1"),
        ("recognition=1,ties=2,alignment=2,sanctions=1,exclusion=5", "exclusion 5, ties 2, votes 2, others 1"),
        (
            "recognition=1,ties=2,alignment=3,sanctions=4,exclusion=5",
            "exclusion 5, sanctions 4, votes 3, ties 2, recognition 1",
        ),
    ],
)
def test_weights_are_named_the_most_first_and_alike_ones_together(written: str, told: str) -> None:
    assert tell_weights(written) == f"weights of the reader: {told}"


def test_equal_weights_are_the_published_ones(database: duckdb.DuckDBPyConnection) -> None:
    assert tell_weights(None) == tell_weights(EQUAL) == ""
    assert database.execute("select count(distinct weight) from isolation_dimensions").fetchone() == (1,)


@pytest.mark.parametrize("chart_id", ["isolation-map", "isolation-parts"])
def test_a_chart_and_its_picture_name_the_weights(chart_id: str) -> None:
    drawing = draw_chart(chart_id, {"on": "2022-07-14", "weights": "sanctions=3,ties=1"})
    for text in (drawing.subtitle, plain_footer(drawing.results)):
        assert "; weights of the reader: sanctions 3, ties 1, others 0" in text.replace(" · ", "; ")
    published = draw_chart(chart_id, {"on": "2022-07-14", "weights": EQUAL})
    assert "weights" not in published.subtitle + plain_footer(published.results)
