"""What an upstream's newest file would change in a table, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analytics.database.inputs import find_data_files
from analytics.sources.prepare import write_csv

SHOWN = 12
DAYS = ("voted_on", "launch_day", "year")


@dataclass(frozen=True)
class Part:
    """What an upstream says of a table, in the columns that it speaks for, and which rows of ours are its own.

    `only_new` are columns that it fills in new rows and leaves alone in others; `fixed` are values of new rows.
    `order` is how the file is sorted, where not by its key.
    """

    table: str
    key: tuple[str, ...]
    frame: pd.DataFrame
    own: Mapping[str, tuple[str, ...]]
    fixed: Mapping[str, str]
    only_new: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changed:
    """One value that the upstream has changed."""

    key: str
    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """The rows added, removed and changed in one table, and the table as it would be; None where a person decides."""

    table: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Changed, ...]
    before: int
    newest: str
    result: pd.DataFrame | None

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    @property
    def removed_share(self) -> float:
        """Removed rows as a share of those that the upstream had before."""
        return len(self.removed) / max(self.before, 1)


def compare(part: Part, data: Path, folder: Path) -> Difference:
    """Return what a part would change; all values are compared as the text that stands in our files."""
    ours = read_text(data, part.table)
    theirs = as_text(part.frame, folder)
    own = pd.Series(True, index=ours.index)
    for column, values in part.own.items():
        own &= ours[column].isin(values)
    mine, rest = with_keys(ours[own], part.key), ours[~own]
    new = with_keys(theirs, part.key)
    added, removed = new.index.difference(mine.index), mine.index.difference(new.index)
    both = mine.index.intersection(new.index)
    columns = [name for name in theirs.columns if name not in (*part.key, *part.only_new)]
    changed = [item for column in columns for item in changes_of(mine.loc[both, column], new.loc[both, column])]
    kept = mine.loc[both].copy()
    kept[columns] = new.loc[both, columns]
    fresh = new.loc[added].reindex(columns=ours.columns).astype(object).fillna(dict(part.fixed)).fillna("")
    result = pd.concat([rest, kept, fresh])[ours.columns].sort_values(list(part.order or part.key), key=as_numbers)
    return Difference(part.table, tuple(added), tuple(removed), tuple(changed), len(mine), newest_day(theirs), result)


def newest_day(theirs: pd.DataFrame) -> str:
    """Return the last day of which the upstream speaks, empty where it names none."""
    named = next((name for name in DAYS if name in theirs.columns), None)
    if named is None:
        return ""
    last = str(theirs[named].max())
    return f"{last}-12-31" if named == "year" else last


def as_numbers(values: pd.Series) -> pd.Series:
    """Return whole numbers as such, so that they sort as numbers; other text stays."""
    return values.astype(int) if values.str.isdigit().all() else values


def changes_of(old: pd.Series, new: pd.Series) -> list[Changed]:
    """Return the values of one column that differ."""
    differ = old.to_numpy() != new.to_numpy()
    return [
        Changed(str(key), str(old.name), before, after)
        for key, before, after in zip(old.index[differ], old[differ], new[differ], strict=True)
    ]


def with_keys(frame: pd.DataFrame, key: tuple[str, ...]) -> pd.DataFrame:
    """Return a frame indexed by its key as one text."""
    keys = frame[key[0]]
    for name in key[1:]:
        keys = keys + " " + frame[name]
    return frame.set_axis(pd.Index(keys, name="key"))


def read_text(data: Path, table: str) -> pd.DataFrame:
    """Return our rows of a table as text, additions by hand left out."""
    path = next(path for path in find_data_files(table, data) if path.parent == data)
    if path.suffix == ".parquet":
        return pd.read_parquet(path).astype(object).map(lambda value: "" if pd.isna(value) else plain(value))
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def plain(value: object) -> str:
    """Return a value as our CSV files spell it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_text(frame: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Return rows as the text that our CSV form gives them."""
    path = folder / "rows.csv"
    write_csv(path, frame)
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def describe_difference(difference: Difference) -> str:
    """Return the difference in lines: counts, then the first keys and values of each kind."""
    lines = [
        f"{difference.table}: {len(difference.added)} added, {len(difference.changed)} values changed, "
        f"{len(difference.removed)} removed"
    ]
    lines += [f"  + {key}" for key in difference.added[:SHOWN]]
    lines += [f"  ~ {item.key} {item.column}: {item.old!r} -> {item.new!r}" for item in difference.changed[:SHOWN]]
    lines += [f"  - {key}" for key in difference.removed[:SHOWN]]
    hidden = sum(max(len(x) - SHOWN, 0) for x in (difference.added, difference.changed, difference.removed))
    return "\n".join([*lines, f"  and {hidden} more"] if hidden else lines)
