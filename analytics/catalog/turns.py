"""Turns at the processor: few threads work at a time and the others wait in line.

Python runs one thread at a time. Many pages made at once would all be slow, and take each other's time besides in
passing the interpreter and its locks on; in turns most are ready long before. Who has shown nothing yet comes first, so
that all see the top of their page before anybody sees the bottom of one; then pages go in the order of their beginning.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from heapq import heappop, heappush
from itertools import count

# While one thread waits for the database, which needs no interpreter, another can go on.
AT_ONCE = 2


class Mine(threading.local):
    """What a thread has: a turn, whether it keeps one beyond the block it was taken for, its place, anything shown."""

    taken = False
    kept = False
    shown = False
    place: int | None = None


class Turns:
    """So many turns, given to who has shown nothing, then in the order of beginning; who has one asks for no other."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._lock = threading.Lock()
        self._line: list[tuple[bool, int, threading.Event]] = []
        self._places = count()
        self._mine = Mine()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Have a turn for a block: one's own if one has it, else the next."""
        begun = not self._mine.taken
        if begun:
            self._take()
        try:
            yield
        finally:
            if begun and not self._mine.kept:
                self._give_back()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the turn that is taken in a block until something is shown, or the block ends."""
        self._mine.kept, self._mine.shown, self._mine.place = True, False, next(self._places)
        try:
            yield
        finally:
            self._mine.kept, self._mine.shown, self._mine.place = False, False, None
            self._give_back()

    def show(self) -> None:
        """Say that this thread has shown something: its turn, if it has one, goes to whoever comes first now."""
        self._mine.shown = True
        self._give_back()

    def _take(self) -> None:
        with self._lock:
            called = threading.Event()
            if self._free:
                self._free -= 1
                called.set()
            else:
                place = next(self._places) if self._mine.place is None else self._mine.place
                heappush(self._line, (self._mine.shown, place, called))
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
