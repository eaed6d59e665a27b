"""What a page begins ahead: nothing that it does not ask for further down, and the answer it would have had anyway."""

import pytest

from analytics.catalog import ahead
from analytics.catalog.run import answers, run_query
from analytics.catalog.turns import AT_ONCE, Turns
from analytics.dashboard.components.figure import drawings
from tests.app.opening import open_page

DAY = "2021-03-05"
STORY = ["isolation_lead", "recognition_totals"]
INDEX = ["isolation_index"]
# Only of a state with a rank on both days.
MOVED = ["isolation_movers", "isolation_components", "isolation_components"]


class Noted:
    """A thread that works nothing out and notes what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, dict[str, object]]] = []

    def submit(self, work: object, query_id: str, parameters: dict[str, object], *, checked: bool) -> None:
        self.given.append((query_id, parameters))


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Noted:
    """What is begun ahead in a test, and not worked out."""
    found = Noted()
    monkeypatch.setattr(ahead, "thread_ahead", lambda: found)
    answers().clear()
    drawings().clear()
    return found


@pytest.mark.parametrize(
    ("page", "asked", "begun"),
    [
        ("story", {}, STORY),
        ("country", {}, INDEX + MOVED),
        ("country", {"state": "XKX"}, INDEX),
        ("country", {"state": "DDR"}, INDEX),
        ("country", {"on": "1950-01-01"}, INDEX),
    ],
)
def test_what_a_page_begins_it_asks_for(page: str, asked: dict[str, str], begun: list[str], noted: Noted) -> None:
    assert not open_page(page, **{"on": DAY} | asked).exception
    assert [query_id for query_id, _ in noted.given] == begun
    kept = len(answers())
    for query_id, parameters in noted.given:
        run_query(query_id, parameters)
    assert len(answers()) == kept


def test_nothing_is_begun_where_no_turn_is_free(noted: Noted, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = Turns(AT_ONCE)
    monkeypatch.setattr(ahead, "turns", lambda: busy)
    with busy.page():
        ahead.begin("ties_broken", {"on": DAY}, checked=False)
        assert len(noted.given) == AT_ONCE - 1
    full = Turns(1)
    monkeypatch.setattr(ahead, "turns", lambda: full)
    with full.page():
        ahead.begin("ties_broken", {"on": DAY}, checked=False)
        ahead.try_ahead("ties_broken", {"on": DAY}, checked=False)
    assert len(noted.given) == AT_ONCE - 1
    assert not len(answers())


def test_what_was_begun_is_there_and_a_fault_waits_for_who_asks() -> None:
    answers().clear()
    ahead.begin("ties_broken", {"on": DAY}, checked=False)
    ahead.begin("ties_broken", {"on": "no day"}, checked=False)
    ahead.thread_ahead().submit(int).result()
    assert len(answers()) == 1
    asked = run_query("ties_broken", {"on": DAY})
    assert asked is run_query("ties_broken", {"on": DAY})
    assert len(answers()) == 1
