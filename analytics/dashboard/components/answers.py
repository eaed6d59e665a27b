"""Answers from the catalog, kept per data version and parameters for everyone."""

import streamlit as st

from analytics.catalog.run import Result, run_query
from analytics.database.open import data_version

KEPT_ANSWERS = 512
CHECKED = "only checked rows"


def ask(query_id: str, /, **parameters: object) -> Result:
    """Return the answer of a query; `from_` stands for the parameter `from`.

    Where the page leaves out rows graded D, so does the answer.
    """
    given = tuple((name.removesuffix("_"), value) for name, value in parameters.items())
    return remembered(query_id, given, data_version(), checked=bool(st.session_state.get(CHECKED)))


@st.cache_resource(max_entries=KEPT_ANSWERS, show_spinner=False)
def remembered(
    query_id: str, parameters: tuple[tuple[str, object], ...], version: str, *, checked: bool = False
) -> Result:
    """Return an answer once computed; it is shared, so nobody may change its frame."""
    return run_query(query_id, dict(parameters), checked=checked)
