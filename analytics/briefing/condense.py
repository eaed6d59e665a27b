"""A briefing cut to one slide or one page: its first finding with the chart, and the headlines of the others."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analytics.briefing.model import CHARTS, Briefing, Chapter, Claim, Part

NO_ROOM = "One slide or one page has no room for charts put aside; the full briefing shows them."
FIRST_ALONE = "One slide or one page has room for the first chart put aside; the full briefing shows all."


def condense(briefing: Briefing) -> Briefing:
    """Return a briefing short enough for a page: the first finding keeps chart and claims, the others headlines and
    what no reader may miss.

    A headline that tells only until when a record runs goes, unless there is nothing else, and so do chosen charts,
    whose title alone says nothing. The sources still cited are numbered anew, in the order in which the full briefing
    cites them.
    """
    kept, left_out = keep_charts(briefing)
    lead, *others = drop_past_end(kept) or kept
    first, *rest = lead.parts
    chapters = (
        replace(lead, parts=(first, *map(to_headline, rest))),
        *(replace(chapter, parts=tuple(map(to_headline, chapter.parts))) for chapter in others),
    )
    return renumber(replace(briefing, chapters=chapters, left_out=(*briefing.left_out, *left_out), short=True))


def keep_charts(briefing: Briefing) -> tuple[tuple[Chapter, ...], tuple[tuple[str, str], ...]]:
    """Return the chapters without chosen charts, or the first chart of a briefing of charts alone; and what went."""
    sections = tuple(chapter for chapter in briefing.chapters if chapter.id != CHARTS)
    charts = next((chapter for chapter in briefing.chapters if chapter.id == CHARTS), None)
    if charts is None:
        return sections, ()
    if sections:
        return sections, ((charts.title, NO_ROOM),)
    told = ((charts.title, FIRST_ALONE),) if len(charts.parts) > 1 else ()
    return (replace(charts, parts=charts.parts[:1]),), told


def drop_past_end(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """Return chapters without the parts that tell only until when a record runs."""
    kept = [replace(one, parts=tuple(part for part in one.parts if not part.past_end)) for one in chapters]
    return tuple(chapter for chapter in kept if chapter.parts)


def to_headline(part: Part) -> Part:
    """Return what is left of a finding: its sentence and what no reader may miss, how it was found, and the link."""
    return Part(part.headline, claims=part.brief, methods=part.methods, link=part.link)


def renumber(briefing: Briefing) -> Briefing:
    """Return a briefing with the sources that it cites, numbered from one."""
    cited = {number for part in briefing.parts for claim in (part.headline, *part.claims) for number in claim.sources}
    cited |= {number for part in briefing.parts for claim in part.brief for number in claim.sources}
    sources = tuple(source for source in briefing.sources if source.number in cited)
    numbers = {source.number: place for place, source in enumerate(sources, start=1)}
    return replace(
        briefing,
        chapters=tuple(renumber_chapter(chapter, numbers) for chapter in briefing.chapters),
        sources=tuple(replace(source, number=numbers[source.number]) for source in sources),
    )


def renumber_chapter(chapter: Chapter, numbers: Mapping[int, int]) -> Chapter:
    """Return a chapter whose claims bear new numbers."""

    def renumber_claim(claim: Claim) -> Claim:
        return Claim(claim.text, tuple(numbers[number] for number in claim.sources))

    parts = (
        replace(
            part,
            headline=renumber_claim(part.headline),
            claims=tuple(map(renumber_claim, part.claims)),
            brief=tuple(map(renumber_claim, part.brief)),
        )
        for part in chapter.parts
    )
    return replace(chapter, parts=tuple(parts))
