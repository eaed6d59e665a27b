"""What the charts of sanctions and exclusions ask, and the words over them."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from analytics.catalog.places import state_places
from analytics.catalog.series import stood_within
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.maps import BOUNDARY_NOTE
from analytics.charts.sanctions import (
    TARGETS_SHOWN,
    count_lists,
    plot_exclusions,
    plot_programmes,
    plot_senders,
    plot_targets,
    tell_product,
)
from analytics.charts.words import called, called_within, first, how_sure, listed, many, named, say

NAMED_LEVEL = 5


@chart("sanctions-targets", query_id="sanction_senders", about="The states that most states sanction on a day.")
def draw_targets(ask: Ask, *, on: date) -> Drawing:
    """Draw the most sanctioned states of a day."""
    result = ask("sanction_senders", on=on)
    frame = result.frame
    title = f"No sanctions are recorded for {say(on)}"
    if len(frame) and frame["senders"].iloc[0]:
        level = frame[frame["senders"] == frame["senders"].max()]
        top = level.iloc[0]
        title = (
            f"{name_level(level['target_name'])} sanctioned by {many(top['senders'], 'state')} on {say(on)}, "
            "more than any other state"
        )
        if len(level) == 1:
            title += tell_unsure(top["senders"], top["certain_senders"])
        elif (level["certain_senders"] < level["senders"]).any():
            title += "; not every sender is known to have kept it up"
    united = "those of the European Union counted for each member, " if bound_by_union(frame) else ""
    shown = f" Shown: {TARGETS_SHOWN} of {len(frame)} sanctioned states." if len(frame) > TARGETS_SHOWN else ""
    return Drawing(
        plot_targets(frame) if len(frame) else None,
        (result,),
        title,
        f"States with measures in force, which may be aimed at persons or groups in a state; {united}"
        f"those that only carry out the UN's left out.{shown}",
        f"Stacked bars of senders per sanctioned state. {title}.",
    )


def bound_by_union(targets: pd.DataFrame) -> bool:
    """Return whether any sender is one through the European Union alone."""
    return bool((targets["senders"] > targets["own_senders"]).any())


@chart("sanctions-senders", query_id="sanctioning_states", about="Who sanctions a state on a day, on a map.")
def draw_senders(ask: Ask, *, target: str, on: date) -> Drawing:
    """Draw the senders against one state."""
    result, sizes = ask("sanctioning_states", on=on, target=target), ask("sanction_senders", on=on)
    frame, name = result.frame, called(target)
    title = f"No state is recorded as sanctioning {name} on {say(on)}"
    product = bound = ""
    if len(frame):
        own, sure = int(frame["own"].sum()), int(frame["certain"].sum())
        title = (
            f"{many(len(frame), 'state')} sanctioned {name} on {say(on)}, {tell_own(len(frame), own)}"
            f"{tell_unsure(len(frame), sure)}"
        )
        they = "It produces " if len(frame) == 1 else "They produce "
        against = sizes.frame["target"].isin(stood_within(target))
        product = "".join(tell_product(share, they, ". ") for share in sizes.frame.loc[against, "gdp_share"])
        bound = "" if own == len(frame) else "Members of the European Union are bound by its measures. "
    places = state_places()
    return Drawing(
        plot_senders(frame, places[places["state"] == target]) if len(frame) else None,
        (result, sizes),
        title,
        f"{product}{bound}{BOUNDARY_NOTE}",
        f"World map of senders. {title}.",
    )


@chart(
    "sanctions-programmes", query_id="sanctions_of_state", about="Sanctions against a state, programme by programme."
)
def draw_programmes(ask: Ask, *, target: str, on: date | None = None) -> Drawing:
    """Draw the programmes against one state over time, a day marked."""
    result = ask("sanctions_of_state", target=target)
    frame, name = result.frame, called_within(target)
    title = f"No sanctions against {name} are recorded"
    if len(frame):
        senders = many(frame["sender"].nunique(), "sender")
        title = f"{many(len(frame), 'programme')} against {name} by {senders} since {frame['since'].min().year}"
    return Drawing(
        plot_programmes(frame, on) if len(frame) else None,
        (result,),
        title,
        "One bar per programme from first to last day, by whose initiative; those of one sender that overlap lie below "
        "its name. The European Union counts as one sender. A diamond where the end is not known."
        f"{f' Dotted: {say(on)}.' if on else ''}",
        f"Timeline of programmes. {title}.",
    )


@chart("sanctions-list", query_id="sanctions_in_force", about="The measures in force on a day, row by row.")
def draw_list(ask: Ask, *, on: date, target: str | None = None) -> Drawing:
    """List the measures in force."""
    result = ask("sanctions_in_force", on=on, target=target)
    against = f" against {called(target)}" if target else ""
    frame = result.frame
    sure = int(frame["certain"].sum()) if len(frame) else 0
    title = f"{many(len(frame), 'programme')} in force{against} on {say(on)}{how_sure(len(frame), sure)}"
    return Drawing(
        None,
        (result,),
        title,
        "Uncertain: the end is not known, not confirmed or suspended, or the day lies after the table's end",
        f"Table of programmes. {title}.",
    )


@chart("sanctions-exclusions", query_id="exclusions_in_force", about="States shut out of organisations on a day.")
def draw_exclusions(ask: Ask, *, on: date, target: str | None = None) -> Drawing:
    """Draw the states shut out of most bodies, one of them in the accent colour."""
    result = ask("exclusions_in_force", on=on)
    frame = result.frame
    title = f"No suspension or expulsion is recorded for {say(on)}"
    if len(frame):
        counts = frame.groupby("state_name")["organisation"].nunique()
        title = (
            f"{name_level(counts[counts == counts.max()].index)} suspended, expelled or restricted by "
            f"{many(int(counts.max()), 'body', 'bodies')} on {say(on)}, more than any other state"
        )
    return Drawing(
        plot_exclusions(frame, target) if len(frame) else None,
        (result,),
        title,
        f"Suspensions, expulsions, bans and restrictions in force against the state's will{tell_lists(frame)}; a "
        "selection of bodies, not a census",
        f"Bars of bodies per state. {title}.",
    )


@chart("sanctions-bodies", query_id="exclusions_in_force", about="The bodies that shut out one state on a day.")
def draw_bodies(ask: Ask, *, on: date, state: str) -> Drawing:
    """List the bodies that shut out a state."""
    result = ask("exclusions_in_force", on=on, state=state)
    bodies = result.frame["organisation"].nunique() if result.table.num_rows else 0
    count = many(bodies, "recorded body", "recorded bodies")
    title = f"{count} had suspended, expelled or restricted {called(state)} on {say(on)}"
    return Drawing(
        None,
        (result,),
        title,
        "What each did, and since when; suspensions, expulsions, bans and restrictions against the state's will"
        f"{tell_lists(result.frame)}",
        f"Table of bodies. {first(title)}.",
    )


def tell_lists(frame: pd.DataFrame) -> str:
    """Return that black lists are among what is counted, as part of a subtitle; nothing where none is."""
    return ", and black lists, which the index leaves out" if count_lists(frame) else ""


def name_level(names: Iterable[str]) -> str:
    """Return the states level at the top with their verb, as the beginning of a heading."""
    level = [named(name) for name in names]
    return f"{first(listed(level, NAMED_LEVEL))} {'was' if len(level) == 1 else 'were each'}"


def tell_own(count: int, own: int) -> str:
    """Return how many senders have measures of their own, as the middle of a heading."""
    if count == 1:
        return f"{'with' if own else 'without'} measures of its own"
    of = "all" if own == count else f"{own or 'none'} of them"
    return f"{of} with measures of their own"


def tell_unsure(count: int, sure: int) -> str:
    """Return how many senders are not known to have kept up their measures to the day, as the end of a heading."""
    if sure == count:
        return ""
    if not sure:
        return "; no sender is known to have kept it up"
    return f"; {many(count - sure, 'sender')} {'is' if count - sure == 1 else 'are'} not known to have kept it up"
