"""A fact added by hand: its columns as the table describes them, its values held against them, its row appended."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from analytics.database.diagnose import (
    cast_strictly,
    list_choices,
    load_constraints,
    nearest_in,
    wrong_choice,
    wrong_type,
)
from analytics.database.inputs import find_data_files
from analytics.database.load import header_of, table_columns
from analytics.errors import CordonError, nearest
from analytics.paths import DATA


@dataclass(frozen=True)
class Kind:
    """What may be added: the table, how a key is made of a row, and values that are meant where none is given."""

    table: str
    key: Callable[[Mapping[str, str], duckdb.DuckDBPyConnection], str]
    meant: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """A column to be filled: type, comment, whether it must be given, what it may hold, the table it points to."""

    name: str
    kind: str
    comment: str
    required: bool
    choices: tuple[str, ...]
    parent: tuple[str, str] | None


def known_day(row: Mapping[str, str], day: str = "event_date", precision: str = "date_precision") -> str:
    """Return a day as far as it is known: 2022-07-14, 2022-07, 2022, undated."""
    lengths = {"day": 10, "month": 7, "year": 4}
    return row.get(day, "")[: lengths.get(row.get(precision, ""), 0)] or "undated"


def joined(*names: str) -> Callable[[Mapping[str, str], duckdb.DuckDBPyConnection], str]:
    """Return the maker of a key: values of some columns, the day as far as it is known."""
    days = {"event_date": "date_precision", "started_on": "start_precision"}
    return lambda row, connection: "-".join(
        known_day(row, name, days[name]) if name in days else row.get(name, "") for name in names
    )


def numbered_launch(row: Mapping[str, str], connection: duckdb.DuckDBPyConnection) -> str:
    """Return the next number of a state's launches."""
    prefix = {"PRK": "NK"}.get(row.get("state", ""), row.get("state", ""))
    last = connection.execute(
        "select max(right(launch_id, 4)::integer) from missile_launches where starts_with(launch_id, ?)", [prefix]
    ).fetchone()
    return f"{prefix}{(last[0] or 0) + 1 if last else 1:04}"


KINDS: Mapping[str, Kind] = {
    "tie": Kind("ties", joined("initiator", "target", "event_date", "kind"), {"date_precision": "day"}),
    "recognition": Kind(
        "recognitions", joined("recogniser", "entity", "event_date", "change"), {"date_precision": "day"}
    ),
    "sanction": Kind(
        "sanctions",
        lambda row, connection: f"{joined('sender', 'target', 'started_on')(row, connection)}-hand".lower(),
        {"start_precision": "day", "end_precision": "none", "source_record_id": "added by hand"},
    ),
    "exclusion": Kind(
        "exclusions",
        joined("organisation", "state", "started_on"),
        {"start_precision": "day", "end_precision": "none"},
    ),
    "launch": Kind("missile_launches", numbered_launch, {"date_precision": "day", "preliminary": "true"}),
    "uncounted-launch": Kind("uncounted_launches", lambda row, connection: f"UC-{row.get('date_local', '')}A"),
    "state": Kind("states", lambda row, connection: "", {"kind": "contested"}),
    "entity": Kind("entities", lambda row, connection: ""),
    "organisation": Kind("organisations", lambda row, connection: ""),
    "source": Kind("sources", lambda row, connection: ""),
    "disagreement": Kind("disagreements", joined("table_name", "row_key", "topic")),
}


def find_kind(name: str) -> Kind:
    """Return what may be added under a name; raises CordonError with the nearest."""
    if name not in KINDS:
        raise CordonError(f"unknown kind of fact {name[:60]!r}. {nearest(name, KINDS)}")
    return KINDS[name]


