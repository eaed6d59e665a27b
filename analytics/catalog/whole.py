"""A whole table as it was built: every row, with what was added and corrected, in the order of its key."""

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from analytics.catalog.lineage import as_of
from analytics.catalog.run import TIME_LIMIT_SECONDS, open_checked
from analytics.database.deadlines import deadlines
from analytics.database.open import data_version, find_database, open_database
from analytics.database.tables import primary_keys, public_tables
from analytics.errors import CordonError, nearest


@dataclass(frozen=True, eq=False)
class Whole:
    """Every row of a table; `as_of` is the last day that it covers."""

    name: str
    table: pa.Table
    as_of: date | None
    version: str

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return int(self.table.num_rows)


def read_whole(name: str, *, checked: bool = False, seconds: float = TIME_LIMIT_SECONDS) -> Whole:
    """Return a table; `checked` leaves out the facts graded D, as in a query.

    Raises CordonError for an unknown table and when time runs out.
    """
    path = find_database()
    database = open_database(path)
    known = find_table(name)
    rows = open_checked(path) if checked else database
    key = ", ".join(f'"{column}"' for column in primary_keys(database)[known])
    with deadlines().limit(rows, seconds):
        table = rows.execute(f'select * from "{known}" order by {key}').to_arrow_table()
    return Whole(known, table, as_of((known,), database), data_version(path))


def find_table(name: str) -> str:
    """Return the name of a public table; raises CordonError with the nearest names if there is none."""
    known = public_tables(open_database())
    if name not in known:
        raise CordonError(f"unknown table {name[:60]!r}. {nearest(name, known)}")
    return name
