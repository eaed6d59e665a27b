"""Events: what happened to a state and what it did itself, on a line of time."""

import pandas as pd

from analytics.briefing.listings import list_rows
from analytics.briefing.model import Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, count, unchecked
from analytics.charts.words import say

COLUMNS = {"date": "Day", "kind": "Kind", "told": "Event", "evidence": "Evidence"}


def lacks_events(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of events; empty where something can."""
    if not subject.is_state:
        return f"events are held for states; {subject.called} is held as a claim or a government."
    if not notebook.ask("state_events", state=subject.code).table.num_rows:
        return f"no event of {subject.called} is recorded."
    return ""


def tell_events(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell how many events of a state are on record up to the day, and the latest of them."""
    events = notebook.ask("state_events", state=subject.code)
    frame = events.frame[events.frame["date"] <= pd.Timestamp(subject.on)]
    to_it = int((~frame["done_by_it"].astype(bool)).sum())
    headline = (
        f"By {say(subject.on)} {count(to_it, 'recorded event')} had been done to {subject.called}, and "
        f"{count(len(frame) - to_it, 'event')} by it."
    )
    claims = [
        notebook.cite(unchecked(frame, "recorded event"), events),
        notebook.cite(beyond(events.as_of, subject.on, "these events"), events),
    ]
    newest = frame.sort_values(["date", "event"], ascending=False, kind="stable")
    listing = list_rows(events, "The latest events", COLUMNS, frame=newest) if len(newest) else None
    chart = ("country-timeline", {"state": subject.code})
    return [notebook.part(notebook.cite(headline, events), claims, chart=chart, results=(events,), listing=listing)]
