"""Answers from the catalog, as a page asks for them."""

import streamlit as st

from analytics.catalog.run import Result, run_query

CHECKED = "only checked rows"


def ask(query_id: str, /, **parameters: object) -> Result:
    """Return the answer of a query; `from_` stands for the parameter `from`.

    Where the page leaves out rows graded D, so does the answer. Answers are shared: nobody may change their frames.
    """
    given = {name.removesuffix("_"): value for name, value in parameters.items()}
    return run_query(query_id, given, checked=only_checked())


def only_checked() -> bool:
    """Say whether the page leaves out rows graded D."""
    return bool(st.session_state.get(CHECKED))
