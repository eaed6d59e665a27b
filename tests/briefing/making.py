"""A briefing made once for several tests, and silence where progress would be reported."""

from datetime import date
from functools import cache

from analytics.briefing.compose import compose_briefing
from analytics.briefing.model import Briefing
from analytics.briefing.write import write_briefing

DAY = date(2022, 7, 14)


def quiet(message: str) -> None:
    """Take a message and say nothing."""


@cache
def make(state: str, compare: str | None = None, on: date = DAY) -> Briefing:
    """Return a briefing of the usual sections."""
    return compose_briefing(state=state, compare=compare, on=on, report=quiet)


@cache
def write(state: str, compare: str | None, form: str) -> bytes:
    """Return such a briefing as a file."""
    content, faults = write_briefing(make(state, compare), form, quiet)
    assert faults == ()
    return content
