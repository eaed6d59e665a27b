"""Answers from the catalog, kept per data version and parameters for everyone."""

import streamlit as st

from analytics.catalog.run import Result, run_query
from analytics.database.open import data_version

KEPT_ANSWERS = 512


def ask(query_id: str, /, **parameters: object) -> Result:
    """Return the answer of a query; `from_` stands for the parameter `from`."""
    given = tuple((name.removesuffix("_"), value) for name, value in parameters.items())
    return remembered(query_id, given, data_version())


@st.cache_resource(max_entries=KEPT_ANSWERS, show_spinner=False)
def remembered(query_id: str, parameters: tuple[tuple[str, object], ...], version: str) -> Result:
    """Return an answer once computed; it is shared, so nobody may change its frame."""
    return run_query(query_id, dict(parameters))
