"""One state on one page: its isolation, who does not recognise it, ties, sanctions, votes, vetoes, launches, events."""

from datetime import date

import streamlit as st

from analytics.catalog.names import entity_names, state_names, subject_labels
from analytics.catalog.parameters import find_state
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_code, choose_day, filter_row
from analytics.dashboard.components.headings import show_section
from analytics.dashboard.components.page import open_page
from analytics.dashboard.components.standing import show_range, show_standing
from analytics.database.open import open_database

LAUNCHERS = ("PRK", "IRN", "IND", "PAK")
FIRST_DAY = date(1946, 1, 1)
# Vetoes are listed as far as they go, whatever the day, and set it no end.
OF_DAY = ("recognitions", "ties", "ga_votes", "sanctions", "exclusions")
TABLES = (*OF_DAY, "council_drafts")


def choose_country() -> str:
    """Choose a state by name, code or alias; a link may hold any of them."""
    given = st.query_params.get("state")
    if given and (found := find_state(given, open_database())) and found != given:
        st.query_params["state"] = found
    return choose_code(
        "state", "State or contested entity", subject_labels(), "RUS", help_text="Type a name, a code or an alias."
    )


def beside_day(state: str) -> tuple[str, ...]:
    """Return what else is asked about the day, without which the page answers too."""
    return ("missile_launches",) if state in LAUNCHERS else ()


def show_votes(state: str, on: date) -> None:
    """Show with whom the state votes, where it was a member."""
    if ask("ideal_point_series", state=state).table.num_rows:
        for session in ask("last_session", on=on).frame["session"]:
            show_chart("alignment-nearest", state=state, session=int(session))
        show_chart("alignment-ideal-series", state=state, on=on)


def show_recognition(entity: str, on: date) -> None:
    """Show who recognises a contested entity."""
    show_section("Who recognises it")
    show_chart("recognition-map", entity=entity, on=on)
    show_chart("recognition-curve", entity=entity, on=on)
    show_chart("recognition-list", entity=entity, on=on)


def show_state(state: str, on: date) -> None:
    """Show what others do to a state, and what it does."""
    place = show_standing(state, on)
    show_chart("isolation-series", state=state, on=on)
    show_range(place, state, on)
    if state in entity_names():
        show_recognition(state, on)
    show_section("Who does not recognise it")
    show_chart("country-unrecognised", state=state, on=on)
    show_section("What it recognises")
    show_chart("country-positions", state=state, on=on)
    show_section("Ties")
    show_chart("ties-timeline", state=state, on=on)
    show_chart("ties-list", state=state, on=on)
    show_section("Sanctions and exclusion")
    show_chart("sanctions-programmes", target=state, on=on)
    show_chart("sanctions-list", on=on, target=state)
    show_chart("sanctions-bodies", on=on, state=state)
    show_section("Votes")
    show_votes(state, on)
    show_chart("country-vetoes", state=state)
    if state in LAUNCHERS:
        show_section("Missiles")
        show_chart("missiles-to-date", on=on, state=state)
    show_section("Events")
    show_chart("country-timeline", state=state)


with open_page(
    "One state",
    "Everything on record about one state: what others do to it, and beside it what it does itself.",
    tables=TABLES,
):
    with filter_row():
        chosen = choose_country()
        day = choose_day(first=FIRST_DAY, tables=OF_DAY, beside=beside_day(chosen))
    if chosen in state_names():
        show_state(chosen, day)
    else:
        show_recognition(chosen, day)
