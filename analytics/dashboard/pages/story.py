"""The story: the claims of July 2022, each with its number, verdict, chart, rows and SQL."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import streamlit as st

from analytics.catalog.names import state_names
from analytics.charts.claims import plot_standing
from analytics.charts.council import plot_paralysis
from analytics.charts.missiles import plot_launch_gaps, plot_launches_to_date
from analytics.charts.recognition import plot_totals
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_figure
from analytics.dashboard.components.filters import choose_day
from analytics.dashboard.components.page import open_page

LEDE = (
    "In July 2022 North Korea recognised the Donetsk and Luhansk “people's republics”, Ukraine severed relations with "
    "it, and Ukraine's foreign minister said that Russia's isolation “will soon reach the level of isolation of the "
    "DPRK”. The Security Council was said to be paralysed, and North Korea to have fired more than 30 missiles that "
    "year. Each claim is a question to data; choose another day to ask it again."
)
TABLES = ["recognitions", "ties", "missile_launches", "council_drafts", "sanctions", "exclusions"]
Claim = dict[str, Any]
Colour = Literal["green", "orange", "red", "gray"]
VERDICTS: dict[str, tuple[Colour, str]] = {
    "holds": ("green", ":material/check_circle:"),
    "holds in part": ("orange", ":material/contrast:"),
    "does not hold": ("red", ":material/cancel:"),
    "no event recorded": ("gray", ":material/help:"),
}
FIRST_DAY, FAR_DAY = date(1979, 1, 1), date(2100, 1, 1)
COUNCIL_YEARS = 25
FIRST_STORY_DAY = date(1991, 12, 26)


def show_claims(heading: str, claims: list[Claim], names: list[str], draw: Callable[[], None]) -> None:
    """Show some claims with their verdicts, and the chart they rest on."""
    st.header(heading, anchor=False, divider="gray")
    for claim in claims:
        if claim["claim"] in names:
            show_claim(claim)
    draw()


def show_claim(claim: Claim) -> None:
    """Show one claim: question, verdict, finding, criterion."""
    colour, icon = VERDICTS[claim["verdict"]]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{claim['question']}**")
        st.badge(claim["verdict"].capitalize(), color=colour, icon=icon)
    st.markdown(claim["finding"])
    st.caption(f"Criterion: {claim['criterion']} As of {claim['as_of']:%-d %B %Y}, from the query {claim['query']}.")


def draw_recognition(on: date) -> None:
    totals = ask("recognition_totals", on=on)
    show_figure(
        plot_totals(totals.frame, "XDN"),
        totals,
        key="story-recognition",
        title="Contested entities by the number of UN members that recognise them",
        subtitle=f"UN members, {on:%-d %B %Y}; hatched: undated, disputed or in doubt",
        alt="Bars of recognising UN members per contested entity, Donetsk in the accent colour.",
    )


def draw_breaks(on: date) -> None:
    show_figure(
        None,
        ask("ties_broken", on=on, state="UKR"),
        key="story-breaks",
        title="Relations of Ukraine broken or lowered",
        subtitle=f"Steps by and against Ukraine in force on {on:%-d %B %Y}",
        alt="",
    )


def draw_missiles(on: date) -> None:
    totals = ask("launches_to_date", on=on)
    days = ask("launch_days", from_=FIRST_DAY, to=FAR_DAY)
    show_figure(
        plot_launches_to_date(days.frame, totals.frame, on),
        [totals, days],
        key="story-missiles",
        title=f"North Korean missiles by {on:%-d %B}, year against year",
        subtitle="Missiles since 1 January, counting rule of CNS: 500 kg over at least 300 km, and space launchers",
        alt="Running count of missiles through each year, the chosen year in the accent colour.",
    )
    gaps = ask("launch_gaps", class_="ICBM")
    show_figure(
        plot_launch_gaps(gaps.frame, "ICBM"),
        gaps,
        key="story-gaps",
        title="Days between launches of an ICBM",
        subtitle="North Korea, days since the launch day before it, all years of the data",
        alt="Days between consecutive ICBM launches.",
    )


def draw_council(on: date) -> None:
    paralysis = ask("council_paralysis", from_=date(on.year - COUNCIL_YEARS, 1, 1), to=on)
    show_figure(
        plot_paralysis(paralysis.frame),
        paralysis,
        key="story-council",
        title="Drafts adopted and vetoed in the Security Council",
        subtitle=f"Drafts put to the vote per year, to {on:%-d %B %Y}",
        alt="Drafts adopted and vetoed per year.",
    )
    show_figure(
        None,
        ask("dprk_products", from_=date(on.year - COUNCIL_YEARS, 1, 1), to=on),
        key="story-products",
        title="What the Council said on North Korea",
        subtitle=f"Resolutions, presidential statements and vetoed drafts, to {on:%-d %B %Y}",
        alt="",
    )


def draw_standing(on: date) -> None:
    result = ask("standing_gap", on=on)
    show_figure(
        plot_standing(result.frame, "RUS", "PRK", state_names()),
        result,
        key="story-standing",
        title="Russia's standing beside North Korea's, thing by thing",
        subtitle=f"Counts on {on:%-d %B %Y}; what others do to a state, not what it does",
        alt="Counts of broken relations, sanctioning states and exclusions for Russia and North Korea.",
    )


with open_page("Is Russia becoming as isolated as North Korea?", LEDE, tables=TABLES):
    day = choose_day(label="Judge the claims on", first=FIRST_STORY_DAY)
    answers = ask("claims", on=day)
    found: list[Claim] = answers.table.to_pylist()
    gaps_between = [claim["claim"] for claim in found if claim["claim"].startswith("russia_v_")]
    council = [claim["claim"] for claim in found if claim["claim"].startswith("council_")]
    counts = Counter(claim["verdict"] for claim in found)
    st.markdown(
        f"**{len(found)} claims on {day:%-d %B %Y}.** "
        + " · ".join(f"{verdict.capitalize()}: {counts[verdict]}" for verdict in VERDICTS if verdict in counts)
    )
    show_claims("Recognition", found, ["recognition_xdn", "recognition_xln"], lambda: draw_recognition(day))
    show_claims("The break", found, ["break_with_north_korea", "breaks_by_ukraine"], lambda: draw_breaks(day))
    show_claims("The missiles", found, ["missiles_this_year", "icbm_gap"], lambda: draw_missiles(day))
    show_claims("The Council", found, council, lambda: draw_council(day))
    show_claims("The level of isolation", found, gaps_between, lambda: draw_standing(day))
    show_figure(
        None,
        answers,
        key="story-claims",
        title="All claims with their numbers",
        subtitle=f"{day:%-d %B %Y}",
        alt="",
    )
