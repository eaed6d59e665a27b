"""Alignment: a pair over time, one member, a whole session, one roll call."""

from datetime import date

import streamlit as st

from analytics.catalog.series import of_the_day, series_of
from analytics.charts.alignment_words import ABSENCES, MEASURES, UNANIMOUS, UNIVERSES, ordinal, span_of
from analytics.charts.words import called_within, first, many, say, year_before
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart, show_figure
from analytics.dashboard.components.filters import choose_code, choose_day, choose_option, choose_state, filter_row
from analytics.dashboard.components.names import rows
from analytics.dashboard.components.page import open_page

VIEWS = {"pair": "A pair", "member": "A member", "session": "A session", "text": "A roll call"}
FIRST_TEXT = "A/RES/ES-11/1"
LISTED = 300
SOUGHT_LENGTH = 100


def choose_rules() -> dict[str, str]:
    """Choose measure, universe of roll calls and rules."""
    with filter_row():
        measure = choose_code("measure", "Measure", MEASURES, "agree")
        universe = choose_code("universe", "Roll calls", UNIVERSES, "all")
        absence = choose_option("absence", "Absent members", ABSENCES, "pairwise")
        unanimous = choose_option("unanimous", "Unanimous roll calls", UNANIMOUS, "drop")
    return {"measure": measure, "universe": universe, "absence": absence, "unanimous": unanimous}


def choose_session() -> int:
    """Choose a session by its number and years."""
    held = [number for (number,) in rows("select distinct session from roll_calls order by session desc")]
    names = {str(number): f"{ordinal(number)}, {span_of(number)}" for number in held}
    return int(choose_code("session", "Session", names, "76"))


def show_pair() -> None:
    """Show how alike two members voted, where they differed, and their other common ground."""
    with filter_row():
        one = choose_state("state", "Member", "RUS")
        other = choose_state("with", "And", "PRK", beside=one)
        day = choose_day(beside=("ga_votes", "recognitions", "sanctions"))
    rules = choose_rules()
    if series_of(one) == series_of(other):
        st.info("Choose two different members.", icon=":material/info:")
        return
    show_chart("alignment-pair", state_a=one, state_b=other, on=day, **rules)
    st.caption(
        "The agenda changes from session to session: a line shows how two members voted on what was put to the vote, "
        "so do not use it as a regression series."
    )
    show_chart("alignment-ideal-series", state=one, other=other, on=day)
    show_chart("alignment-fields", state_a=one, state_b=other, on=day)
    show_differences(one, other, day)


def show_differences(one: str, other: str, day: date) -> None:
    """List the roll calls of the year before a day on which two members differed."""
    start = year_before(day)
    # The columns of votes bear the names of the states asked for.
    one, other = of_the_day(one, day), of_the_day(other, day)
    names = [called_within(state, start, day) for state in (one, other)]
    differing = ask("pair_votes", state_a=one, state_b=other, from_=start, to=day, distance=1)
    texts = differing.table.num_rows
    opposed = int((differing.frame["distance"] > 1).sum()) if texts else 0
    show_figure(
        None,
        differing,
        key="alignment-differences",
        title=f"{first(' and '.join(names))} voted differently on {many(texts, 'text')} in the year to "
        f"{say(day)}" + (f", on {opposed} of them on opposite sides" if opposed else ""),
        subtitle="Recorded votes in which both took part. Distance 1: one of them abstained; 2: one for, one against",
        alt="",
    )


def show_member() -> None:
    """Show one member: nearest and furthest, its blocs, lonely votes, the Council, sanctions together."""
    with filter_row():
        state = choose_state("state", "Member", "RUS")
        session = choose_session()
        day = choose_day(beside=("ga_votes", "sanctions"))
    show_chart("alignment-nearest", state=state, session=session, **choose_rules())
    show_chart("alignment-ideal-series", state=state, on=day)
    show_chart("alignment-moves", state=state)
    show_chart("alignment-lonely", state=state)
    show_chart("alignment-lonely-list", state=state)
    show_chart("alignment-council", state_a=state)
    show_chart("alignment-sanctions", state=state, on=day)


def show_session() -> None:
    """Show all members of a session: the matrix by bloc, and the blocs on a map."""
    with st.columns([1, 3])[0]:
        session = choose_session()
    rules = choose_rules()
    show_chart("alignment-matrix", session=session, **rules)
    show_chart("alignment-blocs", session=session)
    show_chart("alignment-ideal-points", session=session)


def show_text() -> None:
    """Find a roll call by symbol or words and show it."""
    words = st.text_input(
        "Symbol or words",
        key="words",
        bind="query-params",
        max_chars=SOUGHT_LENGTH,
        placeholder="ES-11/1, or: integrity ukraine",
        help="Every word must stand in the symbol or the title.",
    )
    sought = words or st.query_params.get("text") or FIRST_TEXT
    found = ask("roll_calls_found", words=sought[:SOUGHT_LENGTH])
    if not found.table.num_rows:
        st.info(f"No recorded vote carries all of these words. Shown instead: {FIRST_TEXT}.", icon=":material/info:")
        found = ask("roll_calls_found", words=FIRST_TEXT)
    listed = found.frame.head(LISTED)
    names = {
        str(row.resolution): f"{row.resolution} · {row.date:%Y-%m-%d} · {row.yes}–{row.no}–{row.abstain} · {row.title}"
        for row in listed.itertuples()
    }
    if len(found.frame) > LISTED:
        st.caption(
            f"{len(found.frame)} found; the latest {LISTED} can be chosen below, all are in the list at the end."
        )
    text = choose_code("text", "Roll call", names, next(iter(names)))
    show_chart("alignment-rollcall", resolution=text)
    show_chart("alignment-rollcall-list", resolution=text)
    show_figure(
        None,
        found,
        key="alignment-found",
        title=f"{found.table.num_rows} recorded vote{'' if found.table.num_rows == 1 else 's'} found",
        subtitle=f"Symbol or title holds: {sought[:SOUGHT_LENGTH]}",
        alt="",
    )


SHOW = {"pair": show_pair, "member": show_member, "session": show_session, "text": show_text}
with open_page(
    "Alignment",
    "Who votes with whom in the General Assembly, by the measures the field uses, and with whom states side in the "
    "Council, in recognition and in sanctions. Voting alike is not an alliance, and most texts pass without a vote.",
    tables=["roll_calls", "council_votes", "sanctions"],
):
    SHOW[choose_option("view", "View", VIEWS, "pair")]()
