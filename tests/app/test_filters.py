"""Filters keep their values from page to page, so that a key means the same on each."""

import re

from analytics.paths import ROOT
from tests.app.opening import open_page

PAGES = ROOT / "analytics" / "dashboard" / "pages"
KEYED = re.compile(r'choose_(\w+)\(\s*"(\w+)"')
DAYS = {"on", "from", "to"}


def test_no_key_is_a_day_on_one_page_and_something_else_on_another() -> None:
    found = {
        (key, kind == "day")
        for page in PAGES.glob("[a-z]*.py")
        for kind, key in KEYED.findall(page.read_text(encoding="utf-8"))
    }
    days = {key for key, is_day in found if is_day} | DAYS
    assert days & {key for key, is_day in found if not is_day} == set()


def test_a_value_of_another_kind_in_the_link_is_harmless() -> None:
    app = open_page("isolation", since="2014")
    assert not app.exception
    assert any("2014" in note.value for note in app.info)
