"""Questions stopped when their time is up, by one thread for all: to start one for each takes longer than most run."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count

import duckdb

from analytics.errors import CordonError


class TimeLimitError(CordonError):
    """A statement was stopped because it took too long."""


def late(seconds: float) -> str:
    """Return what is said when time runs out."""
    return f"This took longer than {seconds:g} s and was stopped. Narrow it down."


class Deadlines:
    """The moments by which connections must have answered; one that has not is interrupted."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._due: dict[int, tuple[float, duckdb.DuckDBPyConnection]] = {}
        self._numbers = count()
        self._wakes_at = float("inf")
        threading.Thread(target=self._watch, name="deadlines", daemon=True).start()

    @contextmanager
    def limit(self, connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
        """Interrupt what a connection does in a block after some seconds; raises TimeLimitError then."""
        number, moment = next(self._numbers), time.monotonic() + seconds
        with self._changed:
            self._due[number] = moment, connection
            # The watch sleeps until the first moment it knows of, which most often has passed unused by then.
            if moment < self._wakes_at:
                self._changed.notify()
        try:
            yield
        except duckdb.InterruptException as error:
            raise TimeLimitError(late(seconds)) from error
        finally:
            with self._changed:
                self._due.pop(number, None)

    def _watch(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                for number in [number for number, (moment, _) in self._due.items() if moment <= now]:
                    self._due.pop(number)[1].interrupt()
                self._wakes_at = min((moment for moment, _ in self._due.values()), default=float("inf"))
                self._changed.wait(None if self._wakes_at == float("inf") else self._wakes_at - now)


@cache
def deadlines() -> Deadlines:
    """Return the deadlines of this process."""
    return Deadlines()
