"""A briefing as a PDF on A4, set by Typst: contents, findings with charts, footnotes on method, numbered sources."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics.briefing.model import Briefing, Claim, Fault, Listing, Part, Source
from analytics.briefing.notes import cite_once, note_about, tell_rest
from analytics.briefing.pictures import Frame, draw_pictures
from analytics.briefing.words import spans
from analytics.charts.style import ACCENT, INK, SLATE
from analytics.charts.words import say
from analytics.exports.picture import compile_typst

TEMPLATE = Path(__file__).parent / "document.typ"
FRAME = Frame("svg", 450, open_ratio=0.56, squeeze=0.66)


@dataclass(frozen=True)
class Layout:
    """How wide and how tall a chart may be, in centimetres, the size of letters in points, and whether the findings
    begin on a page of their own."""

    beside: float
    tallest: float
    letters: float = 9.5
    apart: bool = False


# Tried in turn where the pages are too many. A briefing of few chapters has no contents and begins at once.
LAYOUTS = (Layout(10.2, 10.0, apart=True), Layout(9.8, 8.5, apart=True), Layout(9.2, 7.5, apart=True), Layout(8.6, 6.5))
ONE_PAGE = (
    Layout(9.2, 8.5),
    Layout(9.2, 7.5, 9.0),
    Layout(8.8, 6.4, 8.5),
    Layout(8.4, 5.6, 8.0),
    Layout(8.0, 4.8, 7.0),
)
MOST_PAGES, FEW_CHAPTERS = 8, 2
HOW_TO_READ = (
    "Numbers in brackets are those of the sources at the end; where only a headline bears them, they hold for all "
    "below it. A headline leads to its live view; footnotes tell the method."
)
MISSING = "The picture of this chart could not be made."
PAGE = re.compile(rb"/Type\s*/Page\b")
SIZE = re.compile(rb'<svg[^>]*?width="([\d.]+)"[^>]*?height="([\d.]+)"')


def to_pdf(briefing: Briefing, report: Callable[[str], None]) -> tuple[bytes, tuple[Fault, ...]]:
    """Return the document, and what of it could not be made; charts shrink until it has eight pages at most,
    or one where it was cut to one."""
    wanted = [part for part in briefing.parts if part.drawing]
    pictures, faults = draw_pictures(briefing, wanted, FRAME, report)
    content = json.dumps(tell_all(briefing, pictures, (*briefing.faults, *faults)), ensure_ascii=False)
    report("setting pages")
    source = TEMPLATE.read_text(encoding="utf-8")
    few = briefing.short or len(briefing.chapters) <= FEW_CHAPTERS
    for layout in ONE_PAGE if briefing.short else LAYOUTS:
        pdf = compile_typst(source, {"data": content, **inputs_of(layout, few=few, short=briefing.short)})
        if len(PAGE.findall(pdf)) <= (1 if briefing.short else MOST_PAGES):
            break
    return pdf, tuple(faults)


def inputs_of(layout: Layout, *, few: bool, short: bool) -> dict[str, str]:
    """Return how a document is laid out, as the template takes it."""
    sizes = {"beside": layout.beside, "tallest": layout.tallest, "letters": layout.letters}
    choices = {"apart": layout.apart and not few, "contents": not few, "short": short}
    return {name: str(size) for name, size in sizes.items()} | {
        name: "yes" if chosen else "no" for name, chosen in choices.items()
    }


def tell_all(briefing: Briefing, pictures: Mapping[int, bytes], faults: tuple[Fault, ...]) -> dict[str, Any]:
    """Return everything the template says, as plain values."""
    places = {id(part): place for place, part in enumerate(briefing.parts)}
    return {
        "title": briefing.title,
        "day": say(briefing.on),
        "about": f"{note_about(briefing)} {HOW_TO_READ}",
        "running": f"Cordon · {briefing.title}, {say(briefing.on)} · data version {briefing.version}",
        "colours": {"ink": INK, "muted": SLATE, "accent": ACCENT},
        "left_out": briefing.left_out,
        "faults": [str(fault) for fault in faults],
        "chapters": [
            {
                "title": chapter.title,
                "place": str(number),
                "parts": [tell_part(cite_once(part), places[id(part)], pictures) for part in chapter.parts],
            }
            for number, chapter in enumerate(briefing.chapters)
        ],
        "sources": [tell_source(source) for source in briefing.sources],
    }


def tell_part(part: Part, place: int, pictures: Mapping[int, bytes]) -> dict[str, Any]:
    """Return one finding as plain values."""
    picture = pictures.get(place)
    size = SIZE.search(picture) if picture else None
    return {
        "place": str(place),
        "headline": tell_claim(part.headline),
        "claims": [tell_claim(claim) for claim in part.claims],
        "svg": picture.decode() if picture else None,
        "ratio": float(size[2]) / float(size[1]) if size else 0.5,
        "subtitle": full_stop(part.drawing.subtitle) if part.drawing else "",
        "alt": part.drawing.alt if part.drawing else "",
        "missing": MISSING if part.drawing and not picture else "",
        "listing": tell_listing(part.listing) if part.listing and not picture else None,
        "method": tell_footnote(part),
        "link": part.link,
    }


def full_stop(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return f"{text.rstrip('.')}." if text else ""


def tell_claim(claim: Claim) -> dict[str, str]:
    """Return a sentence and the numbers of its sources."""
    return {"text": claim.text, "cited": spans(claim.sources), "first": str(min(claim.sources, default=0))}


def tell_listing(listing: Listing) -> dict[str, Any]:
    """Return rows; the widest column takes the room that the others leave."""
    every = (listing.columns, *listing.rows)
    lengths = [max(len(row[place]) for row in every) for place in range(len(listing.columns))]
    return {
        "title": listing.title,
        "columns": listing.columns,
        "rows": listing.rows,
        "total": listing.total,
        "widest": lengths.index(max(lengths)),
    }


def tell_footnote(part: Part) -> dict[str, str] | None:
    """Return what the first query of a part asks, of whom and when, how to read its numbers, and the query's id."""
    if not part.methods:
        return None
    method = part.methods[0]
    subject = f"Asked for: {method.subject}." if method.subject else ""
    evidence = f"Evidence: {method.evidence}." if method.evidence else ""
    told = (method.question, subject, *part.notes, evidence)
    return {"text": " ".join(text for text in told if text), "query": method.query_id}


def tell_source(source: Source) -> dict[str, str]:
    """Return a source as the list at the end holds it."""
    told = {"title": source.title, "publisher": source.publisher, "url": source.leads_to}
    return {"number": str(source.number), "rest": tell_rest(source), **told}
