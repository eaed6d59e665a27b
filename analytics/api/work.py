"""Work on the database, away from the event loop and few at a time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import ParamSpec, TypeVar

WORKERS = 4
P = ParamSpec("P")
T = TypeVar("T")


async def run_aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a thread of our own, so that slow questions leave those that serve files free."""
    return await asyncio.get_running_loop().run_in_executor(workers(), partial(work, *args, **kwargs))


@cache
def workers() -> ThreadPoolExecutor:
    """Return the threads that answer questions."""
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="cordon-api")
