"""What the charts of launches before and after the Council stalled ask, and the words over them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import pandas as pd

from analytics.charts.chart import Ask, Drawing, chart
from analytics.charts.launch_breaks import OUTCOMES, plot_break, plot_break_dates
from analytics.charts.words import say

Row = Mapping[str, Any]
Effects = Mapping[tuple[str, str], Row]
Effect = Literal["level", "slope", "over_trend", "plain"]
EFFECTS = {
    "level": "step at the break",
    "slope": "change of yearly growth",
    "over_trend": "months after it against the earlier trend continued",
    "plain": "mean after over mean before",
}
NO_CAUSE = "An association, not a cause: one case, no control, the last two years preliminary"


@chart(
    "missiles-break",
    query_id="launch_break_series",
    about="North Korean launches per month before and after the Council stalled, with fitted trends.",
)
def draw_break(ask: Ask, *, break_on: date | None = None) -> Drawing:
    """Draw launches beside the trend before a break; without a day, that of the first vetoed draft."""
    series = ask("launch_break_series", break_on=break_on)
    if series.frame.empty:
        return Drawing(None, (series,), "No break is estimated for this day", NO_CAUSE, "No break is estimated.")
    first = series.frame.iloc[0]
    effects = ask("launch_breaks", break_on=first["broke_on"].date())
    told = {(row["outcome"], row["effect"]): row for row in effects.table.to_pylist()}
    one, days = told["missiles", "level"], told["launch_days", "level"]
    title = say_step(told, first["broke_on"])
    return Drawing(
        plot_break(series.frame),
        (series, effects),
        title,
        f"North Korea per month, {one['starts_on']:%B %Y} to {one['ends_on']:%B %Y}; dotted: the earlier trend "
        f"continued. Step: × {ratio(one)} in missiles, × {ratio(days)} in launch days, with intervals of 95% that "
        f"allow for overdispersion and autocorrelation. {NO_CAUSE}",
        f"Bars of launches per month with fitted trends before and after a break. {title}.",
    )


def say_step(told: Effects, broke_on: pd.Timestamp) -> str:
    """Return how each outcome stepped at the break, and whether that is clear."""
    parts = [
        f"{OUTCOMES[outcome].lower()} {direction(step)} (× {step['rate_ratio']:.1f})"
        for outcome in OUTCOMES
        for step in [told[outcome, "level"]]
    ]
    return f"From {say(broke_on)} {parts[0]}, {parts[1]}"


def direction(row: Row) -> str:
    """Return the verdict of a 95% interval."""
    if row["low95"] > 1:
        return "stepped up"
    return "stepped down" if row["high95"] < 1 else "did not clearly step"


def ratio(row: Row) -> str:
    """Return a rate ratio with its 95% interval."""
    return f"{row['rate_ratio']:.2f} ({row['low95']:.2f} to {row['high95']:.2f})"


@chart(
    "missiles-break-dates",
    query_id="launch_breaks",
    about="Whether the change in North Korean launches hangs on the day of the break.",
)
def draw_break_dates(ask: Ask, *, effect: Effect = "level") -> Drawing:
    """Draw an effect for every month that could be the break."""
    result = ask("launch_breaks", effect=effect)
    frame = result.frame
    if frame.empty:
        return Drawing(None, (result,), "No break is estimated", NO_CAUSE, "No break is estimated.")
    days = frame["break_on"]
    texts = ask("dprk_products", from_=days.min().date(), to=days.max().date())
    shares = ", ".join(say_share(frame, outcome) for outcome in OUTCOMES)
    title = f"Of {days.nunique()} months tried as the break, {shares}"
    return Drawing(
        plot_break_dates(frame, texts.frame),
        (result, texts),
        title,
        f"North Korea, rate ratio of the {EFFECTS[effect]}, with 95% interval, by month of the break, "
        f"{days.min():%B %Y} to {days.max():%B %Y}, logarithmic scale; diamond: the first vetoed draft. {NO_CAUSE}",
        f"Line of the rate ratio with its interval by month of the break. {title}.",
    )


def say_share(effects: pd.DataFrame, outcome: str) -> str:
    """Return in how many of the breaks tried an outcome clearly rises, and falls."""
    rows = effects[effects["outcome"] == outcome]
    up, down = int((rows["low95"] > 1).sum()), int((rows["high95"] < 1).sum())
    return f"{OUTCOMES[outcome].lower()} clearly rise in {up}" + (f" and fall in {down}" if down else "")
