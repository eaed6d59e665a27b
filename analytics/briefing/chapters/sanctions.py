"""Sanctions: how many states have measures in force, of their own or of the European Union, and on what they rest."""

import pandas as pd

from analytics.briefing.listings import list_rows
from analytics.briefing.model import Claim, Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import beyond, count, doubt, unchecked
from analytics.charts.sanctions import TARGETS_SHOWN
from analytics.charts.words import first, say, year_before

RECORD = "sanctions"
COLUMNS = {
    "sender_name": "By",
    "programme": "Programme",
    "since": "Since",
    "certain": "Certain",
    "evidence": "Evidence",
}


def lacks_sanctions(subject: Subject, notebook: Notebook) -> str:
    """Return why nothing can be said of sanctions; empty where something can."""
    if not subject.is_state:
        return f"sanctions are held against states; {subject.called} is held as a claim or a government."
    return ""


def tell_sanctions(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell who sanctions the state, and of a pair both."""
    states = [one for one in subject.both if one.is_state]
    return [tell_senders(one, notebook, with_targets=one is subject) for one in states]


def tell_senders(subject: Subject, notebook: Notebook, *, with_targets: bool) -> Part:
    """Tell how many states sanction one; the first of a pair stands among the most sanctioned of all."""
    senders = notebook.ask("sanction_senders", on=subject.on)
    force = notebook.ask("sanctions_in_force", on=subject.on, target=subject.code)
    row, rows = sender_row(senders.frame, subject.code), force.frame
    united_nations = notebook.cite(say_united_nations(row, subject), senders)
    claims = [
        notebook.cite(say_own(row), senders),
        say_before(subject, notebook),
        united_nations,
        notebook.cite(doubt(rows, "programme in force", "programmes in force"), force, rows=rows),
        notebook.cite(unchecked(rows, "programme in force", "programmes in force"), force, rows=rows),
        notebook.cite(beyond(force.as_of, subject.on, RECORD), force),
    ]
    ranked = row is not None and subject.code in set(senders.frame.head(TARGETS_SHOWN)["target"])
    targets = ("sanctions-targets", {"on": subject.on})
    own = ("sanctions-senders", {"target": subject.code, "on": subject.on})
    newest = rows.sort_values(["since", "sanction_id"], ascending=[False, True], kind="stable") if len(rows) else rows
    return notebook.part(
        notebook.cite(say_senders(row, subject), senders),
        claims,
        chart=targets if ranked and with_targets else own,
        results=(senders, force),
        listing=list_rows(force, f"Latest programmes in force against {subject.called}", COLUMNS, frame=newest)
        if len(rows)
        else None,
        # The count of senders leaves them out, so that without this sentence it misleads.
        brief=(united_nations,) if row is not None and row["un_measures"] else (),
    )


def sender_row(frame: pd.DataFrame, code: str) -> pd.Series | None:
    """Return the row of a state that is sanctioned; None where it is not."""
    found = frame[frame["target"] == code]
    return found.iloc[0] if len(found) else None


def say_senders(row: pd.Series | None, subject: Subject) -> str:
    """Return by how many states a state is sanctioned, as a sentence."""
    day = say(subject.on)
    if row is None or not row["senders"]:
        return f"No state is recorded as having sanctions in force against {subject.called} on {day}."
    verb = "produces" if row["senders"] == 1 else "produce"
    weight = f", which {verb} {row['gdp_share']:.0%} of world GDP," if row["gdp_share"] == row["gdp_share"] else ""
    states = count(row["senders"], "state")
    return f"{first(states)}{weight} had sanctions in force against {subject.called} on {day}."


def say_before(subject: Subject, notebook: Notebook) -> Claim:
    """Return by how many states a state was sanctioned a year before, as a sentence."""
    before = year_before(subject.on)
    stood = notebook.ask("sanction_senders", on=before)
    row = sender_row(stood.frame, subject.code)
    states = count(int(row["senders"]) if row is not None else 0, "state")
    told = f"A year before, on {say(before)}, {states} had sanctions in force against {subject.called}."
    return notebook.cite(told, stood)


def say_own(row: pd.Series | None) -> str:
    """Return how many senders act on their own, as a sentence; empty where nobody sanctions."""
    if row is None or not row["senders"]:
        return ""
    bound = int(row["senders"] - row["own_senders"])
    told = f"{count(row['own_senders'], 'state')} had measures of {'its' if row['own_senders'] == 1 else 'their'} own"
    rest = f"; {bound} more {'was' if bound == 1 else 'were'} bound only by the European Union's" if bound else ""
    return f"{first(told)}{rest}."


def say_united_nations(row: pd.Series | None, subject: Subject) -> str:
    """Return whether measures of the United Nations stood, as a sentence."""
    if row is not None and row["un_measures"]:
        return (
            "Measures of the United Nations Security Council were in force too; they bind all members, who are not "
            "counted as senders."
        )
    return f"No measures of the United Nations against {subject.called} were in force."
