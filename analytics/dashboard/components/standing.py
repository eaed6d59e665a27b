"""A state's standing in five numbers, beside those of a year before."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.catalog.names import state_names
from analytics.catalog.series import of_the_day, series_of, stood_within
from analytics.charts.isolation import DIMENSIONS, say_moved
from analytics.charts.views import page_address
from analytics.charts.words import first, listed, many, named, plain, say, tell_stand_in, tell_unmeasured, year_before
from analytics.dashboard.components.answers import ask, begin, only_checked

RANK = "Rank among members"
MEASURES = {
    "Isolation index": "From 0, integrated, to 100, isolated: what others do to it, by recognition, ties, votes, "
    "sanctions and exclusion",
    RANK: "1 is the most isolated member of the United Nations; in brackets the ranks between which it "
    "lies in nine of ten versions of the index. Where two states' ranges overlap, their ranks do not tell them apart",
    "Steps in force against it": "Breaks and lesser steps in relations, by others; without those nobody tracks",
    "States sanctioning it": "With measures of their own, or bound by those of the European Union; measures that only "
    "carry out the UN's are left out",
    "Shut out of bodies": "Bodies that suspended, expelled or barred it, services that cut off it or its banks, "
    "black lists; each counts once",
}
# Who comes and goes behind a count, as the beginning of a list.
EXCHANGED = {
    "Steps in force against it": ("new steps by", "no more steps by"),
    "States sanctioning it": ("newly sanctioned by", "no longer sanctioned by"),
    "Shut out of bodies": ("newly shut out by", "no longer shut out by"),
}
MOST_NAMED = 4
# The chart that lists the rows of each thing counted, what it calls the state, and the rule of the count.
ROWS_OF: dict[str, tuple[str, str, dict[str, object]]] = {
    "broken_relations": ("ties-list", "state", {"least": 5}),
    "sanctioning_states": ("sanctions-senders", "target", {}),
    "exclusions": ("sanctions-bodies", "state", {}),
}
HIGHEST_SCORE = 100
# The unit of a dimension that counts bodies.
BODIES = "organisations"
# Two numbers side by side on a phone.
LEAST_WIDTH = 160
UNSCORED = {"Isolation index": "not scored", RANK: "none"}
# Short enough for a phone; the reason stands below.
UNCOUNTED = "–"


def show_standing(state: str, on: date) -> DeltaGenerator:
    """Show what others do to a state in five numbers, each with that of a year before, and what moved the index.

    Returns the place of one of them, the rank, whose range takes longest: show_range adds it.
    """
    before = year_before(on)
    begin("isolation_index", on=before)
    # Of a state without a rank on both days no ceilings are told.
    if None not in (rank_of(find_scored(state, on)), rank_of(find_scored(state, before))):
        begin("isolation_movers", from_=before, to=on)
        for day in (before, on):
            begin("isolation_components", on=day, state=state)
    now, then = measure(state, on), measure(state, before)
    with st.grid(len(MEASURES), min_column_width=LEAST_WIDTH):
        places = {label: st.empty() for label in MEASURES}
    for label, value in now.items():
        show_number(places[label], label, write(label, value), write(label, then[label]))
    if told := tell_stand_in(state, on):
        st.caption(plain(f"{told}."))
    # As a caption its link would be too pale to read.
    st.markdown(
        f":small[:gray[{say(on)}, beside {say(before)}. {tell_change(state, before, on)}"
        f"{plain(tell_exchange(state, before, on))}]]"
    )
    if reason := missing_reason(state, on):
        st.caption(plain(reason))
    return places[RANK]


def show_range(place: DeltaGenerator, state: str, on: date) -> None:
    """Show between which ranks a member lies: with its rank, in the place of that, and here as a sentence."""
    interval = find_interval(state, on)
    if interval:
        now, then = rank_of(find_scored(state, on)), rank_of(find_scored(state, year_before(on)))
        show_number(place, RANK, write(RANK, now) + tell_range(interval), write(RANK, then))
        st.markdown(f":small[:gray[{plain(tell_rank(interval, on))}]]")


def show_number(place: DeltaGenerator, label: str, now: str, then: str) -> None:
    """Show a number of a state's standing beside that of a year before."""
    place.metric(label, now, f"{then} a year before", delta_color="off", delta_arrow="off", help=MEASURES[label])


def measure(state: str, on: date) -> dict[str, float | None]:
    """Return the five numbers of a state on a day; none where it has no index or rank, or was no state then."""
    if not stood_within(state, on, on):
        return dict.fromkeys(MEASURES)
    row = find_scored(state, on)
    broken = ask("ties_broken", on=on, state=state).frame
    bodies = ask("exclusions_in_force", on=on, state=state).frame
    numbers = (
        row["index"] if row is not None else None,
        rank_of(row),
        broken["target"].isin(stood_within(state)).sum() if len(broken) else 0,
        ask("sanctioning_states", on=on, target=state).table.num_rows,
        bodies["organisation"].nunique() if len(bodies) else 0,
    )
    return dict(zip(MEASURES, numbers, strict=True))


def find_scored(state: str, on: date) -> Mapping[Any, Any] | None:
    """Return the row of a state's index on a day; none where it has no index."""
    indexed = ask("isolation_index", on=on).frame
    found = indexed[(indexed["state"] == series_of(state)) & indexed["index"].notna()].to_dict("records")
    return found[0] if found else None


def rank_of(row: Mapping[Any, Any] | None) -> float | None:
    """Return the rank in the row of a state's index; none where it is no member or has no index."""
    return row["rank"] if row is not None and row["un_member"] else None


