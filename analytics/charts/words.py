"""Dates and counts as people write them over a chart."""

import re
from datetime import date

from analytics.catalog.run import Result

# What Markdown as Streamlit reads it takes for more than a letter, and what opens a list or underlines on a line.
ACTIVE = re.compile(r"[\\`*_\[\]<>$~|#]|:(?=[\w+\-\[\\/])|&(?=[#\w]+;)|^\s*[-+=]|(?<=\d)[.)](?=\s)", re.MULTILINE)

# An address in a text becomes a link even where it is escaped, unless something unseen stands in it.
ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
JOINER = "\u2060"


def plain(text: str) -> str:
    """Return a text that Markdown shows as it stands: no link, picture, formula, icon or colour comes of it."""
    text = ADDRESS.sub(JOINER, text)
    return ACTIVE.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)


def say(day: date) -> str:
    """Return a day, such as 14 July 2022."""
    return f"{day:%-d %B %Y}"


def window(start: date, end: date) -> str:
    """Return a span of days."""
    return f"{say(start)} to {say(end)}"


def many(count: int, noun: str) -> str:
    """Return a count and its noun."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def explain_empty(result: Result) -> str:
    """Return why a result has no rows: what was asked, and how far the data reach."""
    asked = ", ".join(f"{name} = {value}" for name, value in result.parameters.items() if value is not None)
    tables = " and ".join(table.replace("_", " ") for table in result.lineage)
    until = f" The data ({tables}) run until {result.as_of:%-d %B %Y}." if result.as_of else ""
    return (
        f"Nothing is recorded for {asked or 'this question'}.{until} "
        "No row means that no event is recorded, and only inside that window; after it, silence says nothing."
    )
