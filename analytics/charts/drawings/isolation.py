"""What the charts of the isolation index ask, and the words over them."""

from datetime import date

import pandas as pd

from analytics.catalog.run import Result
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.departures import tell_weights
from analytics.charts.isolation import (
    CHOICES,
    DIMENSIONS,
    SHOWN,
    plot_parts,
    plot_ranking,
    plot_scores,
    plot_sensitivity,
    plot_series,
)
from analytics.charts.maps import BOUNDARY_NOTE, plot_world_values
from analytics.charts.style import RISING
from analytics.charts.words import called, listed, many, say

SINCE = date(1991, 1, 1)
SCALE_NOTE = "0 integrated, 100 isolated; only what others do to a state counts"
NONE = "No state is scored on {}: less than two thirds of the weight is observed"


def note_scale(weights: str | None) -> str:
    """Return what the points of the index mean, and by which weights where they are a reader's own."""
    return "; ".join(part for part in (SCALE_NOTE, tell_weights(weights)) if part)


@chart("isolation-map", query_id="isolation_index", about="The isolation index of every state on a day, as a map.")
def draw_map(ask: Ask, *, on: date, weights: str | None = None) -> Drawing:
    """Draw the index of all states."""
    result = ask("isolation_index", on=on, weights=weights)
    frame = result.frame
    scored = frame[frame["index"].notna()]
    title = NONE.format(say(on))
    if len(scored):
        names = [*scored[scored["un_member"]].head(4)["state_name"]]
        title = f"Most isolated on {say(on)}: {', '.join(names[:-1])} and {names[-1]}"
    figure = None
    if len(scored):
        figure = plot_world_values(
            scored, value="index", title="Index", colourscale=RISING, most=100, unknown="Not scored"
        )
    return Drawing(
        figure,
        (result,),
        title,
        f"Isolation index, {note_scale(weights)}. Some contested entities are scored too. {BOUNDARY_NOTE}",
        f"World map of the isolation index. {title}.",
    )


@chart("isolation-ranking", query_id="isolation_rank_interval", about="The most isolated members, with intervals.")
def draw_ranking(ask: Ask, *, on: date, state: str | None = None) -> Drawing:
    """Draw the most isolated members with the intervals of their index and rank."""
    result = ask("isolation_rank_interval", on=on)
    frame = result.frame
    title = NONE.format(say(on))
    if len(frame):
        top = frame.iloc[0]
        title = (
            f"{top['state_name']} ranks first, and between {top['rank_p05']} and {top['rank_p95']} in nine of "
            "ten defensible versions"
        )
    marked = {state} if state else {"RUS", "PRK"}
    return Drawing(
        plot_ranking(frame, marked) if len(frame) else None,
        (result,),
        title,
        f"{tell_highest_of(len(frame))} on {say(on)}: dot, the published index; bar and ranks, 90% of the draws over "
        "weights, goalposts, means, measures and rows. The interval holds choices, not errors in rows",
        f"Dots with bars. {title}.",
    )


def tell_highest_of(members: int) -> str:
    """Return how many of the members scored are shown; where none is, what would be."""
    return f"The {min(SHOWN, members)} highest of {many(members, 'member')}" if members else "Members by their index"


@chart("isolation-parts", query_id="isolation_index", about="What makes the most isolated states isolated.")
def draw_parts(ask: Ask, *, on: date, weights: str | None = None) -> Drawing:
    """Draw the contributions of the most isolated states."""
    result = ask("isolation_index", on=on, weights=weights)
    scored = result.frame[result.frame["index"].notna() & result.frame["un_member"]].head(SHOWN)
    title = NONE.format(say(on))
    if len(scored):
        sums = {label: scored[name].sum() for name, (label, _) in DIMENSIONS.items()}
        most, least = max(sums, key=lambda label: sums[label]), min(sums, key=lambda label: sums[label])
        title = f"{most} weigh most among the {len(scored)} most isolated members, {least.lower()} least"
    return Drawing(
        plot_parts(scored, total="index", bound=100) if len(scored) else None,
        (result,),
        title,
        f"Points of the isolation index by dimension on {say(on)}; {note_scale(weights)}",
        f"Stacked bars of contributions. {title}.",
    )


