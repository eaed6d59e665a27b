"""What a maintainer does to data/: bring it up to date, add a row; each is tried on a copy before it counts."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from analytics.catalog.derived import derived_statements
from analytics.catalog.macros import query_macros
from analytics.catalog.rules import load_checks
from analytics.database.build import build_database
from analytics.database.checks import run_checks
from analytics.errors import CordonError
from analytics.paths import DATA, build_directory
from analytics.sources.apply import apply
from analytics.sources.contents import new_contents
from analytics.sources.upstreams import Refreshed


def apply_refreshed(refreshed: Refreshed, data: Path = DATA) -> Path:
    """Put what an upstream changes in place, and return where the previous files are kept."""
    return change_data(new_contents(refreshed, data), refreshed.upstream.id, data)


def change_data(files: dict[str, bytes], label: str, data: Path = DATA) -> Path:
    """Replace files of data/ if the whole builds and no check fails with them; return where the previous ones are."""
    previous = build_directory() / "previous" / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{label}"
    apply(files, data, previous, check_data)
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
