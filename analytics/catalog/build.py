"""Build the database of this repository: facts, schema and the catalogued queries as macros."""

from collections.abc import Callable

from analytics.catalog.derived import derived_statements
from analytics.catalog.macros import query_macros
from analytics.database.build import Build, build_database, read_schema
from analytics.database.remote import fetch_database, shared_place


def build(*, force: bool = False, report: Callable[[str], None] = lambda message: None) -> Build:
    """Build the database if facts, schema or queries changed, or fetch the one that `CORDON_DATABASE` names.

    Raises CordonError if it cannot.
    """
    if place := shared_place():
        return fetch_database(place, [*read_schema(), *query_macros()], force=force)
    derived = list(derived_statements().values())
    return build_database(force=force, macros=query_macros(), derived=derived, report=report)
