"""A briefing cut to one slide or one page: its first finding with the chart, and the headlines of the others."""

from collections.abc import Mapping
from dataclasses import replace

from analytics.briefing.model import Briefing, Chapter, Claim, Part


def condense(briefing: Briefing) -> Briefing:
    """Return a briefing short enough for a page: the first finding keeps chart and claims, the others headlines.

    The sources still cited are numbered anew, in the order in which the full briefing cites them.
    """
    lead, *others = briefing.chapters
    first, *rest = lead.parts
    chapters = (
        replace(lead, parts=(first, *map(to_headline, rest))),
        *(replace(chapter, parts=tuple(map(to_headline, chapter.parts))) for chapter in others),
    )
    return renumber(replace(briefing, chapters=chapters, short=True))


def to_headline(part: Part) -> Part:
    """Return what is left of a finding: its sentence, how it was found, and the link to its live view."""
    return Part(part.headline, methods=part.methods, link=part.link)


def renumber(briefing: Briefing) -> Briefing:
    """Return a briefing with the sources that it cites, numbered from one."""
    cited = {number for part in briefing.parts for claim in (part.headline, *part.claims) for number in claim.sources}
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
        replace(part, headline=renumber_claim(part.headline), claims=tuple(map(renumber_claim, part.claims)))
        for part in chapter.parts
    )
    return replace(chapter, parts=tuple(parts))
