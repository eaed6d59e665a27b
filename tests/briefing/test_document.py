"""The PDF opened again: two to eight pages, contents that name the right pages, footnotes, sources, charts as lines."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from analytics.briefing.compose import compose_briefing
from analytics.briefing.notes import cite_once
from analytics.briefing.write import write_briefing
from analytics.catalog.query import load_catalog
from tests.briefing.making import DAY, make, quiet, write

SUBJECTS = [("RUS", "PRK"), ("USA", "RUS"), ("TUV", None), ("BTN", None), ("XWM", None), ("BIH", "CAF")]


def read(state: str, compare: str | None) -> list[str]:
    """Return the text of each page, line breaks as spaces."""
    reader = PdfReader(io.BytesIO(write(state, compare, "pdf")))
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def squeeze(text: str) -> str:
    """Return a text without what breaks its lines."""
    return re.sub(r"[\s\u00ad-]", "", text)


@pytest.mark.parametrize(("state", "compare"), SUBJECTS)
def test_it_has_two_to_eight_numbered_pages_with_day_and_version(state: str, compare: str | None) -> None:
    pages, briefing = read(state, compare), make(state, compare)
    assert 2 <= len(pages) <= 8
    for number, page in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in page
        assert f"14 July 2022 · data version {briefing.version}" in page


@pytest.mark.parametrize(("state", "compare"), SUBJECTS)
def test_every_finding_and_every_source_is_in_it(state: str, compare: str | None) -> None:
    briefing, whole = make(state, compare), " ".join(read(state, compare))
    for part in briefing.parts:
        assert whole.count(part.headline.text.split(" ", 3)[0]) >= 2
        assert f"Query {part.methods[0].query_id}." in whole
        assert squeeze(part.methods[0].question) in squeeze(whole)
    for source in briefing.sources:
        assert re.sub(r"\s", "", source.title)[:30] in re.sub(r"[\s\u00ad-]", "", whole).replace("-", "") or (
            re.sub(r"[\s-]", "", source.title)[:30] in re.sub(r"[\s-]", "", whole)
        )
    for title, why in briefing.left_out:
        assert f"{title} left out." in whole and why in whole


def test_a_short_one_begins_at_once() -> None:
    briefing = compose_briefing(state="TUV", on=DAY, sections=["standing"], report=quiet)
    first = PdfReader(io.BytesIO(write_briefing(briefing, "pdf", quiet)[0])).pages[0].extract_text()
    assert "Contents" not in first
    assert "Tuvalu scored" in " ".join(first.split())


def test_contents_name_the_pages_on_which_findings_stand() -> None:
    pages = read("RUS", "PRK")
    assert "Contents" in pages[0]
    for begins in ("North Korea had launched 31 missiles", "Russia had vetoed 136 drafts"):
        named = re.search(rf"{begins}[^.]*\.[ .]*(\d)", pages[0])
        assert named
        assert begins in pages[int(named[1]) - 1]


def test_footnotes_ask_in_words_and_nothing_is_said_under_every_finding() -> None:
    whole = " ".join(read("RUS", "PRK"))
    assert "Asked for: 14 July 2022." in whole and "Asked for: Russia, North Korea, to 14 July 2022." in whole
    assert "2022-07-14" not in whole and "Live view" not in whole
    assert whole.count("leads to its live view") == 1


def test_the_symbol_of_a_document_stands_on_one_line() -> None:
    for on in (DAY, date(2026, 6, 30)):
        briefing = compose_briefing(state="RUS", compare="PRK", on=on, sections=["council"], short=True, report=quiet)
        (page,) = PdfReader(io.BytesIO(write_briefing(briefing, "pdf", quiet)[0])).pages
        assert re.search(r"[SA]/RES/\d+\s+\(\d{4}\)", page.extract_text())


def test_sources_stand_once_where_every_claim_cites_the_same() -> None:
    parts = {part.headline.text: part for part in make("RUS", "PRK").parts}
    same = next(part for text, part in parts.items() if text.startswith("North Korea stood above"))
    assert cite_once(same).headline == same.headline and not any(claim.sources for claim in cite_once(same).claims)
    apart = next(part for text, part in parts.items() if text.startswith("North Korea was recognised by"))
    assert cite_once(apart) == apart
    claim = re.escape(same.claims[0].text[:60]).replace(r"\ ", r"\s+")
    whole = " ".join(read("RUS", "PRK"))
    assert re.search(rf"{claim}[^.]*\. (?!\[)", whole)


def test_agreement_names_its_scale() -> None:
    assert any(
        "from 0 to 1 the agreement of" in part.headline.text and " was 0." in part.headline.text
        for part in make("RUS", "PRK").parts
    )


def test_charts_are_drawn_as_lines_with_letters_and_links_lead_out() -> None:
    reader = PdfReader(io.BytesIO(write("RUS", "PRK", "pdf")))
    assert sum(len(page.images) for page in reader.pages) == 0
    assert "Bosnia and Herzegovina" in " ".join(page.extract_text() for page in reader.pages)
    targets = {
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object() and "/URI" in note.get_object()["/A"]
    }
    assert any("versus?state=RUS&with=PRK" in target for target in targets)
    assert any("nti.org" in target for target in targets)
    assert reader.metadata and reader.metadata.title == "Russia and North Korea"
    assert load_catalog()
