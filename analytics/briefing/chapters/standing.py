"""How isolated: the index, its rank, what makes it, and which of two states is ahead."""

from analytics.briefing.chapters.index import (
    FIRST_YEAR,
    TOO_LITTLE,
    index_row,
    is_scored,
    say_index,
    say_missing,
    say_parts,
    say_rank,
    say_year,
)
from analytics.briefing.listings import list_rows
from analytics.briefing.model import Claim, Part
from analytics.briefing.notebook import Notebook
from analytics.briefing.subject import Subject
from analytics.briefing.words import count, lower
from analytics.charts.isolation import DIMENSIONS
from analytics.charts.words import first, say, year_before


def lacks_standing(subject: Subject, notebook: Notebook) -> str:
    """Return why there is no index to tell of; empty where there is one."""
    if not subject.is_state:
        return f"the index is measured for states; {subject.called} is held as a claim or a government."
    row = index_row(subject, notebook)
    if row is None:
        return f"{subject.called} was neither a member of the United Nations nor a contested state on that day."
    return ""


def tell_standing(subject: Subject, notebook: Notebook) -> list[Part]:
    """Tell how isolated a state is; of a pair, which is ahead, and what sets them apart, where either is scored."""
    if subject.other is None or index_row(subject.other, notebook) is None:
        return [tell_index(subject, notebook)]
    lead = tell_lead(subject, notebook)
    return [lead, tell_gap(subject, notebook)] if any(is_scored(one, notebook) for one in subject.both) else [lead]


def tell_index(subject: Subject, notebook: Notebook) -> Part:
    """Tell a state's index, rank and parts, with its course over time."""
    index = notebook.ask("isolation_index", on=subject.on)
    parts = notebook.ask("isolation_components", on=subject.on, state=subject.code)
    rank, year, missing = (tell(subject, notebook) for tell in (say_rank, say_year, say_missing))
    claims = [rank, say_parts(subject, notebook), year, missing]
    shown = {name: label for name, (label, _) in DIMENSIONS.items()}
    rows = parts.frame.assign(dimension=parts.frame["dimension"].map(shown))
    columns = {
        "dimension": "Dimension",
        "score": "Score",
        "raw": "Value",
        "unit": "Unit",
        "as_of": "As of",
    }
    return notebook.part(
        say_index(subject, notebook),
        claims,
        chart=("isolation-series", {"state": subject.code, "to": subject.on}) if subject.on.year > FIRST_YEAR else None,
        results=(index, parts),
        listing=list_rows(parts, f"What others did to {subject.called}, dimension by dimension", columns, frame=rows),
        brief=(rank, year) if is_scored(subject, notebook) else (missing,),
    )


def tell_lead(subject: Subject, notebook: Notebook) -> Part:
    """Tell which of two states is the more isolated, and how surely."""
    other = subject.other
    assert other is not None
    index = notebook.ask("isolation_index", on=subject.on)
    lead = notebook.ask("isolation_lead", on=subject.on, state_a=subject.code, state_b=other.code)
    claims = [say_index(one, notebook) for one in subject.both] + [say_rank(one, notebook) for one in subject.both]
    brief = say_ranks(subject, other, notebook)
    if not any(is_scored(one, notebook) for one in subject.both):
        # The headline says what a sentence for each would say again.
        claims = [say_missing(subject, notebook)]
        brief = tuple(claims)
    given = {"state_a": subject.code, "state_b": other.code, "on": subject.on}
    return notebook.part(
        say_lead(subject, other, notebook),
        claims,
        chart=("versus-series", given),
        results=(index, lead),
        brief=brief,
    )


def say_ranks(subject: Subject, other: Subject, notebook: Notebook) -> tuple[Claim, ...]:
    """Return the ranks of two members and between which they lie in one sentence; one for each that has ranks else."""
    interval = notebook.ask("isolation_rank_interval", on=subject.on)
    held = interval.frame.set_index("state")
    if not {subject.code, other.code} <= set(held.index):
        return tuple(say_rank(one, notebook) for one in subject.both)
    ours, theirs = held.loc[subject.code], held.loc[other.code]
    return (
        notebook.cite(
            f"{subject.begins} ranked {ours['rank']:.0f} and {other.called} {theirs['rank']:.0f}; in nine of ten "
            f"defensible versions of the index {subject.called} ranks between {ours['rank_p05']:.0f} and "
            f"{ours['rank_p95']:.0f}, and {other.called} between {theirs['rank_p05']:.0f} and "
            f"{theirs['rank_p95']:.0f}.",
            interval,
        ),
    )


