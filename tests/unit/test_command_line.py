"""The command line keeps its contract: formats, exit statuses, one clear line on a fault."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from analytics.paths import ROOT
from tests.running import run_here


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "analytics", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


def test_query_prints_json_with_iso_dates_and_nulls() -> None:
    done = run("query", "launches", "-p", "from=2022-03-16", "-p", "to=2022-03-24", "--format", "json")
    rows = json.loads(done.stdout)
    assert done.returncode == 0
    assert rows[0]["date_utc"] == "2022-03-16"
    assert rows[0]["apogee_km"] is None


def test_query_writes_parquet(tmp_path: Path) -> None:
    out = tmp_path / "rows.parquet"
    done = run("query", "launches_to_date", "-p", "on=2022-07-14", "--format", "parquet", "--out", str(out))
    assert done.returncode == 0
    rows = {row["year"]: row for row in pq.read_table(out).to_pylist()}
    assert (rows[2022]["missiles"], rows[2022]["launch_days"]) == (31, 16)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "launchs"), "Nearest: launches"),
        (("query", "launches_to_date"), "needs on"),
        (("query", "launches_to_date", "-p", "on=2022-02-30"), "not a day of the calendar"),
        (("query", "launches_to_date", "-p", "2022"), "is not NAME=VALUE"),
        (("query", "ties_broken", "-p", "on=2022-07-14", "-p", "state=ZZZ"), "unknown state 'ZZZ'"),
        (("query", "launches_to_date", "-p", "on=2022-07-14", "--format", "xml"), "xml"),
        (("describe", "nothing"), "unknown query"),
        (("nonsense",), "nonsense"),
        (("sql", "delete from states"), "Only one SELECT"),
        (("sql", "select 1; select 2"), "Only one SELECT"),
        (("sql", "select * from read_csv('/etc/passwd')"), "read_csv is not offered here"),
        (("sql", "select nothing from states"), "nothing"),
    ],
)
def test_a_fault_is_one_message_and_exit_1(arguments: tuple[str, ...], message: str) -> None:
    done = run_here(*arguments)
    assert done.returncode == 1
    assert message in done.stderr
    assert done.stdout == ""


def test_a_fault_ends_the_process_with_its_message_alone() -> None:
    done = run("query", "launchs")
    assert done.returncode == 1
    assert done.stderr.startswith("error: unknown query 'launchs'")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_endless_sql_is_stopped() -> None:
    done = run("sql", "select count(*) from range(1000000000) a, range(1000000) b")
    assert done.returncode == 1
    assert "was stopped" in done.stderr


def test_describe_shows_parameters_units_and_lineage() -> None:
    said = run_here("describe", "launches_to_date").stdout
    assert "on (date, required)" in said
    assert "[missiles]" in said
    assert "missile_launches" in said


def test_list_and_check() -> None:
    assert "launches_to_date" in run_here("list").stdout
    done = run_here("check")
    assert done.returncode == 0, done.stdout
    assert ", 0 fail" in done.stdout


def test_no_database_names_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("list", CORDON_BUILD=str(tmp_path / "file" / "below"))
    assert done.returncode == 0
    done = run("query", "claims", CORDON_BUILD=str(tmp_path / "file" / "below"))
    assert done.returncode == 1
    assert "CORDON_BUILD" in done.stderr
