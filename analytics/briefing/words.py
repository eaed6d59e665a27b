"""Words that sentences of a briefing share: names with their article, lists, and what limits a number."""

import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from analytics.charts.words import first, say

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def spell_days(text: str) -> str:
    """Return a text with its days as prose writes them."""
    return ISO_DAY.sub(lambda found: say(date.fromisoformat(found[0])), text)


def lower(text: str) -> str:
    """Return a sentence as it stands behind a colon: its first letter in lower case, no full stop."""
    return f"{text[:1].lower()}{text[1:]}".rstrip(".")


def count(number: int, one: str, more: str | None = None) -> str:
    """Return a count with its noun: small numbers as words, none as “no”."""
    return f"{spelt(number)} {one if number == 1 else more or f'{one}s'}"


def spelt(number: int) -> str:
    """Return a number as prose writes it: small ones as words."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def runs(numbers: Sequence[int]) -> list[list[int]]:
    """Return numbers in order, those that follow one another together."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def spans(numbers: Sequence[int]) -> str:
    """Return numbers as a reader cites them: 1–3, 7."""
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs(numbers))


def doubt(frame: pd.DataFrame, one: str, more: str | None = None) -> str:
    """Return how many rows are in doubt, as a sentence; empty where none is."""
    unsure = int((~frame["certain"].astype(bool)).sum()) if len(frame) else 0
    if not unsure:
        return ""
    lasted = "it" if unsure == 1 else "they"
    return f"For {of_all(unsure, len(frame), one, more)} it is not known whether {lasted} lasted to that day."


def unchecked(frame: pd.DataFrame, one: str, more: str | None = None) -> str:
    """Return how many rows nobody checked against a document, as a sentence; empty where none is."""
    weak = int((frame["evidence"].astype(str) == "D").sum()) if len(frame) else 0
    if not weak:
        return ""
    has = "has" if weak == 1 else "have"
    return first(f"{of_all(weak, len(frame), one, more)} {has} not been checked against a document (evidence D).")


def of_all(some: int, total: int, one: str, more: str | None = None) -> str:
    """Return a part of a number of things: “two of the nine rows”, “all nine rows”, “the one row”."""
    if total == 1:
        return f"the one {one}"
    if some == total:
        return f"all {count(total, one, more)}"
    return f"{spelt(some)} of the {count(total, one, more)}"


def beyond(until: date | None, on: date, what: str) -> str:
    """Return that a day lies after the data end, as a sentence; empty where it does not."""
    if until is None or on <= until:
        return ""
    return f"The record of {what} runs to {say(until)}; after that, silence says nothing."
