"""Dates and counts as people write them over a chart."""

from datetime import date


def say(day: date) -> str:
    """Return a day, such as 14 July 2022."""
    return f"{day:%-d %B %Y}"


def window(start: date, end: date) -> str:
    """Return a span of days."""
    return f"{say(start)} to {say(end)}"


def many(count: int, noun: str) -> str:
    """Return a count and its noun."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
