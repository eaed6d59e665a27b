"""Briefing: one state or a pair on a day, sections in order, charts put aside; as slides, PDF or one HTML page."""

import streamlit as st

from analytics.dashboard.components.answers import CHECKED
from analytics.dashboard.components.briefing_choices import (
    choose_charts,
    choose_length,
    choose_sections,
    choose_subjects,
    make_choice,
)
from analytics.dashboard.components.briefing_files import compose_choice, show_files, show_preview
from analytics.dashboard.components.page import open_page
from analytics.dashboard.components.share import briefing_link, show_code

LEDE = (
    "What the data say of a state, or of two, on a day: sentences with numbered sources, and charts to present. "
    "The link of this page is the briefing: whoever opens it gets the same one."
)

with open_page(
    "Briefing",
    LEDE,
    tables=["recognitions", "ties", "sanctions", "exclusions", "roll_calls", "council_drafts", "missile_launches"],
):
    subjects = choose_subjects()
    left, right = st.columns([2, 3], gap="large")
    with left, st.container(key="briefing-choices"):
        sections = choose_sections()
        items = choose_charts()
        short = choose_length(sections, items)
        show_code("Link to this briefing", briefing_link())
    with right:
        if not sections and not items:
            st.info("Choose a section, or put charts aside on the other pages.", icon=":material/info:")
        else:
            choice = make_choice(subjects, sections, items, checked=bool(st.session_state[CHECKED]), short=short)
            briefing = compose_choice(choice)
            show_files(briefing, choice)
            show_preview(briefing)
