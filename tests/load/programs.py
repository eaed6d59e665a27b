"""Programs at the data API: how many requests a second, and how long one takes, kept answers and new ones."""

import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import count

import requests

AT_ONCE = 8
KEPT = "/api/v1/query/launches_to_date.csv?on=2022-07-14"
FIRST_DAY = date(1995, 1, 1)


def measure_programs(address: str, *, seconds: float) -> dict[str, dict[str, float]]:
    """Return requests a second and percentiles in ms: one answer again and again, and each for a day of its own."""
    days = count()
    return {
        "cached": press(address, lambda: KEPT, seconds),
        "uncached": press(address, lambda: new_question(next(days)), seconds),
    }


def new_question(number: int) -> str:
    """Return an address that nobody asked for before."""
    return f"/api/v1/query/recognition_totals.csv?on={FIRST_DAY + timedelta(days=number)}"


def press(address: str, ask: Callable[[], str], seconds: float) -> dict[str, float]:
    """Let programs ask at once, each as fast as it is answered."""
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(AT_ONCE) as programs:
        answered = list(programs.map(lambda _: list(keep_asking(address, ask, until)), range(AT_ONCE)))
    times = [1000 * taken for part in answered for taken, _ in part]
    cuts = statistics.quantiles(times, n=100)
    return {
        "per_second": round(len(times) / seconds, 1),
        "p50_ms": round(cuts[49], 1),
        "p95_ms": round(cuts[94], 1),
        "refused": sum(status != 200 for part in answered for _, status in part),
    }


def keep_asking(address: str, ask: Callable[[], str], until: float) -> Iterator[tuple[float, int]]:
    """Ask until the time is up, and yield seconds and status of each answer."""
    with requests.Session() as session:
        while time.monotonic() < until:
            start = time.perf_counter()
            answer = session.get(address + ask(), timeout=60)
            yield time.perf_counter() - start, answer.status_code
