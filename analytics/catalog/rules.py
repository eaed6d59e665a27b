"""The data checks of queries/checks/<table>/<rule>.sql."""

from analytics.catalog.header import read_source_file
from analytics.database.checks import Check, parse_check
from analytics.paths import CHECKS


def load_checks() -> list[Check]:
    """Return every check, by table and rule."""
    sources = [
        read_source_file(path, {"severity", "title", "remedy"}, set()) for path in sorted(CHECKS.glob("*/*.sql"))
    ]
    return [parse_check(source.path, dict(source.header), source.sql) for source in sources]
