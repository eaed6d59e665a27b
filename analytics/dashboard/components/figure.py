"""A figure with what makes it checkable: source, as-of day, table, CSV, SQL."""

import plotly.graph_objects as go
import streamlit as st

from analytics.catalog.run import Result
from analytics.charts.style import style_figure
from analytics.exports.tabular import to_csv

GRADES = {"A": "A official", "B": "B dataset", "C": "C one report", "D": "D unchecked"}
NAMED_SOURCES = 4


def show_figure(
    figure: go.Figure | None,
    result: Result,
    *,
    key: str,
    title: str,
    subtitle: str,
    alt: str,
) -> None:
    """Show a chart with its heading, footer, table, CSV and SQL; without rows, say why there are none.

    `figure` may be None for a table alone. `subtitle` holds unit, window and filter.
    """
    st.subheader(title, anchor=False)
    st.caption(subtitle)
    if result.table.num_rows == 0:
        st.info(explain_empty(result))
    elif figure is not None:
        st.plotly_chart(style_figure(figure), theme="streamlit", key=key, alt=alt, config=toolbar(result, key))
    st.caption(footer(result))
    show_rows(result, key, opened=figure is None)


def toolbar(result: Result, key: str) -> dict[str, object]:
    """Return the chart's toolbar: PNG and SVG from the browser, nothing that calls elsewhere."""
    name = f"cordon-{key}-{result.version}"
    return {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtonsToRemove": ["lasso2d", "select2d", "autoScale2d", "zoomIn2d", "zoomOut2d"],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": name},
        "topojsonURL": "/",
    }


def show_rows(result: Result, key: str, *, opened: bool) -> None:
    """Show the rows, their CSV and the query, one click away."""
    with st.expander(f"Rows ({result.table.num_rows})", expanded=opened and result.table.num_rows > 0):
        st.dataframe(result.frame, hide_index=True, column_config=column_labels(result), key=f"{key}-rows")
        st.download_button(
            "CSV",
            data=lambda: to_csv(result.table).encode(),
            file_name=f"cordon-{result.query.id}-{result.version}.csv",
            mime="text/csv",
            key=f"{key}-csv",
            icon=":material/download:",
            on_click="ignore",
        )
    with st.expander(f"Method and SQL: {result.query.id}"):
        show_method(result)


def show_method(result: Result) -> None:
    """Show what a query asks, how, with which values, and what to beware of."""
    query = result.query
    st.markdown(f"**{query.question}** {query.method}")
    if query.caveats:
        st.markdown("\n".join(f"- {caveat}" for caveat in query.caveats))
    values = " ".join(f"-p {name}={value}" for name, value in result.parameters.items() if value is not None)
    st.code(f"python -m analytics query {query.id} {values}", language="bash", wrap_lines=True)
    st.code(query.sql, language="sql")


def column_labels(result: Result) -> dict[str, object]:
    """Return labels and help for the columns of a table, from the query's header."""
    return {
        column.name: st.column_config.Column(
            label=column.name.replace("_", " ").capitalize(), help=f"{column.description} ({column.unit})"
        )
        for column in result.query.columns.values()
    }


def footer(result: Result) -> str:
    """Return the line under a chart: sources, as-of day, evidence, version."""
    publishers = list(dict.fromkeys(result.sources["publisher"]))
    more = len(publishers) - NAMED_SOURCES
    named = ", ".join(publishers[:NAMED_SOURCES]) + (f" and {more} more" if more > 0 else "")
    until = f"data until {result.as_of:%-d %B %Y}" if result.as_of else "no end of coverage recorded"
    parts = [f"Source: {named}", until, evidence_mix(result), f"version {result.version}"]
    return " · ".join(part for part in parts if part)


def evidence_mix(result: Result) -> str:
    """Return how many rows rest on which grade of evidence, where the rows say."""
    if "evidence" not in result.frame.columns or result.frame.empty:
        return ""
    counts = result.frame["evidence"].value_counts().sort_index()
    return "evidence: " + ", ".join(f"{count} {GRADES.get(grade, grade)}" for grade, count in counts.items())


def explain_empty(result: Result) -> str:
    """Return why a result has no rows: what was asked, and how far the data reach."""
    asked = ", ".join(f"{name} {value}" for name, value in result.parameters.items() if value is not None)
    until = f"The data run until {result.as_of:%-d %B %Y}." if result.as_of else ""
    return f"Nothing is recorded for {asked or 'this question'}. {until} Silence after that day says nothing."
