"""How the server runs and ends: what it logs of its readers, how soon it sends, and what becomes of their questions
when it is stopped."""

import asyncio
import gc
import logging
import os
import signal
import socket
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
    """Run the server: no reader in the log, no waiting, and a way to stop it that answers whoever has asked."""
    nameless = Nameless()
    loggers = [logging.getLogger(name) for name in ("uvicorn.error", "uvicorn.access")]
    for logger in loggers:
        logger.addFilter(nameless)
    if server := find_server():
        send_at_once(server)
        drain_on_terminate(server)
    # What the modules hold stays for good: collections need not look at it again.
    gc.freeze()
    yield
    for logger in loggers:
        logger.removeFilter(nameless)


def find_server() -> Any | None:
    """Return uvicorn's server, which catches SIGTERM; none where another runs us, as tests do."""
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    return server if hasattr(server, "should_exit") else None


def send_at_once(server: Any) -> None:
    """Let no part of an answer wait until the reader has acknowledged the one before it.

    asyncio sees to it for sockets that name their protocol, which Streamlit's does not: each file of a page came 40 ms
    late, which is how long a system puts off an acknowledgement.
    """
    protocol: type[asyncio.Protocol] = server.config.http_protocol_class

    class Prompt(protocol):  # type: ignore[valid-type, misc]
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            accepted = transport.get_extra_info("socket")
            if accepted.family in (socket.AF_INET, socket.AF_INET6):
                accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            super().connection_made(transport)

    server.config.http_protocol_class = Prompt


def drain_on_terminate(server: Any) -> None:
    """Let SIGTERM end uvicorn once every question under way is answered, with exit status 0.

    Uvicorn itself would wait without end for what does not finish, and then die of the signal it had caught.
    """
    server.config.timeout_graceful_shutdown = DRAIN_SECONDS

    def drain(number: int, frame: FrameType | None) -> None:
        server.should_exit = True
        last = threading.Timer(CUT_OFF_SECONDS, os._exit, [CUT_OFF])
        last.daemon = True
        last.start()

    signal.signal(signal.SIGTERM, drain)
