"""Imports run one way: dashboard and api → charts, exports, measures → catalog → database."""

import ast
from pathlib import Path

import pytest

from analytics.paths import ROOT

MAY_IMPORT = {
    "paths": set(),
    "errors": set(),
    "database": {"paths", "errors"},
    "catalog": {"database", "paths", "errors"},
    "measures": {"catalog", "database", "paths", "errors"},
    "charts": {"catalog", "database", "paths", "errors"},
    "exports": {"charts", "measures", "catalog", "database", "paths", "errors"},
    "briefing": {"exports", "charts", "measures", "catalog", "database", "paths", "errors"},
    "sources": {"database", "paths", "errors"},
    "additions": {"database", "paths", "errors"},
    "maintain": {"sources", "catalog", "database", "paths", "errors"},
    "api": {"briefing", "exports", "charts", "measures", "catalog", "database", "paths", "errors"},
    "commands": {
        "additions",
        "maintain",
        "sources",
        "briefing",
        "exports",
        "charts",
        "measures",
        "catalog",
        "database",
        "paths",
        "errors",
    },
    "dashboard": {"api", "briefing", "exports", "charts", "measures", "catalog", "database", "paths", "errors"},
}
MODULES = [path for path in sorted((ROOT / "analytics").rglob("*.py")) if path.name not in ("__main__.py",)]


def room_of(path: Path) -> str:
    """Return the top folder, or module, under analytics/."""
    return path.relative_to(ROOT / "analytics").parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Return the modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "analytics" and len(parts) > 1:
            assert parts[1] == room or parts[1] in MAY_IMPORT[room], f"{room} may not import {name}"
        if parts[0] == "streamlit":
            assert room == "dashboard", "only the dashboard imports streamlit"
