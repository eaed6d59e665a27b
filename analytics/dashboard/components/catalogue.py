"""What the data page shows of tables, sources, queries and checks, kept per version of the data."""

import math
from functools import cache
from typing import Any

import pandas as pd
import streamlit as st

from analytics.catalog.keep import Keeper
from analytics.catalog.rules import load_checks
from analytics.charts.words import plain
from analytics.dashboard.components.phone import on_phone
from analytics.dashboard.components.rows import (
    CELL_PADDING,
    DATE_WIDTH,
    LETTER_WIDTH,
    ROW_HEIGHT,
    fit_width,
    text_width,
)
from analytics.database.checks import run_checks
from analytics.database.open import open_database
from analytics.database.tables import count_by_source, describe_columns, describe_coverage, summarise_tables
from analytics.measures.published import compare_totals

KEPT = 64
LABELS = {
    "table_name": "Table",
    "holds": "One row per, or what it holds",
    "rows": "Rows",
    "starts_on": "From",
    "ends_on": "Until",
    "as_of": "As of",
    "evidence": "Evidence",
    "column_name": "Column",
    "kind": "Type",
    "may_be_unknown": "May be unknown",
    "row_key": "Key",
    "subject": "About",
    "value_used": "We use",
    "value_other": "Other source",
    "old_value": "Source has",
    "new_value": "We use",
    "note": "Why",
    "reason": "Why",
    "we_follow": "Our source",
    "differs": "Source that differs",
    "terms": "Licence or terms",
    "severity": "If broken",
    "source_id": "Key",
    "retrieved_on": "Retrieved",
    "url": "Address",
}
HELP = {
    "ends_on": "Last day covered: that nothing stands after it says nothing.",
    "as_of": "Day on which the newest source of the table was compiled.",
}
WIDTHS = {
    "holds": 330,
    "description": 290,
    "title": 300,
    "publisher": 190,
    "terms": 300,
    "figure": 330,
    "why": 400,
    "topic": 110,
    "subject": 170,
    "value_used": 110,
    "value_other": 110,
    "old_value": 120,
    "new_value": 120,
    "note": 400,
    "reason": 400,
    "rule": 360,
    "remedy": 360,
}
# Streamlit breaks texts in rows higher than 64 pixels only.
WRAPPED = 66
# A phone's narrow columns take as many lines as most of their texts need, within reason.
LINE_HEIGHT, TALLEST_ROW = 20, 120
OUTCOMES = ("fails", "warning", "holds")


@st.cache_data(show_spinner=False, max_entries=4)
def tables(version: str) -> pd.DataFrame:
    """Return one row per table."""
    return summarise_tables(open_database())


@st.cache_data(show_spinner=False, max_entries=KEPT)
def columns_of(table: str, version: str) -> pd.DataFrame:
    """Return the columns of a table with their descriptions."""
    return describe_columns(open_database(), table)


@st.cache_data(show_spinner=False, max_entries=KEPT)
def coverage_of(table: str, version: str) -> pd.DataFrame:
    """Return what a table covers, part by part."""
    return describe_coverage(open_database(), table)


@st.cache_data(show_spinner=False, max_entries=KEPT)
def sources_of(table: str, version: str) -> pd.DataFrame:
    """Return the sources of a table with terms and rows."""
    return count_by_source(open_database(), table)


@st.cache_data(show_spinner=False, max_entries=KEPT)
def read(statement: str, version: str) -> pd.DataFrame:
    """Return the rows of a statement."""
    return open_database().execute(statement).df()


def published(version: str) -> pd.DataFrame:
    """Return every published figure beside ours, with the reason where they differ; shared, so not to be changed."""
    return comparisons().get(version, compare)


# What asks queries is kept by a Keeper: a lock of Streamlit's, held by one who waits for a turn, would hold up those
# who have one.
@cache
def comparisons() -> Keeper[pd.DataFrame]:
    """Return the comparisons kept for everyone, by version of the data."""
    return Keeper(entries=4, size=4, size_of=lambda frame: 1)


