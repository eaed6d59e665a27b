"""Severed ties: who stands broken with whom on a day, one state's record, breaks by year and affair."""

from datetime import date

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analytics.catalog.names import state_names
from analytics.catalog.run import Result
from analytics.charts.maps import BOUNDARY_NOTE, plot_world
from analytics.charts.style import ACCENT, BLUE
from analytics.charts.ties import (
    KIND_LABELS,
    plot_affairs,
    plot_missions,
    plot_state_timeline,
    plot_steps_per_year,
    say_date,
)
from analytics.charts.ties_network import plot_network
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_figure
from analytics.dashboard.components.filters import FIRST_DAY, choose_day, choose_option, choose_state
from analytics.dashboard.components.names import rows
from analytics.dashboard.components.page import open_page

STEPS = {"1": "All steps", "5": "Severed or suspended"}
SWITCHES = {"no": "Leave out Taiwan switches", "yes": "Include them"}
CERTAINTIES = {
    "self": "The state itself",
    "certain": "Broken or lowered",
    "uncertain": "Broken earlier; not known if still so",
}
MAP_COLOURS = {"self": BLUE, "certain": ACCENT, "uncertain": "#e2b09f"}


def load_places() -> pd.DataFrame:
    """Return every state with its series, region and map point."""
    columns = ["state", "series", "name", "region", "latitude", "longitude"]
    return pd.DataFrame(rows(f"select {', '.join(columns)} from states order by state"), columns=columns)


def show_day(result: Result, on: date, state: str, filters: str) -> None:
    """Show the network of a day."""
    frame = result.frame
    pairs = count_pairs(frame)
    sure = count_pairs(frame[frame["certain"].astype(bool)]) if len(frame) else 0
    places = load_places()
    show_figure(
        plot_network(frame, dict(zip(places["state"], places["region"], strict=True)), state) if len(frame) else None,
        result,
        key="network",
        title=f"{pairs} pairs of states had broken or lowered relations on {say(on)}{how_sure(pairs, sure)}",
        subtitle=f"States on the rim by region; a line per pair, red for {state_names()[state]}. {filters}",
        alt=f"Network of states around a circle: {pairs} pairs joined by lines, {sure} of them solid for certain.",
    )
    show_untracked(on)


def show_untracked(on: date) -> None:
    """Say how many steps are left out because nobody tracked their end."""
    untracked = ask("ties_untracked", on=on).frame
    if len(untracked):
        st.caption(
            f"Not counted: {int(untracked['steps'].sum())} earlier recalls, expulsions and closures whose end nobody "
            "tracked. They may or may not have lasted to this day."
        )


def count_pairs(frame: pd.DataFrame) -> int:
    """Return how many pairs of states a list of steps joins."""
    return len({frozenset(pair) for pair in zip(frame["initiator"], frame["target"], strict=True)})


def show_state_on_day(result: Result, on: date, state: str, filters: str) -> None:
    """Show with whom one state stood broken: a map, and the list with evidence and certainty."""
    name = state_names()[state]
    partners = find_partners(result.frame, state)
    count, sure = len(partners), int((partners["standing"] == "certain").sum())
    with_whom = f"with {many(count, 'state')} on {say(on)}{how_sure(count, sure)}"
    show_figure(
        plot_world(add_self(partners, state), category="standing", colours=MAP_COLOURS, labels=CERTAINTIES)
        if count
        else None,
        result,
        key="map",
        title=f"{name} had broken or lowered relations {with_whom}",
        subtitle=f"Steps by either side. {filters} {BOUNDARY_NOTE}",
        alt=f"World map of the {count} states with which {name} had broken or lowered relations.",
    )
    if len(result.frame):
        st.dataframe(list_day(result.frame), hide_index=True, key="day-list", column_config=DAY_COLUMNS)


DAY_COLUMNS: dict[str, ColumnConfig | str | None] = {
    "since": "Since",
    "initiator_name": st.column_config.TextColumn("By", width=130),
    "target_name": st.column_config.TextColumn("Against", width=130),
    "kind": st.column_config.TextColumn("Step", width=150),
    "certain": st.column_config.CheckboxColumn("Certain", help="Known to have been in force on the day"),
    "evidence": st.column_config.TextColumn(
        "Evidence", help="A official record, B dataset or two reports, C one report, D unchecked"
    ),
    "reason": "Over",
    "citation": st.column_config.TextColumn("Rests on", help="For evidence D: the page to check it against"),
}


