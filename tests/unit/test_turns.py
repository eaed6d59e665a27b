"""Turns: no more threads at work than there are turns, in the order of asking, and none lost."""

import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from analytics.catalog.keep import Keeper
from analytics.catalog.turns import AT_ONCE, Turns, turns
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
    with turns.kept():
        for _ in range(3):
            with turns.one(), turns.one():
                pass
    take_and_give(turns)


def test_a_kept_turn_lasts_until_the_block_ends_and_none_is_taken_without_need() -> None:
    turns = Turns(1)
    order: list[str] = []
    began, go_on = threading.Event(), threading.Event()

    def page() -> None:
        with turns.kept():
            with turns.one():
                order.append("page begins")
            began.set()
            go_on.wait(PATIENCE_S)
            order.append("page ends")

    def other() -> None:
        began.wait(PATIENCE_S)
        with turns.kept():
            order.append("another needs nothing worked out")
        go_on.set()
        with turns.one():
            order.append("the next")

    run_all([page, other])
    assert order == ["page begins", "another needs nothing worked out", "page ends", "the next"]


def test_who_has_shown_nothing_comes_first_then_who_began_first() -> None:
    """Four pages stand in line for a turn that is taken; two have shown a chart, the later of them asks first."""
    turns = Turns(1)
    order: list[str] = []

    def work(name: str, begins_s: float, asks_s: float, shown: bool) -> None:
        time.sleep(begins_s)
        with turns.kept():
            if shown:
                turns.show()
            time.sleep(asks_s - begins_s)
            with turns.one():
                order.append(name)

    def holder() -> None:
        with turns.one():
            time.sleep(0.8)

    pages = [
        ("old", 0.1, 0.6, True),
        ("less old", 0.2, 0.3, True),
        ("new", 0.4, 0.4, False),
        ("newest", 0.5, 0.5, False),
    ]
    run_all([holder, *(partial(work, *page) for page in pages)])
    assert order == ["new", "newest", "old", "less old"]


def test_a_turn_is_given_back_when_a_chart_is_shown() -> None:
    turns = Turns(1)
    with turns.kept():
        with turns.one():
            pass
        turns.show()
        take_and_give(turns)
        with turns.one():
            pass
    take_and_give(turns)


@pytest.mark.parametrize("block", ["one", "kept"])
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
        with turns().kept():
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
