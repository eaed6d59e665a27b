"""What the workbench keeps: the statement, its place in the link, its answer; and what it shows of them."""

import shlex
from collections.abc import Callable
from functools import partial

import streamlit as st

from analytics.catalog.own import OwnAnswer, ask_sql
from analytics.catalog.vocabulary import Named, named_queries, named_tables
from analytics.dashboard.components.filters import note_unknown
from analytics.dashboard.components.statement import read_link, write_link
from analytics.database import limits
from analytics.database.deadlines import TimeLimitError
from analytics.database.guard import BusyError
from analytics.database.open import open_database
from analytics.errors import CordonError
from analytics.exports.chart_files import csv_of
from analytics.exports.tabular import to_json, to_parquet
from analytics.exports.workbook import to_xlsx

LINK = "q"
CHART = ("kind", "x", "y", "colour")
STATEMENT, FOLLOWED, ANSWER = "workbench:statement", "workbench:followed", "workbench:answer"
TALLEST, ROW_HEIGHT = 420, 35


def current_statement(first: str) -> str:
    """Return the statement of the link, or the one run last, or the first; a link that cannot be read is noted."""
    given = st.query_params.get(LINK)
    if STATEMENT not in st.session_state or given != st.session_state[FOLLOWED]:
        st.session_state[FOLLOWED] = given
        try:
            st.session_state[STATEMENT] = first if given is None else read_link(given)
        except CordonError as error:
            note_unknown(LINK, given or "", "the first example", f"The statement in the link was not used: {error}.")
            st.session_state[STATEMENT] = first
    return str(st.session_state[STATEMENT])


def keep_statement(statement: str, first: str) -> None:
    """Keep a statement to be run, and put it in the link where it fits; the chart is chosen anew."""
    link = None if statement == first else write_link(statement)
    st.session_state[STATEMENT], st.session_state[FOLLOWED] = statement, link
    for name in CHART:
        st.query_params.pop(name, None)
    if link is None:
        st.query_params.pop(LINK, None)
    else:
        st.query_params[LINK] = link


def answer_to(statement: str, version: str) -> OwnAnswer | None:
    """Return the answer to a statement, run once; where there is none, say why."""
    kept = st.session_state.get(ANSWER)
    if kept and kept[0] == (statement, version):
        return kept[1] if isinstance(kept[1], OwnAnswer) else None
    st.session_state.pop(ANSWER, None)
    try:
        with st.spinner("Running", show_time=True):
            found = ask_sql(statement)
    except (TimeLimitError, BusyError) as error:
        st.warning(str(error), icon=":material/timer_off:")
        return None
    except CordonError as error:
        st.error("The statement was not run, or not to its end.", icon=":material/error:")
        # A message repeats what was typed: it is shown as plain text, in which no markup is read.
        st.code(str(error), language=None, wrap_lines=True)
        return None
    st.session_state[ANSWER] = ((statement, version), found)
    return found


def show_rows(answer: OwnAnswer) -> None:
    """Show the rows, how many, how long they took, and offer them as files."""
    table, result = answer.result.table, answer.result
    cut = f"Only the first {table.num_rows:,} rows are shown. " if answer.cut else ""
    st.caption(f"{cut}{table.num_rows:,} rows, {table.num_columns} columns, {answer.seconds:.2f} s")
    days = [field.name for field in table.schema if str(field.type).startswith("date")]
    st.dataframe(
        result.frame,
        hide_index=True,
        height=min(TALLEST, ROW_HEIGHT * (table.num_rows + 1) + 3),
        column_config={name: st.column_config.DateColumn(name, format="YYYY-MM-DD") for name in days},
        key="workbench-rows",
        alt=f"The statement's answer: {table.num_rows} rows, {table.num_columns} columns",
    )
    offer_files(answer)


def offer_files(answer: OwnAnswer) -> None:
    """Offer the rows as files, each made when it is asked for."""
    table = answer.result.table
    title, subtitle = "A statement to Cordon", f"{table.num_rows} rows"
    files: dict[str, tuple[str, str, Callable[[], bytes]]] = {
        "csv": ("CSV", "text/csv", lambda: csv_of(answer.result).encode()),
        "parquet": ("Parquet", "application/vnd.apache.parquet", partial(to_parquet, table)),
        "json": ("JSON", "application/json", lambda: to_json(table).encode()),
        "xlsx": (
            "Excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda: to_xlsx([answer.result], title=title, subtitle=subtitle),
        ),
    }
    with st.container(horizontal=True, gap="small"):
        for form, (label, mime, write) in files.items():
            st.download_button(
                label,
                data=write,
                file_name=f"cordon-sql-{answer.result.version}.{form}",
                mime=mime,
                key=f"workbench-{form}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )


@st.cache_data(show_spinner=False, max_entries=4)
def named(version: str) -> dict[str, Named]:
    """Return every table and query by name."""
    return named_tables(open_database()) | named_queries()


def show_limits(statement: str) -> None:
    """Say what a statement may not do and use, and how to ask for more."""
    st.markdown(
        f"One `SELECT` at a time, in a process of its own that can open no file and no connection and is ended with "
        f"the statement. At most {limits.TIME_LIMIT_SECONDS:g} s, {limits.MEMORY} of memory for the database "
        f"({limits.PROCESS_MEMORY // 1_000_000} MB for the process), {limits.ROW_LIMIT:,} rows, "
        f"{limits.COLUMN_LIMIT} columns, {limits.BYTE_LIMIT // 1_000_000} MB of result and "
        f"{limits.STATEMENT_LENGTH:,} characters of SQL. {limits.AT_ONCE} statements run at once on this server, "
        f"behind the pages; a third waits up to {limits.WAIT_SECONDS:g} s. Reading files, settings, secrets and the "
        "state of the machine is refused, as is everything that writes. In CSV a text with which a spreadsheet would "
        "begin a formula has an apostrophe before it. The same on the command line, where CSV holds texts as they are:"
    )
    st.code(f"python -m analytics sql {shlex.quote(statement)}", language=None, wrap_lines=True)
