"""Run a person's own SQL: one read-only statement in a process of its own, which is ended when it takes too long.

Interrupting DuckDB inside this process would not do: some functions (an edit distance of long texts, a reduction
over a long list, a regular expression) do not look up until they are done, and some take many times the memory
that DuckDB is set to.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from analytics.database.confined import DIED
from analytics.database.deadlines import TimeLimitError, late
from analytics.database.limits import AT_ONCE, TIME_LIMIT_SECONDS, WAIT_SECONDS
from analytics.database.plain import make_plain
from analytics.database.processes import Processes, shared_processes
from analytics.errors import CordonError

BUSY = f"{AT_ONCE} statements are running, which is all that run at once. Try again in a few seconds."


class BusyError(CordonError):
    """As many statements as may are running."""


@dataclass(frozen=True)
class Answer:
    """The first rows of a statement, whether more were cut off, the names it used, and how long it took."""

    table: pa.Table
    cut: bool
    names: frozenset[str]
    seconds: float


def run_guarded(
    sql: str,
    path: Path,
    *,
    seconds: float = TIME_LIMIT_SECONDS,
    wait: float = WAIT_SECONDS,
    processes: Processes | None = None,
) -> Answer:
    """Run one SELECT on a database and return its first rows.

    Raises CordonError for anything but one SELECT, for a fault in it, when time or memory runs out (TimeLimitError),
    and when others keep all places busy for as long as is waited (BusyError).
    """
    with (processes or shared_processes()).taken(path, wait) as process:
        if process is None:
            raise BusyError(BUSY)
        start = time.monotonic()
        written = process.answer(sql.encode("utf-8", "replace"), seconds)
        taken = time.monotonic() - start
    if written is None:
        raise TimeLimitError(late(seconds))
    head, _, rows = written.partition(b"\n")
    if not head:
        raise CordonError(DIED)
    told = json.loads(head)
    if "refused" in told:
        raise CordonError(told["refused"])
    return Answer(make_plain(pa.ipc.open_stream(rows).read_all()), told["cut"], frozenset(told["names"]), taken)
