"""Missiles: how many, of what reach, from where, with what outcome, and what the Council did."""

from datetime import date

import streamlit as st

from analytics.charts.launch_map import FAR_KM, find_landed, is_far
from analytics.charts.missiles import CLASS_COLOURS, CLASS_LABELS
from analytics.dashboard.components.answers import ask
from analytics.dashboard.components.figure import show_chart
from analytics.dashboard.components.filters import choose_code, choose_day, choose_option, choose_span, filter_row
from analytics.dashboard.components.headings import show_section
from analytics.dashboard.components.names import rows
from analytics.dashboard.components.page import open_page

NAMES = {"PRK": "North Korea", "IRN": "Iran", "IND": "India", "PAK": "Pakistan"}
MAIN_CLASS = {"PRK": "ICBM", "IRN": "MRBM", "IND": "SRBM", "PAK": "SRBM"}
BUCKETS = {"year": "Year", "quarter": "Quarter", "month": "Month"}
EFFECTS = {
    "level": "Jump at the date",
    "slope": "Change in growth",
    "over_trend": "Against the earlier trend",
    "plain": "Simple averages",
}
FRAMES = {"near": f"Landings within {FAR_KM:,} km", "all": "All landings"}
FIRST_DAY = date(1979, 1, 1)
LEDE = (
    "Each missile counts once, whether or not it succeeded. Missiles able to carry 500 kg at least 300 km are counted, "
    "and space launchers, by the rule of the James Martin Center (CNS). Cruise missiles and artillery rockets are in "
    "no total; some of those reported are listed below."
)
OTHERS_NOTE = (
    "Outside North Korea the list ends in July 2019. Its cruise missiles, interceptors and launches in combat are left "
    "out here; classes of Indian and Pakistani missiles are our assignment by name."
)


def choose_filters() -> tuple[str, date, date, str, date]:
    with filter_row():
        state = choose_code("state", "Launched by", NAMES, "PRK")
        on = choose_day(label="Compare years up to", first=FIRST_DAY, tables=["missile_launches"])
    with filter_row():
        start, end = choose_span((date(1984, 1, 1), data_end("PRK")), first=FIRST_DAY)
        bucket = choose_option("bucket", "Bars per", BUCKETS, "year")
    return state, start, end, bucket, on


def data_end(state: str) -> date:
    ends = dict(rows("select part, ends_on from coverage where table_name = 'missile_launches'"))
    end: date = ends[state]
    return end


def show_to_date(state: str, on: date) -> None:
    totals = show_chart("missiles-to-date", on=on, state=state).results[0].frame
    if len(totals) and not totals["complete"].iloc[-1]:
        st.caption(f"The data do not cover {int(totals['year'].iloc[-1])} up to that day: the count is a minimum.")


def show_map(state: str, start: date, end: date) -> None:
    far = is_far(find_landed(ask("launches", from_=start, to=end, state=state).frame)).any()
    frame = choose_option("frame", "Show on the map", FRAMES, "near") if far else "near"
    show_chart("missiles-map", from_=start, to=end, state=state, frame=frame)


def show_gaps(state: str) -> None:
    chosen = choose_code("class", "Class", {name: CLASS_LABELS[name] for name in CLASS_COLOURS}, MAIN_CLASS[state])
    show_chart("missiles-gaps", class_=chosen, state=state)


def show_break() -> None:
    ((veto,),) = rows("select min(product_date) from council_products where dprk_specific and kind = 'vetoed draft'")
    ((earliest, latest),) = rows("select min(break_on), max(break_on) from launch_breaks")
    show_section("Launches before and after a day in the Council")
    broke_on = choose_day("break", "Compare before and after", default=veto, first=earliest, last=latest)
    show_chart("missiles-break", break_on=broke_on)
    effect = choose_option("effect", "What is compared", EFFECTS, "level")
    show_chart("missiles-break-dates", effect=effect)


with open_page("Missiles", LEDE, tables=("missile_launches", "nuclear_tests")):
    launcher, first, last, per, day = choose_filters()
    if launcher != "PRK":
        st.info(OTHERS_NOTE)
        last = max(first, min(last, data_end(launcher)))
    show_to_date(launcher, day)
    show_chart("missiles-period", from_=first, to=last, bucket=per, state=launcher)
    show_map(launcher, first, last)
    show_chart("missiles-outcomes", from_=first, to=last, state=launcher)
    show_gaps(launcher)
    if launcher in ("PRK", "IND", "PAK"):
        show_chart("missiles-nuclear", state=launcher)
    if launcher == "PRK":
        show_chart("missiles-uncounted")
        show_chart("missiles-products", from_=first, to=last, bucket=per)
        show_break()
