"""`make bench`: build, queries, pictures, cold start to first chart, a new day; printed, and in build/bench.json."""

import json
import os
import statistics
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from analytics.catalog.build import build
from analytics.catalog.query import Query, load_catalog
from analytics.database.open import data_version, open_database
from analytics.paths import build_directory
from tests.bench.alignment import measure_alignment
from tests.bench.change import seconds_after_a_change
from tests.bench.first_chart import seconds_to_first_chart
from tests.bench.growth import growth_table, measure_growth
from tests.bench.machine import describe_machine
from tests.bench.pictures import measure_pictures
from tests.bench.timing import run_example, seconds, times_ms

RUNS = 20


def main() -> None:
    """Measure, print and write."""
    results = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "data_version": data_version(build().path),
        "machine": describe_machine(),
        "build_s": round(seconds(build_anew), 2),
        "queries_ms": measure_queries(),
        "alignment": measure_alignment(),
        "growth_ms": measure_growth(),
        "pictures": measure_pictures(),
        "first_chart_s": seconds_to_first_chart(),
        "after_a_change_s": seconds_after_a_change(),
    }
    path = build_directory() / "bench.json"
    path.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print(f"a million additions in Python {results['machine']['million_additions_ms']} ms")
    print(f"build {results['build_s']} s; first chart in a cold browser {results['first_chart_s']} s")
    for query_id, times in results["queries_ms"].items():
        print(f"{query_id:<28} median {times['median']:>8.1f} ms   95th percentile {times['p95']:>8.1f} ms")
    print("alignment: " + ", ".join(f"{name} {value}" for name, value in results["alignment"].items()))
    print("another day: " + ", ".join(f"{name} {value}" for name, value in results["after_a_change_s"].items()))
    print("pictures: " + ", ".join(f"{name} {value}" for name, value in results["pictures"].items()))
    print("\n".join(growth_table(results["growth_ms"])))
    print(f"written to {path}")


def build_anew() -> None:
    """Build the database from data/ into an empty folder."""
    before = os.environ.get("CORDON_BUILD")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CORDON_BUILD"] = str(Path(folder))
        try:
            build()
        finally:
            if before is None:
                del os.environ["CORDON_BUILD"]
            else:
                os.environ["CORDON_BUILD"] = before


def measure_queries() -> dict[str, dict[str, float]]:
    """Return median and 95th percentile of each query's time with its header's example, in ms."""
    return {query.id: measure_query(query) for query in load_catalog().values()}


def measure_query(query: Query) -> dict[str, float]:
    """Return median and 95th percentile of a query's time, warm, in ms."""
    times = times_ms(run_example(query, open_database()), RUNS)
    return {
        "median": round(statistics.median(times), 2),
        "p95": round(statistics.quantiles(times, n=20)[-1], 2),
    }


if __name__ == "__main__":
    main()
