"""Pages are read while the process collects what others left behind."""

import ast
import asyncio
import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from analytics.exports.renderer import shared_renderer
from tests.app.opening import open_page

FEW_OBJECTS = 50


@contextmanager
def parsing_while_collecting() -> Iterator[None]:
    """Parse a line at every collection, as Python does where an object that goes writes a traceback to the log.

    Python 3.11 then fails in whatever it was parsing into its own syntax tree.
    """

    def parse(phase: str, info: dict[str, int]) -> None:
        ast.parse("(a + b) * c")

    usual = gc.get_threshold()
    gc.callbacks.append(parse)
    gc.set_threshold(FEW_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.callbacks.remove(parse)


def test_what_a_lost_browser_leaves_is_told_without_parsing(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise RuntimeError("the channel is closed")

    async def leave() -> None:
        failing = asyncio.ensure_future(fail())
        await asyncio.sleep(0.05)
        assert failing.done()

    with caplog.at_level(logging.INFO):
        asyncio.run_coroutine_threadsafe(leave(), shared_renderer()._loop).result(10)
        gc.collect()
    (told,) = [record for record in caplog.records if "never retrieved" in record.getMessage()]
    assert "the channel is closed" in told.getMessage() and told.exc_info is None and told.name == "cordon"


def test_a_page_is_read_whatever_is_collected_meanwhile() -> None:
    open_page("data")
    with parsing_while_collecting():
        page = open_page("data")
    assert len(page.main) > 3
