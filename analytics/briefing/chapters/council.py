"""The Security Council: vetoes a permanent member cast, vetoes on texts that name a state, the file on North Korea."""

from datetime import date

import pandas as pd

from analytics.briefing.listings import list_rows
from analytics.briefing.model import Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, count
from analytics.charts.council import SEATS
from analytics.charts.words import first, say

FIRST_DAY = date(1946, 1, 1)
RECORD = "votes of the Security Council"
COLUMNS = {"date": "Day", "draft": "Draft", "cast_by_name": "Veto by", "topic": "Topic", "title": "Text"}
COUNTING = "Counts differ by rule: this one counts drafts that a veto defeated, not votes on paragraphs."
CONDUCT = "Vetoes are a state's own conduct and no part of the isolation index."
NAMING = "A veto on a text that names a state may have shielded it or hurt it; the text tells, the count does not."
PRESS = "Press statements, which are no decision of the Council, are not compiled."
KOREA = "PRK"
ROUTINE = "mandate renewal"
VETOED = "vetoed draft"
TEXTS = {"date": "Day", "symbol": "Text", "kind": "Kind", "purpose": "Purpose", "vote": "Vote"}


def lacks_council(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of the Council; empty where something can."""
    if any(one.code in SEATS or one.code == KOREA or len(named_in(one, notebook)) for one in subject.both):
        return ""
    return f"{subject.called} holds no permanent seat, and no vetoed draft that names it is recorded."


def named_in(subject: Subject, notebook: Notebook) -> pd.DataFrame:
    """Return the drafts naming a state that others vetoed by the day."""
    if not subject.is_state:
        return pd.DataFrame()
    frame = notebook.ask("vetoes_of_state", state=subject.code).frame
    if not len(frame):
        return frame
    return frame[(frame["relation"] != "cast by it") & (frame["date"] <= pd.Timestamp(subject.on))]


def tell_council(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell of vetoes cast and of vetoes on texts that name a state, for each of a pair to which it applies."""
    seats = [tell_cast(one, notebook) for one in subject.both if one.code in SEATS][:1]
    korea = [tell_korea(one, notebook) for one in subject.both if one.code == KOREA]
    others = [one for one in subject.both if one.code not in SEATS and one.code != KOREA]
    return seats + korea + [tell_named(one, notebook) for one in others if len(named_in(one, notebook))]


def tell_cast(subject: Subject, notebook: Notebook) -> Part:
    """Tell how many drafts a permanent member vetoed, alone and with others."""
    totals = notebook.ask("veto_totals", from_=FIRST_DAY, to=subject.on)
    row = totals.frame[totals.frame["member"] == subject.code].iloc[0]
    drafts = count(int(row["drafts_vetoed"]), "draft")
    most = row["drafts_vetoed"] and row["drafts_vetoed"] == totals.frame["drafts_vetoed"].max()
    best = ", the most of the five permanent members" if most else ""
    claims = [
        notebook.cite(say_seat(row, subject), totals),
        notebook.cite(say_alone(row), totals),
        notebook.cite(beyond(totals.as_of, subject.on, RECORD), totals),
    ]
    return notebook.part(
        notebook.cite(f"{subject.begins} had vetoed {drafts} by {say(subject.on)}{best}.", totals),
        claims,
        chart=("council-vetoes", {"from": FIRST_DAY, "to": subject.on}),
        results=(totals,),
        notes=(COUNTING, CONDUCT),
    )


def say_seat(row: pd.Series, subject: Subject) -> str:
    """Return who held the seat, as a sentence; empty where it never changed hands."""
    seat = str(row["member_name"])
    return "" if seat == subject.name else f"Vetoes are counted by seat, whoever held it: {seat}."


def say_alone(row: pd.Series) -> str:
    """Return how many vetoes were cast alone and when the last one was, as a sentence."""
    if not row["drafts_vetoed"]:
        return ""
    return (
        f"It vetoed {count(row['lone'], 'draft')} alone and {count(row['joint'], 'draft')} together with another "
        f"permanent member; the last of these vetoes was cast on {say(row['last_day'])}."
    )


def tell_named(subject: Subject, notebook: Notebook) -> Part:
    """Tell how many drafts naming a state others vetoed."""
    vetoes = notebook.ask("vetoes_of_state", state=subject.code)
    frame = named_in(subject, notebook)
    drafts = count(len(frame), "draft")
    headline = f"{first(drafts)} naming {subject.called} had been vetoed by {say(subject.on)}."
    claims = [
        notebook.cite(beyond(vetoes.as_of, subject.on, RECORD), vetoes),
    ]
    newest = frame.sort_values("date", ascending=False, kind="stable")
    title = f"Vetoed drafts that name {subject.called}, the latest first"
    return notebook.part(
        notebook.cite(headline, vetoes, rows=frame),
        claims,
        results=(vetoes,),
        notes=(NAMING,),
        listing=list_rows(vetoes, title, COLUMNS, frame=newest),
    )


def tell_korea(subject: Subject, notebook: Notebook) -> Part:
    """Tell what the Council last said on North Korea, and what was vetoed since."""
    texts = notebook.ask("dprk_products", from_=FIRST_DAY, to=subject.on)
    frame = texts.frame
    answers = frame[(frame["kind"] != VETOED) & (frame["purpose"] != ROUTINE)] if len(frame) else frame
    headline = f"No text of the Security Council on North Korea is recorded by {say(subject.on)}."
    claims = []
    if len(answers):
        last = answers.sort_values("date", kind="stable").iloc[-1]
        headline = (
            f"By {say(subject.on)} the Security Council's last text on North Korea other than a mandate renewal was "
            f"{last['symbol']} of {say(last['date'])}."
        )
        vetoed = frame[(frame["kind"] == VETOED) & (frame["date"] > last["date"])]
        were = "was" if len(vetoed) == 1 else "were"
        said = f"{first(count(len(vetoed), 'draft'))} on North Korea {were} vetoed after it."
        claims.append(notebook.cite(said, texts))
    claims += [
        notebook.cite(beyond(texts.as_of, subject.on, RECORD), texts),
    ]
    newest = frame.sort_values("date", ascending=False, kind="stable") if len(frame) else frame
    listing = list_rows(texts, "Texts on North Korea, the latest first", TEXTS, frame=newest) if len(frame) else None
    given = {"from": FIRST_DAY, "to": subject.on}
    return notebook.part(
        notebook.cite(headline, texts),
        claims,
        chart=("council-dprk", given),
        results=(texts,),
        listing=listing,
        notes=(PRESS,),
    )
