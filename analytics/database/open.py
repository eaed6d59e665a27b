"""Open the database for reading: no files, no network, no settings changed from SQL."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import duckdb

from analytics.errors import CordonError, OutageError
from analytics.paths import build_directory, shown

HARDENED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "1GB",
    "threads": "2",
    # Packs values before each sort and group: of use where they outgrow the memory, and a sixth of a long query's time.
    "disabled_optimizers": "compressed_materialization",
}
REBUILD = "Run: python -m analytics build --force"
KEPT_OPEN = 4
# What DuckDB raises where the file, not the question, is at fault.
BROKEN = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
Print = tuple[int, int, int, int]


class UnreadableError(OutageError):
    """A database file that is damaged, of another version of DuckDB, or no database at all."""


class LockedError(OutageError):
    """A database file that another process writes to, or that this one holds open in a way of its own."""


class Connections:
    """The process's hardened read-only connections, one a file, each opened once whoever asks first.

    DuckDB gives the same instance to all who open a path, so a file is never changed in its place: a new database has
    a new name.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: dict[Path, tuple[duckdb.DuckDBPyConnection, Print | None]] = {}
        self.threads = int(HARDENED["threads"])

    def serve_many(self) -> None:
        """Give each query one thread from now on: two answer one person sooner, and take half as much work again."""
        self.threads = 1

    def get(self, path: Path) -> duckdb.DuckDBPyConnection:
        """Return the connection to a file; raises UnreadableError or LockedError."""
        with self._lock:
            if path not in self._open:
                before = fingerprint(path)
                self._open[path] = connect(path, self.threads), before
                while len(self._open) > KEPT_OPEN:
                    del self._open[next(iter(self._open))]
            return self._open[path][0]

    def held(self) -> dict[Path, Print | None]:
        """Return the files that are open, the last opened first, with what they were like then."""
        with self._lock:
            return {path: self._open[path][1] for path in reversed(self._open)}

    def forget(self) -> None:
        """Let go of every connection; the next question opens its file anew."""
        with self._lock:
            self._open.clear()


@cache
def connections() -> Connections:
    """Return the connections of this process."""
    return Connections()


def connect(path: Path, threads: int) -> duckdb.DuckDBPyConnection:
    """Open a file, hardened and read-only, with so many threads; raises UnreadableError or LockedError.

    The settings follow the opening: opened with them, the file would be refused to whoever reads it in the same process
    with DuckDB's own, and to us after him.
    """
    try:
        connection = duckdb.connect(str(path), read_only=True)
        # The instance may still be there from before, and then its settings are locked already.
        if connection.execute("select current_setting('lock_configuration')").fetchone() == (False,):
            for name, value in (HARDENED | {"threads": str(threads), "lock_configuration": "true"}).items():
                connection.execute(f"set {name} = '{value}'")
        connection.execute("select data_version from build_info").fetchone()
    except duckdb.Error as error:
        raise explain_closed(path, error) from error
    return connection


def explain_closed(path: Path, error: duckdb.Error) -> CordonError:
    """Return why a file does not open, and what to do about it."""
    why = str(error).splitlines()[0]
    if "Could not set lock" in why:
        who = re.search(r"PID \d+", why)
        return LockedError(
            f"{shown(path)} is locked by another process that writes to it ({who[0] if who else 'unknown'}). "
            "End that process; the database is read again as soon as it has."
        )
    if "different configuration" in why:
        return LockedError(
            f"{shown(path)} is open in this process with settings other than ours. Close it there, or open it "
            "read-only with none."
        )
    return UnreadableError(f"{shown(path)} cannot be read ({why}). {REBUILD}")


def open_database(path: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a cursor on the newest database, or on the one given; each caller has its own cursor.

    Raises CordonError if the database is absent or unreadable.
    """
    return connections().get(path or find_database()).cursor()


def find_database() -> Path:
    """Return the newest database that can be read; one that was deleted under us lasts until there is another.

    Raises CordonError saying what is wrong with the newest, or that there is none.
    """
    faults: list[CordonError] = []
    for path in candidates():
        try:
            connections().get(path)
        except CordonError as error:
            faults.append(error)
        else:
            return path
    if faults:
        raise faults[0]
    raise OutageError(f"No database in {shown(build_directory())}. Run: python -m analytics build")


def candidates() -> Iterator[Path]:
    """Yield the databases built, newest first, then those that are gone from the disk and still open."""
    folder = build_directory()
    yield from sorted(folder.glob("cordon-*.duckdb"), key=modified, reverse=True)
    yield from (path for path in connections().held() if path.parent == folder and not path.exists())


def modified(path: Path) -> int:
    """Return when a file was written, in ns; 0 where it has just been removed."""
    found = fingerprint(path)
    return found[3] if found else 0


def fingerprint(path: Path) -> Print | None:
    """Return by what a file is known again: device, inode, size, time; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def disk_fault() -> str | None:
    """Say what is wrong on the disk with the database that answers, if anything is.

    Raises CordonError where none answers.
    """
    path = find_database()
    newest = next(candidates())
    if newest != path:
        return f"{shown(newest)} cannot be read; {shown(path)} answers in its place. {REBUILD}"
    found = fingerprint(path)
    if found == connections().held().get(path):
        return None
    what = "was deleted" if found is None else "was changed on the disk"
    return f"{shown(path)} {what} while it was open; answers come from what is still open. {REBUILD}"


def explain_failure(error: duckdb.Error) -> CordonError:
    """Return the sentence for a question that the database failed to answer through no fault in the question.

    Where the file may be at fault, it is opened anew for the next question.
    """
    why = str(error).splitlines()[0]
    if isinstance(error, duckdb.OutOfMemoryException):
        return CordonError(f"The answer needs more memory than one question may take ({why}). Narrow it down.")
    if isinstance(error, BROKEN):
        connections().forget()
        return UnreadableError(f"The database could not be read ({why}). {REBUILD}")
    return CordonError(f"The database could not answer ({why}).")


def data_version(path: Path | None = None) -> str:
    """Return the version of the data that the database holds, such as `2026.09.24+1a2b3c4d`."""
    found = path or find_database()
    return read_version(found, fingerprint(found))


@lru_cache(maxsize=KEPT_OPEN)
def read_version(path: Path, known_by: Print | None) -> str:
    """Return the version that a file holds, read once while it is the same; raises CordonError for one without."""
    row = open_database(path).execute("select data_version from build_info").fetchone()
    if row is None:
        raise CordonError(f"The database holds no version. {REBUILD}")
    return str(row[0])
