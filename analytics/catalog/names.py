"""Names behind codes, read once per version of the data."""

from functools import lru_cache

from analytics.database.open import data_version, open_database


def state_names() -> dict[str, str]:
    """Return every state's name by code, in the order of names."""
    return read_names("state", "states", data_version())


def entity_names() -> dict[str, str]:
    """Return every contested entity's name by code, in the order of names."""
    return read_names("entity", "entities", data_version())


@lru_cache(maxsize=4)
def read_names(code: str, table: str, version: str) -> dict[str, str]:
    """Return names by code of one table, for one version of the data."""
    return dict(open_database().execute(f'select "{code}", name from "{table}" order by name').fetchall())
