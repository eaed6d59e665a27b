"""A PowerPoint file in our look: boxes, text that fits its box, tables, footers, notes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches, Pt

from analytics.briefing.model import Claim
from analytics.briefing.words import spans
from analytics.charts.style import ACCENT, INK, SERIES, SLATE
from analytics.exports.fonts import FAMILY

TITLE_ONLY = 5
WIDTH, HEIGHT, EDGE = 13.333, 7.5, 0.6
LETTER, LINE, GAP = 0.5, 1.22, 0.45
POINTS = 72
# Roman, sans serif, normal width: what a reader's machine goes by where the typeface is not installed.
PANOSE = "020B0503050203000203"
LINE_COLOUR = "#dcdcd8"
OFFICE = {
    "1F497D": INK, "4F81BD": SERIES[0], "C0504D": SERIES[1], "9BBB59": SERIES[2], "8064A2": SERIES[3],
    "4BACC6": SERIES[4], "F79646": SERIES[5], "0000FF": SERIES[0], "800080": SLATE,
}  # fmt: skip


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Run:
    """A piece of text; `raised` for numbers of sources."""

    text: str
    bold: bool = False
    colour: str = INK
    raised: bool = False
    link: str = ""


Paragraph = Sequence[Run]


class Deck:
    """Slides of one presentation."""

    def __init__(self) -> None:
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
        theme = self._deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme._blob = own_theme(theme.blob)

    @property
    def count(self) -> int:
        """How many slides there are."""
        return len(self._deck.slides)

    def number_of(self, slide: Any) -> int:
        """Return the place of a slide among the others, from one."""
        return int(self._deck.slides.index(slide)) + 1

    def describe(self, *, title: str, subject: str) -> None:
        """Name the file for those who search for it."""
        properties = self._deck.core_properties
        properties.title, properties.subject, properties.author = title, subject, "Cordon"

    def add(self, title: str, *, sizes: Sequence[int] = (26, 23, 20, 18, 16)) -> Any:
        """Add a slide with its title set large enough to fill its place and no larger."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        box = Box(EDGE, 0.4, WIDTH - 2 * EDGE, 1.0)
        place(slide.shapes.title, box)
        write(slide.shapes.title.text_frame, [[Run(title, bold=True)]], box, sizes, anchor=MSO_ANCHOR.MIDDLE)
        for holder in list(slide.placeholders):
            if holder.placeholder_format.idx != 0:
                holder._element.getparent().remove(holder._element)
        return slide

    def save(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self._deck.save(out)
        return out.getvalue()


def own_theme(blob: bytes) -> bytes:
    """Return the default theme in our colours and typeface."""
    text = blob.decode("utf-8").replace(
        '<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FAMILY}" panose="{PANOSE}"/>'
    )
    for theirs, ours in OFFICE.items():
        text = text.replace(f'<a:srgbClr val="{theirs}"/>', f'<a:srgbClr val="{ours.lstrip("#").upper()}"/>')
    return text.encode("utf-8")


def say_claim(claim: Claim) -> Paragraph:
    """Return a sentence with the numbers of its sources."""
    raised = [Run(f" {spans(claim.sources)}", colour=SLATE, raised=True)] if claim.sources else []
    return [Run(claim.text), *raised]


def place(shape: Any, box: Box) -> None:
    """Put a shape in a place."""
    shape.left, shape.top = Inches(box.left), Inches(box.top)
    shape.width, shape.height = Inches(box.width), Inches(box.height)


def add_text(slide: Any, paragraphs: Sequence[Paragraph], box: Box, sizes: Sequence[int]) -> Any:
    """Add a text box whose text fits it, in the first of the sizes that does."""
    shape = slide.shapes.add_textbox(Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height))
    write(shape.text_frame, paragraphs, box, sizes, anchor=MSO_ANCHOR.TOP)
    return shape


def write(frame: Any, paragraphs: Sequence[Paragraph], box: Box, sizes: Sequence[int], *, anchor: Any) -> None:
    """Write paragraphs into a frame in the first of the sizes in which they fit, else in the last."""
    size = next((size for size in sizes if height_of(paragraphs, box.width, size) <= box.height), sizes[-1])
    frame.word_wrap, frame.vertical_anchor = True, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = 1
        paragraph.line_spacing = 1.0
        paragraph.space_after = Pt(size * GAP if number < len(paragraphs) - 1 else 0)
        for run in runs:
            add_run(paragraph, run, size)


def add_run(paragraph: Any, run: Run, size: float) -> None:
    """Add a piece of text to a paragraph."""
    piece = paragraph.add_run()
    # Numbers of sources stay together at the end of a line.
    piece.text = run.text.replace("–", "\u2060–\u2060") if run.raised else run.text
    piece.font.size, piece.font.bold = Pt(size), run.bold
    piece.font.color.rgb = rgb(run.colour)
    if run.raised:
        piece.font._element.set("baseline", "30000")
    if run.link:
        piece.hyperlink.address = run.link


def height_of(paragraphs: Sequence[Paragraph], width: float, size: float) -> float:
    """Return the height that paragraphs take, in inches, by the mean width of letters."""
    across = width * POINTS / (size * LETTER)
    letters = [sum(len(run.text) * weight_of(run) for run in runs) for runs in paragraphs]
    lines = [ceil(count / across) for count in letters]
    return (sum(max(count, 1) for count in lines) * LINE + GAP * (len(lines) - 1)) * size / POINTS


def weight_of(run: Run) -> float:
    """Return how wide the letters of a piece of text are beside plain ones."""
    if run.raised:
        return 0.66
    return 1.06 if run.bold else 1.0


def rgb(colour: str) -> Any:
    """Return a colour as PowerPoint takes it."""
    make: Any = RGBColor
    return make(*bytes.fromhex(colour.lstrip("#")))


def add_footer(slide: Any, text: str, number: int) -> None:
    """Add the line at the foot: what is cited, day, version, and the slide's number."""
    box = Box(EDGE, HEIGHT - 0.5, WIDTH - 2 * EDGE - 0.8, 0.3)
    add_text(slide, [[Run(text, colour=SLATE)]], box, (10, 9, 8))
    corner = Box(WIDTH - EDGE - 0.7, HEIGHT - 0.5, 0.7, 0.3)
    shape = add_text(slide, [[Run(str(number), colour=SLATE)]], corner, (10,))
    shape.text_frame.paragraphs[0].alignment = 3
    piece = shape.text_frame.paragraphs[0].runs[0]._r
    field = piece.makeelement(
        piece.tag.replace("}r", "}fld"), {"id": "{8C3E0E6B-7A0C-4D7E-9F0B-0C5D5F0A1B2C}", "type": "slidenum"}
    )
    for child in list(piece):
        field.append(child)
    piece.getparent().replace(piece, field)


def add_rule(slide: Any, box: Box) -> None:
    """Add a thin bar in the accent colour."""
    shape = slide.shapes.add_shape(1, Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(ACCENT)
    shape.line.fill.background()
