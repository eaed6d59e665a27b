"""Open the database for reading: no files, no network, no settings changed from SQL."""

from functools import lru_cache
from pathlib import Path

import duckdb

from analytics.errors import CordonError
from analytics.paths import build_directory, shown

HARDENED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "1GB",
    "threads": "2",
}
REBUILD = "Run: python -m analytics build --force"


def open_database(path: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a cursor on the newest database, or on the one given; each caller has its own cursor.

    Raises CordonError if the database is absent or unreadable.
    """
    return connect_read_only(path or find_database()).cursor()


def find_database() -> Path:
    """Return the newest database that was built."""
    built = sorted(build_directory().glob("cordon-*.duckdb"), key=lambda path: path.stat().st_mtime_ns)
    if not built:
        raise CordonError(f"No database in {shown(build_directory())}. Run: python -m analytics build")
    return built[-1]


@lru_cache(maxsize=4)
def connect_read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """Return the process's one hardened read-only connection to a database file."""
    try:
        connection = duckdb.connect(str(path), read_only=True, config=dict(HARDENED))
        connection.execute("set lock_configuration = true")
        connection.execute("select data_version from build_info").fetchone()
    except duckdb.Error as error:
        raise CordonError(f"{shown(path)} cannot be read ({str(error).splitlines()[0]}). {REBUILD}") from error
    return connection


def data_version(path: Path | None = None) -> str:
    """Return the version of the data that the database holds, such as `2026.09.24+1a2b3c4d`."""
    row = open_database(path).execute("select data_version from build_info").fetchone()
    if row is None:
        raise CordonError(f"The database holds no version. {REBUILD}")
    return str(row[0])
