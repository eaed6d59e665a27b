"""Rows of any statement in types that every page, file and terminal can show."""

from collections import Counter

import pyarrow as pa
import pyarrow.compute as pc

from analytics.errors import CordonError

FLOAT_DIGITS = 15


def make_plain(table: pa.Table) -> pa.Table:
    """Return rows in plain types under distinct names; what has no plain type becomes text.

    Raises CordonError naming a column whose values have no text either.
    """
    columns = [plain_column(name, table.column(index)) for index, name in enumerate(table.column_names)]
    return pa.Table.from_arrays(columns, names=distinct(table.column_names))


def distinct(names: list[str]) -> list[str]:
    """Return names, a number added to one that came before."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for name in names:
        seen[name] += 1
        new = name if seen[name] == 1 else f"{name}_{seen[name]}"
        while new in found or (new != name and new in names):
            seen[name] += 1
            new = f"{name}_{seen[name]}"
        found.append(new)
    return found


def plain_column(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray | pa.Array:
    """Return a column in a plain type; raises CordonError for a type that has none."""
    kind = column.type
    if is_plain(kind) or (pa.types.is_list(kind) and is_plain(kind.value_type)):
        return column
    if pa.types.is_decimal(kind):
        return plain_decimals(column)
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        return plain_days(column)
    try:
        return pa.array([as_words(value) for value in column.to_pylist()], pa.string())
    except (ValueError, OverflowError, pa.ArrowException) as error:
        raise CordonError(f"The column {name[:60]} has a type that cannot be shown. Cast it: ::varchar") from error


def is_plain(kind: pa.DataType) -> bool:
    """Say whether everything that shows rows takes a type as it is."""
    if pa.types.is_dictionary(kind):
        return is_plain(kind.value_type)
    tests = (pa.types.is_boolean, pa.types.is_integer, pa.types.is_floating, pa.types.is_string, pa.types.is_time)
    return any(test(kind) for test in tests)


def plain_decimals(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return numbers of few digits as floats, and sums of whole numbers, which have 38, as integers where they fit."""
    if column.type.precision <= FLOAT_DIGITS:
        return column.cast(pa.float64())
    if column.type.scale:
        return column
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return column


def plain_days(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return days and times without a zone (in UTC); as text where they lie beyond the calendar of years 1 to 9999."""
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("us"), safe=False)
    try:
        pc.min_max(column).as_py()
    except (ValueError, OverflowError):
        return column.cast(pa.string())
    return column


def as_words(value: object) -> str | None:
    """Return a value of an unusual type as text."""
    if value is None or isinstance(value, str):
        return value
    return value.hex() if isinstance(value, bytes) else str(value)
