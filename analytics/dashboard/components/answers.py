"""Answers from the catalog, as a page asks for them."""

import streamlit as st

from analytics.catalog.ahead import begin as begin_ahead
from analytics.catalog.parameters import as_named
from analytics.catalog.run import Result, run_query

CHECKED = "only checked rows"


def ask(query_id: str, /, **parameters: object) -> Result:
    """Return the answer of a query; `from_` stands for the parameter `from`.

    Where the page leaves out rows graded D, so does the answer. Answers are shared: nobody may change their frames.
    """
    return run_query(query_id, as_named(parameters), checked=only_checked())


def begin(query_id: str, /, **parameters: object) -> None:
    """Begin an answer that the page asks for further down, if nobody else needs the processor."""
    begin_ahead(query_id, as_named(parameters), checked=only_checked())


def only_checked() -> bool:
    """Say whether the page leaves out rows graded D."""
    return bool(st.session_state.get(CHECKED))
