"""Months, quarters and years that a span or the end of the data cuts: their bars are drawn pale, and that is said."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analytics.charts.style import PALE

CODES = {"month": "M", "quarter": "Q", "year": "Y"}


def find_cut(days: pd.Series, bucket: str, from_: date, to: date, until: date | None) -> list[bool]:
    """Return of each day whether its period is held only in part: the span cuts it, or the end of the data, `until`."""
    held = pd.PeriodIndex(days, freq=CODES[bucket])
    end = min(to, until) if until else to
    return list((held.start_time < pd.Timestamp(from_)) | (held.end_time.normalize() > pd.Timestamp(end)))


def weights(cut: Sequence[bool]) -> list[float]:
    """Return how much of each bar is seen: those of periods cut are pale."""
    return [PALE if part else 1 for part in cut]


def say_cut(cut: Sequence[bool], bucket: str) -> str:
    """Return what pale bars mean, where there are any, as the end of a subtitle."""
    return f"; pale: incomplete {bucket}" if any(cut) else ""
