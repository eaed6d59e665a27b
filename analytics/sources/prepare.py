"""Make data/ from source facts: run every topic's module, write its tables, report what was dropped."""

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from analytics.paths import DATA, shown
from analytics.sources.preparation import Dropped, Preparation

TOPICS = ("reference", "general_assembly", "council", "recognition", "ties", "missiles", "sanctions")
PARQUET_ROWS = 20_000
PAGE_BYTES = 8_000_000
SHARED_TABLES = {"disagreements": ["disagreement_id"]}


def prepare_data(reference: Path, topics: Iterable[str], *, report: Callable[[str], None]) -> None:
    """Write the tables of some topics to data/, and what they dropped to data/dropped.csv.

    Running it twice changes nothing. Raises ValueError naming file, line and value for source
    facts that a module does not know how to read.
    """
    for topic in topics:
        module = importlib.import_module(f"analytics.sources.{topic}")
        preparation: Preparation = getattr(module, f"normalise_{topic}")(reference)
        for table, frame in preparation.tables.items():
            if table in SHARED_TABLES:
                merge_shared(DATA / f"{table}.csv", frame, topic, SHARED_TABLES[table])
            else:
                report(f"{shown(write_table(DATA, table, frame))}: {len(frame)} rows")
        write_dropped(DATA, set(preparation.tables), preparation.dropped)
        report(summarise_dropped(topic, preparation.dropped))


def write_table(data: Path, table: str, frame: pd.DataFrame) -> Path:
    """Write a table as CSV, or as Parquet where it is long, and return the file."""
    path = data / f"{table}.parquet" if len(frame) > PARQUET_ROWS else data / f"{table}.csv"
    if path.suffix == ".parquet":
        words = [name for name in frame.columns if not pd.api.types.is_numeric_dtype(frame[name])]
        frame.to_parquet(
            path,
            index=False,
            compression="zstd",
            compression_level=19,
            data_page_size=PAGE_BYTES,
            use_dictionary=words,
        )
    else:
        write_csv(path, frame)
    return path


def write_csv(path: Path, frame: pd.DataFrame) -> None:
    """Write a frame in the one CSV form we use: ISO dates, true/false, empty for unknown."""
    shaped = frame.copy()
    for name in shaped.columns:
        if str(shaped[name].dtype) in ("bool", "boolean"):
            shaped[name] = shaped[name].map({True: "true", False: "false"})
        elif shaped[name].dtype == object:
            shaped[name] = (
                shaped[name]
                .map({True: "true", False: "false"})
                .where(shaped[name].map(lambda value: isinstance(value, bool)), shaped[name])
            )
    shaped.to_csv(path, index=False, lineterminator="\n", date_format="%Y-%m-%d")


def merge_shared(path: Path, frame: pd.DataFrame, topic: str, key: list[str]) -> None:
    """Put one topic's rows into a table that several topics fill; their keys begin with the topic.

    Raises ValueError for other keys.
    """
    if not frame[key[0]].str.startswith(f"{topic}-").all():
        raise ValueError(f"{path.name}: keys of topic {topic} must begin with '{topic}-'")
    kept = pd.read_csv(path, dtype=str, keep_default_na=False) if path.is_file() else frame.iloc[:0]
    kept = kept[~kept[key[0]].str.startswith(f"{topic}-")]
    write_csv(path, pd.concat([kept, frame]).sort_values(key))


def write_dropped(data: Path, tables: set[str], dropped: list[Dropped]) -> None:
    """Replace these tables' rows in data/dropped.csv."""
    path = data / "dropped.csv"
    rows = pd.DataFrame(
        [(item.table, item.key, item.reason) for item in dropped], columns=["table_name", "row_key", "reason"]
    )
    replaced = tables | set(rows["table_name"])
    kept = pd.read_csv(path, dtype=str, keep_default_na=False) if path.is_file() else rows.iloc[:0]
    kept = kept[~kept["table_name"].isin(replaced)]
    write_csv(path, pd.concat([kept, rows]).drop_duplicates().sort_values(["table_name", "row_key", "reason"]))


def summarise_dropped(topic: str, dropped: list[Dropped]) -> str:
    """Return how many rows were left out, by reason."""
    counts = pd.Series([f"{item.table}: {item.reason}" for item in dropped], dtype=object).value_counts()
    lines = [f"  {count} dropped from {reason}" for reason, count in counts.items()]
    return "\n".join([f"{topic}: {len(dropped)} source rows dropped", *lines])
