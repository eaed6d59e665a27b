"""Whether one state is as isolated as another: both over time, the gap by dimension, the verdict, a range ahead."""

from datetime import date

import pandas as pd

from analytics.catalog.names import state_names
from analytics.catalog.run import Result
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.drawings.isolation import SCALE_NOTE, SINCE
from analytics.charts.isolation import DIMENSIONS
from analytics.charts.versus import plot_gap, plot_projection, plot_two
from analytics.charts.words import called, say, signed

SURE = 0.95
# Below it a part of a gap is written as 0.
SHOWN_POINT = 0.5
MOST_ALONG, MOST_AGAINST = 2, 1


@chart("versus-series", query_id="isolation_gap", about="The isolation of two states over time, with intervals.")
def draw_two(ask: Ask, *, state_a: str, state_b: str, on: date, from_: date = SINCE) -> Drawing:
    """Draw the index of two states over months, in the bands of their draws, and say which leads."""
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
        f"Isolation index at the ends of months, {SCALE_NOTE}. Bands: 90% of the draws over defensible choices; "
        f"dotted: {say(on)}",
        f"Lines of the isolation index of {called(state_a)} and {called(state_b)}.",
    )


def tell_verdict(ask: Ask, state_a: str, state_b: str, on: date) -> str:
    """Return which of two states is the more isolated on a day, and how sure that is."""
    lead = ask("isolation_lead", on=on, state_a=state_a, state_b=state_b).frame
    indexed = ask("isolation_index", on=on).frame.set_index("state")["index"]
    if not len(lead):
        return f"{called(state_a)} and {called(state_b)} are not both scored on {say(on)}"
    row = lead.iloc[0]
    ahead, behind, share = (
        (state_a, state_b, row["share_a"]) if row["share_a"] >= row["share_b"] else (state_b, state_a, row["share_b"])
    )
    points = {state_a: indexed[row["state_a"]], state_b: indexed[row["state_b"]]}
    values = f"{called(ahead)} {points[ahead]:.0f}, {called(behind)} {points[behind]:.0f}"
    if share >= SURE:
        return f"{values}: {called(ahead)} is the more isolated in {share:.0%} of the draws"
    return f"{values}: {called(ahead)} is the more isolated in {share:.0%} of the draws, too few to tell them apart"


@chart("versus-gap", query_id="isolation_gap", about="Which dimensions set two states apart on a day.")
def draw_gap(ask: Ask, *, state_a: str, state_b: str, on: date) -> Drawing:
    """Draw the gap between two states by dimension."""
    result = ask("isolation_gap", state_a=state_a, state_b=state_b, from_=on.replace(day=1), to=on)
    lead = ask("isolation_lead", on=on, state_a=state_a, state_b=state_b)
    frame = result.frame
    title = f"{called(state_a)} and {called(state_b)} are not both scored on {say(on)}"
    if len(frame):
        row = frame.iloc[-1]
        side = "more" if row["gap"] > 0 else "less"
        title = f"{called(state_a)} stood {abs(row['gap']):.0f} points {side} isolated{tell_widest(row)}"
    return Drawing(
        plot_gap(frame.iloc[-1]) if len(frame) else None,
        (result, lead),
        title,
        f"{called(state_a)}'s points less {called(state_b)}'s on {say(on)}; right: {called(state_a)} is the more "
        f"isolated{tell_draws(lead)}",
        f"Bars by dimension. {title}.",
    )


def tell_widest(row: pd.Series) -> str:
    """Return which dimensions make most of a gap and which most against it, each with its points and sign."""
    parts = sorted(
        ((name, row[name]) for name in DIMENSIONS if abs(row[name]) >= SHOWN_POINT), key=lambda part: -abs(part[1])
    )
    along = [part for part in parts if part[1] * row["gap"] > 0][:MOST_ALONG]
    against = [part for part in parts if part[1] * row["gap"] < 0][:MOST_AGAINST]
    told = [f"{DIMENSIONS[name][0].lower()} {signed(value, 0)}" for name, value in along + against]
    return f", mainly by {', '.join(told)}" if told else ""


def tell_draws(lead: Result) -> str:
    """Return the gap of two states over the draws, as the end of a sentence; empty where it is not drawn."""
    if not len(lead.frame):
        return ""
    low, middle, high = (signed(lead.frame.iloc[0][name], 0) for name in ("gap_p05", "gap_p50", "gap_p95"))
    return f". Over the draws, with other choices than the published, the middle gap is {middle} (90%: {low} to {high})"


@chart("versus-range", query_id="isolation_projection", about="Where states at a like level of isolation went.")
def draw_range(ask: Ask, *, state: str, on: date) -> Drawing:
    """Draw where a state's index would lie if it moved as others at its level did, with the backtest."""
    result = ask("isolation_projection", state=state, on=on)
    frame, name, day = result.frame, called(state), pd.Timestamp(on)
    ahead = day + pd.DateOffset(years=int(frame["years"].max()) if len(frame) else 0)
    series = ask("isolation_series", state=state, from_=on.replace(year=on.year - 8, day=1), to=ahead.date())
    scored = series.frame[series.frame["index"].notna()] if len(series.frame) else series.frame
    title = f"Too few states stood where {name} does to say where they went"
    told = "No forecast"
    drawable = len(frame) > 0 and bool((scored["on"] <= day).any())
    if drawable:
        far = frame.iloc[-1]
        between = f"between {far['low']:.0f} and {far['high']:.0f}"
        title = f"{far['years']:.0f} years on, states at {name}'s level stood {between}"
        told = (
            f"No forecast: 90% of {far['cases']:.0f} member-years since 1991 within ten points of its index, none "
            f"after {say(on)}. Such ranges held {far['held']:.0%} of {far['tested']:.0f} past cases"
        )
    return Drawing(
        plot_projection(scored, frame, state, day) if drawable else None,
        (result, series),
        title,
        told,
        f"Line and hatched range. {title}.",
    )
