"""How the service stands: what kept the newest data from being read in at its start, and what its database suffers."""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analytics.catalog.build import build
from analytics.database.open import (
    LockedError,
    UnreadableError,
    connections,
    data_version,
    disk_fault,
    find_database,
    open_database,
)
from analytics.errors import CordonError

LOG = logging.getLogger("cordon")


@dataclass(frozen=True)
class Start:
    """What happened at the start of the process: why data/ was not built, and the database that serves instead."""

    fault: str | None = None
    serving: Path | None = None


@dataclass(frozen=True)
class Standing:
    """Whether questions are answered, from which version of the data, and what a person must know or mend."""

    version: str | None
    faults: tuple[str, ...]


@cache
def start() -> Start:
    """Build the database if its inputs changed or its file is damaged, once a process; a fault stops nobody.

    The last good database goes on serving, and the fault is told to the log, on every page and by health.
    """
    connections().serve_many()
    try:
        built = build()
        try:
            open_database(built.path)
        except UnreadableError as error:
            LOG.warning("%s It is built anew.", error)
            build(force=True)
        except LockedError as error:
            LOG.error("%s", error)
    except CordonError as error:
        LOG.error("data/ was not built: %s", error)
        return Start(str(error), serving())
    return Start()


def serving() -> Path | None:
    """Return the database that answers now, if one does."""
    try:
        return find_database()
    except CordonError:
        return None


def stand() -> Standing:
    """Return how the service stands now."""
    faults = [build_fault()]
    try:
        version = data_version()
        faults.append(disk_fault())
    except CordonError as error:
        version = None
        faults.append(str(error))
    return Standing(version, tuple(fault for fault in faults if fault))


def build_fault() -> str | None:
    """Say why the data on disk are not those shown; nothing once a newer database has been built beside us."""
    begun = start()
    if begun.fault is None or begun.serving != serving():
        return None
    if begun.serving is None:
        return f"The data could not be read in. {begun.fault}"
    return f"The newest data could not be read in; shown is the last good version. {begun.fault}"
