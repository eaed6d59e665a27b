"""Security Council: vetoes by member and topic, adoption against veto, and the file on North Korea."""

from datetime import date

import streamlit as st

from analytics.charts.council import (
    SEATS,
    plot_paralysis,
    plot_products,
    plot_topics,
    plot_veto_share,
    plot_veto_totals,
    plot_vetoes_per_year,
)
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_figure
from analytics.dashboard.components.filters import choose_code, choose_span
from analytics.dashboard.components.names import table_ends
from analytics.dashboard.components.page import open_page

LEDE = (
    "A veto is a negative vote of a permanent member on a draft that would else have been adopted. Drafts never put to "
    "the vote because a veto was certain leave no trace, and drafts that failed for lack of votes are not compiled. "
    "Counts differ by rule: those here count drafts by the list of the Dag Hammarskjöld Library, the admissions of "
    "13 December 1955 added."
)
FIRST_DAY = date(1946, 1, 1)
EVERYONE = {"all": "All permanent members"}


def choose_filters() -> tuple[date, date, str | None]:
    left, right = st.columns([2, 1])
    with left:
        start, end = choose_span(default=(FIRST_DAY, table_ends(["council_drafts"])["council_drafts"]))
    with right:
        member = choose_code("member", "List vetoes of", EVERYONE | SEATS, "all")
    return start, end, None if member == "all" else member


def window(start: date, end: date) -> str:
    return f"{start:%-d %B %Y} to {end:%-d %B %Y}"


def show_vetoes(start: date, end: date) -> None:
    per_year = ask("vetoes_per_year", from_=start, to=end)
    totals = ask("veto_totals", from_=start, to=end)
    best = totals.frame.iloc[0]
    title = f"{SEATS[best['member']]}: {best['drafts_vetoed']} drafts vetoed, the most of the five"
    show_figure(
        plot_vetoes_per_year(per_year.frame) if len(per_year.frame) else None,
        per_year,
        key="council-vetoes",
        title=title if best["drafts_vetoed"] else "No veto in this span",
        subtitle=f"Vetoes cast per year, {window(start, end)}; a joint veto counts for each member",
        alt=f"Stacked bars of vetoes per year by permanent member. {title}.",
    )
    show_figure(
        plot_veto_totals(totals.frame),
        totals,
        key="council-totals",
        title="Alone or with others",
        subtitle=f"Drafts vetoed, {window(start, end)}; hatched: with at least one other permanent member",
        alt="Bars of lone and joint vetoes per permanent member.",
    )


def show_topics(start: date, end: date) -> None:
    topics = ask("veto_topics", from_=start, to=end)
    title = "Vetoes by topic"
    if len(topics.frame):
        sums = topics.frame.groupby("topic")["vetoes"].sum().sort_values(kind="stable")
        title = f"{sums.index[-1]} drew the most vetoes: {sums.iloc[-1]}"
    show_figure(
        plot_topics(topics.frame) if len(topics.frame) else None,
        topics,
        key="council-topics",
        title=title,
        subtitle=f"Vetoes cast, the fifteen topics with the most, {window(start, end)}",
        alt=f"Bars of vetoes per topic by permanent member. {title}.",
    )


def show_paralysis(start: date, end: date) -> None:
    result = ask("council_paralysis", from_=start, to=end)
    frame = result.frame
    title = "Drafts adopted and vetoed"
    if len(frame):
        title = f"{int(frame['adopted'].sum())} drafts adopted, {int(frame['vetoed'].sum())} vetoed"
    show_figure(
        plot_paralysis(frame) if len(frame) else None,
        result,
        key="council-paralysis",
        title=title,
        subtitle=f"Drafts per year, vetoed ones below the axis, {window(start, end)}",
        alt=f"Bars of drafts adopted above and vetoed below the axis, per year. {title}.",
    )
    show_figure(
        plot_veto_share(frame) if len(frame) else None,
        result,
        key="council-share",
        title="How much of what came to a decision was vetoed",
        subtitle=f"Vetoed drafts as a share of drafts adopted or vetoed, {window(start, end)}; open: incomplete year",
        alt="Line of the share of drafts vetoed per year.",
    )


def show_korea(start: date, end: date) -> None:
    products = ask("dprk_products", from_=start, to=end)
    answers = products.frame[
        (products.frame["kind"] != "vetoed draft") & (products.frame["purpose"] != "mandate renewal")
    ]
    title = "No text that answers a launch or test in this span"
    if len(answers):
        title = f"Last text that answers a North Korean launch or test: {answers['date'].max():%-d %B %Y}"
    show_figure(
        plot_products(products.frame) if len(products.frame) else None,
        products,
        key="council-dprk",
        title=title,
        subtitle=f"Texts on North Korea by purpose, {window(start, end)}; dotted: 24 February 2022",
        alt=f"Texts of the Council on North Korea over time. {title}.",
    )


def show_list(start: date, end: date, member: str | None) -> None:
    result = ask("vetoes", from_=start, to=end, member=member)
    show_figure(
        None,
        result,
        key="council-list",
        title=f"{result.table.num_rows} vetoed drafts" + (f" with a veto of {SEATS[member]}" if member else ""),
        subtitle=f"{window(start, end)}, with symbol and meeting record",
        alt="",
    )


with open_page("Security Council", LEDE, tables=["council_drafts", "council_products"]):
    first, last, chosen = choose_filters()
    show_vetoes(first, last)
    show_topics(first, last)
    show_paralysis(first, last)
    show_korea(first, last)
    show_list(first, last, chosen)
