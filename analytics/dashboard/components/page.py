"""The head of a page, and what a person sees when something is wrong."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from analytics.dashboard.components.names import table_ends
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
            st.caption(freshness(tables))
        yield
    except CordonError as error:
        st.error(str(error), icon=":material/error:")


def freshness(tables: Sequence[str]) -> str:
    """Return until when each of some tables runs."""
    ends = table_ends(tables)
    named = [f"{table.replace('_', ' ')} until {day:%-d %B %Y}" for table, day in ends.items()]
    return f":material/update: Data: {'; '.join(named)}. Silence after a table's end says nothing." if named else ""
