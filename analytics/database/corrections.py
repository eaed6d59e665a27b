"""Corrections: values in which we depart from a source, kept apart from its rows and applied when these are loaded.

`data/corrections/<table>.yml` is a list of entries with `rows` (primary keys, columns of one parted by a space),
`column`, `expect` (the value in the source), `use` (ours), `reason` and `source`. Once the source no longer holds what
is expected, the build stops: the correction has done its work and is taken out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import yaml

from analytics.database.tables import primary_keys
from analytics.errors import CordonError
from analytics.paths import DATA, shown

KEYS = {"rows", "column", "expect", "use", "reason", "source"}
TABLE = "corrections"


@dataclass(frozen=True)
class Correction:
    """One value of one row: what its source says and what we use; None is an empty field."""

    table: str
    row: str
    column: str
    expected: str | None
    used: str | None
    reason: str
    source: str
    path: Path

    @property
    def id(self) -> str:
        """Key of the correction: table, row, column."""
        return f"{self.table}-{self.row}-{self.column}"


def find_correction_files(data: Path = DATA) -> list[Path]:
    """Return the files of corrections, by table."""
    return sorted((data / TABLE).glob("*.yml"))


def read_corrections(data: Path = DATA) -> list[Correction]:
    """Return every correction; raises CordonError naming file and entry that is not in form."""
    return [correction for path in find_correction_files(data) for correction in read_file(path)]


def read_file(path: Path) -> Iterator[Correction]:
    """Yield the corrections of one file; values are read as text, as they stand in the data.

    Raises CordonError for a file that is not YAML, or an entry of another form.
    """
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or []
    except yaml.YAMLError as error:
        raise CordonError(f"{shown(path)} is not YAML: {error}") from error
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or entry.keys() != KEYS or not isinstance(entry["rows"], list):
            raise CordonError(f"{shown(path)}: entry {number} must have {', '.join(sorted(KEYS))}; rows is a list.")
        for row in entry["rows"]:
            yield Correction(
                table=path.stem,
                row=row,
                column=entry["column"],
                expected=entry["expect"] or None,
                used=entry["use"] or None,
                reason=entry["reason"],
                source=entry["source"],
                path=path,
            )


def list_corrections(connection: duckdb.DuckDBPyConnection, corrections: Sequence[Correction]) -> None:
    """Fill the table corrections; raises CordonError naming the correction that does not fit."""
    for item in corrections:
        values = [item.id, item.table, item.row, item.column, item.expected, item.used, item.reason, item.source]
        try:
            connection.execute(f"insert into {TABLE} values (?, ?, ?, ?, ?, ?, ?, ?)", values)
        except duckdb.ConstraintException as error:
            raise CordonError(f"{shown(item.path)}: {item.row}, {item.column}: {error}") from error


def apply_corrections(
    connection: duckdb.DuckDBPyConnection, staged: str, corrections: Sequence[Correction]
) -> set[Correction]:
    """Correct a staged table in place, and return the corrections whose row it held.

    Raises CordonError for an unknown column, and for a row that no longer holds what its correction expects.
    """
    by_column: dict[str, list[Correction]] = {}
    for item in corrections:
        by_column.setdefault(item.column, []).append(item)
    return {item for items in by_column.values() for item in correct_column(connection, staged, items)}


def correct_column(connection: duckdb.DuckDBPyConnection, staged: str, items: Sequence[Correction]) -> list[Correction]:
    """Correct the values of one column at once, and return the corrections whose row was there.

    Raises CordonError for an unknown column, and where the source no longer says what is expected.
    """
    column, key = items[0].column, key_of(connection, items[0])
    if column not in {name for name, *_ in connection.execute(f"describe {staged}").fetchall()}:
        raise CordonError(f"{shown(items[0].path)}: {items[0].table} has no column {column!r}.")
    rows = [item.row for item in items]
    held = dict(
        connection.execute(
            f'select {key}, "{column}"::varchar from {staged} where {key} in (select unnest($rows))', {"rows": rows}
        ).fetchall()
    )
    found = [item for item in items if item.row in held]
    for item in found:
        if held[item.row] != item.expected:
            raise CordonError(
                f"{shown(item.path)}: {item.row} has {column} {held[item.row]!r}, not {item.expected!r} as expected. "
                "If the source mended itself, take the correction out."
            )
    connection.execute(
        f'update {staged} set "{column}" = wanted.used '
        "from (select unnest($rows) as corrected, unnest($used::varchar[]) as used) as wanted "
        f"where {key} = wanted.corrected",
        {"rows": rows, "used": [item.used for item in items]},
    )
    return found


def key_of(connection: duckdb.DuckDBPyConnection, item: Correction) -> str:
    """Return the SQL of the key of the table corrected, as one text; raises CordonError for an unknown table."""
    names = primary_keys(connection).get(item.table)
    if names is None:
        raise CordonError(f"{shown(item.path)}: {item.table} is no table with a key.")
    listed = ", ".join(f'"{name}"::varchar' for name in names)
    return f"concat_ws(' ', {listed})"


def check_all_applied(corrections: Sequence[Correction], applied: set[Correction]) -> None:
    """Raise CordonError for the first correction whose row no file holds."""
    for item in corrections:
        if item not in applied:
            raise CordonError(f"{shown(item.path)}: no row {item.row!r} in {item.table}. Take the correction out.")
