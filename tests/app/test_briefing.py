"""The basket and the page Briefing: all of it in the link, nonsense in a link harmless, a fault leaves the rest."""

import io
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from analytics.briefing import write
from analytics.briefing.condense import NO_ROOM
from analytics.briefing.model import Fault
from analytics.charts.basket import Item, read_basket, write_basket
from analytics.dashboard.components.briefing_files import MADE
from analytics.errors import CordonError
from tests.app.opening import headings, open_page

KOSOVO = Item("recognition-map", {"entity": "XKX", "on": "2022-07-14"})
TIES = Item("ties-years")
LINK = write_basket([KOSOVO, TIES])
SMALL = {"sections": "exclusions~ties"}


def basket_of(app: AppTest) -> tuple[Item, ...]:
    """Return the charts that the page's link spells."""
    return read_basket(app.query_params["basket"])[0] if "basket" in app.query_params else ()


def texts(app: AppTest) -> str:
    return "\n".join(item.value for item in app.markdown)


def test_a_chart_is_put_aside_with_its_filters_and_taken_out_again() -> None:
    app = open_page("recognition", entity="XKX", on="2022-07-14")
    app.button(key="recognition-map-basket").click().run()
    assert basket_of(app) == (KOSOVO,)
    assert app.button(key="recognition-map-basket").label == "In the briefing"
    app.button(key="recognition-curve-basket").click().run()
    assert [item.chart_id for item in basket_of(app)] == ["recognition-map", "recognition-curve"]
    app.button(key="recognition-map-basket").click().run()
    assert [item.chart_id for item in basket_of(app)] == ["recognition-curve"]


def test_the_same_chart_for_another_day_is_another_chart() -> None:
    app = open_page("recognition", entity="XKX", on="2010-01-01", basket=LINK)
    assert app.button(key="recognition-map-basket").label == "Add to briefing"
    app.button(key="recognition-map-basket").click().run()
    assert [item.given.get("on") for item in basket_of(app)] == ["2022-07-14", None, "2010-01-01"]


def test_a_chart_of_checked_rows_is_put_aside_as_one() -> None:
    app = open_page("recognition", entity="XKX", on="2022-07-14", evidence="checked")
    app.button(key="recognition-map-basket").click().run()
    assert basket_of(app) == (Item(KOSOVO.chart_id, KOSOVO.given, checked=True),)


def test_links_of_other_pages_do_not_carry_the_basket() -> None:
    app = open_page("recognition", entity="XKX", basket=LINK)
    app.button_group(key="recognition-map-behind").set_value("Cite and share").run()
    assert "entity=XKX" in app.code[0].value
    assert all("basket" not in block.value for block in app.code)


def test_the_link_of_the_briefing_opens_the_same_briefing() -> None:
    app = open_page("briefing", state="PRK", on="2020-01-31", basket=LINK, **SMALL)
    assert not app.exception
    assert headings(app) == ["North Korea", "Exclusions", "Severed ties", "Chosen charts", "Sources"]
    assert "Kosovo: recognised by" in texts(app)
    for part in ("state=PRK", "on=2020-01-31", "sections=exclusions~ties", f"basket={LINK}"):
        assert part in app.code[0].value


def test_a_short_one_is_in_the_link_and_in_the_names_of_its_files() -> None:
    app = open_page("briefing", state="PRK", on="2022-07-14", length="short", **SMALL)
    assert not app.exception
    assert "length=short" in app.code[0].value
    made = make(app)
    assert made.choice.name == "cordon-briefing-prk-2022-07-14-short"
    assert len(Presentation(io.BytesIO(made.files["pptx"])).slides) == 1


def test_a_short_one_tells_beside_its_length_that_charts_put_aside_are_left_out() -> None:
    def told(**given: str) -> bool:
        app = open_page("briefing", state="PRK", on="2022-07-14", **given)
        assert not app.exception
        return any(item.value == NO_ROOM for item in app.caption)

    assert told(length="short", basket=LINK, **SMALL)
    assert not told(length="short", **SMALL)
    assert not told(basket=LINK, **SMALL)


def test_every_finding_names_its_sources_by_number() -> None:
    app = open_page("briefing", state="PRK", on="2022-07-14", **SMALL)
    found = [item.value for item in app.markdown if item.value.startswith("**") and ":small[(with" in item.value]
    assert found
    assert all("\\[" in text for text in found)


