"""The rows behind a figure, how they were made, and why there may be none."""

import shlex
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.catalog.keep import kept_with
from analytics.catalog.parts import parts_of
from analytics.catalog.run import Result
from analytics.charts.words import many, say_column
from analytics.dashboard.components.phone import on_phone
from analytics.dashboard.components.readable import readable_rows, shown_columns

TALLEST_TABLE = 420
ROW_HEIGHT = 35
ROWS_SEEN = TALLEST_TABLE // ROW_HEIGHT - 1
# The browser measures the first rows alone, so that a longer text below would be cut, even inside a number. A letter
# takes about so many pixels, and what stands around a text in its cell.
LETTER_WIDTH, CELL_PADDING, SHORT_TEXT, WIDEST = 7, 20, 16, 560
# On a phone, so that two columns of texts and one of days can be seen beside one another.
WIDEST_ON_PHONE = 124
# A column of which half the texts have more letters than that is read, not compared.
READ_FROM = 20
EVIDENCE_KEY = (
    "Evidence: A official record, B dataset or two reports, C one secondary report, D not yet checked "
    "([how far to trust it](trust#evidence))."
)
# A column that is mostly empty would be cut to less than a day.
DATE_WIDTH = 108
# Scores: a tenth of a point is as fine as they are read.
POINTS = ("0 to 100", "points")
# What is numbered and not counted: written without a separator of thousands.
NUMBERS = ("year", "session", "number", "ordinal", "id", "order")


def show_table(result: Result, key: str) -> None:
    """Show the rows of a result, columns named and explained by the query's header."""
    rows = result.table.num_rows
    frame, labels = labelled_rows(result)
    shown = shown_columns(result)
    st.dataframe(
        frame,
        hide_index=True,
        height=min(TALLEST_TABLE, ROW_HEIGHT * (max(rows, 1) + 1) + 3),
        column_config=fit_width(labels),
        column_order=order_seen(shown, frame),
        placeholder="",
        key=f"{key}-rows",
        alt=f"{result.query.title}: {rows} rows",
    )
    if told := tell_rows(rows, graded="evidence" in shown):
        st.markdown(f":small[:gray[{told}]]")


def tell_rows(rows: int, *, graded: bool) -> str:
    """Return what the eye does not find in a table: that it goes on below, and what its letters of evidence mean."""
    goes_on = f"{many(rows, 'row')}; scroll for more." if rows > ROWS_SEEN else ""
    return " ".join(text for text in (goes_on, EVIDENCE_KEY if graded else "") if text)


def order_seen(names: Sequence[str], frame: pd.DataFrame) -> list[str]:
    """Return columns in the order in which they are shown: on a phone long texts stand last, save the first column.

    One long text among many short ones does not send a column back: who cast a veto stands before its kind of text.
    """
    if not on_phone():
        return list(names)
    read = [str(name) for name, values in frame.items() if is_read(values)]
    return [*names[:1], *sorted(names[1:], key=read.__contains__)]


def is_read(values: pd.Series) -> bool:
    """Return whether a column holds texts too long to be compared at a glance."""
    texts = pd.api.types.is_object_dtype(values) or pd.api.types.is_string_dtype(values)
    return texts and bool(values.dropna().astype(str).str.len().median() > READ_FROM)


def fit_width(columns: dict[str, Any]) -> dict[str, Any]:
    """Return how columns are shown where the browser stands: on a phone none so wide that it hides the others."""
    if not on_phone():
        return columns
    return {
        name: look | {"width": min(look["width"], WIDEST_ON_PHONE)} if look["width"] else look
        for name, look in columns.items()
    }


@kept_with
def labelled_rows(result: Result) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return the rows of a result as people read them, and how each column is shown; shared, so not to be changed."""
    frame = readable_rows(result)
    return frame, {str(name): column_label(str(name), frame[name], result) for name in frame}


def column_label(name: str, values: pd.Series, result: Result) -> Any:
    """Return how one column is shown, by its type and unit."""
    column = result.query.columns.get(name)
    label = say_column(name, result.parameters)
    told = f"{column.description} ({column.unit})" if column else None
    if pd.api.types.is_datetime64_any_dtype(values):
        return st.column_config.DateColumn(label, help=told, format="YYYY-MM-DD", width=DATE_WIDTH)
    if column is not None and column.unit.startswith("share"):
        return st.column_config.NumberColumn(label, help=told, format="percent")
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        written = number_format(values, column.unit if column else None)
        return st.column_config.NumberColumn(label, help=told, format=written)
    return st.column_config.Column(label, help=told, width=text_width(values))


def text_width(values: pd.Series) -> int | None:
    """Return how many pixels wide a column of texts is; short ones fit their content or heading."""
    longest = values.dropna().astype(str).str.len().max() if len(values) else 0
    return min(LETTER_WIDTH * int(longest) + CELL_PADDING, WIDEST) if longest > SHORT_TEXT else None


def number_format(values: pd.Series, unit: str | None) -> str:
    """Return how numbers of a unit are written: counts with a separator of thousands, scores to a tenth.

    Of a column that nobody described, such as one of a statement of one's own, nobody knows whether it counts.
    """
    if unit in POINTS and pd.api.types.is_float_dtype(values):
        return "%.1f"
    written = "%d" if pd.api.types.is_integer_dtype(values) else decimals(values)
    return "localized" if written == "%d" and unit is not None and unit not in NUMBERS else written


def decimals(values: pd.Series) -> str:
    """Return a format with as many decimals as numbers of this size bear: whole ones none, small ones three.

    Large ones beside small ones, as among yields of explosions, each get what they need.
    """
    known = values.dropna().abs()
    whole = known == known.round()
    if whole.all():
        return "%d"
    if whole.any() and known.max() >= 10 and known[~whole].min() < 1:
        return "localized"
    return "%.1f" if known.max() >= 10 else "%.3f"


def show_method(result: Result) -> None:
    """Show what a query asks, how, with which values, and what to beware of."""
    query = result.query
    st.markdown(f"**{query.question}** {query.method}")
    if query.caveats:
        st.markdown("\n".join(f"- {caveat}" for caveat in query.caveats))
    st.markdown(f"One row per {', '.join(query.grain)}. Tables: {', '.join(result.lineage)}.")
    st.code(command(result), language=None, wrap_lines=True)
    st.code(query.sql, language=None, wrap_lines=True)
    if parts := parts_of(query):
        with st.expander(f"Built on {many(len(parts), 'part')}: {', '.join(parts)}"):
            for sql in parts.values():
                st.code(sql, language=None, wrap_lines=True)


def command(result: Result) -> str:
    """Return the command that asks the same on the command line."""
    values = [f"-p {name}={shown_value(value)}" for name, value in result.parameters.items() if value is not None]
    return " ".join([f"python -m analytics query {result.query.id}", *values])


def shown_value(value: object) -> str:
    """Return a value as the command line takes it."""
    return str(value).lower() if isinstance(value, bool) else shlex.quote(str(value))
