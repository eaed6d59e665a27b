"""Suspensions, expulsions and bans: from which bodies a state was shut out against its will."""

import pandas as pd

from analytics.briefing.listings import list_rows
from analytics.briefing.model import Claim, Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, count, doubt, of_all, unchecked
from analytics.charts.sanctions import count_lists
from analytics.charts.words import dated, first, named, say, year_before

RECORD = "suspensions and expulsions"
RULE = "The bodies are a selection, not a census; withdrawals of a state's own and grey lists do not count."
COLUMNS = {"organisation_name": "Body", "kind": "Step", "since": "Since", "certain": "Certain", "evidence": "Evidence"}


def lacks_exclusions(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of exclusions; empty where something can."""
    if not subject.is_state:
        return f"exclusions are held for states; {subject.called} is held as a claim or a government."
    return ""


def tell_exclusions(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell from how many bodies a state, or each of a pair, was shut out."""
    states = [one for one in subject.both if one.is_state]
    bodies = {one.code: notebook.ask("exclusions_in_force", on=one.on, state=one.code) for one in states}
    every = notebook.ask("exclusions_in_force", on=subject.on)
    own = bodies[states[0].code]
    rows = pd.concat([result.frame for result in bodies.values() if len(result.frame)] or [own.frame])
    claims = [notebook.cite(say_lists(bodies[one.code].frame, one), bodies[one.code]) for one in states]
    claims += [notebook.cite(say_latest(bodies[one.code].frame, one), bodies[one.code]) for one in states]
    claims += [say_before(one, notebook) for one in states]
    claims += [
        notebook.cite(doubt(rows, "step in force", "steps in force"), own, rows=rows),
        notebook.cite(unchecked(rows, "step in force", "steps in force"), own, rows=rows),
        notebook.cite(beyond(own.as_of, subject.on, RECORD), own),
    ]
    columns = ({"state_name": "State"} if len(states) > 1 else {}) | COLUMNS
    columns = dict(list(columns.items())[:5])
    newest = rows.sort_values(["state", "since"], ascending=False, kind="stable") if len(rows) else rows
    title = f"Bodies that shut out {' or '.join(one.called for one in states)}, the latest first"
    listing = list_rows(own, title, columns, frame=newest, most=18) if len(rows) else None
    told = " ".join(say_bodies(bodies[one.code].frame, one, again=one is not states[0]) for one in states)
    return [
        notebook.part(
            notebook.cite(told, *bodies.values()),
            claims,
            chart=("sanctions-exclusions", {"on": subject.on, "target": subject.code}) if len(rows) else None,
            results=(*bodies.values(), every),
            listing=listing,
            notes=(RULE,),
        )
    ]


def say_bodies(frame: pd.DataFrame, subject: Subject, *, again: bool) -> str:
    """Return from how many bodies a state was shut out, as a sentence; the day is not said again."""
    when = "" if again else f" on {say(subject.on)}"
    bodies = count(frame["organisation"].nunique() if len(frame) else 0, "recorded body", "recorded bodies")
    return f"{subject.begins} was shut out of {bodies}{when}."


def say_lists(frame: pd.DataFrame, subject: Subject) -> str:
    """Return how many of the bodies are black lists, as a sentence; empty where none is."""
    lists = count_lists(frame)
    if not lists:
        return ""
    total = frame["organisation"].nunique()
    told = f"{'is a black list' if lists == 1 else 'are black lists'}, which the index does not count"
    part = first(of_all(lists, total, "body that shut out", "bodies that shut out"))
    return f"{part} {subject.called} {told}."


def say_before(subject: Subject, notebook: Notebook) -> Claim:
    """Return from how many bodies a state was shut out a year before, as a sentence."""
    before = year_before(subject.on)
    stood = notebook.ask("exclusions_in_force", on=before, state=subject.code)
    bodies = count(stood.frame["organisation"].nunique() if len(stood.frame) else 0, "body", "bodies")
    return notebook.cite(f"A year before, on {say(before)}, {subject.called} was shut out of {bodies}.", stood)


def say_latest(frame: pd.DataFrame, subject: Subject) -> str:
    """Return which body shut a state out last, as a sentence; empty where none did."""
    if not len(frame):
        return ""
    row = frame.sort_values("since", kind="stable").iloc[-1]
    step = str(row["kind"]).replace("_", " ")
    body = named(row["organisation_name"])
    return f"The latest step against {subject.called} was {step} from {body}, {dated(row['since'])}."
