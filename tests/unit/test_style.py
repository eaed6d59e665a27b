"""A picture that leaves the page carries its title, subtitle and footer, inside its edges."""

import plotly.graph_objects as go
import pytest

from analytics.charts.geometry import embed_geometry, geometry_address
from analytics.charts.maps import land_trace
from analytics.charts.style import EDGE, INK, LETTER, PAPER, SIZES, WIDTH, finished_layout, fold, style_figure

LONG = "Relations severed, suspended or lowered, by the day on which the step took effect and by who took it, " * 3


def finish(figure: go.Figure, **words: str) -> go.Figure:
    """Return a figure in the frame of a picture."""
    return go.Figure(figure.data, finished_layout(figure, **words))


def bars() -> go.Figure:
    return go.Figure(go.Bar(x=[1, 2], y=[3, 4]))


def test_finished_figure_says_what_it_is() -> None:
    picture = finish(bars(), title="A < B & C", subtitle="missiles, 2022", footer="Source: CNS")
    assert picture.layout.title.text == "<b>A &lt; B &amp; C</b>"
    assert picture.layout.title.subtitle.text == "missiles, 2022"
    assert picture.layout.annotations[-1].text == "Source: CNS"
    assert (picture.layout.paper_bgcolor, picture.layout.font.color) == (PAPER, INK)


def test_finishing_leaves_the_chart_alone() -> None:
    figure = style_figure(bars())
    finish(figure, title="Title", subtitle="", footer="")
    assert figure.layout.title.text is None
    assert not figure.layout.annotations


@pytest.mark.parametrize("size", SIZES)
def test_lines_fit_the_width(size: int) -> None:
    lines = fold(LONG, size, WIDTH).split("<br>")
    assert max(map(len, lines)) * size * LETTER <= WIDTH - 2 * EDGE
    assert " ".join(lines) == LONG.strip()


def test_more_lines_make_more_room() -> None:
    short = finish(bars(), title="Short", subtitle="", footer="")
    long = finish(bars(), title=LONG, subtitle=LONG, footer=LONG)
    drawn = [picture.layout.height - picture.layout.margin.t - picture.layout.margin.b for picture in (short, long)]
    assert drawn[0] == drawn[1]
    assert long.layout.margin.t > short.layout.margin.t


def test_margins_of_a_chart_win() -> None:
    figure = bars().update_layout(margin={"r": 90}, height=300)
    style_figure(figure)
    assert (figure.layout.margin.r, figure.layout.height) == (90, 300)
    assert figure.layout.margin.t is not None


def test_pictures_without_a_server_hold_their_outlines() -> None:
    figure = go.Figure(land_trace(set()))
    assert figure.data[0].geojson == geometry_address()
    assert len(embed_geometry(figure).data[0].geojson["features"]) > 150
