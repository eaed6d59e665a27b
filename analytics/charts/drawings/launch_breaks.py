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
    "level": "the jump at the date",
    "slope": "the change in yearly growth",
    "over_trend": "the months after the date against the earlier trend continued",
    "plain": "the average after the date against that before it",
}
# What an outcome does after a month where the effect is clearly above 1, and below it.
VERBS = {
    "level": ("jump", "drop"),
    "slope": ("grow faster", "grow slower"),
    "over_trend": ("exceed the earlier trend", "fall short of the earlier trend"),
    "plain": ("run higher", "run lower"),
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
        return Drawing(None, (series,), "Nothing is estimated for this day", NO_CAUSE, "Nothing is estimated.")
    first = series.frame.iloc[0]
    effects = ask("launch_breaks", break_on=first["broke_on"].date())
    told = {(row["outcome"], row["effect"]): row for row in effects.table.to_pylist()}
    one, days = told["missiles", "level"], told["launch_days", "level"]
    title = say_jump(told, ask("launch_breaks", effect="level").frame, first["broke_on"])
    return Drawing(
        plot_break(series.frame),
        (series, effects),
        title,
        f"North Korea per month, {one['starts_on']:%B %Y} to {one['ends_on']:%B %Y}; dotted: the earlier trend "
        f"continued. Jump: × {ratio(one)} in missiles, × {ratio(days)} in launch days, with 95% interval; one that "
        f"holds × 1 is no clear jump. {say_end(series.frame)}. {NO_CAUSE}",
        f"Bars of launches per month with fitted trends before and after a day. {title}.",
    )


def say_jump(told: Effects, tried: pd.DataFrame, broke_on: pd.Timestamp) -> str:
    """Return whether each outcome clearly jumped at a day, and after how many of the other months it did so too."""
    parts = {outcome: say_verdict(told[outcome, "level"], tried) for outcome in OUTCOMES}
    if not any(parts.values()):
        return f"Neither missiles nor launch days clearly jump or drop at {say(broke_on)}"
    said = [f"{OUTCOMES[outcome].lower()} {part or 'show no clear jump'}" for outcome, part in parts.items()]
    return f"At {say(broke_on)} {'; '.join(said)}"


def say_verdict(row: Row, tried: pd.DataFrame) -> str:
    """Return the verdict of a 95% interval beside those of the other months tried; empty where it holds 1."""
    if row["low95"] <= 1 <= row["high95"]:
        return ""
    up = row["low95"] > 1
    others = tried[(tried["outcome"] == row["outcome"]) & (tried["break_on"] != pd.Timestamp(row["break_on"]))]
    like = int((others["low95"] > 1).sum() if up else (others["high95"] < 1).sum())
    span = f"× {row['low95']:.2f} to {row['high95']:.2f}"
    return f"{VERBS['level'][not up]} ({span}), as in {like or 'none'} of {len(others)} other months"


def say_end(series: pd.DataFrame) -> str:
    """Return where the fitted trend of missiles ends beside the earlier one."""
    last = series[series["outcome"] == "missiles"].iloc[-1]
    return (
        f"In {last['period']:%B %Y} the fitted line stands at {last['fitted']:.1f} missiles a month, "
        f"the earlier trend at {last['trend_continued']:.1f}"
    )


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
        return Drawing(None, (result,), "Nothing is estimated", NO_CAUSE, "Nothing is estimated.")
    days = frame["break_on"]
    texts = ask("dprk_products", from_=days.min().date(), to=days.max().date())
    shares = ", ".join(say_share(frame, outcome, VERBS[effect]) for outcome in OUTCOMES)
    title = f"Of {days.nunique()} months tried as the date, {shares}"
    return Drawing(
        plot_break_dates(frame, texts.frame),
        (result, texts),
        title,
        f"North Korea, {EFFECTS[effect]}, as a factor with 95% interval, for each month as the date, "
        f"{days.min():%B %Y} to {days.max():%B %Y}, logarithmic scale; diamond: the first vetoed draft. {NO_CAUSE}",
        f"Line of the factor with its interval by month tried as the date. {title}.",
    )


def say_share(effects: pd.DataFrame, outcome: str, verbs: tuple[str, str]) -> str:
    """Return after how many of the months tried an outcome clearly rises, and falls."""
    rows = effects[effects["outcome"] == outcome]
    up, down = int((rows["low95"] > 1).sum()), int((rows["high95"] < 1).sum())
    said = [f"{verb} after {count}" for verb, count in zip(verbs, (up, down), strict=True) if count]
    return f"{OUTCOMES[outcome].lower()} clearly {' and '.join(said) or f'{verbs[0]} after none'}"
