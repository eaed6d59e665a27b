"""SQL of one's own over the whole database: editor, schema, examples, rows, a quick chart, all in the link."""

import pandas as pd
import streamlit as st

from analytics.catalog.examples import load_examples
from analytics.catalog.own import OwnAnswer
from analytics.dashboard.components.catalogue import show_frame
from analytics.dashboard.components.editor import edit_statement
from analytics.dashboard.components.figure import show_footer
from analytics.dashboard.components.page import open_page
from analytics.dashboard.components.quick_chart import show_quick_chart
from analytics.dashboard.components.workbench import (
    LINK,
    answer_to,
    current_statement,
    keep_statement,
    named,
    show_limits,
    show_rows,
)
from analytics.database.open import data_version

LEDE = (
    "Ask the database yourself: every table, and every query of these pages under its name. Statements are read-only; "
    "the link holds the statement and the chart."
)
FIRST = next(iter(load_examples().values()))
FIRST_TABLE = "recognitions"
EXAMPLE, THING = "workbench-example", "workbench-thing"


def choose_example() -> None:
    examples = load_examples()
    st.selectbox(
        "Begin with an example",
        list(examples),
        index=None,
        format_func=lambda name: examples[name].title,
        placeholder=f"{len(examples)} statements",
        key=EXAMPLE,
        on_change=take_example,
    )


def take_example() -> None:
    chosen = st.session_state[EXAMPLE]
    if chosen:
        keep_statement(load_examples()[chosen].sql, FIRST.sql)
        st.session_state[EXAMPLE] = None


def browse(version: str) -> None:
    things = named(version)
    names = list(things)
    first = names.index(FIRST_TABLE) if FIRST_TABLE in things else 0
    chosen = st.selectbox("Tables and queries", names, index=first, key=THING, help="Type to search.")
    thing = things[chosen]
    st.caption(thing.about)
    if thing.signature != chosen:
        st.code(thing.signature, language=None, wrap_lines=True)
    columns = pd.DataFrame(thing.columns, columns=["column_name", "kind", "description"])
    columns = columns[["column_name", "description", "kind"]]
    show_frame(
        columns,
        f"columns-{chosen}",
        f"Columns of {chosen} with type or unit and description",
        tallest=390,
        wrapped=True,
    )
    st.button(
        "Show its first rows",
        icon=":material/table_rows:",
        on_click=keep_statement,
        args=(f"select *\nfrom {thing.call}\nlimit 100", FIRST.sql),
    )


def run_here(version: str) -> OwnAnswer | None:
    asked = current_statement(FIRST.sql)
    edit_statement(asked, version, lambda text: keep_statement(text, FIRST.sql), key="workbench-editor")
    if asked != FIRST.sql and LINK not in st.query_params:
        st.info("This statement is too long for a link; the link does not hold it.", icon=":material/link_off:")
    answer = answer_to(asked, version)
    if answer is not None:
        show_rows(answer)
        tables = f"tables: {', '.join(answer.result.lineage)}" if answer.result.lineage else "no table of facts read"
        show_footer([answer.result], more=f" · {tables}")
    return answer


with open_page("SQL workbench", LEDE):
    current = data_version()
    left, right = st.columns([3, 2], gap="medium")
    with left:
        found = run_here(current)
    with right:
        choose_example()
        browse(current)
    if found is not None:
        show_quick_chart(found)
    with st.expander("What a statement may use", icon=":material/shield:"):
        show_limits(current_statement(FIRST.sql))
