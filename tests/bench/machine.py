"""The machine that figures were measured on."""

import os
import platform
import time
from importlib.metadata import version
from typing import Any

ADDITIONS = 1_000_000
PACKAGES = ("duckdb", "pandas", "plotly", "pyarrow", "streamlit")


def describe_machine() -> dict[str, Any]:
    """Return what the figures depend on."""
    return {
        "cpus": os.cpu_count(),
        "million_additions_ms": round(1000 * min(add_up() for _ in range(5))),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }


def add_up() -> float:
    """Return how many seconds Python takes for a fixed sum, by which the figures of two machines can be compared."""
    start, total = time.perf_counter(), 0
    for number in range(ADDITIONS):
        total += number
    return time.perf_counter() - start
