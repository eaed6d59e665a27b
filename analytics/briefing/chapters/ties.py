"""Diplomatic relations: with whom they stood severed or suspended, and what lesser steps are on record."""

import pandas as pd

from analytics.briefing.listings import list_rows
from analytics.briefing.model import Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, count, doubt, unchecked
from analytics.charts.words import dated, first, listed, named, say

BREAK = 5
RECORD = "severed and lowered relations"
RULE = "Relations that were never opened are not broken relations and do not count."
STEPS = {"partner": "With", "by": "Step by", "kind": "Step", "since": "Since", "evidence": "Evidence"}


def lacks_ties(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of relations; empty where something can."""
    if not subject.is_state:
        return f"relations are held between states; {subject.called} is held as a claim or a government."
    return ""


def tell_ties(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell whose relations stood broken, a part for each of a pair."""
    return [tell_breaks(one, notebook) for one in subject.both if one.is_state]


def tell_breaks(subject: Subject, notebook: Notebook) -> Part:
    """Tell with whom one state's relations stood broken or lowered."""
    every = notebook.ask("ties_broken", on=subject.on, state=subject.code, switches=False)
    rows = with_partners(every.frame, subject.name)
    breaks = rows[rows["severity"] >= BREAK]
    claims = [
        notebook.cite(say_partners(breaks), every, rows=breaks),
        notebook.cite(say_lesser(rows), every, rows=rows[rows["severity"] < BREAK]),
        notebook.cite(doubt(rows, "recorded step"), every, rows=rows),
        notebook.cite(unchecked(rows, "recorded step"), every, rows=rows),
        notebook.cite(beyond(every.as_of, subject.on, RECORD), every),
    ]
    title = f"Steps in force between {subject.called} and others"
    return notebook.part(
        notebook.cite(say_breaks(subject, breaks), every, rows=breaks if len(breaks) else None),
        claims,
        chart=("ties-map", {"state": subject.code, "on": subject.on}),
        results=(every,),
        listing=list_rows(every, title, STEPS, frame=rows) if len(rows) else None,
        notes=(RULE,),
    )


def with_partners(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return steps with the other state and the one that took the step by name, the gravest and latest first."""
    by = frame["initiator_name"].astype(object)
    rows = frame.assign(partner=frame["target_name"].astype(object).where(by == name, by), by=by)
    return rows.sort_values(["severity", "since"], ascending=False, kind="stable")


def say_breaks(subject: Subject, breaks: pd.DataFrame) -> str:
    """Return with how many states relations stood broken, as a sentence."""
    partners = breaks["partner"].nunique()
    if not partners:
        return f"No severed or suspended relations of {subject.called} are recorded for {say(subject.on)}."
    states = count(partners, "state")
    return f"Relations of {subject.called} stood severed or suspended with {states} on {say(subject.on)}."


def say_partners(breaks: pd.DataFrame) -> str:
    """Return with whom relations stood broken and since when, the latest first, as a sentence."""
    latest = breaks.drop_duplicates("partner")
    if not len(latest):
        return ""
    told = [
        f"{named(row['partner'])} (since {dated(row['since'], row['date_precision'])})"
        for row in latest.to_dict("records")
    ]
    return f"They stood broken with {listed(told)}."


def say_lesser(rows: pd.DataFrame) -> str:
    """Return how many lesser steps are on record, as a sentence; empty where there are none."""
    lesser = rows[rows["severity"] < BREAK]
    if not len(lesser):
        return ""
    verb = "is" if len(lesser) == 1 else "are"
    steps = count(len(lesser), "lesser step")
    return f"{first(steps)} {verb} on record too: closures, recalls and expulsions, a selection rather than a census."
