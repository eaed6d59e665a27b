"""Stopwatches of the benchmark."""

import statistics
import time
from collections.abc import Callable

import duckdb

from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import Query
from analytics.catalog.run import fetch_table

RUNS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def times_ms(work: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Return the times of some work, once warm, in ms."""
    work()
    return [1000 * seconds(work) for _ in range(runs)]


def median_ms(work: Callable[[], object]) -> float:
    """Return the median time of some work, once warm, in ms."""
    return round(statistics.median(times_ms(work)), 1)


def run_example(query: Query, connection: duckdb.DuckDBPyConnection) -> Callable[[], object]:
    """Return what runs a query with its header's example."""
    examples = {name: item.example for name, item in query.params.items() if item.example is not None}
    bound = bind_parameters(query, examples, connection)
    return lambda: fetch_table(query, bound, connection)
