"""Where things are."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
QUERIES = ROOT / "queries"
SCHEMA = QUERIES / "schema"
CHECKS = QUERIES / "checks"
DERIVED = QUERIES / "derived"
EXAMPLES = QUERIES / "examples"


def build_directory() -> Path:
    """Return where databases are built: `CORDON_BUILD` if set, else `build/`."""
    return Path(os.environ.get("CORDON_BUILD") or ROOT / "build")


def shown(path: Path) -> str:
    """Return a path as people write it: relative to the repository where it is inside."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
