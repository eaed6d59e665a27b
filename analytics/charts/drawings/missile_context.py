"""What the charts that set launches beside other things ask, and the words over them."""

from datetime import date, timedelta
from typing import Literal

import pandas as pd

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.drawings.missiles import FAR_DAY, FIRST_DAY, Bucket, launches_end
from analytics.charts.launch_map import FAR_KM, count_outside, find_landed, is_far, plot_launch_map
from analytics.charts.missile_context import (
    is_measure,
    kilotons,
    plot_launches_and_products,
    plot_nuclear_yields,
    plot_uncounted,
    say_range,
)
from analytics.charts.periods import find_cut, say_cut
from analytics.charts.words import called, first, listed, many, say, window

SITES_NAMED = 3
FIRST_TEST = date(1945, 1, 1)
WHY_UNCOUNTED = {
    "outside_rule": "outside the counting rule",
    "omitted_ballistic": "ballistic but not in the list",
    "after_table_end": "after the list ends",
}


@chart("missiles-map", query_id="launches", about="Launch places and estimated landings.")
def draw_map(ask: Ask, *, from_: date, to: date, state: str = "PRK", frame: Literal["near", "all"] = "near") -> Drawing:
    """Draw launch places and landings; `frame` says whether far landings share the map."""
    launches = ask("launches", from_=from_, to=to, state=state)
    sites = ask("launch_sites", from_=from_, to=to, state=state)
    placed, name = sites.frame.dropna(subset=["latitude"]), called(state)
    if placed.empty:
        title = f"The list gives no coordinates for {name} in this span: no map can be drawn"
        return Drawing(None, (launches, sites), title, f"{name}, launches, {window(from_, to)}", title)
    landed = find_landed(launches.frame)
    outside = count_outside(landed, placed) if frame == "near" and is_far(landed).any() else 0
    beyond = f" {outside} flew more than {FAR_KM:,} km and landed outside this map." if outside else ""
    title = say_places(sites.frame)
    return Drawing(
        plot_launch_map(launches.frame, placed, whole=frame == "all"),
        (launches, sites),
        title,
        f"{name}, {window(from_, to)}. Landings are estimates from bearing and distance, drawn where both are known: "
        f"{len(landed) or 'none'} of {many(int(launches.frame['counted'].sum()), 'missile')}.{beyond}",
        f"Map of launch places and estimated landings. {title}.",
    )


def say_places(sites: pd.DataFrame) -> str:
    """Return from how many places missiles were launched, and from which most."""
    count, most = many(len(sites), "place"), sites.loc[sites["missiles"] == sites["missiles"].max(), "site"]
    which = listed(list(most), SITES_NAMED)
    return f"Launched from {count}{': ' if len(most) == len(sites) else ', most often from '}{which}"


@chart("missiles-products", query_id="dprk_products", about="North Korean missiles under the Council's texts on them.")
def draw_products(ask: Ask, *, from_: date, to: date, bucket: Bucket = "year") -> Drawing:
    """Draw missiles per period under Council products and nuclear tests."""
    launches = ask("launches_per_period", from_=from_, to=to, bucket=bucket, state="PRK")
    products = ask("dprk_products", from_=from_, to=to)
    tests = ask("nuclear_tests_list", from_=from_, to=to, state="PRK")
    title = say_products(ask, products.frame, to, int(launches.frame["missiles"].sum()))
    cut = find_cut(launches.frame["period"], bucket, from_, to, launches_end(ask, "PRK"))
    return Drawing(
        plot_launches_and_products(launches.frame, products.frame, tests.frame, bucket, cut),
        (products, launches),
        title,
        f"North Korea, missiles per {bucket}, under the Council's resolutions and presidential statements on it, "
        f"vetoed drafts and nuclear tests, {window(from_, to)}{say_cut(cut, bucket)}",
        f"Bars of missiles under marks for Council products. {title}.",
    )


def say_products(ask: Ask, products: pd.DataFrame, end: date, launched: int) -> str:
    """Return how many missiles followed the last new sanctions; without any, how many were launched in the span."""
    measures = products[is_measure(products)]
    if measures.empty:
        return f"{first(many(launched, 'missile'))} and no new Council sanctions on North Korea in this span"
    last = measures["date"].max()
    days = ask("launch_days", from_=last.date() + timedelta(days=1), to=end, state="PRK").frame
    since = many(int(days["missiles"].sum()), "missile")
    return f"{since} since the Council last adopted new sanctions on North Korea, on {say(last)}"


@chart("missiles-nuclear", query_id="nuclear_tests_list", about="Yields of one state's nuclear tests.")
def draw_nuclear(ask: Ask, *, state: str = "PRK") -> Drawing:
    """Draw the yield of each test with its range."""
    result = ask("nuclear_tests_list", from_=FIRST_TEST, to=FAR_DAY, state=state)
    known = result.frame["yield_kt_best"].notna().any()
    title = many(len(result.frame), "nuclear test") if len(result.frame) else "Nuclear tests"
    if known:
        top = result.frame.dropna(subset=["yield_kt_best"]).sort_values("yield_kt_best", kind="stable").iloc[-1]
        best = kilotons(top["yield_kt_best"])
        title += f", the strongest on {say(top['date_utc'])}: {best} kt ({say_range(top.to_dict())})"
    return Drawing(
        plot_nuclear_yields(result.frame) if known else None,
        (result,),
        title,
        f"{called(state)}, yield in kilotons of TNT with range, logarithmic scale, all years",
        f"Yields of nuclear tests with their ranges. {title}.",
    )


@chart(
    "missiles-uncounted", query_id="launches_uncounted", about="Reported North Korean launches that are in no total."
)
def draw_uncounted(ask: Ask) -> Drawing:
    """Draw reported events outside the counting rule."""
    result = ask("launches_uncounted", from_=FIRST_DAY, to=FAR_DAY, state="PRK")
    return Drawing(
        plot_uncounted(result.frame),
        (result,),
        say_uncounted(result.frame),
        "North Korea, events, not missiles: a selection since 2022 from the press and CSIS. The rule leaves out "
        f"cruise and anti-aircraft missiles and artillery rockets{say_later(result.frame)}",
        "Marks in time for reported launches that are not counted, by reason.",
    )


def say_uncounted(events: pd.DataFrame) -> str:
    """Return how many reported launches no total holds, and why."""
    counts = events["reason"].value_counts()
    parts = [f"{counts[reason]} {words}" for reason, words in WHY_UNCOUNTED.items() if reason in counts]
    return f"{many(len(events), 'reported launch', 'reported launches')} in no total: {listed(parts)}"


def say_later(events: pd.DataFrame) -> str:
    """Return on which days launches were reported after the list of launches ends, as the end of a sentence."""
    days = [say(day) for day in events.loc[events["reason"] == "after_table_end", "date_local"]]
    return f"; those of {listed(days)} came after the list ends and are missing from every count" if days else ""
