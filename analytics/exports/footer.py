"""The line under a figure: sources, until when, evidence, version."""

import re
from collections.abc import Sequence
from datetime import date

from analytics.catalog.keep import kept_with
from analytics.catalog.run import Result
from analytics.charts.departures import tell_departures
from analytics.charts.words import SAME_VOTES, day_past_end, listed, many, plain, say, say_table

RESTS_ON = {
    "A": "on an official record",
    "B": "on a dataset or two reports",
    "C": "on one secondary report",
    "D": "not yet checked (D)",
}
NAMED_SOURCES = 2
WEB = re.compile(r"https?://[^\s<>\\]+")


def shown_footer(results: Sequence[Result]) -> str:
    """Return the footer in Markdown, each source a link to its publisher, the letter of the grade to its meaning."""
    told = footer(results, [link(title, url) for title, url in named_sources(results)])
    return told.replace("(D)", "([D](trust#evidence))")


def plain_footer(results: Sequence[Result]) -> str:
    """Return the footer as plain text, for pictures."""
    return f"{footer(results, [title for title, _ in named_sources(results)])} · Cordon"


def footer(results: Sequence[Result], names: list[str]) -> str:
    """Return the footer around the names of its sources."""
    # One more is named as soon as counted.
    named = names if len(names) == NAMED_SOURCES + 1 else names[:NAMED_SOURCES]
    shown = "; ".join(named) + (f" and {len(names) - len(named)} more" if len(names) > len(named) else "")
    parts = [
        f"Source: {shown}" if names else "",
        reach(results),
        evidence_mix(results[0]) or unchecked_behind(results),
        *tell_departures(results),
        f"version {results[0].version}",
    ]
    return " · ".join(part for part in parts if part)


def named_sources(results: Sequence[Result]) -> list[tuple[str, str | None]]:
    """Return title and address of every source behind some results, once each."""
    return list({key: named for result in results for key, named in result.named_sources.items()}.values())


def link(title: str, url: str | None) -> str:
    """Return a source's title in Markdown, linked where it has an address on the web."""
    if url is None or not WEB.fullmatch(url):
        return plain(title)
    return f"[{plain(title)}](<{url}>)"


def reach(results: Sequence[Result]) -> str:
    """Return until when the data behind some results run, and whether that is short of the day asked about."""
    until, past = as_of(results), day_past_end(results)
    if until is None:
        return ""
    return f"data until {say(until)}{tell_rest(results)}" + (f", short of {say(past[0])} as asked" if past else "")


def tell_rest(results: Sequence[Result]) -> str:
    """Return which tables end first and how much further the others run, in brackets; nothing where all end alike."""
    ends = {table: end for result in results for table, end in result.ends.items()}
    ends = {table: end for table, end in ends.items() if SAME_VOTES.get(table) not in ends}
    further = sorted(set(ends.values()))[1:]
    if not further:
        return ""
    short = listed([say_table(table) for table, end in ends.items() if end == min(ends.values())])
    return f" ({short}; the rest until {say(further[0])}{' or later' if len(further) > 1 else ''})"


def as_of(results: Sequence[Result]) -> date | None:
    """Return the last day that all results reach."""
    return min((result.as_of for result in results if result.as_of), default=None)


@kept_with
def evidence_mix(result: Result) -> str:
    """Return how many rows rest on which grade of evidence, where the rows say."""
    if "evidence" not in result.table.column_names or "evidence" in result.query.grain or not result.table.num_rows:
        return ""
    counts = result.frame["evidence"].astype(str).value_counts().sort_index()
    if not set(counts.index) <= RESTS_ON.keys():
        return ""
    rows = many(counts.sum(), "row")
    if len(counts) == 1:
        return f"{rows}: all {RESTS_ON[str(counts.index[0])]}"
    return f"{rows}: {', '.join(f'{count:,} {RESTS_ON[str(grade)]}' for grade, count in counts.items())}"


def unchecked_behind(results: Sequence[Result]) -> str:
    """Return how many facts behind some results are not yet checked, where any are; a table counts once.

    Beside them stand the facts of the same tables alone: a million votes on record would drown the doubt.
    """
    tables = {table: grades for result in results for table, grades in result.grades.items() if grades.get("D")}
    unchecked = sum(grades["D"] for grades in tables.values())
    facts = sum(sum(grades.values()) for grades in tables.values())
    told = f"{unchecked:,} of {facts:,} facts in the tables used, of all states, not yet checked (D)"
    return told if unchecked else ""
