"""A briefing cut to fit: one slide, one page, every finding in a sentence, only the sources that are cited."""

import io
import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader

from analytics.briefing.compose import compose_briefing
from analytics.briefing.condense import FIRST_ALONE, NO_ROOM, condense
from analytics.briefing.deck import LETTER, POINTS
from analytics.briefing.model import Briefing
from analytics.briefing.one_slide import MOST
from analytics.briefing.write import write_briefing
from analytics.catalog.run import run_query
from tests.briefing.making import DAY, make, quiet
from tests.running import run_here

SUBJECTS = [("RUS", "PRK"), ("TUV", None), ("XWM", None), ("BIH", "CAF")]


@cache
def short_file(state: str, compare: str | None, form: str) -> bytes:
    """Return a short briefing as a file."""
    content, faults = write_briefing(condense(make(state, compare)), form, quiet)
    assert faults == ()
    return content


def sentences(briefing: Briefing) -> list[str]:
    """Return what a short briefing says: each headline, and the claims that are left."""
    return [claim.text for part in briefing.parts for claim in (part.headline, *part.claims)]


def squeezed(text: str) -> str:
    """Return a text without what breaks lines, and without the numbers of sources."""
    return re.sub(r"[\s\u00ad\u2060-]|\[[\d–, ]+\]", "", text)


@pytest.mark.parametrize(("state", "compare"), SUBJECTS)
def test_every_headline_stays_and_sources_are_numbered_anew(state: str, compare: str | None) -> None:
    full, short = make(state, compare), condense(make(state, compare))
    assert [part.headline.text for part in short.parts] == [part.headline.text for part in full.parts]
    cited = {number for part in short.parts for claim in (part.headline, *part.claims) for number in claim.sources}
    assert cited == {source.number for source in short.sources} == set(range(1, len(short.sources) + 1))
    titles = {source.number: source.title for source in short.sources}
    for ours, theirs in zip(short.parts, full.parts, strict=True):
        assert [titles[number] for number in ours.headline.sources] == [
            full.sources[number - 1].title for number in theirs.headline.sources
        ]


def test_a_pair_is_held_against_a_year_before_and_told_of_the_council_s_own_sanctions() -> None:
    movers = run_query("isolation_movers", {"from": "2021-07-14", "to": DAY}).frame.set_index("state")["index_from"]
    said = sentences(condense(make("RUS", "PRK")))
    told = f"Russia scored {movers['RUS']:.0f} and North Korea {movers['PRK']:.0f}."
    assert f"A year before, on 14 July 2021, {told}" in said
    bound = [text for text in said if text.startswith("Measures of the United Nations Security Council were in force")]
    assert len(bound) == 1 and not any(text.startswith("No measures of the United Nations") for text in said)
    place = said.index(bound[0])
    assert "sanctions in force against North Korea" in said[place - 1]


def test_a_line_that_tells_only_until_when_data_run_goes_unless_it_is_alone() -> None:
    late = date(2026, 11, 1)
    assert "missiles" in [chapter.id for chapter in make("IRN", None, late).chapters]
    assert "missiles" not in [chapter.id for chapter in condense(make("IRN", None, late)).chapters]
    alone = compose_briefing(state="IRN", on=late, sections=["missiles"], short=True, report=quiet)
    assert alone.parts[0].headline.text.startswith("The record of launches by Iran ends on")


@pytest.mark.parametrize(("state", "compare"), SUBJECTS)
def test_one_page_holds_all_of_it(state: str, compare: str | None) -> None:
    (page,) = PdfReader(io.BytesIO(short_file(state, compare, "pdf"))).pages
    said, short = squeezed(page.extract_text()), condense(make(state, compare))
    for sentence in sentences(short):
        assert squeezed(sentence) in said, sentence
    for source in short.sources:
        assert squeezed(source.title) in said, source.title
    assert "1of1" in said and short.version in page.extract_text()


def find_box(slide: Any, begins: str) -> Any:
    """Return the text box of a slide in which a paragraph begins so."""
    boxes = [shape for shape in slide.shapes if shape.has_text_frame]
    return next(box for box in boxes if any(line.text.startswith(begins) for line in box.text_frame.paragraphs))


