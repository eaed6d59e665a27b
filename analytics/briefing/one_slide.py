"""A condensed briefing as one slide: a chart, what is found beside it, its sources along the foot."""

from collections.abc import Sequence
from typing import Any

from analytics.briefing.deck import EDGE, WIDTH, Box, Deck, Paragraph, Run, add_footer, add_text, say_claim
from analytics.briefing.model import Briefing, Part, Source
from analytics.briefing.native_chart import NativeChart
from analytics.briefing.notes import note_about, note_part
from analytics.briefing.slide_charts import add_chart, add_picture
from analytics.briefing.slide_tables import add_listing
from analytics.charts.style import ACCENT, SLATE
from analytics.charts.words import say, shorten

TOP, FOOT = 1.45, 6.12
CAPTION, CHART = Box(EDGE, TOP, 6.3, 0.4), Box(EDGE, TOP + 0.42, 6.3, FOOT - TOP - 0.52)
SIDE = Box(EDGE + 6.6, TOP, WIDTH - 2 * EDGE - 6.6, FOOT - TOP - 0.1)
WHOLE = Box(EDGE, TOP, WIDTH - 2 * EDGE, FOOT - TOP - 0.1)
SOURCES = Box(EDGE, FOOT, WIDTH - 2 * EDGE, 0.85)
SIZES, SOURCE_SIZES = (14, 13, 12, 11, 10, 9, 8), (9, 8, 7, 6)


def write_one_slide(
    briefing: Briefing, native: NativeChart | None, picture: bytes | None, faults: Sequence[str]
) -> bytes:
    """Return a file of one slide; `native` or `picture` is the chart of the first finding, if it has one."""
    deck, (lead, *rest) = Deck(), briefing.parts
    told = f"{briefing.title}, {say(briefing.on)}"
    deck.describe(title=told, subject=f"Data version {briefing.version}")
    slide = deck.add(lead.headline.text)
    beside = show_lead(slide, lead, native, picture)
    add_text(slide, say_findings(briefing, faults), SIDE if beside else WHOLE, SIZES)
    add_text(slide, [list_sources(briefing.sources)], SOURCES, SOURCE_SIZES)
    add_footer(slide, f"Cordon · {told} · data version {briefing.version}", deck.count)
    slide.notes_slide.notes_text_frame.text = "\n\n".join(
        [*(note_part(briefing, part) for part in (lead, *rest)), *tell_left_out(briefing), note_about(briefing)]
    )
    return deck.save()


def show_lead(slide: Any, lead: Part, native: NativeChart | None, picture: bytes | None) -> bool:
    """Put the chart of the first finding on the slide, or its rows; return whether there is either."""
    if lead.drawing and (native or picture):
        caption = native.caption if native else lead.drawing.subtitle
        add_text(slide, [[Run(caption, colour=SLATE)]], CAPTION, (11, 10, 9, 8))
        if native:
            add_chart(slide, native, CHART, alt=lead.drawing.alt)
        elif picture:
            add_picture(slide, picture, CHART, alt=lead.drawing.alt)
    elif lead.listing:
        add_listing(slide, lead.listing, CHART)
    return bool(native or picture or lead.listing)


def say_findings(briefing: Briefing, faults: Sequence[str]) -> list[Paragraph]:
    """Return the claims of the first finding, then each chapter's headlines behind its title."""
    first, *others = briefing.chapters
    lead, *rest = first.parts
    told: list[Paragraph] = [say_claim(claim) for claim in lead.claims]
    told += [say_claim(claim) for part in rest for claim in (part.headline, *part.claims)]
    for chapter in others:
        claims = [claim for part in chapter.parts for claim in (part.headline, *part.claims)]
        sentences = [run for claim in claims for run in (*say_claim(claim), Run(" "))]
        told.append([Run(f"{chapter.title}. ", bold=True), *sentences])
    return told + [[Run("Could not be made. ", bold=True, colour=ACCENT), Run(fault)] for fault in faults]


def list_sources(sources: tuple[Source, ...]) -> Paragraph:
    """Return the sources in one paragraph, each with its number and a link; the notes hold them whole."""
    listed: list[Run] = [Run("Sources. ", bold=True, colour=SLATE)]
    for source in sources:
        listed += [
            Run(f"{source.number} ", colour=SLATE, bold=True),
            Run(shorten(source.title, 48), colour=SLATE, link=source.url),
            Run("; " if source is not sources[-1] else ".", colour=SLATE),
        ]
    return listed


def tell_left_out(briefing: Briefing) -> list[str]:
    """Return what does not apply, each with its reason."""
    return [f"Left out: {title}. {why}" for title, why in briefing.left_out]
