"""Whether one state is as isolated as another: both over time, the gap by dimension, the verdict, a range ahead."""

from collections.abc import Mapping
from datetime import MINYEAR, date

import pandas as pd

from analytics.catalog.names import state_names
from analytics.catalog.run import Result
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.drawings.isolation import SCALE_NOTE, SINCE, VERSIONS, tell_day
from analytics.charts.isolation import DIMENSIONS
from analytics.charts.versus import plot_gap, plot_projection, plot_two
from analytics.charts.words import called, listed, many, say, signed

# Below it a part of a gap is written as 0.
SHOWN_POINT = 0.5
YEARS_BEFORE = 8
MOST_ALONG, MOST_AGAINST = 2, 1


@chart("versus-series", query_id="isolation_gap", about="The isolation of two states over time, with intervals.")
def draw_two(ask: Ask, *, state_a: str, state_b: str, on: date, from_: date = SINCE) -> Drawing:
    """Draw the index of two states over months, in the bands of its versions, and say which leads."""
    result = ask("isolation_gap", state_a=state_a, state_b=state_b, from_=from_)
    lead = ask("isolation_lead", on=on, state_a=state_a, state_b=state_b)
    names = state_names()
    pairs = [
        (
            state,
            names[state],
            result.frame[["on", column]].rename(columns={column: "index"}),
            ask("isolation_bands", state=state, from_=from_).frame,
        )
        for state, column in ((state_a, "index_a"), (state_b, "index_b"))
    ]
    drawable = len(result.frame) > 0
    return Drawing(
        plot_two(pairs, pd.Timestamp(on)) if drawable else None,
        (result, lead),
        tell_verdict(ask, state_a, state_b, on),
        f"Isolation index at the ends of months, {SCALE_NOTE}. Bands: {VERSIONS}; dotted: {say(on)}",
        f"Lines of the isolation index of {called(state_a)} and {called(state_b)}.",
    )


def tell_verdict(ask: Ask, state_a: str, state_b: str, on: date) -> str:
    """Return which of two states is the more isolated on a day, and how sure that is."""
    lead = ask("isolation_lead", on=on, state_a=state_a, state_b=state_b)
    if not len(lead.frame):
        return f"No verdict on {called(state_a)} and {called(state_b)} on {say(on)}: it takes two members with an index"
    row = lead.frame.iloc[0]
    shares = {state_a: row["share_a"], state_b: row["share_b"]}
    points = {state_a: row["index_a"], state_b: row["index_b"]}
    higher, lower = by_points(points, shares)
    values = f"{called(higher)} {points[higher]:.0f}, {called(lower)} {points[lower]:.0f}"
    if row["leads"] == "neither":
        sure = lead.parameters["sure"]
        return f"{values}, but no clear difference: {tell_short(higher, lower, shares, sure)}"
    ahead = state_a if row["leads"] == "a" else state_b
    joint = ":" if ahead == higher else ", yet"
    return f"{values}{joint} {called(ahead)} is the more isolated in {shares[ahead]:.0%} of the index's versions"


def by_points(points: Mapping[str, float], shares: Mapping[str, float]) -> tuple[str, str]:
    """Return two states, the higher first; where they are level, the one that more versions put first."""
    higher, lower = sorted(points, key=lambda state: (-round(points[state]), -shares[state]))
    return higher, lower


def tell_short(higher: str, lower: str, shares: Mapping[str, float], sure: float) -> str:
    """Return in what share of the versions each of two states leads where neither does in enough of them.

    That of the one with fewer points is told only where it is the larger.
    """

    def percent(state: str) -> str:
        # What is short of it must not read as reaching it.
        return f"{shares[state]:.{0 if round(shares[state], 2) < sure else 2}%}"

    said, short = f"{called(higher)} is the more isolated in {percent(higher)} of the index's versions", "short"
    if shares[lower] > shares[higher]:
        said, short = f"{said} and {called(lower)} in {percent(lower)}", "both short"
    return f"{said}, {short} of the {sure:.0%} asked for"


