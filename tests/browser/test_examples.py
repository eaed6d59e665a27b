"""The examples for analysts run as they stand, where their tool is present."""

import shutil
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from analytics.api.examples import FILES, LOCAL, read_example
from analytics.catalog.run import run_query


def run(tmp_path: Path, name: str, address: str, *tool: str) -> str:
    """Run an example against a server and return what it prints."""
    if shutil.which(tool[0]) is None:
        pytest.skip(f"no {tool[0]} here")
    script = tmp_path / name
    script.write_text(read_example(name).replace(LOCAL, address), encoding="utf-8")
    done = subprocess.run([*tool, str(script)], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_pandas_reads_the_rows(tmp_path: Path, address: str) -> None:
    last = run_query("launches_to_date", {"on": "2022-07-14"}).frame.iloc[-1]
    assert str(last["year"]) in run(tmp_path, "pandas_csv.py", address, sys.executable).splitlines()[-1]


def test_duckdb_joins_parquet(tmp_path: Path, address: str) -> None:
    assert "North Korea" in run(tmp_path, "duckdb_parquet.py", address, sys.executable)


def test_r_reads_the_rows(tmp_path: Path, address: str) -> None:
    told = run(tmp_path, "agreement.R", address, "Rscript", "--vanilla")
    last = run_query("agreement", {"state_a": "RUS", "state_b": "PRK"}).frame["session"].max()
    assert told.splitlines()[-1].split()[1] == str(last)


def test_the_shell_gets_rows_a_picture_and_nothing_twice(tmp_path: Path, address: str) -> None:
    assert "USA" in run(tmp_path, "shell.sh", address, "sh") or "United States" in run(
        tmp_path, "shell.sh", address, "sh"
    )
    assert (tmp_path / "vetoes.png").read_bytes().startswith(b"\x89PNG")
    first = (tmp_path / "queries.json").stat().st_mtime_ns
    run(tmp_path, "shell.sh", address, "sh")
    assert (tmp_path / "queries.json").stat().st_mtime_ns == first


def test_power_query_names_what_the_api_serves(address: str) -> None:
    text = read_example("ties.pq")
    assert '"query/ties_broken.csv"' in text
    rows = httpx2.get(f"{address}/api/v1/query/ties_broken.csv", params={"on": "2022-07-14", "state": "RUS"})
    assert "since" in rows.text.splitlines()[0].split(",")


def test_the_page_shows_them_under_the_readers_address(address: str) -> None:
    page = httpx2.get(f"{address}/api/v1/examples").text
    assert LOCAL not in page
    assert page.count(f"{address}/api/v1") == len(FILES)
