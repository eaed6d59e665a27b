"""How far the data reach, kept per data version."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from analytics.database.open import data_version, open_database
from analytics.errors import CordonError

BY_SESSION = {"ga_votes", "roll_calls"}


def latest_day() -> date:
    """Return the last day that any table of events reaches; raises CordonError where none has one."""
    found: date | None = rows("select max(ends_on) from coverage")[0][0]
    if found is None:
        raise CordonError("The table coverage holds no day. Run: python -m analytics build --force")
    return found


def covered_until(tables: Sequence[str]) -> date:
    """Return the last day that all of some tables cover; sessions of the Assembly hold until the next is whole."""
    return min(end for table, end in table_ends(tables).items() if table not in BY_SESSION)


def table_ends(tables: Sequence[str]) -> dict[str, date]:
    """Return until when each of some tables runs, in the order given."""
    ends = dict(rows("select table_name, max(ends_on) from coverage group by table_name"))
    return {table: ends[table] for table in tables if ends.get(table)}


def rows(statement: str) -> list[tuple[Any, ...]]:
    """Return the rows of a statement on the database as it is now."""
    return kept_rows(statement, data_version())


@st.cache_data(show_spinner=False, max_entries=64)
def kept_rows(statement: str, version: str) -> list[tuple[Any, ...]]:
    """Return the rows of a statement, kept for everyone for one version of the data."""
    return open_database().execute(statement).fetchall()
