"""Names behind codes, and how far the data reach, kept per data version."""

from datetime import date

import streamlit as st

from analytics.database.open import open_database
from analytics.errors import CordonError


@st.cache_data(show_spinner=False, max_entries=4)
def state_names(version: str) -> dict[str, str]:
    """Return every state's name by code, in the order of names."""
    return dict(open_database().execute("select state, name from states order by name").fetchall())


@st.cache_data(show_spinner=False, max_entries=4)
def state_points(version: str) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude of every state that has a point on the map, by code."""
    rows = open_database().execute(
        "select state, latitude, longitude from states where latitude is not null order by state"
    )
    return {state: (latitude, longitude) for state, latitude, longitude in rows.fetchall()}


@st.cache_data(show_spinner=False, max_entries=4)
def entity_names(version: str) -> dict[str, str]:
    """Return every contested entity's name by code, in the order of names."""
    return dict(open_database().execute("select entity, name from entities order by name").fetchall())


@st.cache_data(show_spinner=False, max_entries=4)
def latest_day(version: str) -> date:
    """Return the last day that any table of events reaches."""
    row = open_database().execute("select max(ends_on) from coverage").fetchone()
    if row is None or row[0] is None:
        raise CordonError("The table coverage holds no day. Run: python -m analytics build --force")
    return date.fromisoformat(str(row[0]))


@st.cache_data(show_spinner=False, max_entries=64)
def table_ends(tables: tuple[str, ...], version: str) -> dict[str, date]:
    """Return until when each of some tables runs, in the order given."""
    rows = open_database().execute(
        "select table_name, max(ends_on) from coverage where list_contains($tables, table_name) "
        "group by table_name having max(ends_on) is not null order by list_position($tables, table_name)",
        {"tables": list(tables)},
    )
    return dict(rows.fetchall())
