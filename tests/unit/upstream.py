"""A publisher that can be trusted, and all the ways in which it cannot: a server on this machine."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from analytics.sources.fetch import Patience

HASTE = Patience(timeout=2, deadline=5, attempts=2, wait=0.01)


class Publisher(ThreadingHTTPServer):
    """A server whose files and manners a test sets; `asked` counts requests by path."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.files: dict[str, bytes] = {}
        self.manners: dict[str, str] = {}
        self.asked: dict[str, int] = {}

    @property
    def address(self) -> str:
        """Address under which the files lie."""
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    """One request, answered as the path's manner says; `dropped once` is dropped the first time only."""

    server: Publisher

    def do_GET(self) -> None:
        name = self.path.strip("/").split("?")[0]
        self.server.asked[name] = self.server.asked.get(name, 0) + 1
        manner = self.server.manners.get(name, "good")
        content = self.server.files.get(name, b"")
        if manner == "missing":
            self.send_error(404)
        elif manner == "busy":
            self.send_error(503)
        elif manner == "page":
            self.answer(b"<!DOCTYPE html><html><body>Please sign in</body></html>")
        elif manner == "truncated" or (manner == "dropped once" and self.server.asked[name] == 1):
            self.answer(content[: len(content) // 2], length=len(content))
        elif manner == "dropped":
            self.close_connection = True
        elif manner == "slow":
            time.sleep(1.5)
            self.answer(content)
        elif manner == "dripping":
            self.answer(content, pause=0.3)
        else:
            self.answer(content)

    def answer(self, content: bytes, *, length: int | None = None, pause: float = 0) -> None:
        """Send content, in drops where there is a pause, claiming a length."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        size = max(len(content) // 10, 1) if pause else len(content) or 1
        for start in range(0, len(content), size):
            try:
                self.wfile.write(content[start : start + size])
                self.wfile.flush()
            except (BrokenPipeError, ConnectionResetError):
                return
            time.sleep(pause)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def publishing() -> Iterator[Publisher]:
    """Run a publisher for as long as a test needs it."""
    server = Publisher()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def world_bank(indicator: str, values: dict[tuple[str, int], float | None]) -> bytes:
    """Return values by code and year as the World Bank answers."""
    rows = [
        {"indicator": {"id": indicator}, "countryiso3code": code, "date": str(year), "value": value}
        for (code, year), value in values.items()
    ]
    return json.dumps([{"page": 1, "pages": 1, "per_page": 30000, "total": len(rows)}, rows]).encode()
