"""The story: the claims of July 2022, each with its number, verdict, chart, rows and SQL."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import streamlit as st

from analytics.catalog.query import find_query
from analytics.charts.drawings.story import answer_question
from analytics.charts.words import listed, plain
from analytics.dashboard.components.answers import ask, begin
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_day, filter_row
from analytics.dashboard.components.headings import show_section
from analytics.dashboard.components.page import open_page
from analytics.dashboard.components.standing import show_rows_of

LEDE = (
    "In July 2022 North Korea recognised the Donetsk and Luhansk “people’s republics”, Ukraine severed relations with "
    "it, and its foreign minister, Dmytro Kuleba, said on 13 July that Russia’s isolation “will soon reach the level "
    "of isolation of the DPRK”. The Security Council was said to be paralysed, and North Korea to have fired more than "
    "30 missiles that year. Each claim is checked against the data; choose another day to ask it again."
)
OF_INDEX = ("recognitions", "ties", "ga_votes", "sanctions", "exclusions")
# Each claim is judged on the last day that its own tables know, so these set the page no end.
OF_CLAIMS = ("missile_launches", "council_drafts", "council_products")
TABLES = ("recognitions", "ties", "missile_launches", "council_drafts", "sanctions", "exclusions")
Claim = dict[str, Any]
Colour = Literal["green", "orange", "red", "gray"]
VERDICTS: dict[str, tuple[Colour, str]] = {
    "holds": ("green", ":material/check_circle:"),
    "holds in part": ("orange", ":material/contrast:"),
    "does not hold": ("red", ":material/cancel:"),
    "no event recorded": ("gray", ":material/help:"),
}
# What one claim and what more claims do under each verdict.
DOES = {
    "holds": ("holds", "hold"),
    "holds in part": ("holds in part", "hold in part"),
    "does not hold": ("does not hold", "do not hold"),
    "no event recorded": ("has no event recorded", "have no event recorded"),
}
OF_BOTH = "russia_v_"
COUNCIL_YEARS = 25
FIRST_STORY_DAY = date(1991, 12, 26)


def count_verdicts(claims: list[Claim]) -> str:
    """Return how many of the claims hold, and how many of them compare the two states, as sentences."""
    counts = Counter(claim["verdict"] for claim in claims)
    told = [f"{counts[verdict]} {DOES[verdict][counts[verdict] > 1]}" for verdict in VERDICTS if counts[verdict]]
    both = sum(claim["claim"].startswith(OF_BOTH) for claim in claims)
    return f"Of {len(claims)} claims checked, {listed(told)}. Only the last {both} compare the two states."


def show_claims(heading: str, claims: list[Claim], names: list[str], draw: Callable[[], object]) -> None:
    """Show some claims with their verdicts, and the chart they rest on."""
    show_section(heading)
    for claim in claims:
        if claim["claim"] in names:
            show_claim(claim)
    draw()


def show_claim(claim: Claim) -> None:
    """Show one claim: question, verdict, finding, criterion."""
    colour, icon = VERDICTS[claim["verdict"]]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(claim['question'])}**")
        st.badge(claim["verdict"].capitalize(), color=colour, icon=icon)
    st.markdown(plain(claim["finding"]))
    query = find_query(claim["query"])
    told = (
        f"{plain('Criterion: ' + claim['criterion'])} As of {claim['as_of']:%-d %B %Y}, from the query "
        f"[{plain(query.title)}](data?query={query.id}#queries)."
    )
    # As a caption its link would be too pale to read.
    st.markdown(f":small[:gray[{told}]]")


def draw_council(on: date) -> None:
    first = date(on.year - COUNCIL_YEARS, 1, 1)
    show_chart("council-paralysis", from_=first, to=on)
    show_chart("council-dprk", from_=first, to=on)


def draw_missiles(on: date) -> None:
    show_chart("missiles-to-date", on=on)
    show_chart("missiles-gaps")


def draw_levels(on: date) -> None:
    standing = show_chart("story-standing", on=on).results[0]
    show_rows_of(standing.frame, standing.parameters["state_a"], standing.parameters["state_b"], on)
    show_chart("versus-series", state_a="RUS", state_b="PRK", on=on)


with open_page("Is Russia becoming as isolated as North Korea?", LEDE, tables=TABLES):
    with filter_row():
        day = choose_day(label="Judge the claims on", first=FIRST_STORY_DAY, tables=OF_INDEX, beside=OF_CLAIMS)
    begin("isolation_lead", on=day, state_a="RUS", state_b="PRK")
    begin("recognition_totals", on=day)
    found: list[Claim] = ask("claims", on=day).table.to_pylist()
    gaps_between = [claim["claim"] for claim in found if claim["claim"].startswith(OF_BOTH)]
    council = [claim["claim"] for claim in found if claim["claim"].startswith("council_")]
    answer, numbers = answer_question(ask, day)
    st.markdown(f"**{answer}** {plain(numbers)}")
    st.markdown(count_verdicts(found))
    show_claims(
        "Recognition",
        found,
        ["recognition_xdn", "recognition_xln"],
        lambda: show_chart("recognition-totals", on=day, entity="XDN", alike=True),
    )
    show_claims(
        "The break",
        found,
        ["break_with_north_korea", "breaks_by_ukraine"],
        lambda: show_chart("ties-list", state="UKR", on=day),
    )
    show_claims("The missiles", found, ["missiles_this_year", "icbm_gap"], lambda: draw_missiles(day))
    show_claims("The Council", found, council, lambda: draw_council(day))
    show_claims("The level of isolation", found, gaps_between, lambda: draw_levels(day))
    show_chart("story-claims", on=day)
