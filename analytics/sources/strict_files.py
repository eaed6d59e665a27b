"""Strict reading of files that upstreams publish: what is not known stops, with file, line and value."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pandas as pd

from analytics.errors import CordonError
from analytics.sources.fetch import Fetched


def read_table(file: Fetched, columns: Iterable[str]) -> pd.DataFrame:
    """Return a CSV file as text; raises CordonError where a column is missing or a line is not whole."""
    try:
        reader = csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""), strict=True)
        header = next(reader)
        missing = [name for name in columns if name not in header]
        if missing:
            raise CordonError(f"{file.place}:1: columns {missing} are missing; found {header}.")
        return pd.DataFrame(list(whole_lines(reader, len(header), file)), columns=header, dtype=object)
    except (UnicodeDecodeError, csv.Error) as error:
        raise CordonError(f"{file.place}: not a whole CSV file: {error}") from error


def whole_lines(reader: Any, width: int, file: Fetched) -> Iterator[list[str]]:
    """Yield the rows of a CSV file; raises CordonError for one that has more or fewer fields than the header."""
    for row in reader:
        if len(row) != width:
            raise CordonError(f"{file.place}:{reader.line_num}: {len(row)} fields where the header has {width}.")
        yield row


def read_json(file: Fetched) -> Any:
    """Return the content of a JSON file; raises CordonError naming the line where it breaks off."""
    try:
        return json.loads(file.content)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise CordonError(f"{file.place}: not a whole JSON file: {error}") from error


def read_json_lines(file: Fetched) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield place and content of each line of a file of JSON lines; raises CordonError naming one that is not whole."""
    for number, line in enumerate(file.content.split(b"\n"), start=1):
        if not line.strip():
            continue
        place = f"{file.place}:{number}"
        try:
            content = json.loads(line)
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise CordonError(f"{place}: not a whole line of JSON: {error}") from error
        if not isinstance(content, dict):
            raise CordonError(f"{place}: {str(content)[:60]!r} is no record.")
        yield place, content


def demand(frame: pd.DataFrame, column: str, holds: Callable[[str], bool], wanted: str, file: Fetched) -> None:
    """Raise CordonError for the first value of a column that is not as wanted."""
    values = frame[column]
    odd = [value for value in values.unique() if not holds(value)]
    if odd:
        line = int(values.eq(odd[0]).to_numpy().argmax()) + 2
        raise CordonError(f"{file.place}:{line}: {column} {odd[0]!r} is not {wanted}.")


def is_date(text: str) -> bool:
    """Say whether a text is a day as YYYY-MM-DD."""
    return pd.notna(pd.to_datetime(text, format="%Y-%m-%d", errors="coerce"))


def is_count(text: str) -> bool:
    """Say whether a text is a whole number, also as 120.0; nothing counts as none."""
    return not text or text.removesuffix(".0").isdigit()


def counts(values: pd.Series) -> pd.Series:
    """Return whole numbers; nothing is read as none."""
    return values.str.removesuffix(".0").replace("", "0").astype(int)
