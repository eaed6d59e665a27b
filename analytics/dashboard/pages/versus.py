"""Two states: which is the more isolated, through what, how surely; Russia and North Korea to begin with."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from analytics.catalog.names import state_names
from analytics.catalog.series import of_the_day, series_of
from analytics.charts.words import plain, say, year_before
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_day, choose_state, filter_row
from analytics.dashboard.components.page import open_page
from analytics.dashboard.components.standing import show_rows_of, tell_change

FIRST_DAY = date(1991, 1, 1)
TABLES = ("recognitions", "ties", "ga_votes", "sanctions", "exclusions")
LEDE = (
    "Ukraine's foreign minister said in July 2022 that Russia's isolation “will soon reach the level of isolation of "
    "the DPRK”. Ask it of any two states: where both stood over time, what sets them apart, and whether they can be "
    "told apart at all."
)


def own_past(state: str, on: date) -> str:
    """Return the address at which a state stands beside itself a year before."""
    return f"country?{urlencode({'state': state, 'on': on})}"


def show_changes(one: str, other: str, on: date) -> None:
    """Say how the index of each of two states moved in a year, and through what."""
    before, names = year_before(on), state_names()
    moved = [
        tell_change(state, before, on, subject=f"{plain(names[of_the_day(state, on)])}'s index")
        for state in (one, other)
    ]
    st.markdown(f":small[:gray[Since {say(before)}: {' '.join(moved)}]]")


with open_page(
    "Two states",
    LEDE,
    tables=TABLES,
):
    with filter_row():
        one = choose_state("state", "State", "RUS")
        other = choose_state("with", "And", "PRK", beside=one)
        day = choose_day(first=FIRST_DAY, tables=TABLES)
    if series_of(one) == series_of(other):
        st.info(
            f"Choose two different states. A state beside itself a year before: [One state]({own_past(one, day)}).",
            icon=":material/info:",
        )
    else:
        show_chart("versus-series", state_a=one, state_b=other, on=day)
        show_changes(one, other, day)
        show_chart("versus-gap", state_a=one, state_b=other, on=day)
        standing = show_chart("story-standing", on=day, state_a=one, state_b=other)
        show_rows_of(standing.results[0].frame, one, other, day)
        show_chart("isolation-dimensions", on=day, state=one, other=other)
        show_chart("isolation-sensitivity", state=one, on=day, other=other)
        show_chart("versus-range", state=one, on=day)
