"""What the charts of launches ask, and the words over them."""

from datetime import date
from typing import Literal

import pandas as pd

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.launches_to_date import plot_launches_to_date
from analytics.charts.missiles import (
    CLASS_LABELS,
    plot_launch_gaps,
    plot_launch_outcomes,
    plot_launches_per_period,
)
from analytics.charts.periods import find_cut, say_cut
from analytics.charts.words import called, many, say, window

Bucket = Literal["month", "quarter", "year"]
FIRST_DAY, FAR_DAY = date(1979, 1, 1), date(2100, 1, 1)
ENOUGH_JUDGED = 5


@chart("missiles-to-date", query_id="launches_to_date", about="Missiles launched by one day of the year, year by year.")
def draw_to_date(ask: Ask, *, on: date, state: str = "PRK") -> Drawing:
    """Draw each year's running count, the chosen year in the accent colour."""
    totals = ask("launches_to_date", on=on, state=state)
    days = ask("launch_days", from_=FIRST_DAY, to=FAR_DAY, state=state)
    until = launches_end(ask, state)
    title = say_to_date(totals.frame, on, until)
    zone = "days in Korea (UTC+9) where the time is known" if state == "PRK" else "days as the source prints them"
    return Drawing(
        plot_launches_to_date(days.frame, totals.frame, on, until) if len(days.frame) else None,
        (totals, days),
        title,
        f"{called(state)}, missiles since 1 January of each year, able to carry 500 kg at least 300 km, and "
        f"space launchers (rule of CNS); dotted: {on:%-d %B}; {zone}; lines leave out launches known to the month only",
        f"Running count of missiles through each year, {on.year} in the accent colour. {title}.",
    )


def launches_end(ask: Ask, state: str) -> date | None:
    """Return the day on which the launches of a state end; the table ends with the state that reaches furthest."""
    ends = ask("freshness", on=FAR_DAY).frame
    rows = ends[(ends["table_name"] == "missile_launches") & (ends["part"] == state)]
    return rows["ends_on"].iloc[0].date() if len(rows) else None


def say_to_date(totals: pd.DataFrame, on: date, until: date | None = None) -> str:
    """Return the count up to a day, and how it stands beside the same day of other years.

    Past `until`, where the data end, it is a least count and stands beside none: the others' days are whole.
    """
    this = totals[totals["year"] == on.year]
    before = totals[totals["year"] < on.year]
    ended = f"{say(until)}, where the data end" if until and on > until else ""
    if this.empty:
        none = f"No missile is recorded in {on.year} by {on:%-d %B}"
        return f"Missiles by {on:%-d %B} of each year, until {ended}" if ended else none
    missiles = int(this["missiles"].iloc[0])
    counted = count_launched(missiles, int(this["launch_days"].iloc[0]))
    if ended:
        return f"{'At least ' if missiles else ''}{counted} by {ended}"
    said = f"{counted} by {say(on)}"
    if before.empty or missiles == 0:
        return said
    best = before.sort_values("missiles", kind="stable").iloc[-1]
    if missiles > best["missiles"]:
        return f"{said}, more than by that date in any earlier year"
    return f"{said}; by that date in {int(best['year'])} it was {int(best['missiles'])}"


def count_launched(missiles: int, days: int) -> str:
    """Return how many missiles were launched on how many days, as far as the days are known."""
    told = many(missiles, "missile")
    if days:
        return f"{told} on {many(days, 'day')}"
    return f"{told}, {'its day' if missiles == 1 else 'their days'} not known," if missiles else told


@chart("missiles-period", query_id="launches_per_period", about="Missiles per month, quarter or year, by class.")
def draw_per_period(ask: Ask, *, from_: date, to: date, bucket: Bucket = "year", state: str = "PRK") -> Drawing:
    """Draw missiles per period by class of reach."""
    result = ask("launches_per_period", from_=from_, to=to, bucket=bucket, state=state)
    totals = result.frame.groupby("period")["missiles"].sum()
    cut = find_cut(result.frame["period"], bucket, from_, to, launches_end(ask, state))
    title = "Missiles launched, by class"
    if len(totals):
        peak = pd.Timestamp(str(totals.sort_values(kind="stable").index[-1]))
        name = {"year": f"{peak:%Y}", "quarter": f"Q{peak.quarter} {peak:%Y}", "month": f"{peak:%B %Y}"}[bucket]
        if len(totals) > 1:
            title = f"Most missiles in {name}: {totals.max()} of the {totals.sum()} launched"
        elif not any(cut):
            title = f"{many(int(totals.sum()), 'missile')} launched in {name}"
    return Drawing(
        plot_launches_per_period(result.frame, bucket, cut) if len(result.frame) else None,
        (result,),
        title,
        f"{called(state)}, missiles per {bucket} by class, {window(from_, to)}{say_cut(cut, bucket)}",
        f"Stacked bars of missiles per {bucket} by class of reach; {title}.",
    )