def say_lead(subject: Subject, other: Subject, notebook: Notebook) -> Claim:
    """Return which of two states is ahead, as a sentence that says no more than the draws do."""
    lead = notebook.ask("isolation_lead", on=subject.on, state_a=subject.code, state_b=other.code)
    day = say(subject.on)
    if not len(lead.frame):
        index = notebook.ask("isolation_index", on=subject.on)
        told = f"{subject.begins} and {other.called} are not both ranked on {day}."
        if not any(is_scored(one, notebook) for one in subject.both):
            told = f"Neither {subject.called} nor {other.called} has an isolation index for {day}: {TOO_LITTLE}."
        return notebook.cite(told, index)
    row = lead.frame.iloc[0]
    # Where the draws do not decide, they may lean to the one with fewer points; the sentence begins with the points.
    first_is_ahead = row["index_a"] >= row["index_b"] if row["leads"] == "neither" else row["leads"] == "a"
    ahead, behind = (subject, other) if first_is_ahead else (other, subject)
    leading, trailing = ("a", "b") if first_is_ahead else ("b", "a")
    share = row[f"share_{leading}"]
    points = f"{row[f'index_{leading}']:.0f} against {row[f'index_{trailing}']:.0f} points of 100"
    if row["leads"] == "neither":
        return notebook.cite(
            f"{ahead.begins} stood above {behind.called} in isolation on {day}, {points}, but in only {share:.0%} of "
            "the defensible versions of the index: too few to tell them apart.",
            lead,
        )
    return notebook.cite(
        f"{ahead.begins} was more isolated than {behind.called} on {day}, {points}, and so in {share:.0%} of the "
        "defensible versions of the index.",
        lead,
    )


def tell_gap(subject: Subject, notebook: Notebook) -> Part:
    """Tell which dimensions set two states apart."""
    other = subject.other
    assert other is not None
    gap = notebook.ask(
        "isolation_gap", state_a=subject.code, state_b=other.code, from_=subject.on.replace(day=1), to=subject.on
    )
    headline = notebook.cite(f"{subject.begins} and {other.called} are not both scored on {say(subject.on)}.", gap)
    claims = [say_parts_of(one, notebook) for one in subject.both]
    if len(gap.frame):
        row = gap.frame.iloc[-1]
        widest = max(DIMENSIONS, key=lambda name: abs(row[name]))
        side = "more" if row[widest] > 0 else "fewer"
        headline = notebook.cite(
            f"What sets the two apart most is {DIMENSIONS[widest][0].lower()}: {subject.called} has "
            f"{count(round(abs(row[widest])), 'point')} {side} there than {other.called}.",
            gap,
        )
    claims += [say_year(one, notebook) for one in subject.both]
    claims += [say_missing(one, notebook) for one in subject.both[:1]]
    given = {"state_a": subject.code, "state_b": other.code, "on": subject.on}
    return notebook.part(
        headline, claims, chart=("versus-gap", given), results=(gap,), brief=say_years(subject, other, notebook)
    )


def say_years(subject: Subject, other: Subject, notebook: Notebook) -> tuple[Claim, ...]:
    """Return where two states stood a year before in one sentence; one for each that was scored else."""
    before = year_before(subject.on)
    if before.year < FIRST_YEAR:
        return ()
    movers = notebook.ask("isolation_movers", from_=before, to=subject.on)
    frame = movers.frame
    scored = dict(zip(frame["state"], frame["index_from"], strict=True)) if len(frame) else {}
    if subject.code not in scored or other.code not in scored:
        return tuple(say_year(one, notebook) for one in subject.both)
    ours, theirs = scored[subject.code], scored[other.code]
    told = f"A year before, on {say(before)}, {subject.called} scored {ours:.0f} and {other.called} {theirs:.0f}."
    return (notebook.cite(told, movers),)


def say_parts_of(subject: Subject, notebook: Notebook) -> Claim:
    """Return `say_parts` with the state named."""
    said = say_parts(subject, notebook)
    return Claim(f"{first(subject.called)}: {lower(said.text)}." if said.text else "", said.sources)
