"""What the charts of the isolation index say of ranks, movers, scores, a course over time and choices, in words."""

from datetime import date

import pandas as pd

from analytics.catalog.series import series_of
from analytics.charts.chart import Ask
from analytics.charts.isolation import CHOICES, DIMENSIONS, SHOWN
from analytics.charts.words import called, listed, many, named, say, signed

CEILING = 100
# How many standard errors of sampling set two choices apart.
APART = 2


def tell_ranks(row: pd.Series, members: int) -> str:
    """Return between which of so many ranks the first lies over the versions of the index, as a sentence's end."""
    low, high = row["rank_p05"], row["rank_p95"]
    if 2 * (high - low) > members:
        return f"anywhere between {low} and {high} of {members}"
    if low > 1:
        return f"between {low} and {high}"
    return f"among the first {high}" if high > 1 else "too"


def tell_highest_of(members: int) -> str:
    """Return how many of the members scored are shown; where none is, what would be."""
    return f"The {min(SHOWN, members)} highest of {many(members, 'member')}" if members else "Members by their index"


def tell_movers(frame: pd.DataFrame) -> str:
    """Return whose index rose and whose fell most, by changes in falling order; nothing of a side on which none is."""
    up, down = frame.iloc[0], frame.iloc[-1]
    told = [
        f"{named(row['state_name'])} {verb} most ({signed(row['change'], 0)})"
        for row, verb, moved in ((up, "rose", up["change"] > 0), (down, "fell", down["change"] < 0))
        if moved
    ]
    return ", ".join(told) or "no index moved"


def tell_highest(observed: pd.DataFrame, state: str) -> str:
    """Return in which dimensions a state stands at the ceiling, else where it scores highest, in whole points."""
    exact = observed[observed["state"] == series_of(state)].set_index("dimension")["score"]
    scores = exact if exact.max() >= CEILING else exact.round()
    highest = [label.lower() for name, (label, _) in DIMENSIONS.items() if scores.get(name) == scores.max()]
    if scores.max() == 0:
        return f"{called(state)} scores 0 in every dimension observed"
    if scores.max() >= CEILING:
        return f"{called(state)} is at the ceiling of {CEILING} on {listed(highest)}"
    return f"the highest score of {called(state)} is {scores.max():.0f}, on {listed(highest)}"


def tell_scored(frame: pd.DataFrame, state: str, on: date) -> str:
    """Return how a state stands among the scores of members on a day; why not, where it has none among them."""
    own = frame[frame["state"] == series_of(state)]
    if len(own) and not own["un_member"].any():
        return f"{called(state)}, not a member on {say(on)}, is not among these dots"
    if not own["score"].notna().any():
        return f"{called(state)} is not scored on {say(on)}"
    return tell_highest(frame[frame["score"].notna()], state)


def tell_held(ask: Ask, state: str, day: date) -> str:
    """Return what keeps a state's index from moving on a day, as sentences: ceilings, and votes of a past session."""
    frame = ask("isolation_components", on=day, state=state).frame
    full = [DIMENSIONS[str(name)][0].lower() for name in frame.loc[frame["score"] >= CEILING, "dimension"]]
    cast = frame.loc[(frame["dimension"] == "alignment") & frame["score"].notna(), "as_of"]
    told = f". At the ceiling of {CEILING} on {say(day)}: {listed(full)}" if full else ""
    return told + "".join(f". Votes on {say(day)} are those of the session to {say(until)}" for until in cast)


def tell_course(scored: pd.DataFrame, days: list[tuple[float, str]], on: date | None = None) -> str:
    """Return where a state's index stood on a day, where it stands now and where it stood highest.

    What is the same in whole points is told once, and the month of the day not beside the day itself.
    """
    points = scored["index"].round()
    last, top = scored.iloc[-1], scored.iloc[int(points.argmax())]
    now = (points.iloc[-1], f"in {last['on']:%B %Y}")
    told_already = [value for value, _ in days] == [now[0]] and on is not None and f"{on:%B %Y}" in now[1]
    told = days if told_already else [*days, now]
    if points.iloc[-1] < points.max():
        told.append((points.max(), f"in {top['on']:%B %Y}, the most"))
    times = {value: listed([when for other, when in told if other == value]) for value, _ in told}
    return ", ".join(f"{value:.0f} of 100 {when}" for value, when in times.items())


def first_told(scored: pd.DataFrame, days: list[tuple[float, str]], on: date | None) -> date:
    """Return the earliest day that a state's course tells of: the one asked about, the last, or that of the most."""
    points = scored["index"].round()
    last, top = (scored["on"].iloc[place].date() for place in (-1, int(points.argmax())))
    told: list[date] = [last, *([on] if on and days else []), *([top] if points.iloc[-1] < points.max() else [])]
    return min(told)


def tell_leading(shown: pd.DataFrame) -> list[str]:
    """Return the choice that explains most, and those which the error of sampling does not set apart from it."""
    top = shown.iloc[0]
    error = APART * (shown["total_error"] ** 2 + top["total_error"] ** 2) ** 0.5
    names = shown.loc[top["total"] - shown["total"] <= error, "choice"]
    return [CHOICES[str(name)][0].lower() + CHOICES[str(name)][1:] for name in names]
