"""What the container promises: a read-only file system, a health check that answers, every file it needs."""

import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from analytics.database.open import find_database
from analytics.paths import ROOT
from tests.browser.browsing import free_port

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
# A mount of its own shows the tree read-only to the server and to nobody else.
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && ! touch "$1/written" 2>/dev/null && cd "$1"'


def run_read_only(tree: Path, command: str, *arguments: str) -> subprocess.Popen[str]:
    """Run a command in a tree that it cannot write to."""
    script = f'{READ_ONLY} && shift && exec {command} "$@"'
    return subprocess.Popen(
        ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh", str(tree), *arguments],
        env={"PATH": "/usr/bin:/bin", "HOME": "/tmp", "PYTHONDONTWRITEBYTECODE": "1"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def may_mount(tree: Path) -> bool:
    """Say whether this machine lets us mount, as root in most containers of a CI."""
    return shutil.which("unshare") is not None and run_read_only(tree, "true").wait() == 0


def test_the_server_runs_where_it_cannot_write(tmp_path: Path, _built: None) -> None:
    tree = tmp_path / "cordon"
    left_out = shutil.ignore_patterns(".venv", ".git", "build", "tests", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, tree, ignore=left_out)
    (tree / "build").mkdir()
    shutil.copy(find_database(), tree / "build")
    if not may_mount(tree):
        pytest.skip("this machine lets nobody mount a file system read-only")
    port = str(free_port())
    started = re.search(r'^CMD \["streamlit", (.*)\]$', DOCKERFILE, re.MULTILINE)
    assert started
    options = re.findall(r'"([^"]+)"', started[1].replace("8501", port).replace("0.0.0.0", "127.0.0.1"))
    server = run_read_only(tree, f"{sys.executable} -m streamlit", *options)
    try:
        assert answers(f"http://127.0.0.1:{port}/api/v1/health", server)
        assert answers(f"http://127.0.0.1:{port}/api/v1/query/launches_to_date.csv?on=2022-07-14", server)
        assert answers(f"http://127.0.0.1:{port}/embed/council-vetoes?from=1946-01-01&to=2022-07-14", server)
    finally:
        server.terminate()
        told = server.communicate(timeout=15)[0]
        print(told)
    assert "Traceback" not in told


def answers(url: str, server: subprocess.Popen[str]) -> bool:
    """Say whether an address answers within a minute, while its server runs."""
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return int(answer.status) == 200
        except OSError:
            time.sleep(0.3)
    return False


def test_the_container_runs_without_rights_and_looks_after_itself() -> None:
    user = re.findall(r"^USER (\w+)$", DOCKERFILE, re.MULTILINE)
    assert user and user[-1] != "root"
    assert "/api/v1/health" in DOCKERFILE.split("HEALTHCHECK")[1]
    ports = set(re.findall(r"85\d\d", DOCKERFILE))
    assert ports == {"8501"}


def test_what_the_container_leaves_out_is_not_needed_to_run() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    needed = {
        "app.py",
        "analytics",
        "data",
        "queries",
        ".streamlit",
        "requirements.txt",
        "constraints.txt",
        "CITATION.cff",
    }
    assert not needed & set(ignored)
    assert all((ROOT / name).exists() for name in needed)


def test_packages_of_the_community_cloud_are_those_of_the_container() -> None:
    packages = (ROOT / "packages.txt").read_text(encoding="utf-8").split()
    assert all(f" {name}" in DOCKERFILE for name in packages)
