"""A briefing as a PowerPoint file: a slide a finding, native charts, sources and method in the speaker notes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from pptx.util import Inches

from analytics.briefing.deck import (
    EDGE,
    WIDTH,
    Box,
    Deck,
    Paragraph,
    Run,
    add_footer,
    add_rule,
    add_text,
    say_claim,
)
from analytics.briefing.model import CHARTS, Briefing, Fault, Listing, Part
from analytics.briefing.native import make_native
from analytics.briefing.native_chart import NativeChart
from analytics.briefing.notes import cite_once, cited, note_about, note_part
from analytics.briefing.one_slide import write_one_slide
from analytics.briefing.pictures import Frame, draw_pictures
from analytics.briefing.slide_charts import add_chart, add_picture
from analytics.briefing.slide_tables import (
    BELOW,
    FEW,
    FEWER,
    SMALLEST,
    add_listing,
    add_sources,
    is_small,
    row_height,
    say_rest,
)
from analytics.briefing.words import spans
from analytics.charts.style import ACCENT, SLATE
from analytics.charts.words import say

FRAME = Frame("png", 760, 2.4)
INNER = WIDTH - 2 * EDGE
CHART, CAPTION = Box(EDGE, 1.95, 7.7, 4.85), Box(EDGE, 1.5, 7.7, 0.42)
ROWS, REST = Box(EDGE, 1.5, INNER, 4.9), Box(EDGE, 6.5, INNER, 0.3)
SIDE, BODY = Box(EDGE + 8.05, 1.5, INNER - 8.05, 5.3), Box(EDGE, 1.5, INNER, 5.3)
TEXT_SIZES = (17, 16, 15, 14, 13, 12, 11, 10, 9)
SOURCES_A_SLIDE, BARE_A_SLIDE = 15, 4
MISSING = "The picture of this chart could not be made."


def to_pptx(briefing: Briefing, report: Callable[[str], None]) -> tuple[bytes, tuple[Fault, ...]]:
    """Return the slides, and what of them could not be made."""
    natives = {id(part): make_native(part.chart_id, part.drawing) for part in briefing.parts if part.drawing}
    drawn = [part for part in briefing.parts if part.drawing and natives[id(part)] is None]
    pictures, faults = draw_pictures(briefing, drawn, FRAME, report)
    report("writing slides")
    if briefing.short:
        told = [str(fault) for fault in (*briefing.faults, *faults)]
        return write_one_slide(briefing, natives.get(id(briefing.parts[0])), pictures.get(0), told), tuple(faults)
    writer = SlideWriter(briefing, natives, {id(briefing.parts[place]): png for place, png in pictures.items()})
    return writer.write((*briefing.faults, *faults)), tuple(faults)


class SlideWriter:
    """Writes one briefing as slides."""

    def __init__(
        self, briefing: Briefing, natives: Mapping[int, NativeChart | None], pictures: Mapping[int, bytes]
    ) -> None:
        self.briefing, self.natives, self.pictures = briefing, natives, pictures
        self.deck = Deck()
        self.deck.describe(title=f"{briefing.title}, {say(briefing.on)}", subject=f"Data version {briefing.version}")
        self.foot = f"Cordon · {briefing.title}, {say(briefing.on)} · data version {briefing.version}"

    def write(self, faults: Sequence[Fault]) -> bytes:
        """Write every slide and return the file; one chart alone needs neither front nor contents."""
        alone = len(self.briefing.parts) == 1 and self.briefing.chapters[0].id == CHARTS
        if not alone:
            self.write_front()
        contents = None if alone else self.start("Contents")
        begins: dict[str, Any] = {}
        bare = [(chapter.title, part) for chapter in self.briefing.chapters for part in chapter.parts if is_bare(part)]
        for chapter in self.briefing.chapters:
            for part in chapter.parts:
                if not is_bare(part):
                    begins.setdefault(chapter.title, self.write_part(part))
        for start in range(0, len(bare), BARE_A_SLIDE):
            slide = self.write_bare(bare[start : start + BARE_A_SLIDE])
            begins |= {title: slide for title, _ in bare[start : start + BARE_A_SLIDE] if title not in begins}
        if self.briefing.left_out or faults:
            begins["Left out"] = self.write_left_out(faults)
        begins["Sources"] = self.write_sources()
        if contents:
            self.fill_contents(contents, begins)
        return self.deck.save()

    def start(self, title: str, numbers: Sequence[int] = ()) -> Any:
        """Add a slide with title and footer."""
        slide = self.deck.add(title)
        cites = f"Source{'s' if len(numbers) > 1 else ''} {spans(numbers)} · " if numbers else ""
        add_footer(slide, f"{cites}{self.foot}", self.deck.count)
        return slide

    def write_front(self) -> None:
        """Write the first slide: whom it is about, the day, what the numbers rest on."""
        slide = self.deck.add(self.briefing.title, sizes=(44, 38, 32, 28))
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = Inches(EDGE), Inches(2.1), Inches(INNER), Inches(1.3)
        add_rule(slide, Box(EDGE, 1.9, 1.4, 0.07))
        told = [
            [Run(f"Briefing for {say(self.briefing.on)}")],
            [Run(f"Composed on {say(self.briefing.made_on)} by Cordon from data version {self.briefing.version}.")],
            [Run("Every number comes from a query, and each claim bears the numbers of its sources.")],
            [Run("How each number was found stands in the speaker notes.")],
        ]
        if self.briefing.checked:
            told.append([Run("Facts not yet checked against a document (evidence D) are left out.")])
        add_text(slide, told, Box(EDGE, 3.6, INNER, 2.2), (18, 16))
        slide.notes_slide.notes_text_frame.text = note_about(self.briefing)

    def write_part(self, part: Part) -> Any:
        """Write one finding: chart or rows on the left, what supports it on the right; more rows follow."""
        numbers = [source.number for source in cited(self.briefing, part)]
        slide = self.start(part.headline.text, numbers)
        told = self.say(part)
        beside = part.listing if self.drawn(part) and part.listing and fits_beside(part.listing) else None
        under = self.show(slide, part, CHART.width if told or beside else INNER)
        taken = row_height(beside, SMALLEST) if beside else 0
        if told:
            add_text(slide, told, Box(SIDE.left, SIDE.top, SIDE.width, SIDE.height - taken), TEXT_SIZES)
        notes = note_part(self.briefing, part)
        slide.notes_slide.notes_text_frame.text = notes
        if beside:
            place = Box(SIDE.left, SIDE.top + SIDE.height - taken, SIDE.width, taken)
            add_listing(slide, beside, place, sizes=(SMALLEST,))
        elif part.listing and self.drawn(part) and not under:
            self.write_listing(part.listing, part.link, notes, numbers)
        return slide

    def say(self, part: Part) -> list[Paragraph]:
        """Return what stands beside a part's chart or rows; nothing where its headline says all."""
        told = [say_claim(claim) for claim in cite_once(part).claims]
        told += [[Run(MISSING, colour=ACCENT)]] if part.drawing and not self.drawn(part) else []
        return told + [[Run(note, colour=SLATE)] for note in part.notes]

    def drawn(self, part: Part) -> bool:
        """Return whether a part's chart is there, drawn by PowerPoint or as a picture."""
        return self.natives.get(id(part)) is not None or id(part) in self.pictures

    def show(self, slide: Any, part: Part, wide: float) -> bool:
        """Put a part's chart on its slide, or else its rows; return whether few enough rows found room below it."""
        native, picture = self.natives.get(id(part)), self.pictures.get(id(part))
        if not part.drawing or not (native or picture):
            if part.listing:
                add_listing(slide, part.listing, Box(EDGE, 1.5, wide, 5.3))
            return False
        below = part.listing if part.listing and fits_below(part.listing) else None
        taken = row_height(below, BELOW) if below else 0
        place = Box(CHART.left, CHART.top, wide, CHART.height - taken)
        caption = native.caption if native else part.drawing.subtitle
        add_text(slide, [[Run(caption, colour=SLATE)]], replace(CAPTION, width=wide), (11, 10, 9, 8))
        if native:
            add_chart(slide, native, place, alt=part.drawing.alt)
        elif picture:
            add_picture(slide, picture, place, alt=part.drawing.alt)
        if below:
            under = Box(CHART.left, CHART.top + place.height, wide, taken)
            add_listing(slide, below, under, sizes=(BELOW, SMALLEST))
        return below is not None

    def write_listing(self, listing: Listing, link: str, notes: str, numbers: Sequence[int]) -> None:
        """Write the rows behind a chart on a slide of their own, and where those not shown stand."""
        slide = self.start(listing.title, numbers)
        add_listing(slide, listing, ROWS, titled=False)
        if listing.total > len(listing.rows):
            add_text(slide, [say_rest(listing, link)], REST, (12, 11))
        slide.notes_slide.notes_text_frame.text = notes

    def write_bare(self, parts: Sequence[tuple[str, Part]]) -> Any:
        """Write findings that have neither chart nor rows, several on a slide."""
        numbers = {source.number for _, part in parts for source in cited(self.briefing, part)}
        slide = self.start("In brief", sorted(numbers))
        paragraphs: list[Paragraph] = []
        for title, part in parts:
            paragraphs.append([Run(f"{title}. ", bold=True), *say_claim(part.headline)])
            paragraphs += [say_claim(claim) for claim in cite_once(part).claims]
        add_text(slide, paragraphs, BODY, (20, 18, *TEXT_SIZES))
        slide.notes_slide.notes_text_frame.text = "\n\n".join(note_part(self.briefing, part) for _, part in parts)
        return slide

    def write_left_out(self, faults: Sequence[Fault]) -> Any:
        """Write what does not apply, and what could not be made."""
        slide = self.start("What is left out, and why")
        told: list[Paragraph] = [[Run(f"{title}. ", bold=True), Run(why)] for title, why in self.briefing.left_out]
        told += [[Run("Could not be made. ", bold=True, colour=ACCENT), Run(f"{fault}")] for fault in faults]
        add_text(slide, told, BODY, TEXT_SIZES)
        return slide

    def write_sources(self) -> Any:
        """Write the numbered sources, as many slides as they need; return the first."""
        slides, sources = [], self.briefing.sources
        each = ceil(len(sources) / max(ceil(len(sources) / SOURCES_A_SLIDE), 1)) or 1
        for start in range(0, max(len(sources), 1), each):
            slides.append(self.start("Sources" if start == 0 else "Sources, continued"))
            some = sources[start : start + each]
            add_sources(slides[-1], some, BODY)
            slides[-1].notes_slide.notes_text_frame.text = note_about(self.briefing)
        return slides[0]

    def fill_contents(self, slide: Any, begins: Mapping[str, Any]) -> None:
        """Write the contents, each line a link to its slide."""
        told = {chapter.title: chapter.parts[0].headline.text for chapter in self.briefing.chapters}
        tall = min(5.4 / max(len(begins), 1), 0.62)
        for place, (title, target) in enumerate(begins.items()):
            top = 1.45 + place * tall
            line = [[Run(title, bold=True)]]
            shape = add_text(slide, line, Box(EDGE, top, 2.2, tall - 0.06), (14, 13, 12))
            shape.click_action.target_slide = target
            beside, corner = Box(EDGE + 2.3, top, INNER - 3.1, tall - 0.06), Box(WIDTH - EDGE - 0.6, top, 0.6, 0.3)
            add_text(slide, [[Run(told.get(title, ""))]], beside, (13, 12, 11, 10, 9))
            number = add_text(slide, [[Run(str(self.deck.number_of(target)))]], corner, (13,))
            number.text_frame.paragraphs[0].alignment = 3
        slide.notes_slide.notes_text_frame.text = note_about(self.briefing)


def is_bare(part: Part) -> bool:
    """Return whether a part has neither chart nor rows."""
    return part.drawing is None and part.listing is None


def fits_beside(listing: Listing) -> bool:
    """Return whether rows fit beside a chart, below what is said."""
    return is_small(listing, SIDE.width, FEW, SMALLEST)


def fits_below(listing: Listing) -> bool:
    """Return whether rows fit below a chart and leave it large enough."""
    return not fits_beside(listing) and is_small(listing, CHART.width, FEWER, BELOW)
