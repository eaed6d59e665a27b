"""Compose a briefing: ask, tell, number the sources, and say what could not be made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from analytics.briefing.condense import condense
from analytics.briefing.listings import list_any
from analytics.briefing.model import CHARTS, Briefing, Chapter, Claim, Fault, Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.sections import Section, find_sections
from analytics.briefing.subject import Subject, find_subject
from analytics.briefing.words import beyond
from analytics.charts.words import first
from analytics.database.open import data_version
from analytics.errors import CordonError

Report = Callable[[str], None]
Charts = Sequence[tuple[str, Mapping[str, object]]]
CHOSEN = "Chosen charts"
GRADED = "Facts graded D are left out of this chart."


def compose_briefing(
    *,
    state: str | None,
    compare: str | None = None,
    on: date,
    sections: Sequence[str] | None = None,
    charts: Charts = (),
    checked: bool = False,
    short: bool = False,
    root: str = "",
    report: Callable[[str], None],
) -> Briefing:
    """Compose a briefing on a state or contested entity, on a pair, or of chosen charts alone.

    Each of `charts` is a chart's id with its parameters and forms a part of its own, in the order given.
    `checked` leaves out facts graded D; so does `evidence` = `checked` among a chart's parameters, for it alone.
    `short` cuts it to one slide or one page.
    `root` is the address of the dashboard, for links to live views. `report` is told what is being composed.
    Raises CordonError for a state or section that is not known, and where nothing at all could be made.
    """
    notebook = Notebook(checked=checked, root=root)
    subject = choose_subject(state, compare, on)
    chosen = find_sections(sections) if subject else ()
    chapters: list[Chapter] = []
    left_out: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for number, section in enumerate(chosen, start=1):
        report(f"section {number} of {len(chosen)}: {section.title}")
        if subject:
            compose_section(section, subject, notebook, chapters=chapters, left_out=left_out, faults=faults)
    parts = compose_charts(charts, on, notebook, faults, report)
    chapters += [Chapter(CHARTS, CHOSEN, parts)] if parts else []
    if not chapters:
        told = [str(fault) for fault in faults] + [f"{title} does not apply: {why}" for title, why in left_out]
        raise CordonError(f"Nothing could be made of this briefing. {' '.join(told) or 'Choose a state or a chart.'}")
    briefing = Briefing(
        title=title_of(subject),
        on=on,
        made_on=date.today(),
        version=notebook.version or data_version(),
        checked=checked,
        chapters=tuple(chapters),
        sources=notebook.sources,
        left_out=tuple(left_out),
        faults=tuple(faults),
    )
    return condense(briefing) if short else briefing


def choose_subject(state: str | None, compare: str | None, on: date) -> Subject | None:
    """Return whom the briefing is about; raises CordonError for a name that is not known, or the same one twice."""
    if state is None:
        if compare is not None:
            raise CordonError(f"{compare} has nothing to be compared with: name a state as well.")
        return None
    subject = find_subject(state, on)
    other = find_subject(compare, on) if compare else None
    if other and other.code == subject.code:
        raise CordonError(f"{subject.name} is compared with itself. Choose another state, or none.")
    return replace(subject, other=other)


def compose_section(
    section: Section,
    subject: Subject,
    notebook: Notebook,
    *,
    chapters: list[Chapter],
    left_out: list[tuple[str, str]],
    faults: list[Fault],
) -> None:
    """Add a section's chapter, or why it does not apply, or why it failed."""
    try:
        why = section.lacks(subject, notebook)
        if why:
            left_out.append((section.title, first(why)))
            return
        chapters.append(Chapter(section.id, section.title, tuple(section.compose(subject, notebook))))
    # Whatever goes wrong in one section, the others are delivered and the reader is told.
    except Exception as error:
        faults.append(Fault(f"The section “{section.title}” could not be made", explain(error)))


def compose_charts(
    charts: Charts, on: date, notebook: Notebook, faults: list[Fault], report: Report
) -> tuple[Part, ...]:
    """Return a part for each chosen chart that could be drawn."""
    parts = []
    for number, (chart_id, given) in enumerate(charts, start=1):
        report(f"chart {number} of {len(charts)}: {chart_id}")
        try:
            parts.append(compose_chart(chart_id, given, on, notebook))
        except Exception as error:
            faults.append(Fault(f"The chart {chart_id} could not be made", explain(error)))
    return tuple(parts)


def compose_chart(chart_id: str, given: Mapping[str, object], on: date, notebook: Notebook) -> Part:
    """Return the part of one chosen chart; where it has nothing to draw, its rows."""
    drawing = notebook.draw(chart_id, given)
    result = drawing.results[0]
    headline = notebook.cite(drawing.title, *drawing.results)
    # A subtitle stands with the chart; only rows without one need it said.
    bare = drawing.figure is None and drawing.subtitle
    claims = [
        Claim(f"{drawing.subtitle.rstrip('.')}." if bare else ""),
        notebook.cite(beyond(result.as_of, on, "these data"), result),
        Claim(GRADED if result.checked and not notebook.checked else ""),
    ]
    return notebook.part(
        headline, claims, chart=(chart_id, given), results=drawing.results, listing=list_any(result, result.query.title)
    )


def title_of(subject: Subject | None) -> str:
    """Return whom a briefing is about, as its title."""
    if subject is None:
        return CHOSEN
    return " and ".join(one.begins if one is subject else one.called for one in subject.both)


def explain(error: Exception) -> str:
    """Return an error as a sentence; one not meant for a person bears its kind."""
    return str(error) if isinstance(error, CordonError) else f"{type(error).__name__}: {error}."
