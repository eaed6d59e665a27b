"""The files of data/ as they would be once an upstream's news are in."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from analytics.database.inputs import find_data_files
from analytics.sources.prepare import write_csv, write_table
from analytics.sources.upstreams import Refreshed

LOG = "refreshed.json"


def new_contents(refreshed: Refreshed, data: Path) -> dict[str, bytes]:
    """Return the changed tables, and sources and coverage with the new days, by name of file."""
    with TemporaryDirectory(prefix="cordon-") as place:
        folder = Path(place)
        for difference in filter(None, refreshed.differences):
            if difference.result is not None:
                write_like_ours(difference.table, difference.result, data, folder)
        write_csv(folder / "sources.csv", note_retrieved(refreshed, data))
        write_csv(folder / "coverage.csv", note_covered(refreshed, data))
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def write_like_ours(table: str, result: pd.DataFrame, data: Path, folder: Path) -> None:
    """Write a table in the form that its file has: CSV as it is, Parquet with the types that it had."""
    path = next(path for path in find_data_files(table, data) if path.parent == data)
    if path.suffix == ".csv":
        write_csv(folder / path.name, result)
        return
    types = pd.read_parquet(path).dtypes
    frame = result.replace({"true": True, "false": False}).astype(types.to_dict())
    write_table(folder, table, frame)


def note_retrieved(refreshed: Refreshed, data: Path) -> pd.DataFrame:
    """Return the sources with the day on which this one was fetched."""
    sources = pd.read_csv(data / "sources.csv", dtype=str, keep_default_na=False)
    sources.loc[sources["source_id"] == refreshed.upstream.source_id, "retrieved_on"] = refreshed.on.isoformat()
    return sources


def note_covered(refreshed: Refreshed, data: Path) -> pd.DataFrame:
    """Return the coverage with its end moved to the newest day of which the upstream speaks, never back."""
    coverage = pd.read_csv(data / "coverage.csv", dtype=str, keep_default_na=False)
    newest = max(difference.newest for difference in refreshed.differences)
    for table, part in refreshed.upstream.covers:
        row = (coverage["table_name"] == table) & (coverage["part"] == part)
        coverage.loc[row, "as_of"] = refreshed.on.isoformat()
        coverage.loc[row, "ends_on"] = coverage.loc[row, "ends_on"].map(lambda day: max(day, newest))
    return coverage


def log(refreshed: Refreshed, data: Path, version: str) -> bytes:
    """Return the log of what was fetched when, with checksums and the version of the data it made, newest first."""
    path = data / LOG
    before = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    entry = {
        "source": refreshed.upstream.id,
        "on": refreshed.on.isoformat(),
        "version": version,
        "files": [{"name": file.name, "place": file.place, "sha256": file.sha256} for file in refreshed.files],
        "changes": {
            item.table: {"added": len(item.added), "changed": len(item.changed), "removed": len(item.removed)}
            for item in refreshed.differences
        },
    }
    return (json.dumps([entry, *before], ensure_ascii=False, indent=1) + "\n").encode()
