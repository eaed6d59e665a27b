"""A chart as a picture that stands alone: title, subtitle, chart, and where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import typst

from analytics.catalog.run import Result
from analytics.charts.chart import Drawing
from analytics.charts.style import EDGE, printed_layout
from analytics.errors import CordonError
from analytics.exports.fonts import PRINT_FONTS
from analytics.exports.footer import plain_footer
from analytics.exports.frame import WIDTH, Frame, make_frame
from analytics.exports.lanes import keep_lanes
from analytics.exports.renderer import draw_figure

LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Size:
    """How large a picture is: the width it is laid out in, its proportion if fixed, its width in pixels.

    `lanes` is how many lanes of a long chart can be read in it.
    """

    layout_width: int
    pixels: int
    ratio: float | None = None
    lanes: int | None = None


SIZES = {
    "1x": Size(WIDTH, WIDTH),
    "2x": Size(WIDTH, 2 * WIDTH),
    "slide": Size(1200, 1920, 16 / 9, lanes=32),
    "social": Size(900, 1200, 1200 / 630, lanes=20),
}


@dataclass(frozen=True)
class Picture:
    """A figure with its frame, and the size in which it is drawn; `height` is that of the whole."""

    figure: dict[str, Any]
    width: int
    height: int
    scale: float


def frame_picture(drawing: Drawing, *, link: str, size: str = "1x") -> Picture:
    """Return a chart with title, subtitle and footer, laid out for a size.

    Raises CordonError for a drawing without a figure. A picture of fixed proportion is laid out wider
    where the chart is tall, so that nothing is squeezed.
    """
    wanted = SIZES[size]
    if wanted.lanes:
        drawing = keep_lanes(drawing, wanted.lanes)
    if drawing.figure is None:
        raise CordonError(f"“{drawing.title}” has no chart to draw here, only rows. Ask for csv, xlsx or parquet.")
    width = wanted.layout_width
    layout, frame = lay_out(drawing, link, width)
    if wanted.ratio and layout["height"] + frame.room > width / wanted.ratio:
        width = round((layout["height"] + frame.room) * wanted.ratio)
        layout, frame = lay_out(drawing, link, width)
    height = round(width / wanted.ratio) if wanted.ratio else layout["height"] + frame.room
    layout["height"] = height - frame.room
    layout["meta"] = {"frame": frame.place(height, alt=drawing.alt)}
    data = [trace.to_plotly_json() for trace in drawing.figure.data]
    return Picture({"data": data, "layout": layout}, width, height, wanted.pixels / width)


def lay_out(drawing: Drawing, link: str, width: int) -> tuple[dict[str, Any], Frame]:
    """Return the layout of a chart and the frame around it, for a width."""
    footer = picture_footer(drawing.results, link)
    frame = make_frame(title=drawing.title, subtitle=drawing.subtitle, footer=footer, width=width)
    return printed_layout(drawing.figure, width=width - 2 * EDGE), frame


def picture_footer(results: Sequence[Result], link: str) -> str:
    """Return source, evidence, as-of day, data version, and the link where it leads further than this machine."""
    leads = link and urlsplit(link).hostname not in LOCAL_HOSTS
    return f"{plain_footer(results)} · {link}" if leads else plain_footer(results)


def to_png(picture: Picture) -> bytes:
    """Return a picture as PNG."""
    drawn = {"width": picture.width, "height": picture.height}
    return draw_figure(picture.figure, form="png", scale=picture.scale, **drawn)


def to_svg(picture: Picture) -> bytes:
    """Return a picture as SVG, its fonts in it."""
    return draw_figure(picture.figure, form="svg", width=picture.width, height=picture.height)


def to_pdf(picture: Picture, title: str) -> bytes:
    """Return a picture as a PDF of one page, drawn as lines and text."""
    svg = to_svg(replace(picture, scale=1))
    page = (
        "#set document(title: sys.inputs.title)\n"
        f"#set page(width: {picture.width * 0.75}pt, height: {picture.height * 0.75}pt, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)\n'
    )
    return compile_typst(page, {"title": title, "svg": svg.decode()})


def compile_typst(source: str, inputs: dict[str, str]) -> bytes:
    """Return the PDF of a Typst document; only our fonts are used, and nothing is fetched.

    Raises CordonError where it cannot be set.
    """
    try:
        # The stub leaves a type variable open that no argument of ours can settle.
        compiled: bytes = typst.compile(  # type: ignore[misc]
            source.encode(), font_paths=[str(PRINT_FONTS)], ignore_system_fonts=True, sys_inputs=inputs
        )
    except typst.TypstError as error:
        raise CordonError(f"The PDF could not be set: {error}") from error
    return compiled
