"""Severed ties: who stands broken with whom on a day, one state's record, breaks by year and affair."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analytics.charts.ties import KIND_LABELS, say_date
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import FIRST_DAY, choose_day, choose_option, choose_state
from analytics.dashboard.components.page import open_page

STEPS = {"1": "All steps", "5": "Severed or suspended"}
SWITCHES = {"no": "Leave out Taiwan switches", "yes": "Include them"}
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


def show_untracked(on: date) -> None:
    """Say how many steps are left out because nobody tracked their end."""
    untracked = ask("ties_untracked", on=on).frame
    if len(untracked):
        st.caption(
            f"Not counted: {int(untracked['steps'].sum())} earlier recalls, expulsions and closures whose end nobody "
            "tracked. They may or may not have lasted to this day."
        )


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
    asked: dict[str, Any] = {"on": day, "least": int(least), "switches": switches == "yes"}
    listed = show_chart("ties-map", state=chosen, **asked).results[0].frame
    if len(listed):
        st.dataframe(list_day(listed), hide_index=True, key="day-list", column_config=DAY_COLUMNS)
    show_chart("ties-network", state=chosen, **asked)
    show_untracked(day)
    show_chart("ties-timeline", state=chosen, on=day)
    if ask("missions_per_year", state=chosen).table.num_rows:
        show_chart("ties-missions", state=chosen)
    show_chart("ties-years")
    show_chart("ties-affairs")
