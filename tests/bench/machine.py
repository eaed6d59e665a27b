"""The machine that figures were measured on."""

import os
import platform
from importlib.metadata import version
from typing import Any

PACKAGES = ("duckdb", "pandas", "plotly", "pyarrow", "streamlit")


def describe_machine() -> dict[str, Any]:
    """Return what the figures depend on."""
    return {
        "cpus": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }
