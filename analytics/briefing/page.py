"""A briefing as one HTML file: charts that answer the pointer, no network, fit to print."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from analytics.briefing.model import Briefing, Claim, Fault, Part
from analytics.briefing.notes import cite_once, note_about, tell_method, tell_rest
from analytics.briefing.words import runs
from analytics.charts.geometry import SCALES, geometry_address, geometry_name, read_geometry
from analytics.charts.style import finished_figure
from analytics.charts.words import say
from analytics.exports.fonts import font_faces
from analytics.exports.pages import HERE, fill

NUMBERED = (
    "Raised numbers are those of the sources at the end; where only a headline bears them, they hold for all below it."
)


def to_page(briefing: Briefing, report: Callable[[str], None]) -> tuple[bytes, tuple[Fault, ...]]:
    """Return the page, and what of it could not be made: nothing, as it needs no browser to be written."""
    report("writing the page")
    places = {id(part): place for place, part in enumerate(briefing.parts)}
    chapters: list[dict[str, Any]] = [
        {"title": chapter.title, "parts": [tell_part(cite_once(part), places[id(part)]) for part in chapter.parts]}
        for chapter in briefing.chapters
    ]
    figures = [part["figure"] for chapter in chapters for part in chapter["parts"] if part["figure"]]
    scripts = [get_plotlyjs(), (HERE / "briefing.js").read_text(encoding="utf-8")]
    page = fill(
        "briefing.html",
        root="",
        title=briefing.title,
        day=say(briefing.on),
        about=f"{note_about(briefing)} {NUMBERED}",
        running=f"Cordon · {briefing.title}, {say(briefing.on)} · data version {briefing.version}",
        left_out=briefing.left_out,
        faults=[str(fault) for fault in briefing.faults],
        chapters=chapters,
        outlines=outlines_of(figures),
        sources=[
            {"number": one.number, "title": one.title, "url": one.leads_to, "rest": tell_rest(one)}
            for one in briefing.sources
        ],
        fonts=Markup(font_faces()),
        inline=[Markup(script.replace("</script", "<\\/script")) for script in scripts],
    )
    return page.encode(), ()


def tell_part(part: Part, place: int) -> dict[str, Any]:
    """Return one finding as the page takes it."""
    drawing = part.drawing
    return {
        "place": place,
        "headline": tell_claim(part.headline),
        "claims": [tell_claim(claim) for claim in part.claims],
        "figure": write_figure(drawing.figure) if drawing and drawing.figure is not None else None,
        "subtitle": drawing.subtitle if drawing else "",
        "alt": drawing.alt if drawing else "",
        "listing": part.listing,
        "notes": part.notes,
        "methods": [tell_method(method) for method in part.methods],
        "link": part.link,
    }


def tell_claim(claim: Claim) -> dict[str, Any]:
    """Return a sentence and the numbers of its sources, runs of them as one."""
    numbers = [
        {"first": run[0], "text": f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0])} for run in runs(claim.sources)
    ]
    return {"text": claim.text, "numbers": numbers}


def write_figure(figure: go.Figure) -> Markup:
    """Return a figure as JSON that may stand inside a page; maps name their outlines, which the page holds once."""
    return Markup(str(pio.to_json(finished_figure(figure), validate=False)).replace("<", "\\u003c"))


def outlines_of(figures: Iterable[str]) -> Markup:
    """Return the outlines that some figures name, by address, as JSON that may stand inside a page."""
    told = "".join(figures)
    # Plotly writes the slash of an address in another way, so the file's name is looked for.
    used = [scale for scale in SCALES if geometry_name(scale) in told]
    named = [f"{json.dumps(geometry_address(scale))}: {read_geometry(scale).decode()}" for scale in used]
    return Markup("{" + ", ".join(named).replace("<", "\\u003c") + "}")
