"""What the charts of severed ties ask, and the words over them."""

from datetime import date
from typing import Any

import pandas as pd

from analytics.catalog.names import state_names
from analytics.catalog.places import state_places
from analytics.catalog.series import stood_within
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.maps import BOUNDARY_NOTE, plot_world
from analytics.charts.style import ACCENT, BLUE, GOLD
from analytics.charts.ties import plot_affairs, plot_missions, plot_steps_per_year, say_affair
from analytics.charts.ties_network import plot_network
from analytics.charts.ties_timeline import plot_state_timeline
from analytics.charts.words import called, called_within, first, how_sure, many, say

CERTAINTIES = {
    "uncertain": "Broken earlier; not known if still so",
    "untracked": "Step taken; its end was not tracked",
}
MAP_COLOURS = {"self": BLUE, "certain": ACCENT, "uncertain": "#e2b09f", "untracked": GOLD}
SWITCHES = "Taiwan recognition switches"
LEASTS = {1: "All steps", 5: "Severed or suspended"}
BREAK = 5


@chart("ties-map", query_id="ties_broken", about="With whom one state's relations were broken or downgraded, on a map.")
def draw_map(ask: Ask, *, state: str, on: date, least: int = 1, switches: bool = False) -> Drawing:
    """Draw with whom one state's relations were broken, and with whom it is not known whether they were."""
    asked: dict[str, Any] = {"state": state, "on": on, "least": least, "switches": switches}
    result, untracked = ask("ties_broken", **asked), ask("ties_untracked_partners", **asked)
    partners = find_partners(result.frame, state)
    unknown = find_untracked(untracked.frame, partners)
    count, sure = len(partners), int((partners["standing"] == "certain").sum())
    name, broken = called(state), broken_as(least)
    title = f"No relations of {name} are recorded as {broken} on {say(on)}"
    if count:
        title = f"Relations of {name} with {many(count, 'state')} were {broken} on {say(on)}{how_sure(count, sure)}"
    if len(unknown):
        others = f"{len(unknown)} more" if count else many(len(unknown), "state")
        title += f"; with {others} the end of a step was not tracked"
    figure = plot_world(
        pd.concat([partners, unknown, itself(state)], ignore_index=True),
        category="standing",
        colours=MAP_COLOURS,
        labels=CERTAINTIES | {"self": state_names()[state], "certain": first(broken)},
        rest="No break known to be in force",
    )
    return Drawing(
        figure if count else None,
        (result, untracked),
        title,
        f"Steps by either side. {scope(least, switches)} {BOUNDARY_NOTE}",
        f"World map. {title}.",
    )


@chart("ties-network", query_id="ties_broken", about="All pairs of states whose relations were broken on a day.")
def draw_network(ask: Ask, *, on: date, state: str | None = None, least: int = 1, switches: bool = False) -> Drawing:
    """Draw every broken pair of a day; `state` is the one in the accent colour."""
    result = ask("ties_broken", on=on, least=least, switches=switches)
    frame, places = result.frame, state_places()
    pairs = count_pairs(frame)
    sure = count_pairs(frame[frame["certain"].astype(bool)]) if len(frame) else 0
    regions = dict(zip(places["state"], places["region"], strict=True))
    accent = ""
    if state:
        drawn = state in {*frame["initiator"], *frame["target"]}
        accent = f", {'red' if drawn else 'none'} for {called(state)}"
    return Drawing(
        plot_network(frame, regions, state) if len(frame) else None,
        (result,),
        f"Relations of {many(pairs, 'pair')} of states were {broken_as(least)} on {say(on)}{how_sure(pairs, sure)}",
        f"States on the rim by continent, a dot the larger the more states it is broken with; a line per pair{accent}. "
        f"{scope(least, switches)}",
        f"Network of states around a circle: {pairs} pairs joined by lines, {sure} of them known to have lasted.",
    )


@chart("ties-timeline", query_id="ties_of_state", about="One state's broken relations since 1946, a lane per partner.")
def draw_timeline(ask: Ask, *, state: str, on: date) -> Drawing:
    """Draw one state's record, the day marked."""
    record = ask("ties_of_state", state=state)
    frame, name = record.frame, called_within(state)
    title = f"No break or lesser step of {name} is recorded since 1946"
    if len(frame):
        steps = many(len(frame), "break or lesser step", "breaks and lesser steps")
        title = f"{first(name)}: {steps} with {many(frame['partner'].nunique(), 'state')} since 1946"
    return Drawing(
        plot_state_timeline(frame, on) if len(frame) else None,
        (record,),
        title,
        "One lane per state; a bar while it lasted, a diamond where the end is not known; recalls and expulsions are "
        f"a selection. Dotted: {say(on)}.",
        f"Timeline. {title}.",
    )


