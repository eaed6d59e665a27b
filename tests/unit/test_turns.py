"""Turns: no more threads at work than there are turns, in the order of asking, and none lost."""

import threading
import time
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace

import pytest

from analytics.catalog.keep import Keeper
from analytics.catalog.turns import AT_ONCE, REST_S, Turns, turns
from analytics.dashboard.components import catalogue

PATIENCE_S = 10


def run_all(works: list[Callable[[], None]]) -> None:
    """Run works in threads of their own; fails if one does not end, or ends with a fault."""
    ended: list[int] = []

    def run(work: Callable[[], None]) -> None:
        work()
        ended.append(1)

    threads = [threading.Thread(target=run, args=(work,), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
        assert not thread.is_alive()
    assert len(ended) == len(works)


def take_and_give(turns: Turns) -> None:
    """Have a turn in another thread, which only a turn that was given back lets it."""

    def work() -> None:
        with turns.one():
            pass

    run_all([work])


def come_after(
    turns: Turns, began: threading.Event, waiting: threading.Event, make: Callable[[], None], seconds: float = 0.2
) -> None:
    """Ask to make a page while another has begun, which is told a moment after that this one waits."""
    began.wait(PATIENCE_S)
    threading.Timer(seconds, waiting.set).start()
    with turns.page():
        make()


def test_no_more_work_at_once_than_there_are_turns() -> None:
    turns = Turns(2)
    at_work: list[int] = []
    most: list[int] = []

    def work() -> None:
        with turns.one():
            at_work.append(1)
            most.append(len(at_work))
            time.sleep(0.02)
            at_work.pop()

    run_all([work] * 12)
    assert max(most) == 2


def test_a_thread_with_a_turn_asks_for_no_other() -> None:
    turns = Turns(1)
    with turns.one(), turns.one():
        pass
    with turns.page():
        for _ in range(3):
            with turns.one(), turns.one():
                pass
    take_and_give(turns)


def test_a_page_keeps_its_turn_until_it_ends_where_nobody_comes_before_it() -> None:
    turns = Turns(1)
    order: list[str] = []
    began, waiting = threading.Event(), threading.Event()

    def page() -> None:
        with turns.page():
            began.set()
            waiting.wait(PATIENCE_S)
            for _ in range(3):
                turns.pass_on(shown=False)
            order.append("page ends")

    run_all([page, partial(come_after, turns, began, waiting, lambda: order.append("the next"))])
    assert order == ["page ends", "the next"]


def test_who_has_shown_nothing_comes_first_then_who_began_first() -> None:
    """While a question has the turn, two pages that have shown a chart come back for theirs, and two begin."""
    turns = Turns(1)
    order: list[str] = []

    def page(name: str, begins_s: float, comes_back_s: float | None = None) -> None:
        time.sleep(begins_s)
        with turns.page():
            if comes_back_s:
                turns.pass_on(shown=True)
                with turns.aside():
                    time.sleep(comes_back_s - begins_s)
            order.append(name)

    def question() -> None:
        time.sleep(0.3)
        with turns.one():
            time.sleep(0.7)

    pages = [("old", 0.1, 0.7), ("less old", 0.2, 0.4), ("new", 0.5), ("newest", 0.6)]
    run_all([question, *(partial(page, *told) for told in pages)])
    assert order == ["new", "newest", "old", "less old"]


def test_a_page_that_shows_a_chart_lets_those_without_one_go_first_and_goes_on() -> None:
    turns = Turns(1)
    order: list[str] = []
    began, waiting = threading.Event(), threading.Event()

    def page() -> None:
        with turns.page():
            began.set()
            waiting.wait(PATIENCE_S)
            order.append("first chart")
            turns.pass_on(shown=True)
            order.append("second chart")

    run_all([page, partial(come_after, turns, began, waiting, lambda: order.append("another's first"))])
    assert order == ["first chart", "another's first", "second chart"]


def test_a_page_rests_after_its_first_chart_alone_and_others_have_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = Turns(1)
    rests: list[float] = []

    def rest(seconds: float) -> None:
        rests.append(seconds)
        take_and_give(turns)

    monkeypatch.setattr("analytics.catalog.turns.time", SimpleNamespace(sleep=rest))
    turns.pass_on(shown=True)
    assert not rests
    for page in (turns.page(1.4), turns.page()):
        with page:
            for shown in (False, True, True, False):
                turns.pass_on(shown=shown)
    assert rests == [1.4, REST_S]


def test_others_have_the_turn_of_one_who_waits_for_another_process() -> None:
    turns = Turns(1)
    with turns.page():
        with turns.aside():
            take_and_give(turns)
        with turns.one():
            pass
    with turns.aside():
        take_and_give(turns)
    take_and_give(turns)


def test_who_works_out_what_others_may_wait_for_gives_no_turn_away() -> None:
    """Two pages want a value that the first works out aside; had it no turn, the second would hold the only one."""
    turns, answers = Turns(1), Keeper[int](entries=9, size=9, size_of=lambda value: 1)
    begun = threading.Event()

    def slow() -> int:
        begun.set()
        turns.pass_on(shown=True)
        with turns.aside():
            time.sleep(0.3)
        return 1

    def page() -> None:
        with turns.page(), turns.one():
            answers.get("key", slow)

    def other() -> None:
        begun.wait(PATIENCE_S)
        with turns.page(), turns.one():
            assert answers.get("key", slow) == 1

    run_all([page, other])


@pytest.mark.parametrize("block", ["one", "page"])
def test_a_fault_gives_the_turn_back(block: str) -> None:
    turns = Turns(1)
    with pytest.raises(ValueError, match="broken"), getattr(turns, block)(), turns.one():
        raise ValueError("broken")
    take_and_give(turns)


def test_many_pages_that_want_each_others_values_all_end() -> None:
    """Each works out values that hang on values others work out, more of them at once than there are turns."""
    outer: Keeper[int] = Keeper(entries=99, size=99, size_of=lambda value: 1)
    inner: Keeper[int] = Keeper(entries=99, size=99, size_of=lambda value: 1)
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        time.sleep(0.005)
        return number

    def add(key: int) -> int:
        return sum(inner.get(part, partial(make, part)) for part in (key, key % 3))

    def page(first: int) -> None:
        for number in range(first, first + 6):
            key = number % 8
            assert outer.get(key, partial(add, key)) == key + key % 3

    run_all([partial(page, first) for first in range(16)])
    assert sorted(made) == list(range(8))


def test_one_who_waits_for_a_turn_holds_up_nobody_who_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages with every turn want what another, without one, began to ask for; a lock around it would hold all."""
    answers: Keeper[int] = Keeper(entries=9, size=9, size_of=lambda value: 1)
    monkeypatch.setattr(catalogue, "compare", lambda: answers.get("figure", lambda: 1))
    everyone, begun = threading.Barrier(AT_ONCE + 1), threading.Event()

    def page() -> None:
        with turns().page():
            with turns().one():
                everyone.wait(PATIENCE_S)
            begun.wait(PATIENCE_S)
            time.sleep(0.1)
            assert catalogue.published("of this test") == 1

    def other() -> None:
        everyone.wait(PATIENCE_S)
        begun.set()
        assert catalogue.published("of this test") == 1

    run_all([page] * AT_ONCE + [other])
