"""The head of a page, and what a person sees when something is wrong."""

import logging
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, NoReturn

import duckdb
import pandas as pd
import streamlit as st

from analytics.catalog.service import stand
from analytics.charts.words import many, plain, say, say_table
from analytics.dashboard.components.answers import CHECKED, ask
from analytics.dashboard.components.carried import enter_page
from analytics.dashboard.components.ends import forget_ends
from analytics.dashboard.components.filters import SHOWN_LENGTH, choose_option
from analytics.dashboard.components.headings import show_title
from analytics.dashboard.components.phone import on_phone
from analytics.dashboard.components.share import PIN
from analytics.database.open import data_version, explain_failure
from analytics.errors import CordonError

EVIDENCE = {"all": "All rows", "checked": "Without unchecked rows"}
FEW = 0.01
LOG = logging.getLogger("cordon")


@contextmanager
def open_page(title: str, lede: str, *, tables: Sequence[str] = ()) -> Iterator[None]:
    """Show a page's heading and how far its tables reach; a fault in it becomes a sentence.

    `tables` are the tables whose last covered day the reader must know.
    """
    enter_page(title)
    forget_ends()
    show_title(title)
    st.markdown(lede)
    try:
        note_fault()
        note_pin()
        st.session_state[CHECKED] = False
        if tables:
            left, right = st.columns([5, 2], gap="medium")
            with left:
                show_freshness(tables)
            with right:
                st.session_state[CHECKED] = offer_checked(tables)
        yield
    except CordonError as error:
        end_page(error)
    except duckdb.Error as error:
        told = explain_failure(error)
        LOG.error("%s", told)
        end_page(told)


def end_page(fault: CordonError) -> NoReturn:
    """Show a fault where the page cannot go on, and stop its script: what follows the head must not be run."""
    st.error(plain(str(fault)), icon=":material/error:")
    st.stop()


def note_fault() -> None:
    """Say so where the data shown are not those on the disk, or the database is at risk."""
    found = stand()
    # Where no question is answered, the page itself says why in place of its figures.
    for fault in found.faults if found.version else found.faults[:-1]:
        st.warning(plain(fault), icon=":material/build:")


def note_pin() -> None:
    """Say so where the link was made from another version of the data than is shown, and what changed since."""
    pinned, here = st.query_params.get(PIN, "").replace(" ", "+"), data_version()
    if pinned and pinned != here:
        plain = "".join(letter for letter in pinned[:SHOWN_LENGTH] if letter.isalnum() or letter in ".+")
        st.info(
            f"This link was made from data version {plain}; shown here is version {here}, so numbers may differ. "
            f"{changes_since(plain)} The page [How far to trust it](trust#changes) lists what changed.",
            icon=":material/history:",
        )


def changes_since(version: str) -> str:
    """Return which tables changed since a version and by how many rows, as a sentence."""
    frame = ask("changes_since", since=version).frame
    if frame.empty:
        return "The data changelog does not name that version."
    counts = frame.groupby("table_name")[["added", "changed", "removed"]].sum()
    told = [f"{say_table(str(table))} ({name_counts(row)})" for table, row in counts.iterrows()]
    return f"Rows changed since: {'; '.join(told)}."


def name_counts(counts: pd.Series) -> str:
    """Return numbers with their words, those of nothing left out."""
    return ", ".join(f"{count:,} {word}" for word, count in counts.items() if count) or "order or form only"


def show_freshness(tables: Sequence[str]) -> None:
    """Show until when each of some tables runs; on a phone, whose screen that would fill, the span of their ends."""
    ends = latest_ends(tables)
    told = freshness(ends)
    if told and on_phone():
        with st.expander(say_span(ends), icon=":material/update:"):
            st.caption(told)
    else:
        st.caption(told)


def freshness(ends: pd.DataFrame) -> str:
    """Return until when each of some tables runs, and since when its next rows are due by the pace its source keeps."""
    named = [f"{say_table(row['table_name'])} to {say_reach(row)}" for row in ends.to_dict("records")]
    return f":material/update: Data: {'; '.join(named)}. Later events are not included." if named else ""


def say_span(ends: pd.DataFrame) -> str:
    """Return in which months some tables end, and how many of them are overdue."""
    months = [f"{day:%B %Y}" for day in (ends["ends_on"].min(), ends["ends_on"].max())]
    late = int((ends["days_behind"] > 0).sum())
    return f"Data to {' – '.join(dict.fromkeys(months))}" + (f"; {many(late, 'table')} overdue" if late else "")


def latest_ends(tables: Sequence[str]) -> pd.DataFrame:
    """Return each of some tables with the latest end of its parts, the longest overdue first."""
    frame = ask("freshness", on=date.today()).frame
    ends = frame[frame["table_name"].isin(tables)].sort_values("ends_on").drop_duplicates("table_name", keep="last")
    return ends.sort_values("days_behind", ascending=False, kind="stable")


def say_reach(row: Mapping[Hashable, Any]) -> str:
    """Return a table's last day, and since when its next rows are due by the pace its source keeps."""
    due = date.today() - timedelta(row["days_behind"]) if row["days_behind"] > 0 else None
    return f"{say(row['ends_on'])} (overdue since {say(due)})" if due else say(row["ends_on"])


def offer_checked(tables: Sequence[str]) -> bool:
    """Let the reader leave out rows graded D where there are more than a few, and return whether they are out."""
    frame = ask("evidence_mix").frame
    unchecked = frame[frame["table_name"].isin(tables) & (frame["evidence"] == "D") & (frame["share"] > FEW)]
    if unchecked.empty:
        return False
    told = zip(unchecked["rows"], unchecked["rows"] / unchecked["share"], unchecked["table_name"], strict=True)
    counts = [f"{rows:,} of {total:,.0f} {say_table(table)}" for rows, total, table in told]
    chosen = choose_option(
        "evidence",
        "Evidence",
        EVIDENCE,
        "all",
        help_text=f"Not yet checked against a document (grade D): {', '.join(counts)}. Without them every figure is "
        "computed anew. The page “How far to trust it” explains the grades.",
    )
    return chosen == "checked"
