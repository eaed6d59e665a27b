"""The look of charts: a picture that leaves the page has its texts around it and is itself left alone."""

import plotly.graph_objects as go
import pytest

from analytics.charts.geometry import embed_geometry, geometry_address
from analytics.charts.maps import land_trace
from analytics.charts.style import INK, PAPER, finished_figure, printed_layout
from analytics.exports.frame import FOOTER, SUBTITLE, TITLE, WIDTH, Face, Frame, fold, make_frame

LONG = "Relations severed, suspended or lowered, by the day on which the step took effect and by who took it, " * 3
HEIGHT = 600


def bars() -> go.Figure:
    return go.Figure(go.Bar(x=[1, 2], y=[3, 4]))


def frame_of(text: str) -> Frame:
    return make_frame(title=text, subtitle=text, footer=text, width=WIDTH)


def test_a_finished_chart_has_ink_on_paper_and_no_text_of_its_own() -> None:
    picture = go.Figure(bars().data, printed_layout(bars(), width=WIDTH))
    assert (picture.layout.paper_bgcolor, picture.layout.font.color) == (PAPER, INK)
    assert picture.layout.title.text is None


def test_finishing_leaves_the_chart_alone() -> None:
    figure = bars()
    before = figure.to_json()
    finished_figure(figure)
    printed_layout(figure, width=WIDTH)
    assert figure.to_json() == before


@pytest.mark.parametrize("face", [TITLE, SUBTITLE, FOOTER])
def test_nothing_is_lost_when_a_text_is_folded(face: Face) -> None:
    assert " ".join(fold(LONG, face, WIDTH)) == LONG.strip()


@pytest.mark.parametrize("text", ["Short", LONG])
def test_the_texts_lie_outside_the_chart(text: str) -> None:
    frame = frame_of(text)
    placed = frame.place(HEIGHT, alt="")
    heading = len(frame.title) + len(frame.subtitle)
    assert max(line["y"] for line in placed["lines"][:heading]) < placed["above"]
    assert min(line["y"] - line["size"] for line in placed["lines"][heading:]) >= HEIGHT - placed["below"]
    assert max(line["y"] for line in placed["lines"]) < HEIGHT


def test_more_lines_make_more_room() -> None:
    assert frame_of(LONG).above > frame_of("Short").above
    assert frame_of(LONG).below > frame_of("Short").below


def test_margins_of_a_chart_win() -> None:
    figure = bars().update_layout(margin={"r": 90}, height=300)
    finished = go.Figure(finished_figure(figure))
    assert (finished.layout.margin.r, finished.layout.height) == (90, 300)
    assert finished.layout.margin.t is not None


def test_pictures_without_a_server_hold_their_outlines() -> None:
    figure = go.Figure(land_trace(set()))
    assert figure.data[0].geojson == geometry_address()
    assert len(embed_geometry(figure).data[0].geojson["features"]) > 150
