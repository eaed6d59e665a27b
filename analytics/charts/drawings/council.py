"""What the charts of the Security Council ask, and the words over them."""

from datetime import date
from typing import Literal

import pandas as pd

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.council import (
    SEATS,
    holds_invasion,
    plot_paralysis,
    plot_products,
    plot_topics,
    plot_veto_share,
    plot_veto_totals,
    plot_vetoes_per_year,
)
from analytics.charts.words import say, window

# Others count otherwise, and a number is quoted with its subtitle.
RULE = "Drafts on the United Nations' list and, added to it, the admissions of 13 December 1955"
Seat = Literal["RUS", "USA", "GBR", "FRA", "CHN"]


@chart("council-vetoes", query_id="vetoes_per_year", about="Vetoes per year by permanent member.")
def draw_vetoes(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw vetoes per year."""
    per_year = ask("vetoes_per_year", from_=from_, to=to)
    best = ask("veto_totals", from_=from_, to=to).frame.iloc[0]
    title = "No veto in this span"
    if best["drafts_vetoed"]:
        title = f"{SEATS[best['member']]}: {best['drafts_vetoed']} drafts vetoed, the most of the five"
    return Drawing(
        plot_vetoes_per_year(per_year.frame) if len(per_year.frame) else None,
        (per_year,),
        title,
        f"Vetoes cast per year, {window(from_, to)}; a joint veto counts for each member. {RULE}",
        f"Stacked bars of vetoes per year by permanent member. {title}.",
    )


@chart("council-totals", query_id="veto_totals", about="Drafts vetoed alone and with others, by permanent member.")
def draw_totals(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw lone and joint vetoes."""
    totals = ask("veto_totals", from_=from_, to=to)
    lone, joint = int(totals.frame["lone"].sum()), int(totals.frame["joint"].sum())
    return Drawing(
        plot_veto_totals(totals.frame),
        (totals,),
        f"Vetoes alone or with others: {lone} cast alone, {joint} together",
        f"Drafts vetoed per member, {window(from_, to)}; pale: with at least one other permanent member. {RULE}",
        "Bars of lone and joint vetoes per permanent member.",
    )


@chart("council-topics", query_id="veto_topics", about="Vetoes by topic and permanent member.")
def draw_topics(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw the topics of most vetoes."""
    topics = ask("veto_topics", from_=from_, to=to)
    title = "Vetoes by topic"
    if len(topics.frame):
        sums = topics.frame.groupby("topic")["vetoes"].sum().sort_values(kind="stable")
        title = f"Most vetoes by topic: {sums.index[-1]}, {sums.iloc[-1]}"
    return Drawing(
        plot_topics(topics.frame) if len(topics.frame) else None,
        (topics,),
        title,
        f"Vetoes cast, the fifteen topics with the most, {window(from_, to)}",
        f"Bars of vetoes per topic by permanent member. {title}.",
    )


@chart("council-paralysis", query_id="council_paralysis", about="Drafts adopted and vetoed per year.")
def draw_paralysis(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw drafts adopted above the axis and vetoed below it."""
    result = ask("council_paralysis", from_=from_, to=to)
    frame = result.frame
    title, marked = "Drafts adopted and vetoed in the Security Council", ""
    if len(frame):
        adopted, vetoed = int(frame["adopted"].sum()), int(frame["vetoed"].sum())
        title = f"The Security Council adopted {adopted:,} drafts; {vetoed} were vetoed"
        marked = "; dotted: 24 February 2022" if holds_invasion(frame) else ""
    return Drawing(
        plot_paralysis(frame) if len(frame) else None,
        (result,),
        title,
        f"Drafts per year, vetoed ones below the axis, {window(from_, to)}{marked}",
        f"Bars of drafts adopted above and vetoed below the axis, per year. {title}.",
    )


@chart("council-share", query_id="council_paralysis", about="Share of drafts decided that a veto defeated, per year.")
def draw_share(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw the share of vetoed drafts."""
    result = ask("council_paralysis", from_=from_, to=to)
    title = say_share(result.frame)
    return Drawing(
        plot_veto_share(result.frame) if len(result.frame) else None,
        (result,),
        title,
        f"Vetoed drafts as a share of drafts adopted or vetoed, {window(from_, to)}; open: incomplete year",
        f"Line of the share of drafts vetoed per year. {title}.",
    )


def say_share(years: pd.DataFrame) -> str:
    """Return the share vetoed in the last whole year, and in which year it was last as large."""
    whole = years[years["complete"]] if len(years) else years
    if whole.empty:
        return "No whole year in this span"
    last, before = whole.iloc[-1], whole.iloc[:-1]
    larger = before.loc[before["veto_share"] >= last["veto_share"], "year"]
    told = f"{last['veto_share']:.0%} of drafts decided in {last['year']} were vetoed"
    if last["veto_share"] == 0 or before.empty or larger.max() == last["year"] - 1:
        return told
    return f"{told}, the most since {larger.max()}" if len(larger) else f"{told}, the most of all these years"


@chart("council-dprk", query_id="dprk_products", about="The Council's texts on North Korea by purpose.")
def draw_korea(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw the Council's texts on North Korea in time."""
    products = ask("dprk_products", from_=from_, to=to)
    frame = products.frame
    answers = frame[(frame["kind"] != "vetoed draft") & (frame["purpose"] != "mandate renewal")]
    title = "No text that answers a launch or test in this span"
    if len(answers):
        title = f"Last text that answers a North Korean launch or test: {say(answers['date'].max())}"
    return Drawing(
        plot_products(frame) if len(frame) else None,
        (products,),
        title,
        f"Security Council texts on North Korea by purpose, {window(from_, to)}; dotted: 24 February 2022",
        f"Texts of the Council on North Korea over time. {title}.",
    )


@chart("council-list", query_id="vetoes", about="Every vetoed draft, as a table.")
def draw_list(ask: Ask, *, from_: date, to: date, member: Seat | None = None) -> Drawing:
    """Return the table of vetoed drafts."""
    result = ask("vetoes", from_=from_, to=to, member=member)
    title = f"{result.table.num_rows} vetoed drafts" + (f" with a veto of {SEATS[member]}" if member else "")
    return Drawing(None, (result,), title, f"{window(from_, to)}, with symbol and meeting record", title)
