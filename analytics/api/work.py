"""Work on the database, away from the event loop and few at a time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import ParamSpec, TypeVar

WORKERS, PAGE_WORKERS = 4, 2
P = ParamSpec("P")
T = TypeVar("T")


async def run_aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a thread of our own, so that slow questions leave those that serve files free."""
    return await asyncio.get_running_loop().run_in_executor(workers(), partial(work, *args, **kwargs))


async def run_for_page(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a thread kept for those who open a page: programs that ask for much stand in another line."""
    return await asyncio.get_running_loop().run_in_executor(page_workers(), partial(work, *args, **kwargs))


@cache
def workers() -> ThreadPoolExecutor:
    """Return the threads that answer questions."""
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="cordon-api")


@cache
def page_workers() -> ThreadPoolExecutor:
    """Return the threads that write the heads of pages."""
    return ThreadPoolExecutor(PAGE_WORKERS, thread_name_prefix="cordon-page")
