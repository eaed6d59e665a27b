"""What the story's own charts ask, the words over them, and the answer to its question."""

from datetime import date

import pandas as pd

from analytics.catalog.names import state_names
from analytics.catalog.series import of_the_day
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.claims import plot_standing
from analytics.charts.drawings.versus import by_points, tell_short
from analytics.charts.words import called, first, listed, say

THINGS = {
    "broken_relations": "relations broken by either side",
    "sanctioning_states": "sanctioning states",
    "exclusions": "exclusions",
}


@chart("story-standing", query_id="standing_gap", about="Two states' standing side by side, count by count.")
def draw_standing(ask: Ask, *, on: date, state_a: str = "RUS", state_b: str = "PRK") -> Drawing:
    """Draw counts of what others do to two states."""
    result = ask("standing_gap", on=on, state_a=state_a, state_b=state_b)
    return Drawing(
        plot_standing(result.frame, state_a, state_b, state_names()),
        (result,),
        tell_more(result.frame, state_a, state_b),
        f"Counts on {say(on)}: relations severed or suspended by either side, sanctions and exclusions by others"
        f"{tell_uncounted(result.frame, state_a, state_b)}",
        "Counts of relations broken by either side, sanctioning states and exclusions for "
        f"{called(state_a)} and {called(state_b)}.",
    )


def tell_more(standing: pd.DataFrame, state_a: str, state_b: str) -> str:
    """Return what each of two states has more of, and what both have equally, with the counts."""
    more: dict[str, list[str]] = {state_a: [], state_b: []}
    equal = []
    for row in standing.to_dict("records"):
        name, (few, many) = THINGS[row["thing"]], sorted((row["count_a"], row["count_b"]))
        if few == many:
            equal.append(f"{name} ({many})")
        else:
            more[state_a if row["count_a"] == many else state_b].append(f"{name} ({many} against {few})")
    told = [f"{called(state)} has more {listed(things)}" for state, things in more.items() if things]
    if equal:
        told.append(f"{called(state_a)} and {called(state_b)} have the same number of {listed(equal)}")
    return "; ".join(told)


def tell_uncounted(standing: pd.DataFrame, state_a: str, state_b: str) -> str:
    """Return which of two states is under sanctions that bind all members, as the end of a subtitle; else nothing."""
    sides = ((state_a, "un_measures_a"), (state_b, "un_measures_b"))
    bound = [called(state) for state, column in sides if standing[column].fillna(False).any()]
    return f"; the UN's sanctions on {listed(bound)}, which bind all members, are not counted" if bound else ""


def answer_question(ask: Ask, on: date, state_a: str = "RUS", state_b: str = "PRK") -> tuple[str, str]:
    """Return whether the first state is as isolated as the second on a day: a plain answer, and its numbers."""
    state_a, state_b = of_the_day(state_a, on), of_the_day(state_b, on)
    lead = ask("isolation_lead", on=on, state_a=state_a, state_b=state_b)
    if not len(lead.frame):
        unscored = f"{first(called(state_a))} and {called(state_b)} are not both scored on {say(on)}."
        return "It cannot be told.", unscored
    row = lead.frame.iloc[0]
    points = {state_a: row["index_a"], state_b: row["index_b"]}
    shares = {state_a: row["share_a"], state_b: row["share_b"]}
    scores = ", ".join(f"{called(state)} {value:.0f}" for state, value in points.items())
    told = f"the isolation index on {say(on)}, of 100: {scores}"
    if row["leads"] == "neither":
        versions = tell_short(*by_points(points, shares), shares, lead.parameters["sure"])
        return "Not clearly.", f"{first(told)}. The difference hangs on the choices behind the index: {versions}."
    ahead = state_a if row["leads"] == "a" else state_b
    versions = f"{called(ahead)} is the more isolated in {shares[ahead]:.0%} of the index's versions"
    return "Yes." if ahead == state_a else "No.", f"{first(told)}. {first(versions)}."


@chart("story-claims", query_id="claims", about="The claims of July 2022 with verdict and number, as a table.")
def draw_claims(ask: Ask, *, on: date) -> Drawing:
    """Return the table of claims."""
    return Drawing(
        None, (ask("claims", on=on),), "All claims with their numbers", say(on), "Claims with their numbers."
    )
