"""What the charts of severed ties ask, and the words over them."""

from datetime import date

import pandas as pd

from analytics.catalog.places import state_places
from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.maps import BOUNDARY_NOTE, plot_world
from analytics.charts.style import ACCENT, BLUE
from analytics.charts.ties import plot_affairs, plot_missions, plot_steps_per_year
from analytics.charts.ties_network import plot_network
from analytics.charts.ties_timeline import plot_state_timeline
from analytics.charts.words import called, how_sure, many, say

CERTAINTIES = {
    "self": "The state itself",
    "certain": "Broken or lowered",
    "uncertain": "Broken earlier; not known if still so",
}
MAP_COLOURS = {"self": BLUE, "certain": ACCENT, "uncertain": "#e2b09f"}
SWITCHES = "Taiwan recognition switches"
LEASTS = {1: "All steps", 5: "Severed or suspended"}


@chart("ties-map", query_id="ties_broken", about="With whom one state's relations stood broken or lowered, on a map.")
def draw_map(ask: Ask, *, state: str, on: date, least: int = 1, switches: bool = False) -> Drawing:
    """Draw with whom one state stood broken."""
    result = ask("ties_broken", state=state, on=on, least=least, switches=switches)
    partners = find_partners(result.frame, state)
    count, sure = len(partners), int((partners["standing"] == "certain").sum())
    name = called(state)
    figure = plot_world(
        add_self(partners, state),
        category="standing",
        colours=MAP_COLOURS,
        labels=CERTAINTIES,
        rest="No break recorded",
    )
    return Drawing(
        figure if count else None,
        (result,),
        f"Relations of {name} with {many(count, 'state')} stood broken or lowered on {say(on)}{how_sure(count, sure)}",
        f"Steps by either side. {scope(least, switches)} {BOUNDARY_NOTE}",
        f"World map of the {count} states with which relations of {name} stood broken or lowered.",
    )


@chart("ties-network", query_id="ties_broken", about="All pairs of states whose relations stood broken on a day.")
def draw_network(ask: Ask, *, on: date, state: str | None = None, least: int = 1, switches: bool = False) -> Drawing:
    """Draw every broken pair of a day; `state` is the one in the accent colour."""
    result = ask("ties_broken", on=on, least=least, switches=switches)
    frame, places = result.frame, state_places()
    pairs = count_pairs(frame)
    sure = count_pairs(frame[frame["certain"].astype(bool)]) if len(frame) else 0
    regions = dict(zip(places["state"], places["region"], strict=True))
    accent = f", red for {called(state)}" if state else ""
    return Drawing(
        plot_network(frame, regions, state) if len(frame) else None,
        (result,),
        f"Relations of {pairs} pairs of states stood broken or lowered on {say(on)}{how_sure(pairs, sure)}",
        f"States on the rim by region; a line per pair{accent}. {scope(least, switches)}",
        f"Network of states around a circle: {pairs} pairs joined by lines, {sure} of them known to have lasted.",
    )


@chart("ties-timeline", query_id="ties_of_state", about="One state's broken relations since 1946, a lane per partner.")
def draw_timeline(ask: Ask, *, state: str, on: date) -> Drawing:
    """Draw one state's record, the day marked."""
    record = ask("ties_of_state", state=state)
    frame, name = record.frame, called(state)
    return Drawing(
        plot_state_timeline(frame, on) if len(frame) else None,
        (record,),
        f"{name} and {many(frame['partner'].nunique(), 'other')}: "
        f"{many(len(frame), 'break or lesser step', 'breaks and lesser steps')} since 1946",
        "One lane per state; a bar while it lasted, a diamond where the end is not known; recalls and expulsions are "
        f"a selection. Dotted: {say(on)}.",
        f"Timeline of {len(frame)} steps between {name} and other states.",
    )


@chart("ties-missions", query_id="missions_per_year", about="Missions that one state sent and received, by year.")
def draw_missions(ask: Ask, *, state: str) -> Drawing:
    """Draw missions sent and received."""
    missions = ask("missions_per_year", state=state)
    frame, name = missions.frame, called(state)
    title, span = f"No missions of {name} are recorded", ""
    if len(frame):
        last = frame.iloc[-1]
        title = f"{name} had missions in {last['sent']} states in {last['year']}; {last['received']} kept one there"
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
        f"Most steps over one affair: {most['event_group']}, {most['steps']}",
        "Steps by affair since 1946, the twelve largest, switches between Beijing and Taipei "
        f"{'included' if switches else 'left out'}; who broke with whom is in the rows.",
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


def count_pairs(frame: pd.DataFrame) -> int:
    """Return how many pairs of states a list of steps joins."""
    return len({frozenset(pair) for pair in zip(frame["initiator"], frame["target"], strict=True)})


def find_partners(frame: pd.DataFrame, state: str) -> pd.DataFrame:
    """Return each state on the other side, and whether any step between the two is certain."""
    places = state_places()
    own = set(places.loc[(places["series"] == state) | (places["state"] == state), "state"])
    sides = [
        (row["target"] if row["initiator"] in own else row["initiator"], bool(row["certain"]))
        for row in frame.to_dict("records")
    ]
    sure = pd.DataFrame(sides, columns=["state", "sure"]).groupby("state", as_index=False)["sure"].max()
    partners: pd.DataFrame = sure.merge(places, on="state")
    partners["standing"] = partners["sure"].map({True: "certain", False: "uncertain"})
    return partners


def add_self(partners: pd.DataFrame, state: str) -> pd.DataFrame:
    """Return the partners and the state itself, for the map."""
    places = state_places()
    itself = places[places["state"] == state].assign(standing="self")
    return pd.concat([partners, itself], ignore_index=True)