def describe_columns(kind: Kind, connection: duckdb.DuckDBPyConnection) -> list[Column]:
    """Return the columns of a table in their order, the key last, because it is made of the others."""
    types = table_columns(connection, kind.table)
    comments = dict(
        connection.execute(
            "select column_name, comment from duckdb_columns() where table_name = ?", [kind.table]
        ).fetchall()
    )
    constraints = load_constraints(connection, kind.table)
    required = {item.names[0] for item in constraints if item.kind == "NOT NULL"}
    parents = {item.names[0]: (item.parent, item.parent_names[0]) for item in constraints if item.kind == "FOREIGN KEY"}
    choices = list_choices(connection, kind.table)
    key = next(item.names for item in constraints if item.kind == "PRIMARY KEY")
    columns = [
        Column(
            name,
            type_,
            comments[name] or "",
            name in required or name in key,
            choices.get(name, ()),
            parents.get(name),
        )
        for name, type_ in types.items()
    ]
    return sorted(columns, key=lambda column: column.name in key)


def suggest(column: Column, row: Mapping[str, str], kind: Kind, connection: duckdb.DuckDBPyConnection) -> str:
    """Return the value that is meant where none is given, empty where there is none."""
    if column.name in kind.meant:
        return kind.meant[column.name]
    if column.name == header_of(find_data_files(kind.table)[0])[0]:
        return kind.key(row, connection)
    return "false" if column.required and column.kind == "BOOLEAN" else ""


def hold(column: Column, value: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Return a value that the column takes; raises CordonError with the nearest that it would take."""
    if not value:
        if column.required:
            raise CordonError(f"column {column.name!r} is empty but must be given.")
        return ""
    if "\n" in value or "\r" in value:
        raise CordonError(f"column {column.name!r} takes one line.")
    if column.choices and value not in column.choices:
        raise CordonError(wrong_choice(column.name, list(column.choices), value))
    fits = connection.execute(
        f"select try({cast_strictly('value', column.kind)}) is not null from (select $value::varchar as value)",
        {"value": value},
    ).fetchone()
    if fits != (True,):
        raise CordonError(wrong_type(column.name, column.kind, value))
    if column.parent and not is_key(connection, *column.parent, value):
        near = nearest_in(connection, *column.parent, value)
        hint = f" Nearest: {', '.join(near)}." if near else ""
        raise CordonError(f"{column.name} {value!r} is not in data/{column.parent[0]}.csv.{hint}")
    return value


def is_key(connection: duckdb.DuckDBPyConnection, table: str, name: str, value: str) -> bool:
    """Return whether a table holds a key."""
    return bool(connection.execute(f'select 1 from "{table}" where "{name}"::varchar = ?', [value]).fetchone())


def fill_row(kind: Kind, given: Mapping[str, str], connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return a whole row from the values given; raises CordonError for a column unknown or wrong and all missing."""
    columns = describe_columns(kind, connection)
    unknown = [name for name in given if name not in {column.name for column in columns}]
    if unknown:
        hint = nearest(unknown[0], [column.name for column in columns])
        raise CordonError(f"{kind.table} has no column {unknown[0][:60]!r}. {hint}")
    row: dict[str, str] = {}
    for column in columns:
        value = given[column.name] if column.name in given else suggest(column, row, kind, connection)
        row[column.name] = value.strip()
    missing = [column.name for column in columns if column.required and not row[column.name]]
    if len(missing) > 1:
        raise CordonError(f"columns {', '.join(map(repr, missing))} are empty but must be given.")
    return {column.name: hold(column, row[column.name], connection) for column in columns}


def append_row(kind: Kind, row: Mapping[str, str], data: Path = DATA) -> tuple[str, bytes]:
    """Return the file of additions by name, and its content with a row at its end."""
    name = f"additions/{kind.table}.csv"
    path = data / name
    header = header_of(path) if path.is_file() else header_of(find_data_files(kind.table, data)[0])
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    if path.is_file():
        before = path.read_text(encoding="utf-8")
        out.write(before if before.endswith("\n") else before + "\n")
    else:
        writer.writeheader()
    writer.writerow({column: row.get(column, "") for column in header})
    return name, out.getvalue().encode()


def template(kind: Kind) -> str:
    """Return the header of a table's file and its first row, as an example."""
    with find_data_files(kind.table)[0].open(encoding="utf-8", newline="") as file:
        return file.readline() + file.readline()


def note_added(kind: Kind, row: Mapping[str, str]) -> str:
    """Return the reason that the data changelog gives for a row, whose key is its last value."""
    return f"Added by hand: {kind.table} {list(row.values())[-1]}."
