"""A clone of what is committed, in an empty environment: it builds, answers and serves, and fetches nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from analytics.paths import ROOT

SCRIPT = Path(__file__).with_name("unplugged.py")
NET = ["unshare", "--user", "--map-root-user", "--net"]
# Where nobody may unplug the network, whatever asks for a proxy is sent to a port that nobody serves.
NOWHERE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1"}
INSTALLS = "CORDON_TEST_INSTALL"
# Which package index this machine uses, and no other setting of it.
INDEX = ("PIP_", "SSL_CERT", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "REQUESTS_CA")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of this repository beside an empty home."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    (tmp_path / "home").mkdir()
    # As git is set up on Windows, whose line ends no file of ours bears.
    windows = ["--config", "core.autocrlf=true"]
    command = ["git", "clone", "--quiet", "--depth", "1", *windows, ROOT.as_uri(), str(tmp_path / "cordon")]
    subprocess.run(command, check=True, capture_output=True)
    return tmp_path / "cordon"


def bare(clone: Path) -> dict[str, str]:
    """Return the environment of somebody who has set nothing."""
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(clone.parent / "home")}


def may_unplug() -> bool:
    """Say whether this machine lets us have a network of our own."""
    tried = subprocess.run([*NET, "true"], capture_output=True, check=False) if shutil.which("unshare") else None
    return tried is not None and tried.returncode == 0


def live_in(clone: Path, command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    """Build, ask and serve in a clone; returns what came of it."""
    done = subprocess.run(
        command, cwd=clone, env=bare(clone) | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def assert_lives(told: dict[str, Any]) -> None:
    """Assert that the database was built, the query answered and the dashboard served."""
    assert told["build"][0] == 0, told["build"]
    code, rows, complaint = told["query"]
    assert (code, complaint) == (0, "")
    assert next(row["missiles"] for row in json.loads(rows) if row["year"] == 2022) == 31
    assert json.loads(told["health"])["status"] in ("ok", "degraded"), told["log"]
    assert "<title>" in told["page"]
    assert "Traceback" not in told["log"]


def test_it_builds_answers_and_serves_without_a_network(clone: Path) -> None:
    call = [sys.executable, str(SCRIPT), sys.executable]
    if may_unplug():
        told = live_in(clone, [*NET, *call, "--unplug"], {})
        assert not told["elsewhere"]
    else:
        told = live_in(clone, call, NOWHERE)
    assert_lives(told)
    left = subprocess.run(["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True)
    assert left.stdout == ""
    assert not (clone.parent / "home" / ".duckdb").exists()


@pytest.mark.skipif(
    INSTALLS not in os.environ,
    reason=f"installs everything anew, as make test has just done, which takes minutes: set {INSTALLS}",
)
def test_make_installs_what_it_needs(clone: Path) -> None:
    index = {name: value for name, value in os.environ.items() if name.startswith(INDEX)}
    done = subprocess.run(
        ["make", "build", f"PYTHON={sys._base_executable}"],  # type: ignore[attr-defined]
        cwd=clone,
        env=bare(clone) | index,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    python = str(clone / ".venv" / "bin" / "python")
    assert_lives(live_in(clone, [python, str(SCRIPT), python], NOWHERE))
