"""Two states: which is the more isolated, through what, how surely; Russia and North Korea to begin with."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_day, choose_state, filter_row
from analytics.dashboard.components.page import open_page

FIRST_DAY = date(1991, 1, 1)
TABLES = ("recognitions", "ties", "ga_votes", "sanctions", "exclusions")
LEDE = (
    "Ukraine's foreign minister said in July 2022 that Russia's isolation “will soon reach the level of isolation of "
    "the DPRK”. The question, for any two states: both over time, the gap by dimension, and whether they can be told "
    "apart."
)


def own_past(state: str, on: date) -> str:
    """Return the address at which a state stands beside itself a year before."""
    return f"country?{urlencode({'state': state, 'on': on})}"


with open_page(
    "Two states",
    LEDE,
    tables=TABLES,
):
    with filter_row():
        one = choose_state("state", "State", "RUS")
        other = choose_state("with", "And", "PRK")
        day = choose_day(first=FIRST_DAY, tables=TABLES)
    if one == other:
        st.info(
            f"Choose two different states. A state beside itself a year before: [One state]({own_past(one, day)}).",
            icon=":material/info:",
        )
    else:
        show_chart("versus-series", state_a=one, state_b=other, on=day)
        show_chart("versus-gap", state_a=one, state_b=other, on=day)
        show_chart("story-standing", on=day, state_a=one, state_b=other)
        show_chart("isolation-dimensions", on=day, state=one, other=other)
        show_chart("isolation-sensitivity", state=one, on=day, other=other)
        show_chart("versus-range", state=one, on=day)
