"""A condensed briefing as one slide: a chart, the few findings that fit beside it in large letters, its publishers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from analytics.briefing.deck import (
    EDGE,
    LETTER,
    POINTS,
    WIDTH,
    Box,
    Deck,
    Paragraph,
    Run,
    add_footer,
    add_text,
    height_of,
    say_claim,
)
from analytics.briefing.model import Briefing, Claim, Part, Source
from analytics.briefing.native_chart import NativeChart
from analytics.briefing.notes import cite_together, note_all
from analytics.briefing.slide_charts import add_chart, add_picture
from analytics.briefing.slide_tables import add_listing
from analytics.charts.style import ACCENT, SLATE
from analytics.charts.words import listed, many, say

TOP, FOOT = 1.5, 6.6
CAPTION, CHART = Box(EDGE, TOP, 5.9, 0.6), Box(EDGE, TOP + 0.62, 5.9, FOOT - TOP - 0.72)
SIDE = Box(EDGE + 6.2, TOP, WIDTH - 2 * EDGE - 6.2, FOOT - TOP - 0.1)
WHOLE = Box(EDGE, TOP, WIDTH - 2 * EDGE, FOOT - TOP - 0.1)
SOURCES = Box(EDGE, FOOT, WIDTH - 2 * EDGE, 0.3)
# A hall does not read less than the smallest, nor more findings at once.
SIZES, SOURCE_SIZE, MOST = (18, 17, 16, 15, 14, 13, 12), 10, 6


@dataclass(frozen=True)
class Finding:
    """What one paragraph says, behind its title; `first` ones are kept where not all fit."""

    title: str
    claims: tuple[Claim, ...]
    first: bool

    @property
    def told(self) -> Paragraph:
        """The paragraph."""
        title = [Run(f"{self.title}. ", bold=True)] if self.title else []
        said = [run for claim in cite_together(self.claims) for run in (*say_claim(claim), Run(" "))]
        return [*title, *said[:-1]]


def write_one_slide(
    briefing: Briefing, native: NativeChart | None, picture: bytes | None, faults: Sequence[str]
) -> bytes:
    """Return a file of one slide; `native` or `picture` is the chart of the first finding, if it has one."""
    deck, lead = Deck(), briefing.parts[0]
    told = f"{briefing.title}, {say(briefing.on)}"
    deck.describe(title=told, subject=f"Data version {briefing.version}")
    slide = deck.add(lead.headline.text)
    box = SIDE if show_lead(slide, briefing, native, picture) else WHOLE
    add_text(slide, say_findings(briefing, faults, box), box, SIZES)
    add_text(slide, [[Run(name_publishers(briefing.sources), colour=SLATE)]], SOURCES, (SOURCE_SIZE,))
    add_footer(slide, f"Cordon · {told} · data version {briefing.version}", deck.count)
    slide.notes_slide.notes_text_frame.text = note_all(briefing)
    return deck.save()


def show_lead(slide: Any, briefing: Briefing, native: NativeChart | None, picture: bytes | None) -> bool:
    """Put the chart of the first finding on the slide, or its rows; return whether there is either."""
    lead = briefing.parts[0]
    if lead.drawing and (native or picture):
        caption = native.caption if native else lead.drawing.subtitle
        told = " ".join(text for text in (f"{caption.rstrip('.')}.", say_end(lead, briefing.on)) if text)
        add_text(slide, [[Run(told, colour=SLATE)]], CAPTION, (11, 10))
        if native:
            add_chart(slide, native, CHART, alt=lead.drawing.alt)
        elif picture:
            add_picture(slide, picture, CHART, alt=lead.drawing.alt)
    elif lead.listing:
        add_listing(slide, lead.listing, CHART)
    return bool(native or picture or lead.listing)


def say_end(lead: Part, on: date) -> str:
    """Return until when the data behind a finding run, where that is before the day asked about; else nothing."""
    until = lead.methods[0].as_of if lead.methods else None
    return f"Data run to {say(until)}." if until and until < on else ""


def say_findings(briefing: Briefing, faults: Sequence[str], box: Box) -> list[Paragraph]:
    """Return the findings that fit a place in letters that can be read, and which chapters the notes tell of alone."""
    failed: list[Paragraph] = [[Run("Could not be made. ", bold=True, colour=ACCENT), Run(fault)] for fault in faults]
    found = list_findings(briefing)
    kept: list[int] = []
    for place in sorted(range(len(found)), key=lambda place: not found[place].first):
        tried = sorted([*kept, place])
        if len(tried) <= MOST and fits([found[one] for one in tried], found, failed, box):
            kept = tried
    shown = [found[place] for place in kept]
    return [finding.told for finding in shown] + say_rest(shown, found) + failed


def list_findings(briefing: Briefing) -> list[Finding]:
    """Return what may be said: of the first finding what no reader may miss, then its chapter, then the others."""
    first, *others = briefing.chapters
    lead, *rest = first.parts

    def shorten(*claims: Claim) -> tuple[Claim, ...]:
        # The slide says the day at its foot, so that no sentence need end with it.
        return tuple(replace(claim, text=claim.text.replace(f" on {say(briefing.on)}.", ".")) for claim in claims)

    # What one chart and one title tell needs no more than the claims that no reader may miss.
    found = [Finding("", shorten(claim), first=True) for claim in lead.brief or lead.claims]
    found += [Finding("", shorten(part.headline, *part.claims), first=bool(part.claims)) for part in rest]
    for chapter in others:
        claims = shorten(*(claim for part in chapter.parts for claim in (part.headline, *part.claims)))
        found.append(Finding(chapter.title, claims, first=any(part.claims for part in chapter.parts)))
    return found


def fits(shown: Sequence[Finding], found: Sequence[Finding], failed: Sequence[Paragraph], box: Box) -> bool:
    """Return whether findings fit a place in the smallest letters, with the line that names those left to the notes."""
    told = [*(finding.told for finding in shown), *say_rest(shown, found), *failed]
    return height_of(told, box.width, SIZES[-1]) <= box.height


def say_rest(shown: Sequence[Finding], found: Sequence[Finding]) -> list[Paragraph]:
    """Return which titles stand in the notes alone, as a paragraph; none where every finding is shown."""
    rest = [finding.title for finding in found if finding.title and finding not in shown]
    return [[Run(f"In the notes: {listed(rest, most=len(rest))}.", colour=SLATE)]] if rest else []


def name_publishers(sources: Sequence[Source]) -> str:
    """Return whole names of publishers, those of most sources first, as many as a line holds; the rest is counted."""
    names = [name for source in sources for name in source.publisher.split("; ") if name]
    ranked = sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
    room = SOURCES.width * POINTS / (SOURCE_SIZE * LETTER)
    behind = f"{many(len(sources), 'source')} in full in the notes."
    for shown in range(len(ranked), 0, -1):
        more = f" and {len(ranked) - shown} more" if shown < len(ranked) else ""
        line = f"Sources: {'; '.join(ranked[:shown])}{more}; {behind}"
        if len(line) <= room:
            return line
    return f"Sources: {behind}"
