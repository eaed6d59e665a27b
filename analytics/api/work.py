"""Work on the database, away from the event loop and few at a time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import ParamSpec, TypeVar

from analytics.errors import OutageError

WORKERS, PAGE_WORKERS = 4, 2
# Who comes after them would wait for half a minute where each wants a picture.
MOST_WAITING = 256
P = ParamSpec("P")
T = TypeVar("T")


class FullLineError(OutageError):
    """More wait for the threads that answer than these can serve in time."""


@dataclass
class Line:
    """How many are with the threads that answer or wait for them; changed by the event loop alone."""

    length: int = 0


async def run_aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a thread of our own, so that slow questions leave those that serve files free.

    Raises FullLineError where too many wait already.
    """
    if line().length >= MOST_WAITING:
        raise FullLineError(f"{MOST_WAITING} requests wait already. Ask again in a moment.")
    return await go_on_aside(work, *args, **kwargs)


async def go_on_aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function as run_aside does, however many wait: for an answer that has begun, and costs most if given up."""
    line().length += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(workers(), partial(work, *args, **kwargs))
    finally:
        line().length -= 1


async def run_for_page(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a thread kept for those who open a page: programs that ask for much stand in another line."""
    return await asyncio.get_running_loop().run_in_executor(page_workers(), partial(work, *args, **kwargs))


@cache
def line() -> Line:
    """Return the line before the threads that answer questions."""
    return Line()


@cache
def workers() -> ThreadPoolExecutor:
    """Return the threads that answer questions."""
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="cordon-api")


@cache
def page_workers() -> ThreadPoolExecutor:
    """Return the threads that write the heads of pages."""
    return ThreadPoolExecutor(PAGE_WORKERS, thread_name_prefix="cordon-page")