def list_day(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the columns people read, the latest step first, dates no more precise than known."""
    listed = frame.sort_values("since", ascending=False)
    since = [say_date(*pair) for pair in zip(listed["since"], listed["date_precision"], strict=True)]
    kind = [KIND_LABELS[str(kind)] for kind in listed["kind"]]
    return listed.assign(since=since, kind=kind)[list(DAY_COLUMNS)]


def find_partners(frame: pd.DataFrame, state: str) -> pd.DataFrame:
    """Return each state on the other side, and whether any step between the two is certain."""
    places = load_places()
    own = set(places.loc[(places["series"] == state) | (places["state"] == state), "state"])
    sides = [
        (row["target"] if row["initiator"] in own else row["initiator"], bool(row["certain"]))
        for row in frame.to_dict("records")
    ]
    sure = pd.DataFrame(sides, columns=["state", "sure"]).groupby("state", as_index=False)["sure"].max()
    partners: pd.DataFrame = sure.merge(places, on="state").rename(columns={"name": "state_name"})
    partners["standing"] = partners["sure"].map({True: "certain", False: "uncertain"})
    return partners


def add_self(partners: pd.DataFrame, state: str) -> pd.DataFrame:
    """Return the partners and the state itself, for the map."""
    places = load_places()
    itself = places[places["state"] == state].rename(columns={"name": "state_name"}).assign(standing="self")
    return pd.concat([partners, itself], ignore_index=True)


def show_record(state: str, on: date) -> None:
    """Show one state's broken relations since 1946, and its missions."""
    name = state_names()[state]
    record = ask("ties_of_state", state=state)
    frame = record.frame
    show_figure(
        plot_state_timeline(frame, on) if len(frame) else None,
        record,
        key="timeline",
        title=f"{name} and {frame['partner'].nunique()} others: {len(frame)} breaks and lesser steps since 1946",
        subtitle=f"One lane per state; a bar while it lasted, a diamond where the end is not known. Dotted: {say(on)}.",
        alt=f"Timeline of {len(frame)} steps between {name} and other states.",
    )
    missions = ask("missions_per_year", state=state)
    if missions.table.num_rows:
        last = missions.frame.iloc[-1]
        show_figure(
            plot_missions(missions.frame),
            missions,
            key="missions",
            title=f"{name} had missions in {last['sent']} states in {last['year']}; {last['received']} had one in it",
            subtitle="Missions at any level by year, 2000 to 2020. The yearbook behind it lags by a year or two.",
            alt=f"Lines of missions sent and received by {name} from 2000 to 2020.",
        )


def show_history() -> None:
    """Show steps per year of all states, and the affairs behind them."""
    years = ask("ties_per_year")
    affairs = ask("ruptures_over")
    breaks = years.frame[years.frame["kind"].astype(str).isin(["severed", "suspended"])]
    counts = breaks.groupby("year")["events"].sum()
    most = int(str(counts.idxmax()))
    show_figure(
        plot_steps_per_year(years.frame, affairs.frame),
        years,
        key="years",
        title=f"{most} saw the most breaks: {counts.max()} relations severed or suspended",
        subtitle="Steps per year, one by each side apart. Recalls and expulsions are a selection, fuller of late.",
        alt=f"Stacked bars of steps per year from 1946, the most breaks in {most}.",
    )
    first = affairs.frame.iloc[0]
    show_figure(
        plot_affairs(affairs.frame),
        affairs,
        key="affairs",
        title=f"{first['event_group']}: {first['steps']} steps, more than over any other affair",
        subtitle="Steps by affair since 1946, the twelve largest; who broke with whom is in the rows below.",
        alt="Bars of the twelve affairs over which states broke or lowered relations most often.",
    )


def many(count: int, noun: str) -> str:
    """Return a count and its noun."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def how_sure(count: int, sure: int) -> str:
    """Return how many of a count are certain, as the end of a heading."""
    if not count:
        return ""
    return ", all for certain" if sure == count else f", {sure or 'none'} of them for certain"


def say(day: date) -> str:
    """Return a day as people write it."""
    return f"{day:%-d %B %Y}"


with open_page(
    "Severed ties",
    "Who broke with whom, on which day, over what, and whether it still held. A break that nobody is known to have "
    "mended is never shown as certain.",
    tables=["ties", "missions"],
):
    first, second, third = st.columns([2, 1, 3])
    with first:
        chosen = choose_state(default="PRK") or "PRK"
    with second:
        day = choose_day(first=FIRST_DAY)
    with third:
        least = choose_option("steps", "Steps", STEPS, "1")
        switches = choose_option("switches", "Recognition switches", SWITCHES, "no")
    asked = {"on": day, "least": int(least), "switches": switches == "yes"}
    scope = f"{STEPS[least]}; switches between Beijing and Taipei {'included' if switches == 'yes' else 'left out'}."
    show_state_on_day(ask("ties_broken", state=chosen, **asked), day, chosen, scope)
    show_day(ask("ties_broken", **asked), day, chosen, scope)
    show_record(chosen, day)
    show_history()
