"""Dates and counts as people write them over a chart."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from analytics.catalog.absence import find_untimely, tell_absent
from analytics.catalog.names import entity_names, state_names
from analytics.catalog.run import Result
from analytics.catalog.series import of_the_day, stood_within

# Names that English gives an article.
WITH_ARTICLE = {
    "Bahamas", "British Virgin Islands", "Cayman Islands", "Central African Republic", "Comoros", "Cook Islands",
    "DR Congo", "Dominican Republic", "Donetsk People's Republic", "Faroe Islands", "Gambia", "Holy See",
    "Islamic Emirate of Afghanistan (Taliban)", "Isle of Man",
    "Luhansk People's Republic", "Maldives", "Marshall Islands", "Netherlands", "Northern Mariana Islands",
    "People's Republic of China", "Philippines", "Sahrawi Arab Democratic Republic", "Sahrawi Republic",
    "Solomon Islands", "Soviet Union", "Soviet Union/Russia", "Turks and Caicos Islands", "US Virgin Islands",
    "United Arab Emirates", "United Kingdom", "United Nations", "United States",
    "African Union", "Barents Euro-Arctic Council", "Bank for International Settlements", "Commonwealth",
    "Council of Europe", "Council of the Baltic Sea States", "Economic Community of West African States",
    "European Broadcasting Union", "European Union", "IAEA Board of Governors", "ICAO Council", "IMO Council",
    "Kimberley Process", "League of Arab States", "League of Nations", "OPCW Executive Council",
    "Organization of American States", "Organization of Arab Petroleum Exporting Countries",
    "Organization for Security and Co-operation in Europe", "Pacific Islands Forum", "UN General Assembly",
    "UN Human Rights Council", "UNESCO Executive Board", "Warsaw Pact",
}  # fmt: skip
NAMED = 6
COARSE = {"month": "%B %Y", "year": "%Y"}
TABLE_WORDS = {"council": "Council", "ga": "Assembly", "un": "UN", "dprk": "DPRK"}
# Two tables of the same votes.
SAME_VOTES = {"roll_calls": "ga_votes"}
COLUMN_WORDS = {
    "un": "UN",
    "gdp": "GDP",
    "usd": "USD",
    "utc": "UTC",
    "id": "ID",
    "p05": "5th percentile",
    "p50": "median",
    "p95": "95th percentile",
    "told": "in words",
    "firm": "checked",
    "holds": "as expected",
    "explained": "why not",
    "base": "in the index",
    "label": "thing counted",
}
DAY_ASKED = "on"
WHOLE_NAMES = {
    DAY_ASKED: "Day",
    "before_on": "Day before",
    "after_on": "Day after",
    "cadence_days": "Days between updates",
}
# This one judges the ends of the tables by a day and so may be asked about any.
JUDGES_ENDS = "freshness"
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


def dated(day: object, precision: object = "day") -> str:
    """Return a day no more precisely than it is known: 1973, October 1973, 6 October 1973; empty for none."""
    if day is None or pd.isna(day) or precision == "none":  # type: ignore[call-overload]
        return ""
    moment = pd.Timestamp(day)  # type: ignore[arg-type]
    return moment.strftime(COARSE[str(precision)]) if str(precision) in COARSE else say(moment.date())


def year_before(day: date) -> date:
    """Return the same day a year before; of 29 February the day before it."""
    return day.replace(year=day.year - 1, day=min(day.day, 28)) if day.month == 2 else day.replace(year=day.year - 1)


def window(start: date, end: date) -> str:
    """Return a span of days."""
    return f"{say(start)} to {say(end)}"


def between(least: int, most: int) -> str:
    """Return a count, as a range where doubt makes it one."""
    return f"{least} {'or' if most - least == 1 else 'to'} {most}" if least != most else f"{most or 'none'}"


def many(count: int, one: str, more: str | None = None) -> str:
    """Return a count and its noun, `more` where its plural is irregular."""
    return f"{f'{count:,}' if count else 'no'} {one if count == 1 else more or f'{one}s'}"


def signed(value: float, digits: int = 1) -> str:
    """Return a difference with its sign, such as +3.8 or −12.0, as the axes write it; 0 has none."""
    return f"{value:+.{digits}f}".replace("-", "−") if round(value, digits) else "0"


def called(code: str) -> str:
    """Return the name of a state as it stands inside a sentence, with its article."""
    return named(state_names()[code])


def called_within(code: str, start: date | None = None, end: date | None = None) -> str:
    """Return the name of what a state's series was within a span: Russia, the Soviet Union, or Russia with the other.

    Without a first or last day the span is open there; the state's own name where its series was not there at all.
    """
    *past, last = stood_within(code, start or date.min, end or date.max) or [code]
    return f"{called(last)} with {listed([called(other) for other in past])}" if past else called(last)


def tell_untimely(state: str, on: date) -> str:
    """Return that a state had not begun or had ended on a day, as a title; nothing where it was there."""
    told = find_untimely(state, on)
    return f"{first(called(state))} was {told} a state of its own on {say(on)}" if told else ""


def tell_stand_in(state: str, on: date) -> str:
    """Return that another of a state's series stood on a day, which is told of in its place; nothing where it did."""
    stands = of_the_day(state, on)
    return "" if stands == state else f"{tell_untimely(state, on)}; {called(stands)} stands for it"


