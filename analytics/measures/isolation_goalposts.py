"""Goalposts of the isolation index, frozen from the values of a base period."""

from collections.abc import Hashable, Mapping

import duckdb
import pandas as pd

DECIMALS = 4
NATURAL = (0.0, 1.0)
# Where evidence D is left out, the scale stays that of all rows: what is measured is the same.
FIRM = "_firm"


def freeze_goalposts(measures: pd.DataFrame, connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return the rows of data/isolation_measures.csv with lower, upper, smallest and largest set anew.

    natural: 0 and 1. base_period: 5th and 95th percentile of the members' values at the ends of the years of
    the base period (OECD and JRC, Handbook on Constructing Composite Indicators, 2008). base_period_of_any:
    0 and the 95th percentile of the values above 0, for what most members are spared.
    """
    found = {row["measure"]: row for row in connection.sql("from isolation_goalposts()").df().to_dict("records")}
    values = [found[name.removesuffix(FIRM)] for name in measures["measure"]]
    bounds = [bounds_of(kind, row) for kind, row in zip(measures["goalposts"], values, strict=True)]
    return measures.assign(
        lower=[round(low, DECIMALS) for low, _ in bounds],
        upper=[round(high, DECIMALS) for _, high in bounds],
        smallest=[round(row["smallest"], DECIMALS) for row in values],
        largest=[round(row["largest"], DECIMALS) for row in values],
    )


def bounds_of(kind: str, values: Mapping[Hashable, float]) -> tuple[float, float]:
    """Return the values that score 0 and 100."""
    if kind == "natural":
        return NATURAL
    return (values["p05"], values["p95"]) if kind == "base_period" else (0.0, values["p95_of_any"])
