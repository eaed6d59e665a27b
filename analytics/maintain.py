"""What a maintainer does to data/: bring it up to date, add a row; each is tried on a copy before it counts."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from analytics.catalog.derived import derived_statements
from analytics.catalog.macros import query_macros
from analytics.catalog.rules import load_checks
from analytics.database.build import build_database
from analytics.database.changes import record_changes
from analytics.database.checks import run_checks
from analytics.database.inputs import CHANGES, ROWS
from analytics.errors import CordonError
from analytics.paths import DATA, build_directory
from analytics.sources.apply import apply
from analytics.sources.contents import LOG, log, new_contents
from analytics.sources.upstreams import Refreshed


def apply_refreshed(refreshed: Refreshed, data: Path = DATA) -> Path:
    """Put what an upstream changes in place, and return where the previous files are kept."""
    source = refreshed.upstream.id
    return change_data(
        new_contents(refreshed, data),
        source,
        data,
        reason=f"Refreshed from {refreshed.upstream.title}.",
        notes=lambda version: {LOG: log(refreshed, data, version)},
    )


def change_data(
    files: Mapping[str, bytes],
    label: str,
    data: Path = DATA,
    *,
    reason: str,
    notes: Callable[[str], Mapping[str, bytes]] = lambda version: {},
) -> Path:
    """Replace files of data/ if the whole builds and no check fails with them; return where the previous ones are.

    The data changelog gets its entry with them, and `notes` what it makes of the new version.
    """

    def settle(copy: Path) -> Mapping[str, bytes]:
        version = record_changes(reason=reason, on=date.today(), data=copy).version
        check_data(copy)
        return {name: (copy / name).read_bytes() for name in (CHANGES, ROWS)} | dict(notes(version))

    previous = build_directory() / "previous" / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{label}"
    apply(files, data, previous, settle)
    return previous


def check_data(data: Path) -> None:
    """Raise CordonError unless a data folder builds, corrections and all, and every check that must hold does."""
    with TemporaryDirectory(prefix="cordon-build-") as folder:
        derived = list(derived_statements().values())
        built = build_database(data=data, directory=Path(folder), macros=query_macros(), derived=derived)
        with duckdb.connect(str(built.path), read_only=True) as connection:
            failed = [result for result in run_checks(load_checks(), connection) if result.failed]
    if failed:
        first = failed[0]
        raise CordonError(
            f"{first.check.table}/{first.check.rule} would fail: {first.bad_rows} rows, such as {first.examples[0]}. "
            f"{first.check.remedy} Nothing was changed."
        )
