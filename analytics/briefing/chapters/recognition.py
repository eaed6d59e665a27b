"""Recognition: who recognises a contested entity, and which ones a state itself recognises."""

import pandas as pd

from analytics.briefing.listings import list_rows
from analytics.briefing.model import Listing, Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, count, doubt, lower, unchecked
from analytics.catalog.run import Result
from analytics.charts.words import between, listed, named, say

RECORD = "recognitions"
SILENCE = "Silence is no position, and a vote in the United Nations is no recognition."
POSITIONS = {
    "entity_name": "Entity",
    "recognised_by": "Recognised by",
    "since": "Since",
    "evidence": "Evidence",
}


def lacks_recognition(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of recognition; empty where something can."""
    if any(one.is_contested for one in subject.both):
        return ""
    if any(notebook.ask("recognitions_by", state=one.code, on=one.on).table.num_rows for one in subject.both):
        return ""
    return f"{subject.called} is not contested, and no position of its own on a contested entity is recorded."


def tell_recognition(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell who recognises each subject that is contested, and what each state recognises."""
    parts = [tell_recognisers(one, notebook) for one in subject.both if one.is_contested]
    return parts + [
        tell_positions(one, notebook)
        for one in subject.both
        if one.is_state and notebook.ask("recognitions_by", state=one.code, on=one.on).table.num_rows
    ]


def tell_recognisers(subject: Subject, notebook: Notebook) -> Part:
    """Tell by how many a contested entity is recognised."""
    totals = notebook.ask("recognition_totals", on=subject.on)
    status = notebook.ask("recognition_status", entity=subject.code, on=subject.on)
    found = totals.frame[totals.frame["entity"] == subject.code]
    day, rows = say(subject.on), status.frame
    if not len(found):
        said = f"{subject.begins} was not yet declared, or no longer contested, on {day}."
        return notebook.part(notebook.cite(said, totals), [], results=(totals,))
    row = found.iloc[0]
    others = f" and {count(row['other_recognisers'], 'other state')}" if row["other_recognisers"] else ""
    recognisers = between(row["recognisers"] - row["uncertain"], row["recognisers"])
    members = f"{recognisers} of {row['un_members']} UN members"
    claims = [
        notebook.cite(say_weight(row), totals),
        notebook.cite(say_refused(rows), status, rows=rows),
        notebook.cite(str(row["note"] or ""), totals),
        notebook.cite(doubt(rows, "recorded position"), status, rows=rows),
        notebook.cite(unchecked(rows, "recorded position"), status, rows=rows),
        notebook.cite(beyond(status.as_of, subject.on, RECORD), status),
    ]
    return notebook.part(
        notebook.cite(
            f"{subject.begins} was recognised by {members}{others} on {day}.",
            status,
            rows=rows if len(rows) else None,
        ),
        claims,
        chart=("recognition-map", {"entity": subject.code, "on": subject.on}),
        results=(totals, status),
        listing=list_latest(subject, status) if len(rows) else None,
        notes=(f"Counted as recognition: {lower(str(row['counts_as']))}.", SILENCE),
    )


def say_weight(row: pd.Series) -> str:
    """Return the share of people and product in recognisers, as a sentence."""
    return (
        f"These members hold {row['population_share']:.0%} of the population of all members and produce "
        f"{row['gdp_share']:.0%} of their gross domestic product."
    )


def say_refused(rows: pd.DataFrame) -> str:
    """Return who took a recognition back or expressly refuses it, as a sentence; empty where nobody is recorded."""
    taken = rows[~rows["position"].astype(str).isin(["recognised"])] if len(rows) else rows
    if not len(taken):
        return ""
    counts = taken["position"].astype(str).value_counts()
    told = [f"{str(position).replace('_', ' ')} ({number})" for position, number in counts.items()]
    positions = listed(told) if len(told) > 1 else told[0].partition(" (")[0]
    return f"Another position is on record for {count(len(taken), 'state')}: {positions}."


def list_latest(subject: Subject, status: Result) -> Listing:
    """Return the positions taken last, the newest first."""
    rows = status.frame.assign(position=status.frame["position"].astype(str).str.replace("_", " "))
    newest = rows.sort_values(["since", "state"], ascending=[False, True], kind="stable")
    columns = {
        "state_name": "State",
        "position": "Position",
        "since": "Since",
        "certain": "Certain",
        "evidence": "Evidence",
    }
    return list_rows(status, f"Latest recorded positions on {subject.called}", columns, frame=newest)


def tell_positions(subject: Subject, notebook: Notebook) -> Part:
    """Tell which contested entities a state recognises, the least recognised first."""
    positions = notebook.ask("recognitions_by", state=subject.code, on=subject.on)
    totals = notebook.ask("recognition_totals", on=subject.on)
    own = positions.frame[
        (positions.frame["position"] == "recognised") & positions.frame["entity"].isin(totals.frame["entity"])
    ]
    counted = totals.frame[["entity", "recognisers", "un_members"]]
    rows = own.merge(counted, on="entity").sort_values(["recognisers", "entity"])
    rows["recognised_by"] = [
        f"{some} of {every}" for some, every in zip(rows["recognisers"], rows["un_members"], strict=True)
    ]
    entities = count(len(own), "contested entity", "contested entities")
    headline = f"{subject.begins} was on record as recognising {entities} on {say(subject.on)}."
    claims = [
        notebook.cite(say_least(rows), totals),
        notebook.cite(unchecked(own, "position"), positions, rows=own),
        notebook.cite(doubt(own, "position"), positions, rows=own),
        notebook.cite(beyond(positions.as_of, subject.on, RECORD), positions),
    ]
    title = f"What {subject.called} recognised, the least recognised first"
    return notebook.part(
        notebook.cite(headline, positions),
        claims,
        results=(positions, totals),
        listing=list_rows(positions, title, POSITIONS, frame=rows) if len(rows) else None,
        notes=(SILENCE,),
    )


def say_least(rows: pd.DataFrame) -> str:
    """Return which of a state's recognitions fewest others share, as a sentence."""
    if not len(rows):
        return ""
    least = rows[rows["recognisers"] == rows["recognisers"].iloc[0]]
    names = listed([named(name) for name in least["entity_name"]])
    each = " each" if len(least) > 1 else ""
    return (
        f"The least recognised of them, {names}, {'were' if each else 'was'}{each} recognised by "
        f"{least['recognisers'].iloc[0]} of {least['un_members'].iloc[0]} UN members."
    )
