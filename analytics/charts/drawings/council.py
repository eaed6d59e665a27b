"""What the charts of the Security Council ask, and the words over them."""

from datetime import date
from typing import Literal

import pandas as pd

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.council import (
    INVASION,
    SEATS,
    TOPICS,
    TOPICS_SHOWN,
    holds_invasion,
    plot_paralysis,
    plot_products,
    plot_topics,
    plot_veto_share,
    plot_veto_totals,
    plot_vetoes_per_year,
)
from analytics.charts.periods import find_cut, say_cut
from analytics.charts.words import listed, many, named, say, window

# Others count otherwise, and a number is quoted with its subtitle.
RULE = (
    "Drafts on the UN library's list, with the applications for membership vetoed on 13 December 1955; "
    "China: the Republic of China until 25 October 1971"
)
NONE_VETOED = "No veto in this span"
Seat = Literal["RUS", "USA", "GBR", "FRA", "CHN"]


@chart("council-vetoes", query_id="vetoes_per_year", about="Vetoes per year by permanent member.")
def draw_vetoes(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw vetoes per year."""
    per_year = ask("vetoes_per_year", from_=from_, to=to)
    totals = ask("veto_totals", from_=from_, to=to).frame
    title = say_most(totals)
    cut = find_cut(pd.to_datetime(per_year.frame["year"].astype(str)), "year", from_, to, per_year.as_of)
    return Drawing(
        plot_vetoes_per_year(per_year.frame, cut) if len(per_year.frame) else None,
        (per_year,),
        title,
        f"Vetoes cast per year, {window(from_, to)}{say_last(totals)}; a joint veto counts for each member"
        f"{say_cut(cut, 'year')}. {RULE}",
        f"Stacked bars of vetoes per year by permanent member. {title}.",
    )


def say_most(totals: pd.DataFrame) -> str:
    """Return which permanent members vetoed the most drafts."""
    most = int(totals["drafts_vetoed"].max())
    if not most:
        return NONE_VETOED
    best = [named(SEATS[member]) for member in totals.loc[totals["drafts_vetoed"] == most, "member"]]
    return f"{listed(best)}: {many(most, 'draft')} vetoed{' each' if len(best) > 1 else ''}, the most of the five"


def say_last(vetoes: pd.DataFrame) -> str:
    """Return when the last veto was cast, where one was: a span may go on long after it."""
    last = vetoes["last_day"].max() if len(vetoes) else pd.NaT
    return "" if pd.isna(last) else f", the last on {say(last)}"


@chart("council-totals", query_id="veto_totals", about="Drafts vetoed alone and with others, by permanent member.")
def draw_totals(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw lone and joint vetoes."""
    totals = ask("veto_totals", from_=from_, to=to)
    casts = ask("vetoes", from_=from_, to=to).frame["casts"]
    return Drawing(
        plot_veto_totals(totals.frame),
        (totals,),
        say_joint(len(casts), int((casts > 1).sum())),
        f"Drafts vetoed per member, {window(from_, to)}{say_last(totals.frame)}; pale: with at least one other, "
        f"counted for each. {RULE}",
        "Bars of lone and joint vetoes per permanent member.",
    )


def say_joint(drafts: int, several: int) -> str:
    """Return how many of the vetoed drafts met the veto of one member, and how many that of several."""
    if not drafts:
        return NONE_VETOED
    if not several:
        return f"{many(drafts, 'vetoed draft')}, none by more than one member"
    return f"Of {many(drafts, 'vetoed draft')}, {drafts - several} met one veto and {several} met several"


@chart("council-topics", query_id="veto_topics", about="Vetoes by topic and permanent member.")
def draw_topics(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw the topics of most vetoes."""
    topics = ask("veto_topics", from_=from_, to=to)
    title, shown = "Vetoes by topic", " by topic"
    if len(topics.frame):
        sums = topics.frame.groupby("topic")["vetoes"].sum()
        most = [TOPICS.get(topic, topic) for topic in sums.index[sums == sums.max()]]
        title = f"{listed(most)} drew the most vetoes: {sums.max()}{' each' if len(most) > 1 else ''}"
        shown = ", the fifteen topics with the most" if len(sums) > TOPICS_SHOWN else shown
    return Drawing(
        plot_topics(topics.frame) if len(topics.frame) else None,
        (topics,),
        title,
        f"Vetoes cast{shown}, {window(from_, to)}{say_last(topics.frame)}",
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
        years = f"{frame['year'].min()} to {frame['year'].max()}" if len(frame) > 1 else f"{frame['year'].iloc[0]}"
        title = f"The Security Council, {years}: {many(adopted, 'draft')} adopted, {vetoed or 'none'} vetoed"
        marked = "; hatched: incomplete year" if not frame["complete"].all() else ""
        marked += f"; dotted: {say(INVASION)}" if holds_invasion(frame) else ""
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
    """Return the share vetoed in the last whole year, and in which year it was last as large or else the largest."""
    whole = years[years["complete"]].dropna(subset=["veto_share"]) if len(years) else years
    if whole.empty:
        return "No whole year in this span"
    last, before = whole.iloc[-1], whole.iloc[:-1]
    told = f"{last['veto_share']:.0%} of drafts decided in {last['year']} were vetoed"
    if not last["veto_share"]:
        told = f"No draft decided in {last['year']} was vetoed"
    if before["veto_share"].sum() == 0:
        return told
    larger = before.loc[before["veto_share"] >= last["veto_share"], "year"]
    if larger.empty:
        return f"{told}, the highest share of any year shown"
    if last["veto_share"] and larger.max() < before["year"].max():
        return f"{told}, the highest share since {larger.max()}"
    top = before.sort_values("veto_share", kind="stable").iloc[-1]
    return f"{told}; the highest share was {top['veto_share']:.0%}, in {top['year']}"


@chart("council-dprk", query_id="dprk_products", about="The Council's texts on North Korea by purpose.")
def draw_korea(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw the Council's texts on North Korea in time."""
    products = ask("dprk_products", from_=from_, to=to)
    frame = products.frame
    answers = frame[frame["answers_launch"]] if len(frame) else frame
    title = "No text that answers a launch or test in this span"
    if len(answers):
        title = f"Last text that answers a North Korean launch or test: {say(answers['date'].max())}"
    invaded = from_ <= INVASION <= to
    return Drawing(
        plot_products(frame, invaded=invaded) if len(frame) else None,
        (products,),
        title,
        f"Security Council texts on North Korea by purpose, {window(from_, to)}"
        f"{f'; dotted: {say(INVASION)}' if invaded else ''}",
        f"Texts of the Council on North Korea over time. {title}.",
    )


@chart("council-list", query_id="vetoes", about="Every vetoed draft, as a table.")
def draw_list(ask: Ask, *, from_: date, to: date, member: Seat | None = None) -> Drawing:
    """Return the table of vetoed drafts."""
    result = ask("vetoes", from_=from_, to=to, member=member)
    title = many(result.table.num_rows, "vetoed draft") + (f" with a veto of {named(SEATS[member])}" if member else "")
    return Drawing(None, (result,), title, f"{window(from_, to)}, with symbol and meeting record", title)
