"""The server as it is hosted, from a copy of the tree whose data may be broken."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics.paths import ROOT
from tests.browser.browsing import free_port

LEFT_OUT = shutil.ignore_patterns(".venv", ".git", "tests", "build", "docs", "__pycache__", ".*_cache")
START_SECONDS = 90


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, where it writes its log."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and content of an address, faults too."""
        try:
            with urllib.request.urlopen(f"{self.address}/{path}", timeout=60) as answer:
                return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, {name.lower(): value for name, value in answer.headers.items()}, answer.read()

    def health(self) -> dict[str, Any]:
        """Return what health says."""
        return dict(json.loads(self.get("api/v1/health")[2]))


def copy_tree(folder: Path) -> Path:
    """Copy what the server needs."""
    return Path(shutil.copytree(ROOT, folder / "cordon", ignore=LEFT_OUT))


@contextmanager
def hosting(tree: Path, build: Path, *, log: Path | None = None) -> Iterator[Server]:
    """Run the server of a tree until the block ends."""
    port, log = free_port(), log or tree.parent / "server.log"
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", *options],
            cwd=tree,
            env=os.environ | {"CORDON_BUILD": str(build), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_for(server)
        yield server
    finally:
        process.kill()
        process.wait()


def wait_for(server: Server) -> None:
    """Return once the server answers, whatever it says; raises RuntimeError with its log if it ends before."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.process.poll() is None:
        try:
            server.get("api/v1/health")
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(server.log.read_text(encoding="utf-8"))
