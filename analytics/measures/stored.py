"""Estimates that take minutes, stored in data/ so that a build need not make them."""

from pathlib import Path

import duckdb

from analytics.measures.blocs import estimate_blocs
from analytics.paths import DATA

SOURCE = "cordon-estimates"
# The votes behind the estimates are official records; the estimate itself is a dataset.
EVIDENCE = "B"


def write_blocs(connection: duckdb.DuckDBPyConnection, data: Path = DATA) -> int:
    """Write data/ga_blocs.csv and return how many rows it holds."""
    frame = estimate_blocs(connection).assign(source_id=SOURCE, evidence=EVIDENCE)
    frame.to_csv(data / "ga_blocs.csv", index=False, lineterminator="\n")
    return len(frame)
