"""Pages that take a state or an entity by their address: opened for every one, or for the odd ones and some others.

Sanctions and recognition are opened for a fifth, or for all where all is asked for. The rest take up to two seconds a
state, so they are opened for those of `tests.whole.states`; `test_charts_of_every_state` draws the charts of the rest.
"""

import pytest
from streamlit.testing.v1 import AppTest

from analytics.charts import views
from tests.app.opening import headings, open_page
from tests.whole.states import DAY, ENTITIES, MISSING, ODD, STATES, drawn_states, share

PAGES: dict[str, dict[str, str]] = {
    "isolation": {},
    "versus": {},
    "ties": {},
    "alignment": {},
    "alignment, one member": {"view": "member"},
    "method": {},
    "briefing": {},
}


def states() -> list[str]:
    """Return the states among the odd, and those drawn."""
    return [*(code for code in ODD if code in STATES), *drawn_states()]


def assert_whole(app: AppTest) -> None:
    """Assert that a page has its heading and no fault, and knew what its address asked for."""
    assert [fault.message for fault in app.exception] == []
    assert [box.value for box in app.error] == []
    assert len(app.title) == 1 and app.title[0].value
    assert not [note.value for note in app.info if "not known here" in note.value]
    for words in [item.value for item in (*app.subheader, *app.header, *app.caption, *app.markdown)]:
        assert not MISSING.search(words), words


def test_no_page_that_begins_with_a_state_is_left_out() -> None:
    taking = {page.name for page in views.PAGES if {"state", "state_a", "target", "entity"} & page.start.keys()}
    assert taking - {"country", "sanctions", "recognition", "missiles"} <= {name.split(",")[0] for name in PAGES}


@pytest.mark.parametrize("code", share(STATES, 0))
def test_sanctions_open_for_every_state(code: str) -> None:
    app = open_page("sanctions", target=code, on=DAY)
    assert_whole(app)
    assert app.selectbox(key="target").value == code
    assert len(headings(app)) == 6


@pytest.mark.parametrize("code", share(ENTITIES, 0))
def test_recognition_opens_for_every_entity(code: str) -> None:
    app = open_page("recognition", entity=code, on=DAY)
    assert_whole(app)
    assert any(ENTITIES[code] in heading for heading in headings(app))


@pytest.mark.parametrize("code", [*ODD, *drawn_states()])
def test_one_state_on_one_page(code: str) -> None:
    app = open_page("country", state=code, on=DAY)
    assert_whole(app)
    assert any((ENTITIES | STATES)[code] in heading for heading in headings(app))


@pytest.mark.parametrize("code", states())
@pytest.mark.parametrize("page", PAGES)
def test_other_pages_open_for_the_odd_and_some_others(page: str, code: str) -> None:
    app = open_page(page.split(",", maxsplit=1)[0], state=code, on=DAY, **PAGES[page])
    assert_whole(app)
    assert headings(app)
