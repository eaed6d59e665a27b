"""Headings of a page, no level left out: a figure stands below its section, or below the page where it has none."""

import streamlit as st

from analytics.charts.words import plain

SECTION = "in a section"


def show_title(title: str) -> None:
    """Show the heading of a page."""
    st.session_state[SECTION] = False
    st.title(title, anchor=False)


def show_section(heading: str, *, anchor: str | None = None) -> None:
    """Show the heading of a section; one with an anchor is reached by a link, and is set off by a line."""
    st.session_state[SECTION] = True
    st.header(heading, anchor=anchor or False, divider="gray" if anchor else False)


def show_heading(heading: str, *, anchor: str | None = None) -> None:
    """Show the heading of a figure or of whatever else stands in a section; one with an anchor is reached by a link."""
    show = st.subheader if st.session_state.get(SECTION) else st.header
    show(plain(heading), anchor=anchor or False)
