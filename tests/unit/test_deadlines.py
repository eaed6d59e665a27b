"""Queries are stopped when their time is up, whatever others do meanwhile."""

import time
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from analytics.database.deadlines import Deadlines, TimeLimitError

ENDLESS = "select count(*) from range(100_000_000_000)"
SHORT_S, LONG_S = 0.2, 600.0
AT_MOST_S = 10.0


def ask(deadlines: Deadlines, seconds: float, sql: str) -> float:
    """Return how long a query took that is stopped after some seconds."""
    connection, start = duckdb.connect(), time.monotonic()
    with pytest.raises(TimeLimitError, match=f"longer than {seconds:g} s"), deadlines.limit(connection, seconds):
        connection.execute(sql).fetchall()
    return time.monotonic() - start


def test_one_that_takes_too_long_is_stopped_though_a_later_moment_is_awaited() -> None:
    deadlines, patient = Deadlines(), duckdb.connect()
    with deadlines.limit(patient, LONG_S):
        assert SHORT_S <= ask(deadlines, SHORT_S, ENDLESS) < AT_MOST_S
        assert patient.execute("select 42").fetchall() == [(42,)]


def test_each_is_stopped_at_its_own_moment() -> None:
    deadlines = Deadlines()
    limits = (0.9, 0.3, 0.6)
    with ThreadPoolExecutor(len(limits)) as threads:
        took = list(threads.map(lambda seconds: ask(deadlines, seconds, ENDLESS), limits))
    assert all(seconds <= each < AT_MOST_S for seconds, each in zip(limits, took, strict=True))
    assert sorted(took) == [took[1], took[2], took[0]]


def test_what_was_in_time_is_left_alone_afterwards() -> None:
    deadlines, connection = Deadlines(), duckdb.connect()
    with deadlines.limit(connection, SHORT_S):
        connection.execute("select 1").fetchall()
    start = time.monotonic()
    while time.monotonic() - start < 2 * SHORT_S:
        assert connection.execute("select sum(i) from range(1000) as r (i)").fetchone() == (499500,)


def test_a_fault_of_the_query_stays_its_own() -> None:
    deadlines, connection = Deadlines(), duckdb.connect()
    with pytest.raises(duckdb.CatalogException), deadlines.limit(connection, LONG_S):
        connection.execute("select * from nowhere")
