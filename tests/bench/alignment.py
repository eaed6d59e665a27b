"""Time to compare all members with all in every session: ours, a plain self-join, and a dense NumPy product."""

import duckdb
import numpy as np

from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import find_query
from analytics.catalog.run import fetch_table
from analytics.database.open import open_database
from tests.bench.timing import median_ms

MEASURES = "same_share, agree, s_abs, s_sq, kappa, pi, a_abs"
# The calling side takes sums, so that what is timed is the comparison and not the transport of the rows.
ALL_DYADS = f"select count(*), {', '.join(f'sum({name})' for name in MEASURES.split(', '))} from dyads(null, null)"
SELF_JOIN = """
with votes as (
    select
        r.session, r.roll_call_id, s.series as state,
        case v.vote when 'yes' then 1 when 'abstain' then 2 else 3 end as level
    from ga_votes as v
    join states as s on s.state = v.state
    join derived.roll_call_places as r on r.roll_call_id = v.roll_call_id
    where v.vote <> 'absent' and not r.unanimous
),

sums as (
    select
        a.session, a.state as state_a, b.state as state_b, count(*) as n,
        sum(abs(a.level - b.level)) as sad, sum((a.level - b.level) ** 2) as ssd,
        sum(a.level) as s1, sum(b.level) as s2, sum(a.level ** 2) as q1, sum(b.level ** 2) as q2
    from votes as a
    join votes as b on b.roll_call_id = a.roll_call_id and a.state < b.state
    group by a.session, a.state, b.state
)

select count(*), sum(1 - sad / (2 * n)), sum(1 - ssd / nullif(q1 + q2 - 2 * s1 * s2 / n, 0))
from sums
"""


def measure_alignment() -> dict[str, float]:
    """Return the median time of each way, and of one pair's history, in ms."""
    connection = open_database()
    query = find_query("agreement")
    pair = bind_parameters(query, {"state_a": "RUS", "state_b": "PRK"}, connection)
    grids = read_grids(connection)
    return {
        # First: the self-join fills the memory of the database, and what comes after it waits.
        "one_dyad_ms": median_ms(lambda: fetch_table(query, pair, connection)),
        "all_dyads_ms": median_ms(lambda: connection.execute(ALL_DYADS).fetchall()),
        "self_join_ms": median_ms(lambda: connection.execute(SELF_JOIN).fetchall()),
        "numpy_products_ms": median_ms(lambda: [count_cells(grid) for grid in grids]),
    }


def read_grids(connection: duckdb.DuckDBPyConnection) -> list[np.ndarray]:
    """Return, per session, a grid of members by roll calls of votes 1 to 3, 0 where absent."""
    rows = connection.execute(
        "select r.session, r.place, s.series, case v.vote when 'yes' then 1 when 'abstain' then 2 when 'no' then 3 "
        "else 0 end as level from ga_votes as v join states as s on s.state = v.state "
        "join derived.roll_call_places as r on r.roll_call_id = v.roll_call_id where not r.unanimous"
    ).df()
    return [
        part.pivot_table(index="series", columns="place", values="level", aggfunc="max", fill_value=0).to_numpy()
        for _, part in rows.groupby("session")
    ]


def count_cells(grid: np.ndarray) -> np.ndarray:
    """Return the nine counts of every pair of members of a session."""
    votes = [(grid == level).astype(np.float32) for level in (1, 2, 3)]
    return np.stack([first @ second.T for first in votes for second in votes])