def compare() -> pd.DataFrame:
    """Compare every published figure with ours."""
    compared = compare_totals(open_database())
    return pd.DataFrame(
        {
            "topic": [item.topic for item in compared],
            "figure": [item.title for item in compared],
            "ours": [int(item.ours) for item in compared],
            "published": [int(item.published) for item in compared],
            "difference": [int(item.difference) for item in compared],
            "why": [item.reason or "" for item in compared],
            "citation": [item.citation for item in compared],
            "evidence": [item.evidence for item in compared],
            "query": [item.query_id for item in compared],
        }
    )


@st.cache_data(show_spinner="Running the checks", max_entries=4)
def checks(version: str) -> pd.DataFrame:
    """Return what every check found, failures and warnings first."""
    results = run_checks(load_checks(), open_database())
    frame = pd.DataFrame(
        {
            "outcome": [OUTCOMES[0 if item.failed else 1 if item.bad_rows else 2] for item in results],
            "table_name": [item.check.table for item in results],
            "rule": [item.check.title for item in results],
            "bad_rows": [item.bad_rows for item in results],
            "severity": ["blocks" if item.check.severity == "fail" else "warns" for item in results],
            "remedy": [item.check.remedy for item in results],
        }
    )
    order = frame["outcome"].map(OUTCOMES.index)
    return frame.assign(order=order).sort_values(["order", "table_name", "rule"]).drop(columns="order")


def show_frame(frame: pd.DataFrame, key: str, alt: str, *, tallest: int = 420, wrapped: bool = False) -> None:
    """Show a frame with readable column names, dates as days and addresses as links.

    Texts that are `wrapped` take up to three lines, on a phone up to six.
    """
    looks = fit_width({str(name): column_look(str(name), frame[name]) for name in frame.columns})
    row = row_height(frame, looks) if wrapped else ROW_HEIGHT
    st.dataframe(
        frame,
        hide_index=True,
        height=min(tallest, ROW_HEIGHT + row * len(frame) + 3),
        row_height=row,
        column_config=looks,
        placeholder="",
        key=key,
        alt=alt,
    )


def row_height(frame: pd.DataFrame, looks: dict[str, Any]) -> int:
    """Return how high a row of wrapped texts is."""
    if not on_phone() or frame.empty:
        return WRAPPED
    widths = {name: look["width"] - CELL_PADDING for name, look in looks.items() if look["width"]}
    lines = [LETTER_WIDTH * frame[name].map(str).map(len).median() / width for name, width in widths.items()]
    return min(max(WRAPPED, LINE_HEIGHT * math.ceil(max(lines, default=0))), TALLEST_ROW)


def column_look(name: str, values: pd.Series) -> Any:
    """Return how a column is shown, by its name and type."""
    label = LABELS.get(name, name.replace("_", " ").capitalize())
    if name == "url":
        return st.column_config.LinkColumn(label, display_text="open")
    if pd.api.types.is_datetime64_any_dtype(values):
        return st.column_config.DateColumn(label, format="YYYY-MM-DD", help=HELP.get(name), width=DATE_WIDTH)
    if pd.api.types.is_integer_dtype(values):
        return st.column_config.NumberColumn(label, format="localized")
    return st.column_config.Column(label, width=WIDTHS.get(name) or text_width(values))


def show_words(frame: pd.DataFrame, alt: str) -> None:
    """Show a short frame whose sentences must be read in full; cells wrap."""
    named = frame.rename(columns=lambda name: LABELS.get(name, name.replace("_", " ").capitalize()))
    for column in named.select_dtypes("datetime"):
        named[column] = named[column].dt.strftime("%Y-%m-%d")
    shown = (
        named.astype(object).where(named.notna(), "").map(lambda cell: plain(cell) if isinstance(cell, str) else cell)
    )
    st.table(shown, hide_index=True, border="horizontal", alt=alt)
