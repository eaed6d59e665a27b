"""Build the database of this repository: facts, schema and the catalogued queries as macros."""

from collections.abc import Callable

from analytics.catalog.derived import derived_statements
from analytics.catalog.macros import query_macros
from analytics.database.build import Build, build_database


def build(*, force: bool = False, report: Callable[[str], None] = lambda message: None) -> Build:
    """Build the database if facts, schema or queries changed; raises CordonError if it cannot."""
    derived = list(derived_statements().values())
    return build_database(force=force, macros=query_macros(), derived=derived, report=report)
