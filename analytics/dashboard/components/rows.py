"""The rows behind a figure, how they were made, and why there may be none."""

import shlex
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import streamlit as st

from analytics.catalog.query import Column
from analytics.catalog.run import Result

SHARES = ("share", "share of 1", "fraction", "proportion")
SPELT = {"un": "UN", "gdp": "GDP", "usd": "USD", "utc": "UTC", "id": "ID"}
TALLEST_TABLE = 420
ROW_HEIGHT = 35


def show_table(result: Result, key: str) -> None:
    """Show the rows of a result, columns named and explained by the query's header."""
    height = min(TALLEST_TABLE, ROW_HEIGHT * (result.table.num_rows + 1) + 3)
    st.dataframe(
        result.frame,
        hide_index=True,
        height=height,
        column_config=column_labels(result),
        key=f"{key}-rows",
        alt=f"{result.query.title}: {result.table.num_rows} rows",
    )


def column_labels(result: Result) -> dict[str, Any]:
    """Return label, help and format for the columns of a table."""
    header: Mapping[str, Column] = result.query.columns
    return {field.name: column_label(field, header.get(field.name)) for field in result.table.schema}


def column_label(field: pa.Field, column: Column | None) -> Any:
    """Return how one column is shown, by its type and unit."""
    label = readable(field.name)
    told = f"{column.description} ({column.unit})" if column else None
    if pa.types.is_date(field.type) or pa.types.is_timestamp(field.type):
        return st.column_config.DateColumn(label, help=told, format="YYYY-MM-DD")
    if column is not None and column.unit in SHARES:
        return st.column_config.NumberColumn(label, help=told, format="percent")
    if pa.types.is_integer(field.type):
        return st.column_config.NumberColumn(label, help=told, format="%d")
    return st.column_config.Column(label, help=told)


def readable(name: str) -> str:
    """Return a column's name as words."""
    words = [SPELT.get(word, word) for word in name.split("_")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def show_method(result: Result) -> None:
    """Show what a query asks, how, with which values, and what to beware of."""
    query = result.query
    st.markdown(f"**{query.question}** {query.method}")
    if query.caveats:
        st.markdown("\n".join(f"- {caveat}" for caveat in query.caveats))
    st.markdown(f"One row per {', '.join(query.grain)}. Tables: {', '.join(result.lineage)}.")
    st.code(command(result), language="bash", wrap_lines=True)
    st.code(query.sql, language="sql")


def command(result: Result) -> str:
    """Return the command that asks the same on the command line."""
    values = [f"-p {name}={shown_value(value)}" for name, value in result.parameters.items() if value is not None]
    return " ".join([f"python -m analytics query {result.query.id}", *values])


def shown_value(value: object) -> str:
    """Return a value as the command line takes it."""
    return str(value).lower() if isinstance(value, bool) else shlex.quote(str(value))
