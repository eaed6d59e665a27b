"""Data and queries: every table, source, query and check, as the database itself describes them."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from analytics.catalog.describe import describe_parameter
from analytics.catalog.names import state_names
from analytics.catalog.query import Query, load_catalog
from analytics.catalog.run import provenance_of
from analytics.charts.words import dated, first, many, plain
from analytics.dashboard.components.catalogue import (
    checks,
    columns_of,
    coverage_of,
    read,
    show_frame,
    show_words,
    sources_of,
    tables,
)
from analytics.dashboard.components.downloads import offer_whole
from analytics.dashboard.components.filters import choose_code
from analytics.dashboard.components.headings import show_heading, show_section
from analytics.dashboard.components.page import open_page
from analytics.database.open import data_version, find_database

LEDE = (
    "Every number on these pages comes from the tables below by way of a query below. This page shows what each "
    "table covers, until when, from whom and under which terms; the page [How far to trust it](trust) "
    "shows how firm and how fresh it is."
)
SOURCES = "select title, publisher, terms, url, retrieved_on, citation, source_id from sources order by title"
FIRST_TABLE, FIRST_QUERY = "recognitions", "recognition_totals"
COMPLETENESS = {
    "census": "every case is meant to be there",
    "selection": "a selection of cases",
    "survivors": "only what still existed",
    "snapshot": "one point in time",
}
OUTCOMES = {
    "fails": ":material/error: {} failed",
    "warning": ":material/warning: {} with a warning",
    "holds": ":material/check_circle: {} held",
}


def tell_coverage(part: Mapping[Any, Any]) -> str:
    """Return what one part of a table covers, as a sentence: a table of one row is too wide for a phone."""
    start, end, until = (dated(part[name]) for name in ("starts_on", "ends_on", "as_of"))
    span = f"{start} to {end}, " if start and end else f"from {start}, " if start else ""
    whose = "Whole table" if part["part"] == "all" else state_names().get(part["part"], first(part["part"]))
    told = f"{whose}: {span}newest source of {until}; {COMPLETENESS[part['completeness']]}. {part['note'] or ''}"
    return plain(told.strip())


def show_tables(version: str) -> None:
    frame = tables(version)
    show_section("Tables", anchor="tables")
    st.markdown(f"{len(frame)} tables, {frame['rows'].sum():,} rows, data version `{version}`.")
    show_frame(frame, "tables", f"{len(frame)} tables with rows, coverage and evidence", tallest=600, wrapped=True)
    names = frame["table_name"].tolist()
    table = choose_code(
        "table", "Table in detail", {name: name for name in names}, FIRST_TABLE if FIRST_TABLE in names else names[0]
    )
    row = frame[frame["table_name"] == table].iloc[0]
    show_heading(table)
    mix = f" Evidence: {row['evidence']}." if row["evidence"] else ""
    st.markdown(f"{plain(row['holds'])} {row['rows']:,} rows.{mix}")
    offer_whole(table, int(row["rows"]), version)
    covered = coverage_of(table, version)
    if len(covered):
        st.markdown("**What it covers**")
        st.markdown("\n".join(f"- {tell_coverage(part)}" for part in covered.to_dict("records")))
    st.markdown("**Columns**")
    show_words(columns_of(table, version), f"Columns of {table}")
    found = sources_of(table, version)
    if len(found):
        st.markdown("**Where its rows come from**")
        show_frame(found, f"sources-{table}", f"Sources of {table}", wrapped=True)


def show_sources(version: str) -> None:
    frame = read(SOURCES, version)
    show_section("Sources and terms", anchor="sources")
    st.markdown(f"{many(len(frame), 'source')}. We reproduce facts, not text; the publishers' terms apply.")
    show_frame(frame, "sources", f"{len(frame)} sources with publisher and terms", wrapped=True)


def show_queries() -> None:
    catalog = load_catalog()
    show_section("Queries", anchor="queries")
    st.markdown(f"{len(catalog)} queries, one file each. They run on the command line too.")
    names = {query.id: f"{query.topic.capitalize()}: {query.title}" for query in catalog.values()}
    show_query(
        catalog[choose_code("query", "Query", names, FIRST_QUERY if FIRST_QUERY in names else next(iter(names)))]
    )


def show_query(query: Query) -> None:
    show_heading(query.title)
    st.markdown(f"**{query.question}** {query.method}")
    lineage, until = provenance_of(query.id, find_database())
    reach = f"; data until {until:%-d %B %Y}" if until else ""
    st.caption(f"One row per {', '.join(query.grain)}. Tables: {', '.join(lineage)}{reach}.")
    if query.caveats:
        st.markdown("**Caveats**\n\n" + "\n".join(f"- {caveat}" for caveat in query.caveats))
    if query.params:
        st.markdown("**Parameters**\n\n" + "\n".join(f"- {describe_parameter(item)}" for item in query.params.values()))
    st.markdown(
        "**Columns**\n\n" + "\n".join(f"- `{c.name}` ({c.unit}): {c.description}" for c in query.columns.values())
    )
    examples = " ".join(f"-p {item.name}={item.example}" for item in query.params.values() if item.required)
    st.code(f"python -m analytics query {query.id} {examples}".strip(), language=None, wrap_lines=True)
    with st.expander("SQL"):
        st.code(query.sql, language=None, wrap_lines=True)


def show_checks(version: str) -> None:
    frame = checks(version)
    show_section("Checks", anchor="checks")
    counts = frame["outcome"].value_counts()
    told = ", ".join(words.format(counts.get(outcome, 0)) for outcome, words in OUTCOMES.items())
    st.markdown(f"{len(frame)} rules that the data should meet, run on this version: {told}.")
    show_frame(frame, "checks", f"{len(frame)} checks and what they found", tallest=600, wrapped=True)


with open_page("Data and queries", LEDE):
    current = data_version()
    show_tables(current)
    show_sources(current)
    show_queries()
    show_checks(current)