def test_a_pair_is_compared_and_nobody_with_itself() -> None:
    pair = open_page("briefing", state="RUS", with_="PRK", sections="standing")
    assert pair.header[0].value == "Russia and North Korea"
    same = open_page("briefing", state="RUS", with_="RUS", sections="standing")
    assert same.header[0].value == "Russia"
    assert "not compared with itself" in same.info[0].value


def test_sections_move_with_buttons_and_the_link_follows() -> None:
    app = open_page("briefing", state="PRK", on="2022-07-14", **SMALL)
    assert app.button(key="section-0-up").disabled
    app.button(key="section-1-up").click().run()
    assert app.query_params["sections"] == "ties~exclusions"
    assert headings(app)[1:3] == ["Severed ties", "Exclusions"]
    app.button(key="section-0-out").click().run()
    assert app.query_params["sections"] == "exclusions"
    assert headings(app) == ["North Korea", "Exclusions", "Sources"]


def test_charts_move_and_leave_with_buttons() -> None:
    app = open_page("briefing", sections="none", basket=LINK)
    app.button(key="chart-1-up").click().run()
    assert basket_of(app) == (TIES, KOSOVO)
    app.button(key="chart-0-out").click().run()
    assert basket_of(app) == (KOSOVO,)
    app.button(key="chart-0-out").click().run()
    assert "basket" not in app.query_params
    assert "Choose a section" in app.info[0].value


def test_charts_alone_are_a_briefing() -> None:
    app = open_page("briefing", sections="none", basket=LINK)
    assert app.header[0].value == "Chosen charts"
    assert headings(app) == ["Chosen charts", "Chosen charts", "Sources"]


@pytest.mark.parametrize(
    "query",
    [
        {"basket": "<img src=x onerror=alert(1)>~~../../etc/passwd~~recognition-map~entity.'; drop table ties"},
        {"basket": "~" * 4000},
        {"sections": "ties~<b>nothing</b>"},
        {"sections": "nothing at all"},
        {"state": "<b>", "with_": "QQQ", "on": "2022-02-31"},
    ],
)
def test_nonsense_in_a_link_is_told_and_does_no_harm(query: dict[str, str]) -> None:
    app = open_page("briefing", **({"sections": "ties"} | query))
    assert not app.exception
    assert not app.error
    assert app.info
    assert all("<" not in note.value for note in app.info)
    assert app.header[0].value == "Russia"


def make(app: AppTest) -> Any:
    """Make the files and return them."""
    next(button for button in app.button if button.label == "Make the files").click().run()
    assert not app.exception
    return app.session_state[MADE]


def test_files_are_made_and_hold_what_the_page_shows() -> None:
    app = open_page("briefing", state="PRK", on="2022-07-14", basket=LINK, **SMALL)
    made = make(app)
    assert list(made.files) == ["pptx", "pdf", "html"]
    assert made.faults == ()
    slides = Presentation(io.BytesIO(made.files["pptx"])).slides
    told = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    read = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.files["pdf"])).pages)
    for text in (told, read, made.files["html"].decode()):
        assert "North Korea" in text
        assert "Kosovo: recognised by" in " ".join(text.split())


def test_files_of_another_choice_are_not_offered() -> None:
    app = open_page("briefing", state="PRK", on="2022-07-14", **SMALL)
    made = make(app)
    assert [item.label for item in app.get("download_button")] == [
        "Download PowerPoint",
        "Download PDF",
        "Download HTML page",
    ]
    app.button(key="section-0-out").click().run()
    assert app.session_state[MADE] == made
    assert not app.get("download_button")


def test_a_format_that_fails_is_told_and_the_others_are_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> tuple[bytes, tuple[Fault, ...]]:
        raise CordonError("The PDF could not be set: the paper is out.")

    monkeypatch.setitem(write.WRITERS, "pdf", fail)
    app = open_page("briefing", state="PRK", on="2022-07-14", **SMALL)
    made = make(app)
    assert list(made.files) == ["pptx", "html"]
    assert [note.value for note in app.warning if "the paper is out" in note.value]


def test_without_chromium_every_file_is_made_and_the_package_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORDON_CHROMIUM", "/nowhere/chromium")
    app = open_page("briefing", state="PRK", on="2022-07-14", basket=LINK, **SMALL)
    made = make(app)
    assert list(made.files) == ["pptx", "pdf", "html"]
    assert any("Install the package chromium" in note.value for note in app.warning)
