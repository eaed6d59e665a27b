"""The editor of the workbench: a text area with completion, in our own files, working without a network."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from analytics.catalog.vocabulary import Named, named_queries, named_tables, sql_functions, sql_words
from analytics.charts.words import shorten
from analytics.database.open import open_database

FOLDER = Path(__file__).parents[1] / "editor"
COMPONENT = st.components.v2.component(
    "cordon_editor",
    html=(FOLDER / "editor.html").read_text(encoding="utf-8"),
    css=(FOLDER / "editor.css").read_text(encoding="utf-8"),
    js=(FOLDER / "editor.js").read_text(encoding="utf-8"),
)
ABOUT_LENGTH = 80


def edit_statement(statement: str, version: str, run: Callable[[str], None], *, key: str) -> None:
    """Show a statement in the editor; `run` is called with what the editor holds when the reader runs it."""
    COMPONENT(
        key=key,
        data={"statement": statement, **vocabulary(version)},
        on_run_change=lambda: run(str(st.session_state[key].run)),
    )


@st.cache_data(show_spinner=False, max_entries=4)
def vocabulary(version: str) -> dict[str, list[object]]:
    """Return what can be completed: tables and queries with their columns, words, functions."""
    connection = open_database()
    named = [*named_tables(connection).values(), *named_queries().values()]
    return {
        "named": [entry(item) for item in named],
        "words": [*sql_words(connection)],
        "functions": [*sql_functions(connection)],
    }


def entry(item: Named) -> dict[str, object]:
    """Return a table or a query as the editor completes it."""
    about = shorten(item.about, ABOUT_LENGTH)
    return {"name": item.name, "call": item.call, "about": about, "columns": [name for name, _, _ in item.columns]}
