"""Every catalogued query, asked 50 times with values drawn at random: rows as its header says, or a sentence why not.

A query that has used up its seconds of the processor is asked at least 10 times, unless all is asked for
(`tests.whole.states`).
"""

import random
import re
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache

import pytest

from analytics.catalog.query import Parameter, Query, load_catalog
from analytics.catalog.run import run_query
from analytics.database.open import open_database
from analytics.errors import CordonError
from tests.whole.states import ALL

TIMES, LEAST_TIMES, SEED = 50, 10, 2022
SECONDS = float("inf") if ALL else 1.0
UNSET_SHARE, BACKWARDS_SHARE, EXAMPLE_SHARE = 0.3, 0.1, 0.2
FIRST_DAY = date(1945, 10, 24)
# What DuckDB and Python write, and no person should have to read.
RAW = re.compile(r"(?:\w+ Error:|Traceback|LINE \d|duckdb|<class|\bNone\b)", re.IGNORECASE)
# Whole numbers and texts whose range lies in the data, by the parameter's name.
HELD = {
    "session": "select distinct session from roll_calls order by all",
    "resolution": "select resolution from roll_calls order by all",
    "words": "select distinct word from roll_calls, unnest(string_split(lower(title), ' ')) as t(word) order by all",
    "since": "select distinct version from data_changes order by all",
}
YEARS, SMALL = range(1991, 2026), range(0, 30)
DIMENSIONS = ("recognition", "ties", "alignment", "sanctions", "exclusion")


@cache
def column(sql: str) -> list[object]:
    """Return the only column of a statement's rows."""
    return [value for (value,) in open_database().execute(sql).fetchall()]


def draw_day(chance: random.Random) -> date:
    """Return a day from the Charter's to the last that any table reaches."""
    last = max(column("select ends_on from coverage where ends_on is not null"))  # type: ignore[type-var]
    return FIRST_DAY + timedelta(days=chance.randrange((last - FIRST_DAY).days + 1))  # type: ignore[operator]


def draw_whole(name: str, chance: random.Random) -> object:
    """Return a whole number or a text that may be said for a name."""
    if name in HELD:
        return chance.choice(column(HELD[name]))
    if name == "weights":
        chosen = chance.sample(DIMENSIONS, chance.randint(1, len(DIMENSIONS)))
        return ",".join(f"{dimension}={chance.randint(1, 5)}" for dimension in chosen)
    return chance.choice(YEARS if name in ("from", "to") else SMALL)


def draw_value(parameter: Parameter, chance: random.Random) -> object:
    """Return a value of a parameter's type, or none where it may stay unsaid."""
    if not parameter.required and chance.random() < UNSET_SHARE:
        return None
    if parameter.example is not None and chance.random() < EXAMPLE_SHARE:
        return parameter.example
    drawn: dict[str, Callable[[], object]] = {
        "date": lambda: draw_day(chance),
        "state": lambda: chance.choice(column("select state from states order by all")),
        "entity": lambda: chance.choice(column("select entity from entities order by all")),
        "choice": lambda: chance.choice(parameter.choices),
        "boolean": lambda: chance.choice(("true", "false")),
        "number": lambda: round(chance.random(), 3),
        "integer": lambda: draw_whole(parameter.name, chance),
        "text": lambda: draw_whole(parameter.name, chance),
    }
    return drawn[parameter.type]()


def draw_values(query: Query, chance: random.Random) -> dict[str, object]:
    """Return values for a query; a span runs backwards now and then."""
    values = {name: draw_value(parameter, chance) for name, parameter in query.params.items()}
    ends = [values.get("from"), values.get("to")]
    if None not in ends and chance.random() >= BACKWARDS_SHARE:
        values["from"], values["to"] = sorted(ends, key=str)
    return values


def assert_answers(query: Query, values: Mapping[str, object]) -> int:
    """Assert that the rows are what the header says, and return their number."""
    table = run_query(query.id, values).table
    assert table.column_names == list(query.columns), values
    keys = table.select(list(query.grain))
    assert keys.group_by(list(query.grain)).aggregate([]).num_rows == table.num_rows, f"{values}: {query.grain}"
    return int(table.num_rows)


def is_enough(times: int, began: float) -> bool:
    """Say whether a query was asked often enough, or as often as it can be in its time."""
    return times >= LEAST_TIMES and time.process_time() - began > SECONDS


@pytest.mark.parametrize("query", load_catalog().values(), ids=lambda query: query.id)
def test_any_valid_values_get_rows_or_a_sentence(query: Query) -> None:
    chance, began = random.Random(f"{SEED} {query.id}"), time.process_time()
    asked = {repr(values): values for values in (draw_values(query, chance) for _ in range(TIMES))}
    rows, refused = [], []
    for values in asked.values():
        if is_enough(len(rows) + len(refused), began):
            break
        try:
            rows.append(assert_answers(query, values))
        except CordonError as error:
            assert not RAW.search(str(error)), f"{values}: {error}"
            refused.append(f"{values}: {error}")
    assert any(rows), f"nothing but empty answers and: {refused}"
    assert len(refused) <= len(asked) / 2, refused
