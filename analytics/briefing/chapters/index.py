"""Sentences on the index of one state: where it stands, between which ranks, what makes it, a year before."""

import pandas as pd

from analytics.briefing.model import Claim
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import lower, spell_days
from analytics.charts.isolation import DIMENSIONS, say_moved
from analytics.charts.words import listed, say, year_before

FIRST_YEAR = 1991
TOO_LITTLE = "too little is observed"


def index_row(subject: Subject, notebook: Notebook) -> pd.Series | None:
    """Return a state's row of the index on the day."""
    frame = notebook.ask("isolation_index", on=subject.on).frame
    found = frame[frame["state"] == subject.code]
    return found.iloc[0] if len(found) else None


def is_scored(subject: Subject, notebook: Notebook) -> bool:
    """Say whether a state has an index on the day."""
    row = index_row(subject, notebook)
    return row is not None and bool(pd.notna(row["index"]))


def say_index(subject: Subject, notebook: Notebook) -> Claim:
    """Return where a state stands on the index, as a sentence."""
    index, row = notebook.ask("isolation_index", on=subject.on), index_row(subject, notebook)
    day = say(subject.on)
    if row is None or pd.isna(row["index"]):
        return notebook.cite(f"{subject.begins} has no isolation index for {day}: {TOO_LITTLE}.", index)
    scored = f"{subject.begins} scored {row['index']:.0f} of 100 on the isolation index on {day}"
    if pd.isna(row["rank"]):
        return notebook.cite(f"{scored}; as it was not a member of the United Nations, it has no rank.", index)
    members = int(index.frame["rank"].notna().sum())
    return notebook.cite(f"{scored}, rank {row['rank']:.0f} of {members} members of the United Nations.", index)


def say_rank(subject: Subject, notebook: Notebook) -> Claim:
    """Return between which ranks a member lies whatever is chosen, as a sentence."""
    interval = notebook.ask("isolation_rank_interval", on=subject.on)
    found = interval.frame[interval.frame["state"] == subject.code]
    if not len(found):
        return Claim("")
    row = found.iloc[0]
    low, high, rank = row["rank_p05"], row["rank_p95"], row["rank"]
    beside = "" if low <= rank <= high else f"; the published rank, {rank:.0f}, lies outside that range"
    return notebook.cite(
        f"In nine of ten defensible versions of the index {subject.called} ranks between {low:.0f} and "
        f"{high:.0f}{beside}.",
        interval,
    )


def say_parts(subject: Subject, notebook: Notebook) -> Claim:
    """Return which dimensions make a state's index, as a sentence."""
    index, row = notebook.ask("isolation_index", on=subject.on), index_row(subject, notebook)
    if row is None or pd.isna(row["index"]):
        return Claim("")
    points = {label.lower(): row[name] for name, (label, _) in DIMENSIONS.items() if row[name] == row[name]}
    ranked = sorted(points, key=lambda label: -points[label])
    some = [f"{label} ({points[label]:.0f})" for label in ranked if points[label] >= 0.5]
    none = [label for label in ranked if points[label] < 0.5]
    told = f"Its points come from {listed(some)}" if some else "No dimension adds a point"
    adds = "adds" if len(none) == 1 else "add"
    rest = f"; {listed(none)} {adds} less than half a point" if some and none else ""
    return notebook.cite(f"{told}{rest}.", index)


def say_year(subject: Subject, notebook: Notebook) -> Claim:
    """Return where a state stood a year before and what moved it since, as a sentence."""
    before = year_before(subject.on)
    if before.year < FIRST_YEAR:
        return Claim("")
    movers = notebook.ask("isolation_movers", from_=before, to=subject.on)
    found = movers.frame[movers.frame["state"] == subject.code] if len(movers.frame) else movers.frame
    if not len(found):
        return Claim("")
    row = found.iloc[0]
    stood = f"A year before, on {say(before)}, {subject.called} scored {row['index_from']:.0f}"
    return notebook.cite(f"{stood}; since then its index {say_moved(row)}.", movers)


def say_missing(subject: Subject, notebook: Notebook) -> Claim:
    """Return which dimensions are not observed and why, and that votes are those of an earlier session."""
    parts = notebook.ask("isolation_components", on=subject.on, state=subject.code)
    missing = parts.frame[parts.frame["score"].isna()]
    told = [
        f"{DIMENSIONS[str(row['dimension'])][0].lower()} ({lower(spell_days(str(row['missing_reason'])))})"
        for row in missing.to_dict("records")
    ]
    if told:
        scored = is_scored(subject, notebook)
        begins = "The other dimensions carry the weight of what is not observed" if scored else "Not observed"
        return notebook.cite(f"{begins} – {'; '.join(told)}.", parts)
    cast = parts.frame.loc[parts.frame["dimension"] == "alignment", "as_of"]
    told_votes = f"the last of them on {say(cast.iloc[0].date())}" if len(cast) else "cast before that day"
    return notebook.cite(f"Votes are those of the last complete session, {told_votes}.", parts)
