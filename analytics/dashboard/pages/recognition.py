"""Recognition: who recognises which contested entity, since when, and how firmly."""

from datetime import date

import streamlit as st

from analytics.catalog.names import entity_names
from analytics.catalog.run import Result
from analytics.charts.maps import BOUNDARY_NOTE
from analytics.charts.recognition import plot_curve, plot_matrix, plot_positions, plot_totals
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_figure
from analytics.dashboard.components.filters import choose_day, choose_entity
from analytics.dashboard.components.page import open_page

LEDE = (
    "Recognition is a state's own act. UN votes are not recognitions, and recognition is not territorial control; "
    "where two sides count differently, both counts are shown."
)
MOST_RECOGNISERS = 12


def choose_filters() -> tuple[str, date]:
    left, right = st.columns([2, 1])
    with left:
        entity = choose_entity(label="Contested state, government or claim")
    with right:
        on = choose_day()
    return entity, on


def total_of(entity: str, totals: Result) -> str:
    rows = totals.frame[totals.frame["entity"] == entity]
    name = entity_names()[entity]
    if rows.empty:
        return f"{name}: not declared yet, or no longer contested"
    row = rows.iloc[0]
    others = f" and {row['other_recognisers']} others" if row["other_recognisers"] else ""
    return f"{name}: recognised by {row['recognisers']} of {row['un_members']} UN members{others}"


def show_entity(entity: str, on: date, totals: Result) -> None:
    rows = totals.frame[totals.frame["entity"] == entity]
    if not rows.empty:
        row = rows.iloc[0]
        st.caption(f"Counts as recognition: {row['counts_as']}. {row['note']}")
        doubts = [
            (row["undated"], "without a known date"),
            (row["disputed"], "with a disputed withdrawal"),
            (row["uncertain"], "in doubt on this day for any reason"),
        ]
        said = [f"{count} {why}" for count, why in doubts if count]
        if said:
            st.caption(f"Of the recognisers: {', '.join(said)}.")
    status = ask("recognition_status", entity=entity, on=on)
    title = total_of(entity, totals)
    show_figure(
        plot_positions(status.frame) if len(status.frame) else None,
        [status, totals],
        key="recognition-map",
        title=title,
        subtitle=f"Positions on {on:%-d %B %Y}. {BOUNDARY_NOTE}",
        alt=f"World map of positions. {title}.",
    )


def show_curve(entity: str, on: date) -> None:
    result = ask("recognition_timeline", entity=entity)
    frame = result.frame
    title = "Recognition over time"
    if len(frame):
        best = frame[frame["cumulative"] == frame["cumulative"].max()].iloc[0]
        title = f"Most states recognised it in {best['date']:%B %Y}: {best['cumulative']}"
    show_figure(
        plot_curve(frame, on) if len(frame) else None,
        result,
        key="recognition-curve",
        title=title,
        subtitle="Recognising states, UN members and others; dated changes only; dotted: the chosen day",
        alt=f"Step curve of recognising states. {title}.",
    )


def show_all(entity: str, on: date, totals: Result) -> None:
    show_figure(
        plot_totals(totals.frame, entity),
        totals,
        key="recognition-totals",
        title="From none to nearly all: recognisers of each contested entity",
        subtitle=f"UN members that recognise it, {on:%-d %B %Y}; hatched: undated, disputed or in doubt",
        alt="Bars of recognising UN members for each contested entity.",
    )


def show_matrix(on: date) -> None:
    result = ask("recognition_matrix", on=on, most=MOST_RECOGNISERS)
    show_figure(
        plot_matrix(result.frame) if len(result.frame) else None,
        result,
        key="recognition-matrix",
        title="Who recognises the least recognised",
        subtitle=f"Entities with at most {MOST_RECOGNISERS} recognising UN members, {on:%-d %B %Y}; open: in doubt",
        alt="Grid of recognisers against entities.",
    )


def show_list(entity: str, on: date) -> None:
    status = ask("recognition_status", entity=entity, on=on)
    show_figure(
        None,
        status,
        key="recognition-list",
        title=f"Every recorded position on {entity_names()[entity]}",
        subtitle=f"{on:%-d %B %Y}, with evidence grade and citation",
        alt="",
    )


with open_page("Recognition", LEDE, tables=["recognitions"]):
    chosen, day = choose_filters()
    all_totals = ask("recognition_totals", on=day)
    show_entity(chosen, day, all_totals)
    show_curve(chosen, day)
    show_all(chosen, day, all_totals)
    show_matrix(day)
    show_list(chosen, day)
