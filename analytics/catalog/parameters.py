"""Turn what a person typed into the values a query binds; one clear line where that fails."""

import difflib
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from analytics.catalog.query import Parameter, Query
from analytics.errors import CordonError

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
SHOWN_LENGTH = 60
TEXT_LENGTH = 200


class MissingValueError(CordonError):
    """Values without which nothing can be asked; its example is written as in an address or after `--chart`."""

    def __init__(self, asked: str, missing: Sequence[Parameter]) -> None:
        self.needs = f"{asked} needs {'; '.join(f'{item.name}: {item.description}' for item in missing)}."
        self.examples = [f"{item.name}={item.example}" for item in missing]
        super().__init__(f"{self.needs} Example: '{asked}?{'&'.join(self.examples)}'")


def require(asked: str, parameters: Iterable[Parameter], given: Mapping[str, object]) -> None:
    """Raise MissingValueError for all required values that are not given to a query or chart."""
    if missing := [item for item in parameters if item.required and given.get(item.name) in (None, "")]:
        raise MissingValueError(asked, missing)


def as_named(parameters: Mapping[str, object]) -> dict[str, object]:
    """Return parameters as queries name them, from those of a function, where `from_` stands for `from`."""
    return {name.removesuffix("_"): value for name, value in parameters.items()}


def bind_parameters(query: Query, given: Mapping[str, object], connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Return a value for every parameter of a query.

    Raises CordonError for an unknown name, a missing value, a value that does not parse, or a span that ends before
    it begins.
    """
    for name in given:
        if name not in query.params:
            raise CordonError(
                f"{query.id} has no parameter {name[:SHOWN_LENGTH]!r}. It takes: {', '.join(query.params) or 'none'}."
            )
    require(query.id, query.params.values(), given)
    bound = {name: bind_parameter(parameter, given, connection) for name, parameter in query.params.items()}
    first, last = bound.get("from"), bound.get("to")
    if first is not None and last is not None and first > last:
        raise CordonError(f"{query.id}: the first day, from={first}, lies after the last, to={last}.")
    return bound


def bind_parameter(parameter: Parameter, given: Mapping[str, object], connection: duckdb.DuckDBPyConnection) -> Any:
    """Return the value of one parameter, given or its default."""
    value = given.get(parameter.name)
    value = parameter.default if value is None or value == "" else value
    return None if value is None else parse_value(parameter, value, connection)


def parse_value(parameter: Parameter, value: object, connection: duckdb.DuckDBPyConnection) -> Any:
    """Return a value in the type of its parameter; raises CordonError saying what the type takes."""
    text = parse_text(parameter.name, str(value)).strip()
    parsers: dict[str, Callable[[], Any]] = {
        "date": lambda: parse_date(parameter.name, text),
        "integer": lambda: parse_integer(parameter.name, text),
        "number": lambda: parse_number(parameter.name, text),
        "boolean": lambda: parse_choice(parameter.name, text.lower(), ("true", "false")) == "true",
        "text": lambda: text,
        "choice": lambda: parse_choice(parameter.name, text, parameter.choices),
        "state": lambda: parse_state(parameter.name, text, connection),
        "entity": lambda: parse_code(parameter.name, text, "entities", "entity", connection),
    }
    return parsers[parameter.type]()


def parse_date(name: str, text: str) -> date:
    """Return a day written as YYYY-MM-DD; raises CordonError for another text."""
    try:
        if ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise CordonError(f"{name}: {text} is not a day of the calendar ({error}).") from error
    raise CordonError(f"{name}: {text[:SHOWN_LENGTH]!r} is not a date. Write YYYY-MM-DD, such as 2022-07-14.")


def parse_integer(name: str, text: str) -> int:
    """Return a whole number; raises CordonError for another text."""
    if re.fullmatch(r"[+-]?\d{1,18}", text):
        return int(text)
    raise CordonError(f"{name}: {text[:SHOWN_LENGTH]!r} is not a whole number.")


def parse_number(name: str, text: str) -> float:
    """Return a finite number; raises CordonError for another text."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise CordonError(f"{name}: {text[:SHOWN_LENGTH]!r} is not a number.")
    return number


def parse_text(name: str, text: str) -> str:
    """Return free text; raises CordonError for one of more characters than anyone needs."""
    if len(text) > TEXT_LENGTH:
        raise CordonError(f"{name}: {len(text)} characters are too many; at most {TEXT_LENGTH}.")
    return text


def parse_choice(name: str, text: str, choices: Iterable[str]) -> str:
    """Return one of the allowed values, whatever its case; raises CordonError for another."""
    by_lower = {choice.lower(): choice for choice in choices}
    if text.lower() in by_lower:
        return by_lower[text.lower()]
    raise CordonError(f"{name}: {text[:SHOWN_LENGTH]!r} is not one of: {', '.join(by_lower.values())}.")


def parse_state(name: str, text: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Return the code of a state given by code, name or alias."""
    return find_state(text, connection) or parse_code(name, text, "states", "state", connection)


def find_state(text: str, connection: duckdb.DuckDBPyConnection) -> str | None:
    """Return the code of a state given by code, name or alias; None where it is none of them."""
    row = connection.execute(
        "select state from states where state = upper($text) or lower(name) = lower($text) "
        "union all select state from state_aliases where alias = lower($text) limit 1",
        {"text": text[:TEXT_LENGTH]},
    ).fetchone()
    return str(row[0]) if row else None


def parse_code(name: str, text: str, table: str, column: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Return a code that stands in a table; raises CordonError with the nearest codes and names."""
    rows = connection.execute(f"select {column}, name from {table}").fetchall()
    code, hint = match_code(text, dict(rows))
    if code is None:
        raise CordonError(f"{name}: unknown {column} {text[:SHOWN_LENGTH]!r}.{hint} Codes are in data/{table}.csv.")
    return code


def match_code(text: str, names: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the code that a text gives by code or name; where there is none, the nearest ones as a sentence."""
    by_text = {key.lower(): code for code, label in names.items() for key in (label, code)}
    if text.lower() in by_text:
        return by_text[text.lower()], ""
    near = difflib.get_close_matches(text.lower()[:SHOWN_LENGTH], by_text, n=3, cutoff=0.5)
    found = dict.fromkeys(by_text[key] for key in near)
    return None, f" Nearest: {', '.join(f'{code} ({names[code]})' for code in found)}." if found else ""
