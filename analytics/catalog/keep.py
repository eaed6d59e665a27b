"""Keep what was worked out: once for all who ask the same, and no more of it than a bounded room holds."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import wraps
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from analytics.catalog.turns import turns

T = TypeVar("T")
Owner = TypeVar("Owner")


def kept_with(work: Callable[[Owner], T]) -> Callable[[Owner], T]:
    """Return a function that works out a value once for each object, and keeps it as long as the object lives."""
    kept: WeakKeyDictionary[Owner, T] = WeakKeyDictionary()

    @wraps(work)
    def ask(owner: Owner) -> T:
        value = kept.get(owner)
        if value is None:
            value = kept[owner] = work(owner)
        return value

    return ask


class Keeper(Generic[T]):
    """A room for values by key, shared between threads; those not asked for longest leave it first.

    `entries` and `size` bound it; `size_of` says how large a value is, in the unit of `size`. Many who ask a key that
    is not here at once wait for one of them to work it out, while other keys go their way.
    """

    def __init__(self, *, entries: int, size: int, size_of: Callable[[T], int]) -> None:
        self.entries, self.size, self.size_of = entries, size, size_of
        self.held = 0
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[Future[T], int]] = OrderedDict()
        self._pending: dict[Hashable, Future[T]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return the value of a key, worked out in turn where it is not kept.

        What `work` raises reaches all who wait for it, and nothing is kept.
        """
        found = self._find(key)
        if found is None:
            # A value is promised by a thread that has its turn, so that none with a turn waits for one without.
            with turns().one():
                promised: Future[T] = Future()
                found = self._find_or_promise(key, promised)
                if found is promised:
                    self._work_out(key, promised, work)
        return found.result()

    def clear(self) -> None:
        """Empty the room."""
        with self._lock:
            self._kept.clear()
            self.held = 0

    def _find(self, key: Hashable) -> Future[T] | None:
        """Return the value of a key, kept or promised."""
        with self._lock:
            return self._look(key)

    def _find_or_promise(self, key: Hashable, promised: Future[T]) -> Future[T]:
        """Return the value of a key; where nobody has it or works it out, it is promised from now on."""
        with self._lock:
            found = self._look(key)
            if found is None:
                found = self._pending[key] = promised
            return found

    def _look(self, key: Hashable) -> Future[T] | None:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][0]
        return self._pending.get(key)

    def _work_out(self, key: Hashable, promised: Future[T], work: Callable[[], T]) -> None:
        try:
            value = work()
            size = self.size_of(value)
            promised.set_result(value)
            self._keep(key, promised, size)
        except BaseException as error:
            promised.set_exception(error)
        finally:
            with self._lock:
                del self._pending[key]

    def _keep(self, key: Hashable, found: Future[T], size: int) -> None:
        if size > self.size:
            return
        with self._lock:
            self._kept[key] = found, size
            self.held += size
            while len(self._kept) > self.entries or self.held > self.size:
                self.held -= self._kept.popitem(last=False)[1][1]
