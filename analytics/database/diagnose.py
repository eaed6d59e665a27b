"""Find the row that kept a file from loading, and say it so that a person can mend it."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.database.spreadsheet import QUOTES, hint_date, hint_quotes
from analytics.database.tables import column_names
from analytics.errors import CordonError
from analytics.paths import shown

DAY = r"\d{4}-\d{2}-\d{2}"
ENUM_VALUE = re.compile(r"'((?:[^']|'')*)'")
CHOICES = re.compile(r"^\(*\"?(\w+)\"? IN \((.*?)\)+$")


def explain_bad_row(
    connection: duckdb.DuckDBPyConnection, table: str, path: Path, *, source: str, columns: dict[str, str]
) -> CordonError | None:
    """Return an error that names file, line, value and remedy of the first row that does not fit."""
    try:
        connection.execute(
            f"create or replace temp table staged as select row_number() over () + 1 as line, * from {source}"
        )
    except duckdb.Error as unreadable:
        return CordonError(explain_unreadable(path, unreadable))
    for line, problem in find_faults(connection, table, columns):
        return CordonError(f"{shown(path)}:{line}: {problem}")
    return None


def explain_unreadable(path: Path, error: duckdb.Error) -> str:
    """Say where a CSV file breaks the form of the others, and how that line begins."""
    found = re.search(r"Line:? (\d+)", str(error))
    if found is None:
        return f"{shown(path)}: {first_line(error)}. {mend_line('')}"
    number = int(found.group(1))
    line = path.read_text(encoding="utf-8", errors="replace").split("\n")[number - 1]
    return f"{shown(path)}:{number}: {line[:40]!r} {broken_form(error)}. {mend_line(line)}"


def broken_form(error: duckdb.Error) -> str:
    """Say what is wrong with the form of a line."""
    if wanted := re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", str(error)):
        return f"begins a row with {wanted.group(2)} fields where the header has {wanted.group(1)}"
    if "unterminated quote" in str(error):
        return "begins a row with a quote that is not closed before a comma or the end of the line"
    return f"begins a row that does not read ({first_line(error)})"


def mend_line(line: str) -> str:
    """Return what to do about a line with too many or too few fields."""
    curly = next((part for part in re.findall(rf"[{QUOTES}][^,]*", line) if part), "")
    if curly:
        return f'{curly!r} stands in curly quotes, which part no field: a field with a comma needs double quotes (").'
    return "Check commas, quotes and encoding (UTF-8) on that line; a field with a comma needs double quotes."


def first_line(error: Exception) -> str:
    """Return the first line of an error's text."""
    return str(error).splitlines()[0]


def find_faults(
    connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str]
) -> Iterator[tuple[int, str]]:
    """Yield (line, problem) for values of the wrong type, then for each constraint a row breaks."""
    for name, kind in columns.items():
        row = connection.execute(
            f'select line, "{name}" from staged where "{name}" is not null '
            f"and try({cast_strictly(name, kind)}) is null order by line limit 1"
        ).fetchone()
        if row:
            yield row[0], wrong_type(name, kind, str(row[1]))
    casts = ", ".join(f'{cast_strictly(name, kind)} as "{name}"' for name, kind in columns.items())
    connection.execute(f"create or replace temp view typed as select line, {casts} from staged")
    for constraint in load_constraints(connection, table):
        yield from find_broken(connection, constraint)


def cast_strictly(name: str, kind: str) -> str:
    """Return the SQL that reads a column; a date has four, two and two figures (14/07/22 is no day of the year 14)."""
    if kind != "DATE":
        return f'cast("{name}" as {kind})'
    text = f'"{name}"::varchar'
    return f"cast(if({text} is null or regexp_full_match({text}, '{DAY}'), {text}, '?') as date)"


@dataclass(frozen=True)
class Constraint:
    """A constraint of a table, as DuckDB lists it."""

    table: str
    kind: str
    expression: str
    names: list[str]
    parent: str
    parent_names: list[str]


def load_constraints(connection: duckdb.DuckDBPyConnection, table: str) -> list[Constraint]:
    """Return the constraints of a table."""
    rows = connection.execute(
        "select table_name, constraint_type, expression, constraint_column_names, referenced_table, "
        "referenced_column_names from duckdb_constraints() where table_name = ?",
        [table],
    ).fetchall()
    return [Constraint(*row) for row in rows]


