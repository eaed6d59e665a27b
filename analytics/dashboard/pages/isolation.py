"""Isolation: the index of every state on a day, its interval, what makes it, who moved, and with other weights."""

from datetime import date

import streamlit as st

from analytics.catalog.series import series_of
from analytics.charts.isolation import DIMENSIONS
from analytics.charts.words import plain
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_day, choose_number, choose_state, filter_row
from analytics.dashboard.components.page import open_page

FIRST_DAY = date(1991, 1, 1)
TABLES = ("recognitions", "ties", "ga_votes", "sanctions", "exclusions")
BEFORE = date(2013, 12, 31)
LEDE = (
    "What others do to a state, in five dimensions: recognition withheld, ties broken, votes apart, sanctions, "
    "exclusion. Vetoes and missiles are a state's own conduct and no part of it. There is no accepted index of "
    "isolation; this one shows every choice made and how far the result depends on it. It is no measure of guilt or of "
    "success."
)
MOST_WEIGHT = 5


def choose_weights() -> str | None:
    """Choose a weight for each dimension; None where all are equal, as published."""
    with st.expander("Weights of your own", icon=":material/tune:"):
        st.caption(
            "Published with equal weights. The ranges below are over versions of the index with weights around those, "
            "and with all other choices; weights of your own move the map and the parts only."
        )
        columns = st.columns(len(DIMENSIONS))
        chosen = {}
        for column, (name, (label, _)) in zip(columns, DIMENSIONS.items(), strict=True):
            with column:
                chosen[name] = choose_number(f"w_{name}", label, 1, least=0, most=MOST_WEIGHT)
    if not any(chosen.values()):
        st.info("All weights are 0; shown with equal ones.", icon=":material/info:")
        return None
    equal = len(set(chosen.values())) == 1
    return None if equal else ",".join(f"{name}={weight}" for name, weight in chosen.items())


def compare_weights(state: str, on: date, weights: str) -> None:
    """Say where the chosen weights put a state, beside its range over the versions of the index."""
    own = ask("isolation_index", on=on, weights=weights).frame.set_index("state")
    spread = ask("isolation_rank_interval", on=on).frame.set_index("state")
    series = series_of(state)
    if series in own.index and series in spread.index:
        row, band = own.loc[series], spread.loc[series]
        st.markdown(
            f"With your weights **{plain(str(row['state_name']))}** stands at **{row['index']:.0f}**, "
            f"rank {row['rank']:.0f}; published {band['index']:.0f}, rank {band['rank']}. "
            f"In nine of ten versions of the index: {band['index_p05']:.0f} to {band['index_p95']:.0f}, "
            f"rank {band['rank_p05']} to {band['rank_p95']}."
        )


with open_page("Isolation", LEDE, tables=TABLES):
    with filter_row():
        chosen = choose_state("state", "Highlight", "RUS")
        before = choose_day("since", "Compare with", default=BEFORE, first=FIRST_DAY, tables=TABLES)
        day = choose_day(first=FIRST_DAY, tables=TABLES)
    weights = choose_weights()
    if weights:
        compare_weights(chosen, day, weights)
    show_chart("isolation-map", on=day, weights=weights)
    show_chart("isolation-ranking", on=day, state=chosen)
    show_chart("isolation-parts", on=day, weights=weights)
    show_chart("isolation-series", state=chosen, on=day)
    show_chart("isolation-movers", from_=min(before, day), to=max(before, day))
    show_chart("isolation-dimensions", on=day, state=chosen)
    show_chart("isolation-sensitivity", state=chosen, on=day)
