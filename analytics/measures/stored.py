"""Estimates that take minutes, stored in data/ so that a build need not make them."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd

from analytics.measures.blocs import estimate_blocs
from analytics.measures.ideal_point_validation import compare, read_published
from analytics.measures.ideal_point_votes import ANCHOR, index_votes, read_votes, to_frame
from analytics.measures.ideal_points import Estimate, estimate_ideal_points
from analytics.measures.isolation_draws import SWITCHES, draw_choices
from analytics.measures.isolation_goalposts import freeze_goalposts
from analytics.measures.launch_breaks import estimate_launch_breaks
from analytics.paths import DATA

SOURCE = "cordon-estimates"
LAUNCH_SOURCE = "cordon-launch-estimates"
PUBLISHED = "bailey-strezhnev-voeten-ideal-points"
# The votes behind the estimates are official records; the estimate itself is a dataset.
EVIDENCE = "B"


def write_blocs(connection: duckdb.DuckDBPyConnection) -> int:
    """Write data/ga_blocs.csv and return how many rows it holds."""
    frame = estimate_blocs(connection).assign(source_id=SOURCE, evidence=EVIDENCE)
    frame.to_csv(DATA / "ga_blocs.csv", index=False, lineterminator="\n")
    return len(frame)


def write_ideal_points(
    connection: duckdb.DuckDBPyConnection,
    *,
    published: Path | None,
    report: Callable[[str], None],
) -> tuple[int, Estimate]:
    """Write data/ideal_points.parquet, and how it compares where a file of published ones is given.

    Returns how many rows were written, and the estimate.
    """
    votes, states, sessions = index_votes(read_votes(connection))
    estimate = estimate_ideal_points(votes, states.index(ANCHOR), report)
    frame = to_frame(estimate, states, sessions)
    frame.assign(source_id=SOURCE, evidence=EVIDENCE).to_parquet(
        DATA / "ideal_points.parquet", index=False, compression="zstd"
    )
    if published is not None:
        compared = compare(frame, read_published(published)).assign(source_id=PUBLISHED, evidence=EVIDENCE)
        compared.to_csv(DATA / "ideal_point_validation.csv", index=False, lineterminator="\n")
    return len(frame), estimate


def write_isolation(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Write the goalposts of data/isolation_measures.csv anew, and data/isolation_draws.csv; return their rows."""
    path = DATA / "isolation_measures.csv"
    measures = freeze_goalposts(pd.read_csv(path), connection)
    lower_case(measures, "base").to_csv(path, index=False, lineterminator="\n")
    draws = draw_choices()
    lower_case(draws, *SWITCHES).to_csv(DATA / "isolation_draws.csv", index=False, lineterminator="\n")
    return len(measures), len(draws)


def lower_case(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return a frame with its truth values written true and false, as SQL and JSON do."""
    return frame.assign(**{name: frame[name].map({True: "true", False: "false"}) for name in columns})


def write_launch_breaks(connection: duckdb.DuckDBPyConnection) -> int:
    """Write data/launch_breaks.csv and return how many rows it holds."""
    frame = estimate_launch_breaks(connection).assign(source_id=LAUNCH_SOURCE, evidence=EVIDENCE)
    frame.to_csv(DATA / "launch_breaks.csv", index=False, lineterminator="\n")
    return len(frame)