def tell_unmeasured(state: str, on: date) -> str:
    """Return why the index, which had states to measure on a day, has none of this one, as a sentence."""
    neither = f"Members of the United Nations and contested states are scored; {called(state)} was neither on {say(on)}"
    return f"{tell_untimely(state, on) or neither}."


def named(name: str) -> str:
    """Return a name as it stands inside a sentence, with its article."""
    return f"the {name}" if name in WITH_ARTICLE else name


def first(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def shorten(text: str, letters: int) -> str:
    """Return a text no longer than so many letters."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def say_table(table: str) -> str:
    """Return a table's name as words, such as Assembly votes."""
    return " ".join(TABLE_WORDS.get(word, word) for word in table.split("_"))


def say_column(name: str, parameters: Mapping[str, object]) -> str:
    """Return a column's name as words, such as UN members; that of a name is what it names.

    `vote_a` of a pair of states, which the parameters name, is that of the first.
    """
    if name in WHOLE_NAMES:
        return WHOLE_NAMES[name]
    stem, _, side = name.rpartition("_")
    if stem and (state := parameters.get(f"state_{side}")):
        return f"{say_column(stem, {})}, {state_names().get(str(state), state)}"
    words = [COLUMN_WORDS.get(word, word) for word in name.removesuffix("_name").split("_")]
    return first(" ".join(words))


def explain_empty(result: Result) -> str:
    """Return why a result has no rows: what was asked, who was not there on the day, and how far the data reach."""
    params = result.query.params
    said = [
        (name, value)
        for name, value in result.parameters.items()
        if value not in (None, False)
        and (value != params[name].default or params[name].type not in ("integer", "number", "boolean", "choice"))
    ]
    asked = ", ".join(say_asked(name, value, result) for name, value in said)
    told = f"Nothing is recorded for this question{': ' if asked else ''}{asked}."
    if absent := tell_absent(result):
        return " ".join([told, *absent])
    if result.as_of is None:
        return told
    tables = listed([say_table(table) for table in result.lineage])
    return f"{told} The data ({tables}) run until {say(result.as_of)}; what came later is not in them."


def say_asked(name: str, value: object, result: Result) -> str:
    """Return what was asked for by one parameter, as words: a state's name, a day, from a day, or both names."""
    kind, words = result.query.params[name].type, name.replace("_", " ")
    if kind in ("state", "entity"):
        return (state_names() | entity_names()).get(str(value), str(value))
    if isinstance(value, date):
        return say(value) if name == DAY_ASKED else f"{words} {say(value)}"
    return words if value is True else f"{words} {value}"


def day_past_end(results: Sequence[Result]) -> tuple[date, date] | None:
    """Return the day asked about and the earlier one on which the data behind it end; None where they reach it."""
    for result in results:
        asked = result.parameters.get(DAY_ASKED)
        if result.query.id != JUDGES_ENDS and isinstance(asked, date) and result.as_of and asked > result.as_of:
            return asked, result.as_of
    return None


def note_past_end(results: Sequence[Result]) -> str:
    """Return a sentence where a day is asked about that the data do not reach, else nothing."""
    found = day_past_end(results)
    return say_past_end(*found) if found else ""


def say_past_end(asked: date, until: date) -> str:
    """Return that the data behind an answer end before the day asked about, as a sentence."""
    return (
        f"Asked about {say(asked)}, but the data behind it end on {say(until)}: "
        "what happened in between is not in it, and nothing here holds for today."
    )


def how_sure(count: int, sure: int) -> str:
    """Return how many of a count are known to have lasted to the day, as the end of a heading."""
    if not count:
        return ""
    of = "all " if sure == count else f"{sure or 'none'} of them "
    if count == 1:
        of = "" if sure else "not "
    return f", {of}known to have lasted to that day"


def listed(names: Sequence[str], most: int = NAMED) -> str:
    """Return names joined as English does, those beyond the first few counted."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
