"""What the charts that set launches beside other things ask, and the words over them."""

from datetime import date, timedelta
from typing import Literal

import pandas as pd

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.drawings.missiles import FAR_DAY, FIRST_DAY, Bucket
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
from analytics.charts.words import called, say, window

FIRST_TEST = date(1945, 1, 1)


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
    far = int(is_far(landed).sum())
    beyond = f" {far} flew further than {FAR_KM:,} km and land beyond the frame." if far and frame == "near" else ""
    title = f"Launched from {len(sites.frame)} places, most often from {placed['site'].iloc[0]}"
    return Drawing(
        plot_launch_map(launches.frame, placed, whole=frame == "all"),
        (launches, sites),
        title,
        f"{name}, {window(from_, to)}. Landings are estimates from bearing and distance, drawn for the "
        f"{len(landed)} of {int(launches.frame['counted'].sum())} missiles with both.{beyond}",
        f"Map of launch places and estimated landings. {title}.",
    )


@chart("missiles-products", query_id="dprk_products", about="North Korean missiles under the Council's texts on them.")
def draw_products(ask: Ask, *, from_: date, to: date, bucket: Bucket = "year") -> Drawing:
    """Draw missiles per period under Council products and nuclear tests."""
    launches = ask("launches_per_period", from_=from_, to=to, bucket=bucket, state="PRK")
    products = ask("dprk_products", from_=from_, to=to)
    tests = ask("nuclear_tests_list", from_=from_, to=to, state="PRK")
    title = say_products(ask, products.frame, to)
    return Drawing(
        plot_launches_and_products(launches.frame, products.frame, tests.frame, bucket),
        (products, launches),
        title,
        f"North Korea, missiles per {bucket}, under the Council's resolutions and presidential statements on it, "
        f"vetoed drafts and nuclear tests, {window(from_, to)}",
        f"Bars of missiles under marks for Council products. {title}.",
    )


def say_products(ask: Ask, products: pd.DataFrame, end: date) -> str:
    """Return how many missiles followed the last new sanctions."""
    measures = products[is_measure(products)]
    if measures.empty:
        return "Missiles, and no new Council sanctions on North Korea in this span"
    last = measures["date"].max()
    since = ask("launch_days", from_=last.date() + timedelta(days=1), to=end, state="PRK").frame["missiles"].sum()
    return f"{since} missiles since the Council last adopted new sanctions on North Korea, on {say(last)}"


@chart("missiles-nuclear", query_id="nuclear_tests_list", about="Yields of one state's nuclear tests.")
def draw_nuclear(ask: Ask, *, state: str = "PRK") -> Drawing:
    """Draw the yield of each test with its range."""
    result = ask("nuclear_tests_list", from_=FIRST_TEST, to=FAR_DAY, state=state)
    known = result.frame["yield_kt_best"].notna().any()
    title = f"{len(result.frame)} nuclear tests" if len(result.frame) else "Nuclear tests"
    if known:
        top = result.frame.dropna(subset=["yield_kt_best"]).sort_values("yield_kt_best", kind="stable").iloc[-1]
        low, high = (f"{top[name]:,.0f}" for name in ("yield_kt_low", "yield_kt_high"))
        span = f" ({low} to {high})" if low != high else ""
        title += f", the strongest on {say(top['date_utc'])}: {top['yield_kt_best']:,.0f} kt{span}"
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
        f"{len(result.frame)} reported events count in no total: outside the counting rule or the list",
        "North Korea, events, not missiles; a selection since 2022 from the press and CSIS; in no total",
        "Marks in time for reported launches that are not counted, by reason.",
    )
