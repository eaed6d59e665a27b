"""States that continue one another: which of a series stood on a day, or within a span."""

from datetime import date
from functools import lru_cache

from analytics.database.open import data_version, open_database


def series_of(state: str) -> str:
    """Return the code under which a state stands together with those it continues: RUS for the Soviet Union."""
    return read_series(data_version()).get(state, state)


def stood_within(state: str, start: date = date.min, end: date = date.max) -> list[str]:
    """Return the states of a state's series that stood within a span, the earliest first; all of them without one."""
    lives = read_lives(data_version())
    return [code for code, since, until in lives.get(series_of(state), ()) if since <= end and until >= start]


def of_the_day(state: str, day: date) -> str:
    """Return the state of a state's series that stood on a day, itself where none did.

    That of the Soviet Union in 2026 is Russia, that of Russia in 1960 the Soviet Union; East Germany is continued by
    none.
    """
    stood = stood_within(state, day, day)
    return state if state in stood or not stood else stood[-1]


@lru_cache(maxsize=2)
def read_series(version: str) -> dict[str, str]:
    """Return the series of every state, for one version of the data."""
    return dict(open_database().execute("select state, series from states").fetchall())


@lru_cache(maxsize=2)
def read_lives(version: str) -> dict[str, list[tuple[str, date, date]]]:
    """Return by series its states with their first and last day, the earliest first, for one version of the data."""
    rows = open_database().execute(
        "select series, state, coalesce(code_since, $first), coalesce(code_until, $last) from states order by 3, state",
        {"first": date.min, "last": date.max},
    )
    lives: dict[str, list[tuple[str, date, date]]] = {}
    for series, *life in rows.fetchall():
        lives.setdefault(series, []).append(tuple(life))
    return lives