@chart("ties-missions", query_id="missions_per_year", about="Missions that one state sent and received, by year.")
def draw_missions(ask: Ask, *, state: str) -> Drawing:
    """Draw missions sent and received."""
    missions = ask("missions_per_year", state=state)
    frame, name = missions.frame, called(state)
    title, span = f"No missions of {name} are recorded", ""
    if len(frame):
        last = frame.iloc[-1]
        title = (
            f"{first(name)} had missions in {many(last['sent'], 'state')} in {last['year']}; "
            f"{many(last['received'], 'state')} had one in {name}"
        )
        span = f", {frame['year'].min()} to {frame['year'].max()}"
    return Drawing(
        plot_missions(frame) if len(frame) else None,
        (missions,),
        title,
        f"Missions at any level by year{span}. The yearbook behind it lags by a year or two.",
        f"Lines of missions sent and received by {name}{span}.",
    )


@chart("ties-years", query_id="ties_per_year", about="Breaks and lesser steps of all states per year.")
def draw_years(ask: Ask) -> Drawing:
    """Draw steps per year of all states, the affairs behind the peaks named."""
    years, affairs = ask("ties_per_year"), ask("ruptures_over")
    breaks = years.frame[years.frame["kind"].astype(str).isin(["severed", "suspended"])]
    counts = breaks.groupby("year")["events"].sum()
    most = int(str(counts.idxmax()))
    return Drawing(
        plot_steps_per_year(years.frame, affairs.frame),
        (years,),
        f"{most} saw the most breaks: {counts.max()} relations severed or suspended",
        "Steps per year; where both sides took one, both count. Recalls and expulsions are no breaks, and a selection "
        "that holds more of recent years.",
        f"Stacked bars of steps per year, the most breaks in {most}.",
    )


@chart("ties-affairs", query_id="ruptures_over", about="The affairs over which most relations were broken.")
def draw_affairs(ask: Ask, *, switches: bool = True) -> Drawing:
    """Draw the affairs of most steps."""
    affairs = ask("ruptures_over", switches=switches)
    most = affairs.frame.iloc[0]
    return Drawing(
        plot_affairs(affairs.frame),
        (affairs,),
        f"The affair “{say_affair(most['event_group'])}” drew the most steps: {most['steps']}",
        "Steps since 1946 by affair, as the data group and name them, the twelve largest; switches between Beijing and "
        f"Taipei {'included' if switches else 'left out'}; who broke with whom is in the rows.",
        "Bars of the twelve affairs over which states broke or lowered relations most often.",
    )


@chart("ties-list", query_id="ties_broken", about="Every step in force by and against one state, as a table.")
def draw_list(ask: Ask, *, state: str, on: date, least: int = 1, switches: bool = True) -> Drawing:
    """Return the table of steps by and against a state."""
    result = ask("ties_broken", on=on, state=state, least=least, switches=switches)
    name, frame = called(state), result.frame
    sure = int(frame["certain"].astype(bool).sum())
    title = f"{many(len(frame), 'step')} by or against {name} in force on {say(on)}{how_sure(len(frame), sure)}"
    switched = bool((frame["event_group"] == SWITCHES).any())
    subtitle = f"{scope(least, switches, switched)} Certain: known to have been in force on the day"
    return Drawing(None, (result,), title, subtitle, title)


def scope(least: int, switches: bool, switched: bool = True) -> str:
    """Return which steps count, as a sentence; where no switch is among those kept, none is spoken of."""
    kept = LEASTS.get(least, f"Steps of severity {least} and above")
    if switches and not switched:
        return f"{kept}."
    return f"{kept}; switches between Beijing and Taipei {'included' if switches else 'left out'}."


def broken_as(least: int) -> str:
    """Return what the relations that count were, as the middle of a sentence."""
    return "broken or downgraded" if least < BREAK else "severed or suspended"


def count_pairs(frame: pd.DataFrame) -> int:
    """Return how many pairs of states a list of steps joins."""
    return len({frozenset(pair) for pair in zip(frame["initiator"], frame["target"], strict=True)})


def find_partners(frame: pd.DataFrame, state: str) -> pd.DataFrame:
    """Return each state on the other side, and whether any step between the two is certain."""
    places = state_places()
    own = set(stood_within(state))
    sides = [
        (row["target"] if row["initiator"] in own else row["initiator"], bool(row["certain"]))
        for row in frame.to_dict("records")
    ]
    sure = pd.DataFrame(sides, columns=["state", "sure"]).groupby("state", as_index=False)["sure"].max()
    partners: pd.DataFrame = sure.merge(places, on="state")
    partners["standing"] = partners["sure"].map({True: "certain", False: "uncertain"})
    return partners


def find_untracked(untracked: pd.DataFrame, partners: pd.DataFrame) -> pd.DataFrame:
    """Return the states of which nothing else is known than a step whose end nobody tracked."""
    places = state_places()
    named = places[places["state"].isin(set(untracked["partner"]) - set(partners["state"]))]
    return named.assign(standing="untracked")


def itself(state: str) -> pd.DataFrame:
    """Return the state itself, for the map."""
    places = state_places()
    return places[places["state"] == state].assign(standing="self")
