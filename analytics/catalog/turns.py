"""Turns at the processor: few threads work at a time and the others wait in line.

Python runs one thread at a time. Many pages made at once would all be slow, and take each other's time besides in
passing the interpreter and its locks on; made one after another, most are ready long before.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

# While one thread waits for the database, which needs no interpreter, another can go on.
AT_ONCE = 2


class Mine(threading.local):
    """What a thread has: a turn, and whether it keeps one until the end of a block."""

    taken = False
    kept = False


class Turns:
    """So many turns, given in the order of asking; a thread that has one asks for no other."""

    def __init__(self, at_once: int) -> None:
        self._free = threading.BoundedSemaphore(at_once)
        self._mine = Mine()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Have a turn for a block: one's own if one has it, else the next."""
        begun = not self._mine.taken
        if begun:
            self._free.acquire()
            self._mine.taken = True
        try:
            yield
        finally:
            if begun and not self._mine.kept:
                self._give_back()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the turn that is first taken in a block until the block ends: what was begun is finished."""
        self._mine.kept = True
        try:
            yield
        finally:
            self._mine.kept = False
            self._give_back()

    def _give_back(self) -> None:
        if self._mine.taken:
            self._mine.taken = False
            self._free.release()


@cache
def turns() -> Turns:
    """Return the turns of this process."""
    return Turns(AT_ONCE)