@chart("missiles-outcomes", query_id="launch_outcomes", about="Share of successful launches by class, with intervals.")
def draw_outcomes(ask: Ask, *, from_: date, to: date, state: str = "PRK") -> Drawing:
    """Draw the share of successes of each class."""
    result = ask("launch_outcomes", from_=from_, to=to, state=state)
    frame = result.frame
    judged, missiles = int(frame["judged"].sum()), int(frame["missiles"].sum())
    title = say_outcomes(frame)
    known = f"{judged or 'none'} of {many(missiles, 'missile')}" if missiles else "no missiles"
    young = " Launches not yet reviewed carry no share." if frame["preliminary"].sum() else ""
    return Drawing(
        plot_launch_outcomes(frame) if judged else None,
        (result,),
        title,
        f"{called(state)}, share of launches of known outcome that succeeded, by class, with 95% interval, "
        f"{window(from_, to)}; {known}; hollow: fewer than {ENOUGH_JUDGED}, left out above.{young}",
        f"Share of successful launches by class with intervals. {title}.",
    )


def say_outcomes(frame: pd.DataFrame) -> str:
    """Return the classes of most and least success among those known."""
    sure = frame[(frame["judged"] >= ENOUGH_JUDGED) & (frame["class"] != "Unknown")].sort_values("success_share")
    if len(sure) < 2:
        return "How launches ended"
    worst, best = sure.iloc[0], sure.iloc[-1]
    if f"{worst['success_share']:.0%}" == f"{best['success_share']:.0%}":
        return f"Success by known class: {best['success_share']:.0%} in each of {ENOUGH_JUDGED} or more judged launches"
    high, low = (
        f"{row['success_share']:.0%} ({CLASS_LABELS[row['class']].split(' (')[0].lower()})" for row in (best, worst)
    )
    return f"Success by known class: from {high} to {low}"


@chart("missiles-gaps", query_id="launch_gaps", about="Days between launches of one class.")
def draw_gaps(ask: Ask, *, class_: str = "ICBM", state: str = "PRK") -> Drawing:
    """Draw the days between launches of a class."""
    result = ask("launch_gaps", class_=class_, state=state)
    gaps = result.frame.dropna(subset=["gap_days"])
    title = f"Gaps between launch days: {CLASS_LABELS[class_]}"
    if len(gaps):
        longest = gaps.sort_values("gap_days", kind="stable").iloc[-1]
        ended = say(longest["launch_day"])
        kind = "launches of unknown class" if class_ == "Unknown" else f"{class_} launches"
        title = f"Longest time between {kind}: {int(longest['gap_days']):,} days, to {ended}"
    note = say_flight(result.frame) if (state, class_) == ("PRK", "ICBM") else ""
    until = launches_end(ask, state)
    return Drawing(
        plot_launch_gaps(result.frame, class_, until) if len(gaps) else None,
        (result,),
        title,
        f"{called(state)}, days since the previous launch day, all years; hollow: no success"
        f"{say_running(result.frame, until)}{note}",
        f"Days between launches. {title}.",
    )


def say_running(gaps: pd.DataFrame, until: date | None) -> str:
    """Return how long the gap that still runs had lasted when the data end, as the end of a sentence."""
    if not len(gaps) or until is None:
        return ""
    last = gaps["launch_day"].max().date()
    days = (until - last).days
    return f"; triangle: since the last one, on {say(last)}, to where the data end ({days:,} days)" if days > 0 else ""


def say_flight(gaps: pd.DataFrame) -> str:
    """Return how the failed launch of 16 March 2022 and the flight of 24 March stand to each other."""
    flight = gaps[gaps["launch_day"] == pd.Timestamp(2022, 3, 24)]
    if flight.empty:
        return ""
    days = int(flight["days_since_success"].iloc[0])
    last = flight["previous_success_day"].iloc[0]
    return (
        f". The launch of 16 March 2022 failed; the first full flight, on 24 March 2022, came {days:,} days "
        f"({days / 365.25:.1f} years) after that of {say(last)}. Launches of 27 February, 5 March and 25 May 2022, "
        "which the United States called or South Korea presumed tests of an ICBM, have no class in the list and "
        "end no gap"
    )