@chart("isolation-movers", query_id="isolation_movers", about="Who became more or less isolated between two days.")
def draw_movers(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw the largest changes between two days."""
    result = ask("isolation_movers", from_=from_, to=to)
    frame = result.frame.head(20).sort_values("change", ascending=False) if len(result.frame) else result.frame
    title = f"No state is scored on both {say(from_)} and {say(to)}"
    if len(frame):
        up, down = frame.iloc[0], frame.iloc[-1]
        title = (
            f"{up['state_name']} rose by {up['change']:.0f} points, {down['state_name']} fell by {-down['change']:.0f}"
        )
    return Drawing(
        plot_parts(frame, total="change") if len(frame) else None,
        (result,),
        title,
        f"{f'The {len(frame)} largest changes' if len(frame) else 'Changes'} of the isolation index from {say(from_)} "
        f"to {say(to)}, by dimension",
        f"Stacked bars of changes. {title}.",
    )


@chart("isolation-dimensions", query_id="isolation_components", about="How all members score in each dimension.")
def draw_dimensions(ask: Ask, *, on: date, state: str | None = None, other: str | None = None) -> Drawing:
    """Draw the distribution of scores in each dimension."""
    result = ask("isolation_components", on=on)
    frame = result.frame
    observed = frame[frame["score"].notna() & frame["un_member"]] if len(frame) else frame
    marked = [code for code in (state, other) if code] or ["RUS", "PRK"]
    title = f"No dimension is observed on {say(on)}"
    if len(observed):
        title = "; ".join(tell_highest(observed, code) for code in marked if code in set(observed["state"]))
        title = title or f"Scores of all members on {say(on)}"
    return Drawing(
        plot_scores(frame, marked) if len(observed) else None,
        (result,),
        title,
        f"Scores of all members on {say(on)}, {SCALE_NOTE}; one dot each",
        f"Dots by dimension. {title}.",
    )


def tell_highest(observed: pd.DataFrame, state: str) -> str:
    """Return in which dimensions a state scores highest, in whole points, and how high."""
    scores = observed[observed["state"] == state].set_index("dimension")["score"].round()
    highest = [label.lower() for name, (label, _) in DIMENSIONS.items() if scores.get(name) == scores.max()]
    if scores.max() == 0:
        return f"{called(state)} scores 0 in every dimension observed"
    return f"{called(state)} scores highest, {scores.max():.0f}, on {listed(highest)}"


@chart("isolation-series", query_id="isolation_series", about="The isolation of a state over time, and what made it.")
def draw_series(
    ask: Ask, *, state: str, from_: date = SINCE, to: date | None = None, on: date | None = None
) -> Drawing:
    """Draw a state's contributions over months, with the interval of its index; `on` is a day to mark."""
    span = {"from_": from_} | ({"to": to} if to else {})
    result, bands = ask("isolation_series", state=state, **span), ask("isolation_bands", state=state, **span)
    frame, name = result.frame, called(state)
    scored = frame[frame["index"].notna()] if len(frame) else frame
    title = f"{name} is not scored in this span"
    of_day = (ask("isolation_index", on=on),) if on and len(scored) else ()
    if len(scored):
        days = [told for index in of_day for told in tell_day(index, state)]
        title = f"{name}: {tell_course(scored, days, on)}"
    return Drawing(
        plot_series(frame, bands.frame, on) if len(scored) else None,
        (result, bands, *of_day),
        title,
        f"Points of the isolation index by dimension, at the ends of months; {SCALE_NOTE}. Dotted: 90% of the draws, "
        "versions of the index by other defensible choices" + (f"; upright line: {say(on)}" if on else ""),
        f"Stacked areas of contributions. {title}.",
    )


def tell_day(index: Result, state: str) -> list[tuple[float, str]]:
    """Return a state's index on the day asked about, in whole points, and when that was; empty where it has none."""
    points = index.frame.loc[index.frame["state"] == state, "index"].dropna()
    return [(round(value), f"on {say(index.parameters['on'])}") for value in points]


def tell_course(scored: pd.DataFrame, days: list[tuple[float, str]], on: date | None = None) -> str:
    """Return where a state's index stood on a day, where it stands now and where it stood highest.

    What is the same in whole points is told once, and the month of the day not beside the day itself.
    """
    points = scored["index"].round()
    last, top = scored.iloc[-1], scored.iloc[int(points.argmax())]
    now = (points.iloc[-1], f"in {last['on']:%B %Y}")
    told_already = [value for value, _ in days] == [now[0]] and on is not None and f"{on:%B %Y}" in now[1]
    told = days if told_already else [*days, now]
    if points.iloc[-1] < points.max():
        told.append((points.max(), f"in {top['on']:%B %Y}, the most"))
    times = {value: listed([when for other, when in told if other == value]) for value, _ in told}
    return ", ".join(f"{value:.0f} of 100 {when}" for value, when in times.items())


@chart("isolation-sensitivity", query_id="isolation_sensitivity", about="Which choices move the index of a state most.")
def draw_sensitivity(ask: Ask, *, state: str, on: date, other: str | None = None) -> Drawing:
    """Draw the share of variance that each choice has a part in."""
    result = ask("isolation_sensitivity", state=state, on=on, other=other)
    frame = result.frame
    of = f"the gap between {called(state)} and {called(other)}" if other else f"{called(state)}'s index"
    title = f"{of} does not vary over the draws on {say(on)}"
    known = frame[frame["total"].notna()] if len(frame) else frame
    if len(known):
        title = f"{CHOICES[str(known.iloc[0]['choice'])]} matters most to {of}"
    return Drawing(
        plot_sensitivity(known) if len(known) else None,
        (result,),
        title,
        f"Share of the variance over {many(len(known), 'choice')} on {say(on)}: moved by one alone, and with others; "
        "what several move together counts with each",
        f"Bars of shares. {title}.",
    )