@pytest.mark.parametrize(("state", "compare"), SUBJECTS)
def test_one_slide_shows_few_findings_in_large_letters_and_its_notes_hold_all(state: str, compare: str | None) -> None:
    (slide,) = Presentation(io.BytesIO(short_file(state, compare, "pptx"))).slides
    short = condense(make(state, compare))
    assert slide.shapes.title.text_frame.text == short.parts[0].headline.text
    lead = short.parts[0]
    box = find_box(slide, (lead.brief or lead.claims)[0].text[:20])
    lines = [line for line in box.text_frame.paragraphs if not line.text.startswith("In the notes: ")]
    assert 1 <= len(lines) <= MOST
    (letters,) = {run.font.size.pt for line in box.text_frame.paragraphs for run in line.runs if run.font.size}
    assert letters >= 12
    across = box.width.inches * POINTS / (letters * LETTER)
    taken = sum(-(-len(line.text) // across) for line in box.text_frame.paragraphs)
    assert taken * letters * 1.2 / POINTS <= box.height.inches + 0.1
    notes = slide.notes_slide.notes_text_frame.text
    assert all(sentence in notes for sentence in sentences(short))
    assert all(f"[{source.number}] {source.title}" in notes for source in short.sources)
    assert all(notes.count(f"[{source.number}] {source.title}") == 1 for source in short.sources)
    assert all(part.link in notes for part in short.parts)
    assert all(f"{title} left out. {why}" in notes for title, why in short.left_out)


@pytest.mark.parametrize(("state", "compare"), SUBJECTS)
def test_one_slide_names_publishers_uncut_in_one_line(state: str, compare: str | None) -> None:
    (slide,) = Presentation(io.BytesIO(short_file(state, compare, "pptx"))).slides
    short = condense(make(state, compare))
    box = find_box(slide, "Sources: ")
    assert len(box.text_frame.text) <= box.width.inches * POINTS / (10 * LETTER)
    publishers = "; ".join(source.publisher for source in short.sources)
    named = box.text_frame.text.removeprefix("Sources: ").split("; ")[:-1]
    assert named and all(re.sub(r" and \d+ more$", "", name) in publishers for name in named)
    assert not any("…" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_slide_of_a_pair_keeps_the_interval_the_year_before_and_the_council_and_says_what_is_not_on_it() -> None:
    (slide,) = Presentation(io.BytesIO(short_file("RUS", "PRK", "pptx"))).slides
    said = find_box(slide, "Russia ranked").text_frame.text
    interval = run_query("isolation_rank_interval", {"on": DAY}).frame.set_index("state").loc["RUS"]
    assert f"Russia ranks between {interval['rank_p05']:.0f} and {interval['rank_p95']:.0f}, and North Korea" in said
    assert "A year before, on 14 July 2021," in said
    assert "Measures of the United Nations Security Council were in force too" in said
    assert "In the notes: " in said and " on 14 July 2022." not in said


def test_chosen_charts_leave_no_bare_title_and_are_told_of() -> None:
    chart = ("council-totals", {"from": "1946-01-01", "to": "2022-07-14"})
    beside = compose_briefing(state="TUV", on=DAY, sections=["exclusions"], charts=[chart], short=True, report=quiet)
    assert [chapter.id for chapter in beside.chapters] == ["exclusions"]
    assert ("Chosen charts", NO_ROOM) in beside.left_out
    two = [chart, ("recognition-map", {"entity": "XKX", "on": "2022-07-14"})]
    alone = compose_briefing(state=None, on=DAY, charts=two, short=True, report=quiet)
    assert [part.chart_id for part in alone.parts] == ["council-totals"]
    assert alone.left_out == (("Chosen charts", FIRST_ALONE),)


def test_a_chosen_chart_alone_stays_as_it_is() -> None:
    charts = [("council-totals", {"from": "1946-01-01", "to": "2022-07-14"})]
    briefing = compose_briefing(state=None, on=make("TUV").on, charts=charts, short=True, report=quiet)
    (slide,) = Presentation(io.BytesIO(write_briefing(briefing, "pptx", quiet)[0])).slides
    assert any(shape.has_chart or shape.shape_type == 13 for shape in slide.shapes)
    subtitle = briefing.parts[0].drawing.subtitle if briefing.parts[0].drawing else ""
    assert subtitle and not any(subtitle in claim.text for claim in briefing.parts[0].claims)


def test_the_command_writes_it(tmp_path: object) -> None:
    out = f"{tmp_path}/page.html"
    done = run_here("brief", "--state", "Tuvalu", "--on", "2022-07-14", "--short", "--out", out)
    assert done.returncode == 0, done.stderr
    assert "findings from" in done.stdout


def test_the_command_says_that_the_data_fall_short_of_the_day(tmp_path: object) -> None:
    asked = ("brief", "--state", "Tuvalu", "--short", "--section", "recognition", "--out", f"{tmp_path}/page.html")
    past, before = (run_here(*asked, "--on", day) for day in ("2026-11-30", "2022-07-14"))
    assert "Asked about 30 November 2026, but the data behind it end on 24 September 2026" in past.stderr
    assert "Asked about" not in before.stderr
