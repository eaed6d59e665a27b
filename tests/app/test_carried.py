"""What a reader looks at goes along from page to page, and the day with it, unless a link says otherwise."""

from collections.abc import Mapping
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from analytics.paths import ROOT

ENTRY = ROOT / "analytics" / "dashboard" / "entry.py"


def enter(page: str) -> AppTest:
    """Open the dashboard on a page."""
    return go(AppTest.from_file(str(ENTRY), default_timeout=60).run(), page)


def go(app: AppTest, page: str, linked: Mapping[str, str] | None = None) -> AppTest:
    """Take the menu to a page, which begins the address anew, or a link of its own."""
    for name in list(app.query_params):
        del app.query_params[name]
    for name, value in (linked or {}).items():
        app.query_params[name] = value
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return app


def choose(app: AppTest, key: str, code: str) -> None:
    app.selectbox(key=key).set_value(code).run()


def address(app: AppTest, key: str) -> str:
    return str(app.query_params.get(key))


@pytest.mark.parametrize(("page", "key"), [("ties", "state"), ("sanctions", "target"), ("briefing", "state")])
def test_a_state_goes_along_and_into_the_link(page: str, key: str) -> None:
    app = enter("country")
    choose(app, "state", "IRN")
    go(app, page)
    assert app.selectbox(key=key).value == "IRN"
    assert address(app, key) == "IRN"


def test_a_day_that_was_chosen_goes_along_and_into_the_link() -> None:
    app = enter("country")
    app.date_input(key="on").set_value(date(2019, 6, 4)).run()
    go(app, "ties")
    assert app.date_input(key="on").value == date(2019, 6, 4)
    assert address(app, "on") == "2019-06-04"


def test_what_a_page_begins_with_goes_along_where_nothing_was_chosen() -> None:
    app = go(enter("country"), "ties")
    assert app.selectbox(key="state").value == "RUS"


def test_a_link_goes_before_what_is_brought_along() -> None:
    app = enter("country")
    choose(app, "state", "IRN")
    go(app, "ties", {"state": "CUB"})
    assert app.selectbox(key="state").value == "CUB"
    assert go(app, "country").selectbox(key="state").value == "CUB"


def test_a_state_that_a_page_does_not_know_stays_with_the_reader() -> None:
    app = enter("country")
    choose(app, "state", "CUB")
    go(app, "missiles")
    assert app.selectbox(key="state").value == "PRK"
    assert not [note for note in app.info if "not known here" in note.value]
    assert go(app, "ties").selectbox(key="state").value == "CUB"


def test_a_pair_goes_along_but_not_one_that_nobody_chose() -> None:
    app = enter("versus")
    assert go(app, "briefing").selectbox(key="with").value == "none"
    choose(go(app, "versus"), "with", "BLR")
    assert go(app, "briefing").selectbox(key="with").value == "BLR"
    go(app, "versus")
    assert (app.selectbox(key="state").value, app.selectbox(key="with").value) == ("RUS", "BLR")


def test_a_pair_is_never_made_of_one_state() -> None:
    app = enter("country")
    choose(app, "state", "PRK")
    go(app, "versus")
    assert (app.selectbox(key="state").value, app.selectbox(key="with").value) == ("PRK", "RUS")
    assert not [note for note in app.info if "two different" in note.value]


def test_a_contested_entity_is_still_there_on_return() -> None:
    app = enter("recognition")
    choose(app, "entity", "XKX")
    go(app, "council")
    go(app, "recognition")
    assert app.selectbox(key="entity").value == "XKX"
    choose(app, "entity", "XDN")
    assert "entity" not in app.query_params
    assert app.selectbox(key="entity").value == "XDN"
