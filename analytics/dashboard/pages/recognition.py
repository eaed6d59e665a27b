"""Recognition: who recognises which contested entity, since when, and how firmly."""

from datetime import date

import streamlit as st

from analytics.catalog.names import contested_beside
from analytics.charts.views import page_address
from analytics.charts.words import plain
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_day, choose_entity, filter_row
from analytics.dashboard.components.page import open_page

LEDE = (
    "Recognition is a state's own act. UN votes are not recognitions, and recognition is not territorial control; "
    "where two sides count differently, both counts are shown."
)


def choose_filters() -> tuple[str, date]:
    with filter_row():
        entity = choose_entity("Contested state, government or claim")
        on = choose_day(tables=["recognitions"])
    return entity, on


def say_what_counts(entity: str, on: date) -> None:
    """Say which rule of counting holds for an entity, and how many of its recognisers are in doubt."""
    totals = ask("recognition_totals", on=on).frame
    for row in totals[totals["entity"] == entity].to_dict("records"):
        st.caption(f"What counts here: {plain(row['counts_as'])}. {plain(row['note'])}")
        doubts = [
            (row["undated"], "without a known date"),
            (row["disputed"], "with a disputed withdrawal"),
            (row["uncertain"], "in doubt on this day for any reason"),
        ]
        said = [f"{count} {why}" for count, why in doubts if count]
        if said:
            st.caption(f"Of the recognisers: {', '.join(said)}.")


def name_beside(entity: str, on: date) -> None:
    """Lead to what else the same state contests: who recognises one of two claims may not recognise the other."""
    beside = [
        f"[{plain(name)}]({page_address('recognition-map', {'entity': code, 'on': on})})"
        for code, name in contested_beside(entity).items()
    ]
    if beside:
        st.markdown(f":small[Contested by the same state: {', '.join(beside)}.]")


with open_page("Recognition", LEDE, tables=["recognitions"]):
    chosen, day = choose_filters()
    say_what_counts(chosen, day)
    name_beside(chosen, day)
    show_chart("recognition-map", entity=chosen, on=day)
    show_chart("recognition-curve", entity=chosen, on=day)
    show_chart("recognition-totals", on=day, entity=chosen)
    show_chart("recognition-matrix", on=day)
    show_chart("recognition-list", entity=chosen, on=day)
