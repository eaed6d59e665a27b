"""Votes in the General Assembly: how alike a pair voted, and who votes most and least like a member."""

import pandas as pd

from analytics.briefing.model import Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, lower, spelt
from analytics.catalog.run import Result
from analytics.charts.alignment import level_with
from analytics.charts.alignment_words import FEW, ordinal
from analytics.charts.words import first, named, say

RECORD = "recorded votes"
SCALE = "Agreement runs from 0, opposite votes, to 1, the same votes; unanimous roll calls and absences are left out."


def lacks_votes(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of votes; empty where something can."""
    if not subject.is_state:
        return f"{subject.called} has no vote in the General Assembly."
    sessions = notebook.ask("last_session", on=subject.on)
    if not sessions.table.num_rows:
        return f"no session of the General Assembly was complete by {say(subject.on)}."
    if not len(nearest_of(subject, notebook).frame):
        parts = notebook.ask("isolation_components", on=subject.on, state=subject.code).frame
        why = parts[(parts["dimension"] == "alignment") & parts["missing_reason"].notna()]
        if len(why):
            return f"{subject.called} has no votes to compare: {lower(str(why['missing_reason'].iloc[0]))}."
        return f"{subject.called} cast no vote that counts in the last complete session of the General Assembly."
    return ""


def session_of(subject: Subject, notebook: Notebook) -> int:
    """Return the last session that was complete on the day."""
    return int(notebook.ask("last_session", on=subject.on).frame["session"].iloc[0])


def nearest_of(subject: Subject, notebook: Notebook) -> Result:
    """Return how alike every other member voted in the last complete session."""
    return notebook.ask("nearest", state=subject.code, session=session_of(subject, notebook))


def tell_votes(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell how alike a pair voted, then who was nearest to the state and who furthest."""
    pair = [tell_pair(subject, subject.other, notebook)] if subject.other and subject.other.is_state else []
    return [*pair, tell_nearest(subject, notebook)]


def tell_nearest(subject: Subject, notebook: Notebook) -> Part:
    """Tell who voted most and least like a member."""
    nearest, session = nearest_of(subject, notebook), session_of(subject, notebook)
    frame = nearest.frame
    firm = frame[~frame["few"]] if (~frame["few"]).any() else frame
    most, least = firm.iloc[0], firm.iloc[-1]
    headline = (
        f"In the {ordinal(session)} session {level_with(firm, most)} voted most like {subject.called}, "
        f"{level_with(firm, least)} least."
    )
    few = int(frame["few"].sum())
    claims = [
        notebook.cite(
            f"On a scale from 0 to 1 agreement was {most['value']:.2f} on {most['roll_calls']} joint votes with "
            f"{named(most['state_name'])}, and {least['value']:.2f} on {least['roll_calls']} with "
            f"{named(least['state_name'])}.",
            nearest,
        ),
        notebook.cite(say_left_out(few, len(frame)), nearest),
        notebook.cite(beyond(nearest.as_of, subject.on, RECORD), nearest),
    ]
    last = f"The {ordinal(session)} session is the last that was complete on {say(subject.on)}."
    chart = ("alignment-nearest", {"state": subject.code, "session": session})
    return notebook.part(notebook.cite(headline, nearest), claims, chart=chart, results=(nearest,), notes=(SCALE, last))


def say_left_out(few: int, members: int) -> str:
    """Return how many members share too few votes to be nearest or furthest, as a sentence; empty where none does.

    Where all share few, none is left out.
    """
    if few in (0, members):
        return ""
    are, each = ("is", "") if few == 1 else ("are", " each")
    return first(f"{spelt(few)} of the {members} others, with fewer than {FEW} joint votes{each}, {are} left out.")


def tell_pair(subject: Subject, other: Subject, notebook: Notebook) -> Part:
    """Tell how alike two members voted."""
    agreed = notebook.ask("agreement", state_a=subject.code, state_b=other.code, to=subject.on)
    session, frame = session_of(subject, notebook), agreed.frame
    found = frame[frame["session"] == session] if len(frame) else frame
    pair = f"{subject.called} and {other.called}"
    where = f"in the {ordinal(session)} session"
    headline = f"{first(pair)} cast no joint votes {where}."
    claims = []
    if len(found):
        row = found.iloc[0]
        headline = (
            f"On a scale from 0 to 1 the agreement of {pair} was {row['agree']:.2f} {where}, "
            f"on {row['roll_calls']} joint votes."
        )
        claims = [notebook.cite(say_range(frame, session), agreed), notebook.cite(say_few(row), agreed)]
    claims.append(notebook.cite(beyond(agreed.as_of, subject.on, RECORD), agreed))
    given = {"state_a": subject.code, "state_b": other.code, "to": subject.on}
    return notebook.part(
        notebook.cite(headline, agreed), claims, chart=("alignment-pair", given), results=(agreed,), notes=(SCALE,)
    )


def say_range(frame: pd.DataFrame, session: int) -> str:
    """Return between which values a pair's agreement lay over the sessions so far, as a sentence."""
    firm = frame[(frame["roll_calls"] >= FEW) & (frame["session"] <= session)]
    if len(firm) < 2:
        return ""
    ranked = firm.sort_values("agree", kind="stable")
    low, high = ranked.iloc[0], ranked.iloc[-1]
    return (
        f"Over the {len(firm)} sessions with at least {FEW} joint votes it lay between {low['agree']:.2f} "
        f"({ordinal(int(low['session']))}) and {high['agree']:.2f} ({ordinal(int(high['session']))})."
    )


def say_few(row: pd.Series) -> str:
    """Return that an agreement rests on few votes, where it does."""
    return f"It rests on fewer than {FEW} joint votes and says little." if row["few"] else ""