def list_choices(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, tuple[str, ...]]:
    """Return the columns of a table that take one of a list of values, an enum's or a check's, with these values."""
    rows = connection.execute(
        "select column_name, data_type from duckdb_columns() where table_name = ? and starts_with(data_type, 'ENUM')",
        [table],
    ).fetchall()
    found = [CHOICES.match(constraint.expression or "") for constraint in load_constraints(connection, table)]
    listed = dict(rows) | {match[1]: match[2] for match in found if match}
    return {name: tuple(enum_values(text)) for name, text in listed.items()}


def enum_values(text: str) -> list[str]:
    """Return the values that a type or a list of SQL spells out."""
    return [value.replace("''", "'") for value in ENUM_VALUE.findall(text)]


def find_broken(connection: duckdb.DuckDBPyConnection, constraint: Constraint) -> Iterator[tuple[int, str]]:
    """Yield the first row that breaks a constraint, with what is wrong and how to mend it."""
    listed = ", ".join(f'"{name}"' for name in constraint.names)
    row = connection.execute(
        f"select line, {listed} from typed where {broken_condition(constraint, listed)} order by line limit 1"
    ).fetchone()
    if row is None:
        return
    values = ", ".join(f"{name} {as_read(value)!r}" for name, value in zip(constraint.names, row[1:], strict=True))
    parent = constraint.parent
    match constraint.kind:
        case "NOT NULL":
            yield row[0], f"column {constraint.names[0]!r} is empty but must be given."
        case "CHECK":
            yield row[0], f"{values} breaks the rule {constraint.expression}."
        case "FOREIGN KEY":
            near = nearest_key(connection, constraint, row[1:])
            yield row[0], f"{values} is not in data/{parent}.csv.{near} Use a key from there, or add the row to it."
        case _:
            yield row[0], f"{values} stands twice but must be unique. Remove one of the two rows."


def broken_condition(constraint: Constraint, listed: str) -> str:
    """Return the SQL condition of rows that break a constraint."""
    match constraint.kind:
        case "NOT NULL":
            return f"{listed} is null"
        case "CHECK":
            return f"not ({constraint.expression})"
        case "FOREIGN KEY":
            given = " and ".join(f'"{name}" is not null' for name in constraint.names)
            keys = f'select {", ".join(constraint.parent_names)} from "{constraint.parent}"'
            return f"{given} and ({listed}) not in ({keys})"
        case _:
            repeated = f"select {listed} from typed group by all having count(*) > 1"
            return f'({listed}) in ({repeated}) or ({listed}) in (select {listed} from "{constraint.table}")'


def as_read(value: object) -> object:
    """Return a value as it stood in the file."""
    return value if value is None or isinstance(value, int | float) else str(value)


def nearest_key(connection: duckdb.DuckDBPyConnection, constraint: Constraint, values: tuple[object, ...]) -> str:
    """Return the nearest keys of the parent table, as a sentence."""
    if len(constraint.parent_names) != 1:
        return ""
    near = nearest_in(connection, constraint.parent, constraint.parent_names[0], str(values[0]))
    return hint_quotes(str(values[0])) + (f" Nearest: {', '.join(near)}." if near else "")


def nearest_in(connection: duckdb.DuckDBPyConnection, table: str, column: str, value: str) -> list[str]:
    """Return the keys of a table that are nearest to a value: written or named so in another case, else alike."""
    called = "name" if "name" in column_names(connection, table) else column
    rows = connection.execute(f'select "{column}"::varchar, "{called}"::varchar from "{table}"').fetchall()
    plain_value = value.strip(QUOTES + " ").casefold()
    same = [key for key, name in rows if plain_value in (key.casefold(), str(name).casefold())]
    return same[:3] or difflib.get_close_matches(value, [key for key, _ in rows], n=3)


def wrong_type(name: str, kind: str, value: str) -> str:
    """Say what a column takes, when a value is not that."""
    if kind.startswith("ENUM"):
        return wrong_choice(name, enum_values(kind), value)
    wanted = {"DATE": "a date as YYYY-MM-DD", "BOOLEAN": "true or false"}.get(kind, f"a value of type {kind}")
    hint = hint_date(value) if kind == "DATE" else ""
    return f"{value!r} in column {name!r} is not {wanted}.{hint} Correct the value, or leave it empty where unknown."


def wrong_choice(name: str, allowed: list[str], value: str) -> str:
    """Say which values a column takes, the nearest first."""
    by_plain = {item.casefold(): item for item in allowed}
    near = difflib.get_close_matches(value.strip(QUOTES + " ").casefold(), by_plain, n=1)
    hint = f" Did you mean {by_plain[near[0]]!r}?" if near else ""
    return f"unknown value {value!r} in column {name!r}.{hint_quotes(value)}{hint} Use one of: {', '.join(allowed)}."
