"""Words for charts of alignment: the measures, the rules in force, sessions and the votes that stand behind."""

from datetime import date

import pandas as pd

from analytics.catalog.run import Result
from analytics.charts.chart import Ask
from analytics.charts.words import called_within, many, say

MEASURES = {
    "agree": "Agreement (0 to 1)",
    "same_share": "Share of identical votes",
    "s_abs": "S, absolute distance",
    "s_sq": "S, squared distance",
    "kappa": "Cohen's κ",
    "pi": "Scott's π",
    "a_abs": "S beyond chance",
}
UNIVERSES = {
    "all": "All roll calls in the data",
    "resolutions": "Whole resolutions",
    "middle_east": "Middle East",
    "nuclear": "Nuclear",
    "disarmament": "Disarmament",
    "human_rights": "Human rights",
    "colonialism": "Colonialism",
    "development": "Development",
    "ukraine": "Ukraine",
}
ABSENCES = {"pairwise": "Left out", "abstain": "Read as abstaining"}
UNANIMOUS = {"drop": "Left out", "keep": "Kept"}
FEW = 10
# Of members level at an end, how many are named before the others are counted.
NAMED_LEVEL = 3


def rule(universe: str, absence: str, unanimous: str) -> str:
    """Return the universe of roll calls and the rules as a reader needs them under a figure."""
    issue = "" if universe == "all" else f" ({UNIVERSES[universe]})"
    kept = "but unanimous ones" if unanimous == "drop" else "with unanimous ones"
    return f"All recorded votes {kept}{issue}; absences {ABSENCES[absence].lower()}"


# What estimates rest on that are stored, not asked anew.
STORED_RULE = rule("all", "pairwise", "drop")


def last_whole(ask: Ask, result: Result, on: date | None = None) -> int:
    """Return the last session that was complete when the data behind a result end, or on an earlier day."""
    days = [day for day in (on, result.as_of) if day]
    found = ask("last_session", on=min(days)).frame if days else result.frame
    return int(found["session"].max()) if len(found) else 0


def say_session(session: int, whole: int, on: date | None) -> str:
    """Return a session with its years and, where a day is asked about, why it is this one.

    `whole` is the last session that was complete on the day.
    """
    held = f"{ordinal(session)} session ({span_of(session)})"
    if not on or session > whole:
        return held
    return f"{held}, the last complete one{'' if session == whole else ' with votes'} by {say(on)}"


def called_in(code: str, session: int) -> str:
    """Return the name of what a state's series was in a session, from one September to the next."""
    return called_within(code, date(1945 + session, 9, 15), date(1946 + session, 9, 14))


def say_open(frame: pd.DataFrame, whole: int) -> str:
    """Return that the last session was still open, where it was."""
    last = int(frame["session"].max()) if len(frame) else 0
    return f"; the {ordinal(last)} session, the last point, was not complete" if last > whole else ""


def say_unfinished(ask: Ask, result: Result, session: int) -> str:
    """Return that a session was not complete when the data behind a result end, where it was not."""
    return "; the session was not complete" if session > last_whole(ask, result) else ""


def say_span(from_: date | None, to: date | None, result: Result) -> str:
    """Return from which day to which votes count; without a day to end on, to where the data end."""
    end = to or result.as_of
    return (f" from {say(from_)}" if from_ else "") + (f" to {say(end)}" if end else "")


def say_joint(frame: pd.DataFrame) -> str:
    """Return how many joint votes stand behind the values of a figure."""
    if not len(frame):
        return "no joint votes"
    low, high = frame["roll_calls"].min(), frame["roll_calls"].max()
    return many(low, "joint vote") if low == high else f"{low} to {high} joint votes"


def ordinal(session: int) -> str:
    """Return a session as people write it, such as 76th."""
    tail = "th" if session % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(session % 10, "th")
    return f"{session}{tail}"


def span_of(session: int) -> str:
    """Return the years over which a session runs, such as 2020–21."""
    return f"{session + 1945}–{(session + 1946) % 100:02d}"
