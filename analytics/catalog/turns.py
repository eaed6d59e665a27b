"""Turns at the processor: few threads work at a time and the others wait in line.

Python runs one thread at a time. Many pages made at once would all be slow, and take each other's time besides in
passing the interpreter and its locks on; in turns most are ready long before. A page is made in its turn from head to
foot, and lets others go first after each chart. Who has shown no chart yet comes first, so that all see the top of
their page before anybody sees the bottom of one; then pages go in the order of their beginning.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from heapq import heappop, heappush
from itertools import count

# While one thread waits for the database, which needs no interpreter, another can go on.
AT_ONCE = 2
# In which a browser draws a chart on a slow machine: one that drew charts before, and one that first reads how to.
REST_S, FIRST_REST_S = 0.1, 1.4


class Mine(threading.local):
    """What a thread has: a turn, blocks that need it, and for a page its place in line, a chart shown, a rest then."""

    taken = False
    needed = 0
    shown = False
    place: int | None = None
    rest_s = 0.0


class Turns:
    """So many turns, given to who has shown no chart, then in the order of beginning; who has one asks for no other."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._lock = threading.Lock()
        self._line: list[tuple[bool, int, threading.Event]] = []
        self._places = count()
        self._mine = Mine()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Have a turn for a whole block: one's own if one has it, else the next."""
        begun = not self._mine.taken
        if begun:
            self._take()
        self._mine.needed += 1
        try:
            yield
        finally:
            self._mine.needed -= 1
            if begun:
                self._give_back()

    @contextmanager
    def page(self, rest_s: float = REST_S) -> Iterator[None]:
        """Have a turn for the making of a page, which goes to others as charts are shown and comes back.

        After its first chart the page rests `rest_s`: a browser that is given the rest of a page at once draws the top
        of it no sooner than the whole.
        """
        self._mine.place, self._mine.shown, self._mine.rest_s = next(self._places), False, rest_s
        self._take()
        try:
            yield
        finally:
            self._mine.place, self._mine.shown = None, False
            self._give_back()

    def idle(self) -> bool:
        """Say whether a turn is free."""
        return self._free > 0

    def pass_on(self, *, shown: bool) -> None:
        """Let those go first who come before this thread, which has just shown a chart or not; rest after the first."""
        first = shown and not self._mine.shown and self._mine.place is not None
        self._mine.shown = self._mine.shown or shown
        if first:
            with self.aside():
                time.sleep(self._mine.rest_s)
        elif self._spare() and self._awaited():
            self._give_back()
            self._take()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let others have the turn, if this thread has one to spare, for a block that waits for other processes."""
        begun = self._spare()
        if begun:
            self._give_back()
        try:
            yield
        finally:
            if begun:
                self._take()

    def _spare(self) -> bool:
        """Say whether this thread may give a turn away: not where it works out what those with turns may wait for."""
        return self._mine.taken and not self._mine.needed

    def _awaited(self) -> bool:
        """Say whether the first in line comes before this thread."""
        with self._lock:
            return bool(self._line) and self._line[0][:2] < self._rank()

    def _rank(self) -> tuple[bool, int]:
        """Return where this thread stands in line, low first."""
        return self._mine.shown, next(self._places) if self._mine.place is None else self._mine.place

    def _take(self) -> None:
        with self._lock:
            called = threading.Event()
            if self._free:
                self._free -= 1
                called.set()
            else:
                heappush(self._line, (*self._rank(), called))
        called.wait()
        self._mine.taken = True

    def _give_back(self) -> None:
        if not self._mine.taken:
            return
        self._mine.taken = False
        with self._lock:
            if self._line:
                heappop(self._line)[-1].set()
            else:
                self._free += 1


@cache
def turns() -> Turns:
    """Return the turns of this process."""
    return Turns(AT_ONCE)
