"""Strict reading of source facts: an unknown value stops the run and is named with its place."""

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def read_facts(path: Path) -> pd.DataFrame:
    """Return a CSV file as text, null where a field is empty."""
    return pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""]).astype(object)


def translate(frame: pd.DataFrame, column: str, values: Mapping[str, object], path: Path) -> pd.Series:
    """Return a column with each value replaced by its meaning; raises ValueError for one without."""
    unknown = frame[frame[column].notna() & ~frame[column].isin(values)]
    if len(unknown):
        line, value = unknown.index[0] + 2, unknown[column].iloc[0]
        raise ValueError(f"{path.name}:{line}: unknown {column} {value!r}. Known: {', '.join(values)}.")
    return pd.Series([values[v] if isinstance(v, str) else None for v in frame[column]], frame.index, dtype=object)


def to_numbers(frame: pd.DataFrame, column: str, path: Path, *, zero_is_unknown: bool = True) -> pd.Series:
    """Return a column as numbers; raises ValueError for text, and reads 0 as unknown where told."""
    numbers = pd.to_numeric(frame[column], errors="coerce")
    odd = frame[frame[column].notna() & numbers.isna()]
    if len(odd):
        raise ValueError(f"{path.name}:{odd.index[0] + 2}: {column} {odd[column].iloc[0]!r} is not a number.")
    return numbers.mask(numbers == 0) if zero_is_unknown else numbers


def parse_partial(text: str, file: str) -> tuple[str | None, str]:
    """Return the first day of a date that may be partial, and its precision; raises ValueError for other text."""
    if not text:
        return None, "none"
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{file}: {text!r} is not a date")
    year, month, day = match.groups()
    return f"{year}-{month or '01'}-{day or '01'}", "day" if day else "month" if month else "year"
