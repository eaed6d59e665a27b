"""The look for known vulnerabilities: it fails where there are some, and says so where it could not look."""

import os
import subprocess
from pathlib import Path

import pytest

from analytics.paths import ROOT

UNKNOWN = "Name Skip Reason\nours Dependency not found on PyPI and could not be audited: ours (1.0)"
FOUND = "Found 1 known vulnerability in 1 package\nName Version ID\nleaky 1.0 PYSEC-2026-1"


@pytest.mark.parametrize(
    ("printed", "code", "exits", "says"),
    [
        ("No known vulnerabilities found", 0, 0, "no known vulnerability; 0 packages"),
        (UNKNOWN, 0, 0, "no known vulnerability; 1 packages"),
        (FOUND, 1, 1, "PYSEC-2026-1"),
        ("ERROR:pip_audit._cli:Failed to connect", 1, 0, "not audited, the advisory service did not answer (ERROR"),
    ],
)
def test_each_outcome(printed: str, code: int, exits: int, says: str, tmp_path: Path) -> None:
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\ncat <<'E'\n{printed}\nE\nexit {code}\n", encoding="utf-8")
    python.chmod(0o755)
    script = ["sh", ROOT / "scripts" / "audit_dependencies.sh"]
    done = subprocess.run(script, cwd=tmp_path, capture_output=True, text=True, env=os.environ, check=False)
    assert (done.returncode, done.stderr) == (exits, "")
    assert says in done.stdout
