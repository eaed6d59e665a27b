"""How the server runs and ends: what it logs of its readers, and what becomes of their questions when it is stopped."""

import gc
import logging
import os
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType
from typing import Any

DRAIN_SECONDS = 20
CUT_OFF_SECONDS = 30
CUT_OFF = 1


class Nameless(logging.Filter):
    """Keeps lines out of the log that bear a reader's address or what the reader asked."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether a line stays: uvicorn writes address and query of every WebSocket."""
        return '%s - "' not in str(record.msg)


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Run the server: no reader in the log, and a way to stop it that answers whoever has asked."""
    nameless = Nameless()
    loggers = [logging.getLogger(name) for name in ("uvicorn.error", "uvicorn.access")]
    for logger in loggers:
        logger.addFilter(nameless)
    drain_on_terminate()
    # What the modules hold stays for good: collections need not look at it again.
    gc.freeze()
    yield
    for logger in loggers:
        logger.removeFilter(nameless)


def drain_on_terminate() -> None:
    """Let SIGTERM end uvicorn once every question under way is answered, with exit status 0.

    Uvicorn itself would wait without end for what does not finish, and then die of the signal it had caught.
    """
    server: Any = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    if not hasattr(server, "should_exit"):
        return
    server.config.timeout_graceful_shutdown = DRAIN_SECONDS

    def drain(number: int, frame: FrameType | None) -> None:
        server.should_exit = True
        last = threading.Timer(CUT_OFF_SECONDS, os._exit, [CUT_OFF])
        last.daemon = True
        last.start()

    signal.signal(signal.SIGTERM, drain)
