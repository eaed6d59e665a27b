"""Begin answers before they are asked for, while nobody else needs the processor."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache

import duckdb

from analytics.catalog.run import run_query
from analytics.catalog.turns import turns
from analytics.errors import CordonError


def begin(query_id: str, parameters: Mapping[str, object], *, checked: bool) -> None:
    """Begin to work out an answer on a thread of its own, if a turn is free; who asks for it later waits for the rest.

    A fault is told to nobody here, and to who asks for the answer.
    """
    if turns().idle():
        thread_ahead().submit(try_ahead, query_id, dict(parameters), checked=checked)


@cache
def thread_ahead() -> ThreadPoolExecutor:
    """Return the process's thread for what is begun ahead: one, for the pages themselves use the other processors."""
    return ThreadPoolExecutor(1, thread_name_prefix="cordon-ahead")


def try_ahead(query_id: str, parameters: Mapping[str, object], *, checked: bool) -> None:
    """Work out an answer and keep it, unless a turn is not to be had any more."""
    if turns().idle():
        with suppress(CordonError, duckdb.Error):
            run_query(query_id, parameters, checked=checked)
