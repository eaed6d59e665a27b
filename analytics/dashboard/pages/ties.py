"""Severed ties: whose relations were broken on a day, one state's record, breaks by year and affair."""

from datetime import date
from typing import Any

import streamlit as st

from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import FIRST_DAY, choose_day, choose_option, choose_state, filter_row
from analytics.dashboard.components.page import open_page

STEPS = {"1": "All steps", "5": "Severed or suspended"}
SWITCHES = {"no": "Leave out", "yes": "Include"}


def show_untracked(on: date) -> None:
    """Say how many steps are left out because nobody tracked their end."""
    untracked = ask("ties_untracked", on=on).frame
    if len(untracked):
        st.caption(
            f"Not counted: {int(untracked['steps'].sum())} earlier recalls, expulsions and closures whose end nobody "
            "tracked. They may or may not have lasted to this day."
        )


with open_page(
    "Severed ties",
    "Who broke with whom, on which day, over what, and whether it still held. A break counts as "
    "known to have lasted where its record says that it had not been mended by then.",
    tables=["ties", "missions"],
):
    with filter_row():
        chosen = choose_state("state", "State", "PRK")
        day = choose_day(first=FIRST_DAY, tables=["ties"])
    with filter_row():
        least = choose_option("steps", "Steps", STEPS, "1")
        switches = choose_option("switches", "China–Taiwan switches", SWITCHES, "no")
    asked: dict[str, Any] = {"on": day, "least": int(least), "switches": switches == "yes"}
    show_chart("ties-map", state=chosen, **asked)
    show_chart("ties-list", state=chosen, **asked)
    show_chart("ties-network", state=chosen, **asked)
    show_untracked(day)
    show_chart("ties-timeline", state=chosen, on=day)
    if ask("missions_per_year", state=chosen).table.num_rows:
        show_chart("ties-missions", state=chosen)
    show_chart("ties-years")
    show_chart("ties-affairs", switches=asked["switches"])
