"""`make load`: fifty people at once on the dashboard, sessions that come and go, programs at the API.

Printed, and written to build/load.json. Run: python -m tests.load [seconds]
"""

import asyncio
import json
import sys
from typing import Any

from analytics.paths import build_directory
from tests.bench.machine import describe_machine
from tests.browser.browsing import serving_process
from tests.load.crowd import Log, come_and_go, gather_crowd, quantiles_ms, resident_mb
from tests.load.programs import measure_programs

PEOPLE, READING_S, SECONDS = 50, 10.0, 300.0
# An hour in which each of fifty people stays for five minutes.
SESSIONS, AT_ONCE, ROUNDS = 600, 10, 4
# Answers that most ask for are kept by then, as on a server that has run for a while.
WARM_UP_S = 300.0
API_SECONDS = 15.0


def main(seconds: float = SECONDS) -> None:
    """Measure, print and write."""
    folder = build_directory()
    folder.mkdir(parents=True, exist_ok=True)
    with serving_process(folder / "load.log") as (address, server):
        results: dict[str, Any] = {"machine": describe_machine()}
        for name, measure in {
            "people": lambda: measure_people(address, server, seconds),
            "api": lambda: measure_programs(address, seconds=API_SECONDS),
            "sessions": lambda: measure_sessions(address, server),
        }.items():
            results[name] = measure()
            print(json.dumps({name: results[name]}, indent=2), flush=True)
    path = folder / "load.json"
    path.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print(f"written to {path}")


def measure_people(address: str, server: int, seconds: float) -> dict[str, Any]:
    """Return what fifty people at once saw, and what memory that took."""
    asyncio.run(gather_crowd(address, PEOPLE, seconds=WARM_UP_S, reading_s=READING_S, first_seed=1_000))
    before = resident_mb(server)
    log = asyncio.run(gather_crowd(address, PEOPLE, seconds=seconds, reading_s=READING_S))
    return {
        "people": PEOPLE,
        "seconds": seconds,
        "reading_s": READING_S,
        "memory_mb": {"before": round(before), "after": round(resident_mb(server))},
        **told(log),
    }


def measure_sessions(address: str, server: int) -> dict[str, Any]:
    """Return the memory after each round of sessions that came and left."""
    memory, lost = [], 0
    for number in range(ROUNDS):
        log = asyncio.run(come_and_go(address, SESSIONS // ROUNDS, at_once=AT_ONCE, first_seed=10_000 * (number + 1)))
        memory.append(round(resident_mb(server)))
        lost += len(log.lost) + len(log.faults())
    return {"sessions": SESSIONS, "memory_mb_after_each_round": memory, "lost": lost}


def told(log: Log) -> dict[str, Any]:
    """Return a log in numbers, and the first of what went wrong."""
    return {
        "actions": len(log.seen),
        "to_new_chart_ms": quantiles_ms(log.charts()),
        "to_whole_page_ms": quantiles_ms(seen.whole for _, seen in log.seen),
        "lost": len(log.lost),
        "faults": len(log.faults()),
        "examples": [*log.lost[:3], *log.faults()[:3]],
    }


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
