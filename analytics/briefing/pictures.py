"""Pictures of a briefing's charts without a frame of their own: headline and sources stand in the document."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

from analytics.briefing.model import Briefing, Fault, Part
from analytics.charts.chart import Drawing
from analytics.charts.style import EDGE, FONT, INK, PAPER, finish_layout
from analytics.errors import CordonError
from analytics.exports.picture import Picture, to_png, to_svg
from analytics.exports.renderer import TABS, find_chromium

Form = Literal["png", "svg"]
MAP_RATIO = 0.5
# A chart whose rows fix its height has this much around them, in pixels.
AROUND = 90


@dataclass(frozen=True)
class Frame:
    """How a document lays charts out: width in pixels, and how many pixels of the picture stand for one.

    `open_ratio` is the proportion of charts that leave their height open; `squeeze` draws rows closer together.
    """

    form: Form
    width: int
    scale: float = 1.0
    open_ratio: float = 0.42
    squeeze: float = 1.0


def draw_pictures(
    briefing: Briefing, wanted: Iterable[Part], frame: Frame, report: Callable[[str], None]
) -> tuple[Mapping[int, bytes], list[Fault]]:
    """Return the picture of each wanted part by its place among the briefing's parts, and what could not be drawn.

    Where Chromium is missing one fault stands for all pictures.
    """
    places = {id(part): place for place, part in enumerate(briefing.parts)}
    parts = [(places[id(part)], part.drawing, part.headline.text) for part in wanted if part.drawing is not None]
    if not parts:
        return {}, []
    try:
        find_chromium()
    except CordonError as error:
        return {}, [Fault(f"Pictures of charts are left out ({len(parts)})", str(error))]
    drawn: dict[int, bytes] = {}
    faults: list[Fault] = []
    with ThreadPoolExecutor(TABS) as pool:
        waiting = [(place, title, pool.submit(draw_picture, drawing, frame)) for place, drawing, title in parts]
        for number, (place, title, picture) in enumerate(waiting, start=1):
            report(f"picture {number} of {len(parts)}")
            try:
                drawn[place] = picture.result()
            # One picture that fails must not take the document with it.
            except Exception as error:
                faults.append(Fault(f"The chart for “{title}” is left out", str(error) or type(error).__name__))
    return drawn, faults


def draw_picture(drawing: Drawing, frame: Frame) -> bytes:
    """Return the picture of a chart in a form."""
    picture = lay_bare(drawing, frame)
    return to_png(picture) if frame.form == "png" else to_svg(picture)


def lay_bare(drawing: Drawing, frame: Frame) -> Picture:
    """Return a figure laid out for a width, without title and footer; raises CordonError where there is none."""
    if drawing.figure is None:
        raise CordonError(f"“{drawing.title}” has no chart to draw, only rows.")
    height = height_of(drawing, frame)
    layout = finish_layout(drawing.figure.layout.to_plotly_json())
    margin = layout["margin"] | {"r": max(layout["margin"].get("r", 0), EDGE)}
    layout |= {
        "font": {"color": INK, "family": FONT},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "width": frame.width,
        "height": height,
        "margin": margin,
    }
    if frame.squeeze < 1:
        # Labels that stand upright need the height of a page's figure.
        layout["annotations"] = [note for note in layout.get("annotations", ()) if not note.get("textangle")]
    data = [trace.to_plotly_json() for trace in drawing.figure.data]
    return Picture({"data": data, "layout": layout}, frame.width, height, frame.scale)


def height_of(drawing: Drawing, frame: Frame) -> int:
    """Return the height of a chart in a frame: by its rows where they fix it, else by a proportion."""
    figure = drawing.figure
    if figure is None:
        return 0
    if any(trace.type in ("choropleth", "scattergeo") for trace in figure.data):
        return round(frame.width * MAP_RATIO)
    own = figure.layout.height
    if own is None:
        return round(frame.width * frame.open_ratio)
    return round(AROUND + (float(own) - AROUND) * frame.squeeze)
