"""Sources and methods in words, as notes and appendices hold them."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.briefing.model import Briefing, Claim, Method, Part, Source
from analytics.briefing.words import spans
from analytics.charts.words import say


def cited(briefing: Briefing, part: Part) -> tuple[Source, ...]:
    """Return the sources that a part cites, by number."""
    numbers = {number for claim in (part.headline, *part.claims) for number in claim.sources}
    return tuple(source for source in briefing.sources if source.number in numbers)


def cite_once(part: Part) -> Part:
    """Return a part with the numbers of its sources at its headline alone, where every claim cites the same ones."""
    if not same_sources((part.headline, *part.claims)):
        return part
    return replace(part, claims=tuple(replace(claim, sources=()) for claim in part.claims))


def cite_together(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims of one paragraph with the numbers of their sources at the last alone, where they are the same."""
    if not same_sources(claims):
        return tuple(claims)
    return (*(replace(claim, sources=()) for claim in claims[:-1]), *claims[-1:])


def same_sources(claims: Sequence[Claim]) -> bool:
    """Return whether claims rest on the same sources."""
    return len({frozenset(claim.sources) for claim in claims}) <= 1


def tell_source(source: Source) -> str:
    """Return a source as a line."""
    return f"{source.title.rstrip('.')}. {tell_rest(source)}"


def tell_rest(source: Source) -> str:
    """Return what stands behind a source's title: publisher, address, terms, and how far the data run."""
    until = f"Data run to {say(source.as_of)}" if source.as_of else ""
    told = (source.publisher, source.url, source.terms, until)
    return ". ".join(text.rstrip(".") for text in told if text) + "."


def tell_method(method: Method) -> str:
    """Return what a query asks, with which values, how, and what to beware of."""
    told = [f"{method.query_id}: {method.question}", method.method]
    told += [f"Asked with {method.asked}."] if method.asked else []
    told += [f"Evidence: {method.evidence}."] if method.evidence else []
    told += [f"Data until {say(method.as_of)}."] if method.as_of else []
    return " ".join([*told, *(f"Note: {caveat}" for caveat in method.caveats)])


def note_part(briefing: Briefing, part: Part) -> str:
    """Return the speaker notes of a part: claims, sources, method, live view."""
    lines = [part.headline.text, *(claim.text for claim in part.claims), *part.notes, ""]
    lines += ["Sources", *(f"[{source.number}] {tell_source(source)}" for source in cited(briefing, part)), ""]
    lines += ["Method", *(tell_method(method) for method in part.methods), ""]
    lines += [f"Live view: {part.link}"] if part.link else []
    return "\n".join([*lines, note_about(briefing)])


def note_all(briefing: Briefing) -> str:
    """Return the speaker notes of a whole briefing: every finding with its numbers, the sources and methods once."""
    told = []
    for part in briefing.parts:
        told += [f"{claim.text} [{spans(claim.sources)}]" for claim in (part.headline, *part.claims) if claim.sources]
        told += [*part.notes, *([f"Live view: {part.link}"] if part.link else []), ""]
    told += ["Sources", *(f"[{source.number}] {tell_source(source)}" for source in briefing.sources), ""]
    methods = dict.fromkeys(tell_method(method) for part in briefing.parts for method in part.methods)
    told += ["Method", *methods, ""]
    told += [f"{title} left out. {why}" for title, why in briefing.left_out]
    return "\n".join([*told, note_about(briefing)])


def note_about(briefing: Briefing) -> str:
    """Return version and day, and what was left out on purpose."""
    told = f"Data version {briefing.version}, asked for {say(briefing.on)}, composed on {say(briefing.made_on)}."
    return f"{told} Facts graded D are left out." if briefing.checked else told