def tell_exchange(state: str, before: date, on: date) -> str:
    """Return who came and who went behind the counts of a year, as a sentence with a space before it; else nothing.

    A count may stay still while one takes the place of another, and an index while a count changes.
    """
    then, now = names_behind(state, before), names_behind(state, on)
    told = [
        f"{words}: {listed(sorted(names), MOST_NAMED)}"
        for label, (came, went) in EXCHANGED.items()
        for words, names in ((came, now[label] - then[label]), (went, then[label] - now[label]))
        if names
    ]
    return f" {first('; '.join(told))}." if told else ""


def names_behind(state: str, on: date) -> dict[str, set[str]]:
    """Return who stands behind each count of a state's standing on a day."""
    broken = ask("ties_broken", on=on, state=state).frame
    senders = ask("sanctioning_states", on=on, target=state).frame
    bodies = ask("exclusions_in_force", on=on, state=state).frame
    found = (
        broken.loc[broken["target"].isin(stood_within(state)), "initiator_name"] if len(broken) else (),
        senders["sender_name"] if len(senders) else (),
        bodies["organisation_name"] if len(bodies) else (),
    )
    return {label: set(names) for label, names in zip(EXCHANGED, found, strict=True)}


def show_rows_of(standing: pd.DataFrame, state_a: str, state_b: str, on: date) -> None:
    """Lead from each number that stands beside another's to its rows, on the page that lists them."""
    names = state_names()
    told = []
    for row in standing.to_dict("records"):
        chart_id, parameter, more = ROWS_OF[row["thing"]]
        links = [
            f"[{plain(names[of_the_day(state, on)])} {count}]"
            f"({page_address(chart_id, {parameter: state, 'on': on} | more, checked=only_checked())})"
            for state, count in ((state_a, row["count_a"]), (state_b, row["count_b"]))
        ]
        told.append(f"{plain(row['label'])}: {', '.join(links)}")
    st.markdown(f":small[See the rows: {'; '.join(told)}.]")


def write(label: str, value: float | None) -> str:
    """Return a number as it is shown, or why there is none."""
    return UNSCORED.get(label, UNCOUNTED) if value is None else f"{value:.0f}"


def tell_change(state: str, before: date, on: date, *, subject: str = "The index") -> str:
    """Return through what a state's index moved between two days, with a link to who else moved."""
    moved = ask("isolation_movers", from_=before, to=on).frame
    found = moved[moved["state"] == series_of(state)] if len(moved) else moved
    if not len(found):
        unscored = [say(day) for day in (before, on) if find_scored(state, day) is None]
        if unscored:
            return f"{subject} is not scored on {' or '.join(unscored)}."
        return f"{subject} is not scored through the same dimensions on both days: they cannot be compared."
    told = say_moved(found.iloc[0])
    movers = page_address("isolation-movers", {"from_": before, "to": on, "state": state})
    return f"{subject} {told}{tell_ceiling(state, before, on)}; [who else moved]({movers})."


def find_interval(state: str, on: date) -> Mapping[Any, Any] | None:
    """Return the row of a member's rank over the versions of the index; none where it has no rank."""
    interval = ask("isolation_rank_interval", on=on).frame
    found = interval[interval["state"] == series_of(state)] if len(interval) else interval
    return found.iloc[0].to_dict() if len(found) else None


def tell_range(interval: Mapping[Any, Any]) -> str:
    """Return between which ranks a member lies, in brackets with a space before them."""
    return f" ({interval['rank_p05']:.0f} to {interval['rank_p95']:.0f})"


def tell_rank(interval: Mapping[Any, Any], on: date) -> str:
    """Return between which ranks a member lies, as a sentence."""
    return (
        f"In nine of ten versions of the index {named(interval['state_name'])} ranks between "
        f"{interval['rank_p05']:.0f} and {interval['rank_p95']:.0f} on {say(on)}{tell_outside(interval)}."
    )


def tell_outside(row: Mapping[Any, Any]) -> str:
    """Return on which side of its interval the published rank lies, where it lies outside; else nothing."""
    if row["rank_p05"] <= row["rank"] <= row["rank_p95"]:
        return ""
    less = "less" if row["rank"] > row["rank_p95"] else "more"
    return f"; by its published rank it is {less} isolated than in nearly all of them"


def tell_ceiling(state: str, before: date, on: date) -> str:
    """Return which dimensions could not move because they stood at their ceiling on both days.

    Of one that counts bodies it says how few are enough, beside which the count of them would puzzle.
    """
    asked = [ask("isolation_components", on=day, state=state).table.to_pylist() for day in (before, on)]
    full = [{row["dimension"]: row for row in rows if at_top(row)} for rows in asked]
    names = [name for name in DIMENSIONS if name in full[0] and name in full[1]]
    if not names:
        return ""
    enough = "".join(
        f": {name} has its full score from {many(int(full[1][name]['upper']), 'body', 'bodies')} on"
        for name in names
        if full[1][name]["unit"] == BODIES
    )
    return f" ({listed([DIMENSIONS[name][0].lower() for name in names])} stood at the ceiling on both days{enough})"


def at_top(component: Mapping[str, Any]) -> bool:
    """Say whether a dimension has the highest score there is."""
    return component["score"] is not None and component["score"] >= HIGHEST_SCORE


def missing_reason(state: str, on: date) -> str | None:
    """Return why a state is not in the index, or which dimensions are not observed and why, as a sentence."""
    indexed = ask("isolation_index", on=on).frame.set_index("state")
    if len(indexed) and series_of(state) not in indexed.index:
        return tell_unmeasured(state, on)
    reason = indexed["missing_reason"].get(series_of(state))
    if not isinstance(reason, str):
        return None
    parts = (part.partition(": ") for part in reason.split("; "))
    told = [f"{DIMENSIONS[name][0] if name in DIMENSIONS else name}{colon}{why}" for name, colon, why in parts]
    return f"Not observed. {'; '.join(told)}."
