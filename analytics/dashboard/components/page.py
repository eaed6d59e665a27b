"""The head of a page, and what a person sees when something is wrong."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from analytics.database.open import data_version, open_database
from analytics.errors import CordonError


@contextmanager
def open_page(title: str, lede: str, *, tables: Sequence[str] = ()) -> Iterator[None]:
    """Show a page's heading and how far its tables reach; a fault in it becomes a sentence.

    `tables` are the tables whose last covered day the reader must know.
    """
    st.title(title, anchor=False)
    st.markdown(lede)
    try:
        if tables:
            st.caption(freshness(tuple(tables), data_version()))
        yield
    except CordonError as error:
        st.error(str(error), icon=":material/error:")


@st.cache_data(show_spinner=False)
def freshness(tables: tuple[str, ...], version: str) -> str:
    """Return until when each of some tables runs."""
    rows = open_database().execute(
        "select table_name, max(ends_on) from coverage where list_contains($tables, table_name) "
        "group by table_name order by list_position($tables, table_name)",
        {"tables": list(tables)},
    )
    ends = [f"{table.replace('_', ' ')} until {day:%-d %B %Y}" for table, day in rows.fetchall() if day]
    return f"Data: {'; '.join(ends)}. Silence after a table's end says nothing." if ends else ""
