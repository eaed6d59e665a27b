"""Missiles: how many a state had launched by the day, beside the same day of other years."""

from datetime import date

import pandas as pd

from analytics.briefing.model import Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, count
from analytics.charts.words import called, listed, say

TABLE = "missile_launches"
RULE = (
    "Counted are missiles able to carry 500 kg at least 300 km and space launchers, by the rule of the James Martin "
    "Center for Nonproliferation Studies (CNS); cruise missiles are not."
)

CONDUCT = "Launches are a state's own conduct and no part of the isolation index."


def find_spans(subject: Subject, notebook: Notebook) -> pd.DataFrame:
    """Return the spans for which launches are held; `part` is the launching state."""
    frame = notebook.ask("freshness", on=subject.on).frame
    return frame[frame["table_name"] == TABLE]


def launchers(subject: Subject, notebook: Notebook) -> list[Subject]:
    """Return those of the subjects whose launches are held."""
    held = set(find_spans(subject, notebook)["part"])
    return [one for one in subject.both if one.code in held]


def lacks_missiles(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of launches; empty where something can."""
    if launchers(subject, notebook):
        return ""
    held = sorted(map(called, find_spans(subject, notebook)["part"]))
    return f"the data hold launches of {listed(held, len(held))} only."


def tell_missiles(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell how many missiles each subject whose launches are held had fired."""
    return [tell_launches(one, notebook) for one in launchers(subject, notebook)]


def tell_launches(subject: Subject, notebook: Notebook) -> Part:
    """Tell how many missiles a state had launched in the year, and how that compares."""
    totals = notebook.ask("launches_to_date", on=subject.on, state=subject.code)
    spans = find_spans(subject, notebook)
    span = spans[spans["part"] == subject.code].iloc[0]
    ends: date = span["ends_on"].date()
    claims = [
        notebook.cite(say_before(totals.frame, subject), totals),
        notebook.cite(str(span["note"]) if pd.notna(span["note"]) else "", totals),
        notebook.cite(beyond(ends, subject.on, "launches"), totals),
    ]
    headline = notebook.cite(say_launches(totals.frame, subject, ends), totals)
    return notebook.part(
        headline,
        claims,
        chart=("missiles-to-date", {"on": subject.on, "state": subject.code}),
        results=(totals,),
        notes=(RULE, CONDUCT),
        past_end=subject.on > ends,
    )


def say_launches(frame: pd.DataFrame, subject: Subject, ends: date) -> str:
    """Return how many missiles were launched by the day, as a sentence that claims nothing beyond the record."""
    this = frame[frame["year"] == subject.on.year] if len(frame) else frame
    if subject.on > ends:
        return f"The record of launches by {subject.called} ends on {say(ends)} and does not reach {say(subject.on)}."
    missiles = int(this["missiles"].iloc[0]) if len(this) else 0
    if not missiles:
        return f"No missile of {subject.called} is recorded for {subject.on.year} by {say(subject.on)}."
    days = int(this["launch_days"].iloc[0])
    when = f" on {count(days, 'day')} of {subject.on.year}" if days else f" in {subject.on.year}"
    return f"{subject.begins} had launched {count(missiles, 'missile')}{when} by {subject.on:%-d %B}."


def say_before(frame: pd.DataFrame, subject: Subject) -> str:
    """Return how the count stands beside the same day of the year with most before, as a sentence."""
    this, before = frame[frame["year"] == subject.on.year], frame[frame["year"] < subject.on.year]
    if not len(this) or not len(before):
        return ""
    best = before.sort_values(["missiles", "year"], kind="stable").iloc[-1]
    most = count(int(best["missiles"]), "missile")
    if this["missiles"].iloc[0] > best["missiles"]:
        return f"That is more than by that day in any earlier year; the most had been {most} in {best['year']}."
    return f"By the same day of {best['year']} it had been {most}."
