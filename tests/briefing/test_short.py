"""A briefing cut to fit: one slide, one page, every finding in a sentence, only the sources that are cited."""

import io
import re
from datetime import date
from functools import cache

import pytest
from pptx import Presentation
from pypdf import PdfReader

from analytics.briefing.compose import compose_briefing
from analytics.briefing.condense import FIRST_ALONE, NO_ROOM, condense
from analytics.briefing.deck import LETTER, POINTS
from analytics.briefing.model import Briefing
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


@pytest.mark.parametrize(("state", "compare"), SUBJECTS)
def test_one_slide_holds_all_of_it_and_nothing_leaves_its_place(state: str, compare: str | None) -> None:
    deck = Presentation(io.BytesIO(short_file(state, compare, "pptx")))
    (slide,) = deck.slides
    short = condense(make(state, compare))
    frames = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    said = " ".join(shape.text_frame.text for shape in frames)
    for sentence in sentences(short):
        assert sentence in said
    for source in short.sources:
        assert f"{source.number} {source.title[:40]}" in said
    for shape in (shape for shape in frames if shape.text_frame.paragraphs[0].runs):
        letters = [run.font.size.pt for line in shape.text_frame.paragraphs for run in line.runs if run.font.size]
        lines = [sum(len(run.text) for run in line.runs) for line in shape.text_frame.paragraphs]
        across = shape.width.inches * POINTS / (letters[0] * LETTER)
        assert sum(-(-count // across) for count in lines) * letters[0] * 1.2 / POINTS <= shape.height.inches + 0.1
        assert letters[0] >= 6
    notes = slide.notes_slide.notes_text_frame.text
    assert all(part.link in notes for part in short.parts)
    assert all(f"{title}. {why}" in notes for title, why in short.left_out)


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
