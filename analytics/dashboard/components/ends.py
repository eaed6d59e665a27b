"""How far the tables behind a page run short of its day: said once on a page, each table with its end."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import streamlit as st

from analytics.catalog.run import Result
from analytics.charts.words import SAME_VOTES, day_past_end, first, listed, say, say_table
from analytics.dashboard.components.names import table_ends

NAMED = "ends told on this page"


def forget_ends() -> None:
    """Begin a page, on which nothing is told yet."""
    st.session_state[NAMED] = set()


def tell_ends(ends: Mapping[str, date], day: date) -> str:
    """Return which tables end before a day, as a sentence; those that the page told of already are left out."""
    told: set[str] = st.session_state.setdefault(NAMED, set())
    late = {SAME_VOTES.get(table, table): end for table, end in ends.items() if end < day}
    new = {table: end for table, end in late.items() if table not in told}
    told.update(new)
    return say_ends(new)


def tell_page_ends(tables: Iterable[str], day: date) -> str:
    """Return which of a page's tables end before its day, as a sentence, and count them as told."""
    return tell_ends(table_ends(tuple(tables)), day)


def tell_late(results: Sequence[Result]) -> str:
    """Return which tables behind a figure end before the day it is asked about and are not told of on its page."""
    told = []
    for result in results:
        if past := day_past_end([result]):
            told.append(tell_ends(result.ends, past[0]))
    return " ".join(filter(None, told))


def say_ends(ends: Mapping[str, date]) -> str:
    """Return until when tables run, those of one end together: votes run to …; sanctions and exclusions to …"""
    days = sorted(set(ends.values()))
    named = [listed([say_table(table) for table, end in ends.items() if end == day], len(ends)) for day in days]
    verbs = ["run to", *("to" for _ in days)]
    return first("; ".join(map(" ".join, zip(named, verbs, map(say, days), strict=False)))) + ("." if days else "")
