"""Data checks: queries that return bad rows."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.errors import CordonError
from analytics.paths import shown


@dataclass(frozen=True)
class Check:
    """A rule that data must meet; `sql` returns the rows that do not."""

    table: str
    rule: str
    severity: str
    title: str
    remedy: str
    sql: str


@dataclass(frozen=True)
class CheckResult:
    """What a check found: the number of bad rows and the first few of them."""

    check: Check
    bad_rows: int
    examples: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether the data must not be published like this."""
        return self.bad_rows > 0 and self.check.severity == "fail"


def run_checks(checks: list[Check], connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Run every check on a database."""
    return [run_check(check, connection) for check in checks]


def run_check(check: Check, connection: duckdb.DuckDBPyConnection) -> CheckResult:
    """Run one check; raises CordonError naming it when its SQL does not run."""
    try:
        rows = connection.execute(check.sql).fetchall()
    except duckdb.Error as error:
        raise CordonError(f"queries/checks/{check.table}/{check.rule}.sql does not run: {error}") from error
    return CheckResult(check, len(rows), tuple(str(row) for row in rows[:3]))


def parse_check(path: Path, header: dict[str, str], sql: str) -> Check:
    """Return the check of a file; raises CordonError for a severity other than fail or warn."""
    if header["severity"] not in ("fail", "warn"):
        raise CordonError(f"{shown(path)}: severity {header['severity']!r} is neither fail nor warn.")
    return Check(path.parent.name, path.stem, header["severity"], header["title"], header["remedy"], sql)