@chart("versus-gap", query_id="isolation_gap", about="Which dimensions set two states apart on a day.")
def draw_gap(ask: Ask, *, state_a: str, state_b: str, on: date) -> Drawing:
    """Draw the gap between two states by dimension."""
    result = ask("isolation_gap", state_a=state_a, state_b=state_b, from_=on.replace(day=1), to=on)
    lead = ask("isolation_lead", on=on, state_a=state_a, state_b=state_b)
    frame = result.frame
    title = f"{called(state_a)} and {called(state_b)} are not both scored on {say(on)}"
    if len(frame):
        row = frame.iloc[-1]
        title = f"Published index: {called(state_a)} {tell_gap(row['gap'])} {called(state_b)}{tell_widest(row)}"
        title += tell_versions(lead)
    return Drawing(
        plot_gap(frame.iloc[-1]) if len(frame) else None,
        (result, lead),
        title,
        f"Points of {called(state_a)} minus those of {called(state_b)} on {say(on)}; to the right {called(state_a)} is "
        f"the more isolated{'. Across versions: the ' + VERSIONS if len(lead.frame) else ''}",
        f"Bars by dimension. {title}.",
    )


def tell_gap(gap: float) -> str:
    """Return how a state stands to another by the points between them, such as `20 points lower than`."""
    points = round(abs(gap))
    return f"{many(points, 'point')} {'higher' if gap > 0 else 'lower'} than" if points else "level with"


def tell_widest(row: pd.Series) -> str:
    """Return which dimensions make most of a gap and which most against it, each with its points and sign."""
    parts = sorted(
        ((name, row[name]) for name in DIMENSIONS if abs(row[name]) >= SHOWN_POINT), key=lambda part: -abs(part[1])
    )
    along = [part for part in parts if part[1] * row["gap"] > 0][:MOST_ALONG]
    against = [part for part in parts if part[1] * row["gap"] < 0][:MOST_AGAINST]
    for_it, from_it = (
        listed([f"{DIMENSIONS[name][0].lower()} ({signed(value, 0)})" for name, value in parts] or [""])
        for parts in (along, against)
    )
    return (f", mainly by {for_it}" if for_it else "") + (f", against {from_it}" if from_it else "")


def tell_versions(lead: Result) -> str:
    """Return the gap of two states over the index's versions, as the end of a title; empty where it is not drawn."""
    if not len(lead.frame):
        return ""
    low, high = (signed(lead.frame.iloc[0][name], 0) for name in ("gap_p05", "gap_p95"))
    return f"; across versions, {low} to {high}"


@chart("versus-range", query_id="isolation_projection", about="Where states at a like level of isolation went.")
def draw_range(ask: Ask, *, state: str, on: date) -> Drawing:
    """Draw where a state's index would lie if it moved as others at its level did, with the backtest."""
    result = ask("isolation_projection", state=state, on=on)
    frame, name, day = result.frame, called(state), pd.Timestamp(on)
    ahead = day + pd.DateOffset(years=int(frame["years"].max()) if len(frame) else 0)
    start = on.replace(year=max(on.year - YEARS_BEFORE, MINYEAR), day=1)
    series = ask("isolation_series", state=state, from_=start, to=ahead.date())
    scored = series.frame[series.frame["index"].notna()] if len(series.frame) else series.frame
    title, told = f"Too few states stood where {name} does to say where they went", "Not a forecast"
    drawable = len(frame) > 0 and bool((scored["on"] <= day).any())
    if drawable:
        far = frame.iloc[-1]
        cases, tested = int(far["cases"]), int(far["tested"]) if pd.notna(far["tested"]) else 0
        title = (
            f"{name} alone: {many(int(far['years']), 'year')} after {say(on)} it would stand between {far['low']:.0f} "
            f"and {far['high']:.0f}, had it moved as 90% of {many(cases, 'comparable case')} did"
        )
        told = (
            f"Not a forecast. Cases: {many(int(far['states']), 'state')} at the ends of years since 1991, within ten "
            f"points of its index, none ending after {say(on)}"
        )
        told += f". Tried on {many(tested, 'past case')}, such ranges held in {far['held']:.0%}" if tested else ""
    elif not tell_day(ask("isolation_index", on=on), state):
        title = f"{name} is not scored on {say(on)}, and so no range is drawn"
    return Drawing(
        plot_projection(scored, frame, state, day) if drawable else None,
        (result, series),
        title,
        told,
        f"Line and hatched range. {title}.",
    )
