"""Missiles: how many, of what reach, from where, with what outcome, and what the Council did."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from analytics.charts.missile_context import (
    FAR_KM,
    find_landed,
    is_far,
    is_measure,
    plot_launch_map,
    plot_launches_and_products,
    plot_nuclear_yields,
    plot_uncounted,
)
from analytics.charts.missiles import (
    CLASS_COLOURS,
    CLASS_LABELS,
    plot_launch_gaps,
    plot_launch_outcomes,
    plot_launches_per_period,
    plot_launches_to_date,
)
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_figure
from analytics.dashboard.components.filters import choose_code, choose_day, choose_option, choose_span
from analytics.dashboard.components.names import rows
from analytics.dashboard.components.page import open_page

NAMES = {"PRK": "North Korea", "IRN": "Iran", "IND": "India", "PAK": "Pakistan"}
MAIN_CLASS = {"PRK": "ICBM", "IRN": "MRBM", "IND": "SRBM", "PAK": "SRBM"}
BUCKETS = {"year": "Year", "quarter": "Quarter", "month": "Month"}
FRAMES = {"near": "Most landings", "all": "Every landing"}
FIRST_DAY, FAR_DAY = date(1979, 1, 1), date(2100, 1, 1)
LEDE = (
    "Each missile counts once, failed ones included. Counted are missiles able to carry 500 kg at least 300 km, and "
    "space launchers: the rule of the James Martin Center (CNS). Cruise missiles and artillery rockets are in no "
    "total; those reported are listed at the end."
)
OTHERS_NOTE = (
    "Outside North Korea the list ends in July 2019. Its cruise missiles, interceptors and launches in combat are left "
    "out here; classes of Indian and Pakistani missiles are our assignment by name."
)
ENOUGH_JUDGED = 5


def choose_filters() -> tuple[str, date, date, str, date]:
    left, middle, right = st.columns([1, 2, 1])
    with left:
        state = choose_code("state", "Launched by", NAMES, "PRK")
    with middle:
        start, end = choose_span(default=(date(1984, 1, 1), data_end("PRK")), first=FIRST_DAY)
    with right:
        on = choose_day(label="Compare years up to", first=FIRST_DAY)
    bucket = choose_option("bucket", "Bars per", BUCKETS, "year")
    return state, start, end, bucket, on


def data_end(state: str) -> date:
    ends = dict(rows("select part, ends_on from coverage where table_name = 'missile_launches'"))
    end: date = ends[state]
    return end


def window(start: date, end: date) -> str:
    return f"{start:%-d %B %Y} to {end:%-d %B %Y}"


def show_per_period(state: str, start: date, end: date, bucket: str) -> None:
    result = ask("launches_per_period", from_=start, to=end, bucket=bucket, state=state)
    totals = result.frame.groupby("period")["missiles"].sum()
    title = "Missiles launched, by class"
    if len(totals) > 1:
        peak = pd.Timestamp(str(totals.sort_values(kind="stable").index[-1]))
        name = {"year": f"{peak:%Y}", "quarter": f"Q{peak.quarter} {peak:%Y}", "month": f"{peak:%B %Y}"}[bucket]
        title = f"Most missiles in {name}: {totals.max()} of the {totals.sum()} launched"
    show_figure(
        plot_launches_per_period(result.frame, bucket),
        result,
        key="missiles-period",
        title=title,
        subtitle=f"{NAMES[state]}, missiles per {bucket} by class, {window(start, end)}",
        alt=f"Stacked bars of missiles per {bucket} by class of reach; {title}.",
    )


def show_to_date(state: str, on: date) -> None:
    totals = ask("launches_to_date", on=on, state=state)
    days = ask("launch_days", from_=FIRST_DAY, to=FAR_DAY, state=state)
    title = to_date_title(totals.frame, on)
    show_figure(
        plot_launches_to_date(days.frame, totals.frame, on) if len(days.frame) else None,
        [totals, days],
        key="missiles-to-date",
        title=title,
        subtitle=(
            f"{NAMES[state]}, missiles since 1 January of each year; dotted: {on:%-d %B}; {day_note(state)}; "
            "lines leave out launches known to the month only"
        ),
        alt=f"Running count of missiles through each year, {on.year} in the accent colour. {title}.",
    )
    if len(totals.frame) and not totals.frame["complete"].iloc[-1]:
        st.caption(
            f"The data do not cover {int(totals.frame['year'].iloc[-1])} up to that day: the count is a minimum."
        )


def day_note(state: str) -> str:
    return "days in Korea (UTC+9) where the time is known" if state == "PRK" else "days as the source prints them"


def to_date_title(totals: pd.DataFrame, on: date) -> str:
    this = totals[totals["year"] == on.year]
    before = totals[totals["year"] < on.year]
    if this.empty:
        return f"Missiles by {on:%-d %B} of each year"
    missiles, days = int(this["missiles"].iloc[0]), int(this["launch_days"].iloc[0])
    said = f"{missiles} missiles on {days} days by {on:%-d %B %Y}"
    if before.empty or missiles == 0:
        return said
    best = before.sort_values("missiles", kind="stable").iloc[-1]
    if missiles > best["missiles"]:
        return f"{said}, more than by that day of any year before"
    return f"{said}; by that day of {int(best['year'])} it was {int(best['missiles'])}"


def show_map(state: str, start: date, end: date) -> None:
    launches = ask("launches", from_=start, to=end, state=state)
    sites = ask("launch_sites", from_=start, to=end, state=state)
    placed = sites.frame.dropna(subset=["latitude"])
    if placed.empty:
        st.info(f"The list gives no coordinates for {NAMES[state]} in this span: no map can be drawn.")
        return
    landed = find_landed(launches.frame)
    far = int(is_far(landed).sum())
    whole = far > 0 and choose_option("frame", "Map", FRAMES, "near") == "all"
    beyond = f" {far} flew further than {FAR_KM:,} km and land beyond the frame." if far and not whole else ""
    title = f"Launched from {len(sites.frame)} places, most often from {placed['site'].iloc[0]}"
    show_figure(
        plot_launch_map(launches.frame, placed, whole=whole),
        [launches, sites],
        key="missiles-map",
        title=title,
        subtitle=(
            f"{NAMES[state]}, {window(start, end)}. Landings are estimates from bearing and distance, drawn for the "
            f"{len(landed)} of {int(launches.frame['counted'].sum())} missiles with both.{beyond}"
        ),
        alt=f"Map of launch places and estimated landings. {title}.",
    )


def show_outcomes(state: str, start: date, end: date) -> None:
    result = ask("launch_outcomes", from_=start, to=end, state=state)
    frame = result.frame
    judged, missiles = int(frame["judged"].sum()), int(frame["missiles"].sum())
    show_figure(
        plot_launch_outcomes(frame) if judged else None,
        result,
        key="missiles-outcomes",
        title=outcome_title(frame),
        subtitle=(
            f"{NAMES[state]}, share of successes by class with 95% interval (Wilson), {window(start, end)}; "
            f"{judged} of {missiles} missiles judged; hollow: fewer than {ENOUGH_JUDGED}. "
            "Launches after 2024 are preliminary and carry no share."
        ),
        alt=f"Share of successful launches by class with intervals. {outcome_title(frame)}.",
    )


def outcome_title(frame: pd.DataFrame) -> str:
    sure = frame[(frame["judged"] >= ENOUGH_JUDGED) & (frame["class"] != "Unknown")].sort_values("success_share")
    if len(sure) < 2:
        return "How launches ended"
    worst, best = sure.iloc[0], sure.iloc[-1]
    return (
        f"{best['class']} launches succeeded in {best['success_share']:.0%} of judged cases, "
        f"{worst['class']} launches in {worst['success_share']:.0%}"
    )


def show_products(start: date, end: date, bucket: str) -> None:
    launches = ask("launches_per_period", from_=start, to=end, bucket=bucket, state="PRK")
    products = ask("dprk_products", from_=start, to=end)
    tests = ask("nuclear_tests_list", from_=start, to=end, state="PRK")
    title = products_title(products.frame, end)
    show_figure(
        plot_launches_and_products(launches.frame, products.frame, tests.frame, bucket),
        [products, launches],
        key="missiles-products",
        title=title,
        subtitle=(
            f"North Korea, missiles per {bucket}, under the Council's resolutions and presidential statements on it, "
            f"vetoed drafts and nuclear tests, {window(start, end)}"
        ),
        alt=f"Bars of missiles under marks for Council products. {title}.",
    )


def products_title(products: pd.DataFrame, end: date) -> str:
    measures = products[is_measure(products)]
    if measures.empty:
        return "Missiles, and no new Council sanctions on North Korea in this span"
    last = measures["date"].max()
    since = ask("launch_days", from_=last.date() + timedelta(days=1), to=end, state="PRK").frame["missiles"].sum()
    return f"{since} missiles since the Council last adopted new sanctions on North Korea, on {last:%-d %B %Y}"


def show_gaps(state: str) -> None:
    labels = {name: CLASS_LABELS[name] for name in CLASS_COLOURS}
    chosen = choose_code("class", "Class", labels, MAIN_CLASS[state])
    result = ask("launch_gaps", class_=chosen, state=state)
    gaps = result.frame.dropna(subset=["gap_days"])
    title = f"Gaps between launch days: {CLASS_LABELS[chosen]}"
    if len(gaps):
        longest = gaps.sort_values("gap_days", kind="stable").iloc[-1]
        ended = f"{longest['launch_day']:%-d %B %Y}"
        title = f"Longest time without {chosen} launch: {int(longest['gap_days']):,} days, to {ended}"
    show_figure(
        plot_launch_gaps(result.frame, chosen) if len(gaps) else None,
        result,
        key="missiles-gaps",
        title=title,
        subtitle=(
            f"{NAMES[state]}, days since the launch day before, all years; hollow: no success that day. "
            + (flight_note(result.frame) if (state, chosen) == ("PRK", "ICBM") else "")
        ),
        alt=f"Days between launches. {title}.",
    )


def flight_note(gaps: pd.DataFrame) -> str:
    flight = gaps[gaps["launch_day"] == pd.Timestamp(2022, 3, 24)]
    if flight.empty:
        return ""
    days = int(flight["days_since_success"].iloc[0])
    last = flight["previous_success_day"].iloc[0]
    return (
        f"The launch of 16 March 2022 failed; the first full flight, on 24 March 2022, came {days:,} days "
        f"({days / 365.25:.1f} years) after that of {last:%-d %B %Y}. The launches of 27 February and 5 March 2022, "
        "which the United States called tests of an ICBM system, have no class in the list and end no gap."
    )


def show_tests(state: str) -> None:
    result = ask("nuclear_tests_list", from_=date(1945, 1, 1), to=FAR_DAY, state=state)
    known = result.frame["yield_kt_best"].notna().any()
    title = f"{len(result.frame)} nuclear tests" if len(result.frame) else "Nuclear tests"
    if known:
        top = result.frame.dropna(subset=["yield_kt_best"]).sort_values("yield_kt_best", kind="stable").iloc[-1]
        title += f", the strongest on {top['date_utc']:%-d %B %Y}: {top['yield_kt_best']:g} kt"
    show_figure(
        plot_nuclear_yields(result.frame) if known else None,
        result,
        key="missiles-nuclear",
        title=title,
        subtitle=f"{NAMES[state]}, yield in kilotons of TNT with range, logarithmic scale, all years",
        alt=f"Yields of nuclear tests with their ranges. {title}.",
    )


def show_uncounted() -> None:
    result = ask("launches_uncounted", from_=FIRST_DAY, to=FAR_DAY, state="PRK")
    show_figure(
        plot_uncounted(result.frame),
        result,
        key="missiles-uncounted",
        title=f"In no total: {len(result.frame)} reported events outside the counting rule or the list",
        subtitle="North Korea, events, not missiles; a selection since 2022 from the press and CSIS; in no chart above",
        alt="Marks in time for reported launches that are not counted, by reason.",
    )


with open_page("Missiles", LEDE, tables=("missile_launches", "nuclear_tests")):
    launcher, first, last, per, day = choose_filters()
    if launcher != "PRK":
        st.info(OTHERS_NOTE)
        last = max(first, min(last, data_end(launcher)))
    show_to_date(launcher, day)
    show_per_period(launcher, first, last, per)
    show_map(launcher, first, last)
    show_outcomes(launcher, first, last)
    if launcher == "PRK":
        show_products(first, last, per)
    show_gaps(launcher)
    if launcher in ("PRK", "IND", "PAK"):
        show_tests(launcher)
    if launcher == "PRK":
        show_uncounted()
