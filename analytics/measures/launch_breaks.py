"""Whether North Korean launches changed as the Security Council stalled, for every month that could be the break."""

from dataclasses import asdict
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from analytics.measures.interrupted_series import LEAST_PERIODS, Interruption, estimate_interruption

OUTCOMES = ("missiles", "launch_days")
MONTHS = 12
DECIMALS = 6
COUNTS = "from launch_counts($starts_on, $ends_on, 'month', 'PRK', false)"
# The series begins when the Council first answered with sanctions; breaks are tried from when it last did.
SPAN = """
select
    month_from(min(p.product_date)) as starts_on,
    month_from(max(p.product_date)) as first_break,
    (select ends_on from coverage where table_name = 'missile_launches' and part = 'PRK') as ends_on
from council_products as p
where p.dprk_specific and p.kind = 'resolution' and p.purpose = 'sanctions'
"""


def estimate_launch_breaks(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return one row per outcome and month of the break, with the columns of the table launch_breaks."""
    (span,) = connection.sql(SPAN).df().to_dict("records")
    counts = connection.execute(COUNTS, {"starts_on": span["starts_on"], "ends_on": span["ends_on"]}).df()
    first = int(np.searchsorted(counts["period"], span["first_break"]))
    tried = range(first, len(counts) - LEAST_PERIODS + 1)
    return pd.DataFrame([row_of(counts, outcome, place) for outcome in sorted(OUTCOMES) for place in tried])


def row_of(counts: pd.DataFrame, outcome: str, place: int) -> dict[str, Any]:
    """Return the estimate of one outcome for a break before the month at a place."""
    series = counts[outcome].to_numpy(dtype=float)
    return {
        "outcome": outcome,
        "break_on": counts["period"].iloc[place].date(),
        "starts_on": counts["period"].iloc[0].date(),
        "ends_on": (counts["period"].iloc[-1] + pd.offsets.MonthEnd()).date(),
        "months_before": place,
        "months_after": len(series) - place,
        "count_before": int(series[:place].sum()),
        "count_after": int(series[place:].sum()),
    } | flatten(estimate_interruption(series, place, per_year=MONTHS))


def flatten(found: Interruption) -> dict[str, float]:
    """Return an estimate as columns: each interval as its value, `_low` and `_high`, rounded alike everywhere."""
    columns: dict[str, float] = {}
    for name, value in asdict(found).items():
        if isinstance(value, tuple):
            columns |= {name: value[0], f"{name}_low": value[1], f"{name}_high": value[2]}
        else:
            columns[name] = value
    return {name: value if isinstance(value, int) else round(value, DECIMALS) for name, value in columns.items()}
