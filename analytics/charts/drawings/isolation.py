"""What the charts of the isolation index ask, and the words over them."""

from datetime import date

import pandas as pd

from analytics.catalog.run import Result
from analytics.catalog.series import of_the_day, series_of
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.departures import tell_weights
from analytics.charts.isolation import (
    DIMENSIONS,
    SHOWN,
    plot_parts,
    plot_ranking,
    plot_scores,
    plot_sensitivity,
    plot_series,
)
from analytics.charts.isolation_words import (
    APART,
    CEILING,
    first_told,
    tell_course,
    tell_held,
    tell_highest_of,
    tell_leading,
    tell_movers,
    tell_ranks,
    tell_scored,
)
from analytics.charts.maps import BOUNDARY_NOTE, plot_world_values
from analytics.charts.style import RISING_STEPS, stepped
from analytics.charts.words import called, called_within, listed, many, named, say

SINCE = date(1991, 1, 1)
SCALE_NOTE = "0 integrated, 100 isolated; only what others do to a state counts"
NONE = "No state is scored on {}: less than two thirds of the weight is observed"
FOR_MEMBERS = "they are made for members alone"
# What uncertainty means wherever an interval is drawn; the page on the method says how the versions are made.
VERSIONS = "range of 90% of the index's versions (other weights, scales, means, measures, rows)"
# Of the choices of the sensitivity, the least share that is drawn.
LEAST_SHARE = 0.01


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
        names = [named(name) for name in scored[scored["un_member"]].head(4)["state_name"]]
        title = f"Most isolated on {say(on)}: {listed(names)}"
    figure = None
    if len(scored):
        scale = stepped(RISING_STEPS, CEILING)
        figure = plot_world_values(
            scored, value="index", title="Index", colourscale=scale, most=CEILING, unknown="Not scored"
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
        ranks = tell_ranks(top, len(frame))
        title = f"{named(top['state_name'])} ranks first, and in nine of ten versions of the index {ranks}"
    marked = {series_of(state)} if state else {"RUS", "PRK"}
    return Drawing(
        plot_ranking(frame, marked) if len(frame) else None,
        (result,),
        title,
        f"{tell_highest_of(len(frame))} on {say(on)}. Dot: published index. Bar and ranks: {VERSIONS}. Errors in the "
        "data are not in it",
        f"Dots with bars. {title}.",
    )


@chart("isolation-parts", query_id="isolation_index", about="What makes the most isolated states isolated.")
def draw_parts(ask: Ask, *, on: date, weights: str | None = None) -> Drawing:
    """Draw the contributions of the most isolated states."""
    result = ask("isolation_index", on=on, weights=weights)
    scored = result.frame[result.frame["index"].notna() & result.frame["un_member"]].head(SHOWN)
    components = ask("isolation_components", on=on)
    title, full = NONE.format(say(on)), ""
    if len(scored):
        (bodies,) = components.frame.loc[components.frame["dimension"] == "exclusion", "upper"].unique()
        full = f". Exclusion has its full score from {bodies:.0f} bodies on"
        sums = {label: scored[name].sum() for name, (label, _) in DIMENSIONS.items()}
        most, least = max(sums, key=lambda label: sums[label]), min(sums, key=lambda label: sums[label])
        title = (
            f"Most points of the {len(scored)} most isolated members come from {most.lower()}, the fewest from "
            f"{least.lower()}"
        )
    return Drawing(
        plot_parts(scored, total="index", bound=100) if len(scored) else None,
        (result, components),
        title,
        f"Points of the isolation index by dimension on {say(on)}; {note_scale(weights)}{full}",
        f"Stacked bars of contributions. {title}.",
    )


@chart("isolation-movers", query_id="isolation_movers", about="Who became more or less isolated between two days.")
def draw_movers(ask: Ask, *, from_: date, to: date) -> Drawing:
    """Draw the largest changes between two days."""
    result = ask("isolation_movers", from_=from_, to=to)
    frame = result.frame.head(20).sort_values("change", ascending=False) if len(result.frame) else result.frame
    title = f"No state is scored on both {say(from_)} and {say(to)}"
    if len(frame):
        title = f"From {say(from_)} to {say(to)} {tell_movers(frame)}"
    return Drawing(
        plot_parts(frame, total="change") if len(frame) else None,
        (result,),
        title,
        f"{f'The {len(frame)} largest changes' if len(frame) else 'Changes'} of the isolation index from {say(from_)} "
        f"to {say(to)}, in points by dimension",
        f"Stacked bars of changes. {title}.",
    )


@chart("isolation-dimensions", query_id="isolation_components", about="How all members score in each dimension.")
def draw_dimensions(ask: Ask, *, on: date, state: str | None = None, other: str | None = None) -> Drawing:
    """Draw the distribution of scores in each dimension."""
    result = ask("isolation_components", on=on)
    frame = result.frame
    observed = frame[frame["score"].notna() & frame["un_member"]] if len(frame) else frame
    marked = [code for code in (state, other) if code] or [of_the_day(code, on) for code in ("RUS", "PRK")]
    title = f"No dimension is observed on {say(on)}"
    if len(observed):
        told = [code for code in marked if code in (state, other) or series_of(code) in set(observed["state"])]
        title = "; ".join(tell_scored(frame, code, on) for code in told) or f"Scores of all members on {say(on)}"
    return Drawing(
        plot_scores(frame, [series_of(code) for code in marked]) if len(observed) else None,
        (result,),
        title,
        f"Scores of all members on {say(on)}, {SCALE_NOTE}; one dot each",
        f"Dots by dimension. {title}.",
    )


@chart("isolation-series", query_id="isolation_series", about="The isolation of a state over time, and what made it.")
def draw_series(
    ask: Ask, *, state: str, from_: date = SINCE, to: date | None = None, on: date | None = None
) -> Drawing:
    """Draw a state's contributions over months, with the interval of its index; `on` is a day to mark."""
    span = {"from_": from_} | ({"to": to} if to else {})
    result, bands = ask("isolation_series", state=state, **span), ask("isolation_bands", state=state, **span)
    frame, name = result.frame, called_within(state, from_, to)
    scored = frame[frame["index"].notna()] if len(frame) else frame
    title, held, line = f"{name} is not scored in this span", "", None
    of_day = (ask("isolation_index", on=on),) if on and len(scored) else ()
    if len(scored):
        # A day outside the months drawn has no line.
        line = on if on and frame["on"].min() <= pd.Timestamp(on) <= frame["on"].max() else None
        held = tell_held(ask, state, scored["on"].iloc[-1].date())
        days = [told for index in of_day for told in tell_day(index, state)]
        name = called_within(state, first_told(scored, days, on), scored["on"].iloc[-1].date())
        title = f"{name}: {tell_course(scored, days, on)}"
    return Drawing(
        plot_series(frame, bands.frame, line) if len(scored) else None,
        (result, bands, *of_day),
        title,
        f"Points of the isolation index by dimension, at the ends of months; {SCALE_NOTE}{held}"
        + (f". Dotted: {VERSIONS}" if bands.frame["index_p95"].count() > 1 else "")
        + (f"; upright line: {say(line)}" if line else ""),
        f"Stacked areas of contributions. {title}.",
    )


def tell_day(index: Result, state: str) -> list[tuple[float, str]]:
    """Return a state's index on the day asked about, in whole points, and when that was; empty where it has none."""
    points = index.frame.loc[index.frame["state"] == series_of(state), "index"].dropna()
    return [(round(value), f"on {say(index.parameters['on'])}") for value in points]


@chart("isolation-sensitivity", query_id="isolation_sensitivity", about="Which choices move the index of a state most.")
def draw_sensitivity(ask: Ask, *, state: str, on: date, other: str | None = None) -> Drawing:
    """Draw the share of variance that each choice has a part in."""
    result = ask("isolation_sensitivity", state=state, on=on, other=other)
    frame = result.frame
    of = f"the gap between {called(state)} and {called(other)}" if other else f"the index of {called(state)}"
    title, error = f"{of} is the same in all its versions on {say(on)}", ""
    if not len(frame):
        title = tell_versionless(ask, [code for code in (state, other) if code], on)
    shown = frame[frame["total"] >= LEAST_SHARE] if len(frame) else frame
    if len(shown):
        title = f"{of} depends most on {listed(tell_leading(shown))}"
        few = len(frame) - len(shown)
        error = f". Sampling error up to {APART * 100 * shown['total_error'].max():.0f} percentage points"
        error += f"; {many(few, 'other choice')}, under {LEAST_SHARE:.0%} each, not shown" if few else ""
    return Drawing(
        plot_sensitivity(shown) if len(shown) else None,
        (result,),
        title,
        f"How much of the spread between versions of the index on {say(on)} each choice explains, alone and together "
        f"with others; what several do together counts with each, so bars may add up to more than 100%{error}",
        f"Bars of shares. {title}.",
    )


def tell_versionless(ask: Ask, states: list[str], on: date) -> str:
    """Return why there are no versions of the index of some states on a day: none has an index, these have not."""
    index = ask("isolation_index", on=on)
    if not index.frame["index"].notna().any():
        return NONE.format(say(on))
    if unscored := [called(state) for state in states if not tell_day(index, state)]:
        return f"{listed(unscored)} {'is' if len(unscored) == 1 else 'are'} not scored on {say(on)}"
    return f"No versions of the index of {listed([called(state) for state in states])} on {say(on)}: {FOR_MEMBERS}"
