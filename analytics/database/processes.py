"""Processes for statements: few at once, one kept ready, each used for one statement and ended for real."""

import atexit
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore, Lock, Thread, Timer

from analytics.database.confined import READY
from analytics.database.limits import AT_ONCE, NICENESS
from analytics.errors import CordonError
from analytics.paths import ROOT

START_SECONDS = 20.0
# The lower priority comes first, so that not even starting up is in a page's way. DuckDB would import pandas and numpy
# where they are to be had, two thirds of the time a start takes; rows go out as Arrow, which needs neither.
PROGRAM = (
    f"import os, sys; os.nice({NICENESS}); sys.modules.update(numpy=None, pandas=None); "
    "from analytics.database.confined import main; main(sys.argv[1])"
)
# No variable of ours reaches the process; Arrow's own allocators take address space ahead of need.
ENVIRONMENT = {"ARROW_DEFAULT_MEMORY_POOL": "system", "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"}


class Process:
    """A process that runs one statement on one database."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", PROGRAM, str(path.resolve())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def answer(self, statement: bytes, seconds: float) -> bytes | None:
        """Return what the process writes of a statement; None if time runs out first, nothing if it died."""
        try:
            written, _ = self._process.communicate(statement, timeout=seconds)
        except subprocess.TimeoutExpired:
            return None
        except BrokenPipeError:
            return b""
        return written if self._process.returncode == 0 else b""

    def wait_until_ready(self) -> None:
        """Wait until the process can take its statement; raises CordonError if it does not come up."""
        if self._process.stdout is None:
            raise ValueError("the process has no output")
        timer = Timer(START_SECONDS, self._process.kill)
        timer.start()
        said = self._process.stdout.readline()
        timer.cancel()
        if said != READY:
            raise CordonError("The process for statements did not start. Try again; the server's log may say why.")

    def waits(self) -> bool:
        """Say whether the process is still there."""
        return self._process.poll() is None

    def end(self) -> None:
        """Kill the process, wherever it is, and wait until it is gone."""
        self._process.kill()
        self._process.communicate()


class Processes:
    """So many processes at once and no more; with `spare`, one is kept ready for the statement that comes next."""

    def __init__(self, at_once: int = AT_ONCE, *, spare: bool = True) -> None:
        self._places = BoundedSemaphore(at_once)
        self._keeps_ready = spare
        self._lock = Lock()
        self.ready: Process | None = None

    @contextmanager
    def taken(self, path: Path, wait: float) -> Iterator[Process | None]:
        """Give a process for one statement on a database, and end it; None if no place is free in time."""
        if not self._places.acquire(timeout=wait):
            yield None
            return
        try:
            process = self._take(path)
            try:
                process.wait_until_ready()
                yield process
            finally:
                process.end()
                if self._keeps_ready:
                    Thread(target=self.keep_ready, args=(path,), daemon=True).start()
        finally:
            self._places.release()

    def close(self) -> None:
        """End the process that is kept ready."""
        spare = self._swap(None)
        if spare:
            spare.end()

    def _take(self, path: Path) -> Process:
        spare = self._swap(None)
        if spare and spare.path == path and spare.waits():
            return spare
        if spare:
            spare.end()
        return Process(path)

    def keep_ready(self, path: Path) -> None:
        """Start the process for the statement that comes next."""
        former = self._swap(Process(path))
        if former:
            former.end()

    def _swap(self, spare: Process | None) -> Process | None:
        with self._lock:
            former, self.ready = self.ready, spare
        return former


@cache
def shared_processes() -> Processes:
    """Return the processes of this server."""
    processes = Processes()
    atexit.register(processes.close)
    return processes
