"""The command line keeps its contract: formats, exit statuses, one clear line on a fault."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from analytics.catalog.whole import read_whole
from analytics.exports.chart_files import LOCAL, site_address
from analytics.exports.tabular import to_csv, to_json
from analytics.paths import ROOT, build_directory
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


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_table_writes_every_row_as_the_ending_says(form: str, tmp_path: Path) -> None:
    out, whole = tmp_path / f"ties.{form}", read_whole("ties")
    done = run_here("table", "ties", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert f"ties, {whole.rows:,} rows, data version {whole.version}" in done.stdout
    written = {"csv": to_csv, "json": to_json}
    if form == "parquet":
        assert pq.read_table(out).num_rows == whole.rows
    else:
        assert out.read_text(encoding="utf-8").rstrip("\n") == written[form](whole.table).rstrip("\n")


@pytest.mark.parametrize("asked", [("query", "last_session", "-p", "on=2022-07-14"), ("sql", "select 73 as session")])
def test_rows_take_the_format_that_the_ending_of_the_file_names(asked: tuple[str, ...], tmp_path: Path) -> None:
    for ending, beginning in (("csv", "session"), ("JSON", "[\n {"), ("txt", "session")):
        out = tmp_path / f"{'a' * 240}.{ending}"
        assert run_here(*asked, "--out", str(out)).returncode == 0
        assert out.read_text(encoding="utf-8").startswith(beginning)
    assert "---" in out.read_text(encoding="utf-8")
    assert run_here(*asked, "--format", "csv", "--out", str(out)).returncode == 0
    assert "---" not in out.read_text(encoding="utf-8")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".JSON", ".csv", ".txt"]


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORDON_BUILD", "")
    monkeypatch.setenv("CORDON_URL", "")
    assert build_directory() == ROOT / "build"
    assert site_address() == LOCAL


def test_table_leaves_unchecked_facts_out_and_prints_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(run_here("table", "ties", "--checked").stdout)))
    assert len(rows) == read_whole("ties", checked=True).rows < read_whole("ties").rows
    assert "D" not in {row["evidence"] for row in rows}
    assert json.loads(run_here("table", "ties", "--format", "json").stdout)[0].keys() == rows[0].keys()


def test_rows_of_sql_that_are_cut_off_are_said_so_by_the_status(tmp_path: Path) -> None:
    out = tmp_path / "rows.parquet"
    done = run_here("sql", "from ga_votes", "--format", "parquet", "--out", str(out))
    assert (done.returncode, pq.read_table(out).num_rows) == (3, 10_000)
    assert "Cut off after 10,000 rows" in done.stderr and "analytics table NAME" in done.stderr
    done = run_here("sql", "from ga_votes limit 10000", "--format", "csv")
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 10_001)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "launchs"), "Nearest: launches"),
        (("query", "launches_to_date"), "launches count. Example: -p on=2022-07-14\n"),
        (("chart", "council-vetoes", "--out", "x.png"), "Example: -p from=1946-01-01 -p to="),
        (("query", "launches_to_date", "-p", "on=2022-02-30"), "not a day of the calendar"),
        (("query", "launches_to_date", "-p", "2022"), "is not NAME=VALUE"),
        (("query", "launches_to_date", "-p", "on=2022-07-14", "-p", "on=2023-07-14"), "'on' is given more than once"),
        (("query", "last_session", "-p", "on=2022-07-14", "--out", "README.md/rows.csv"), "cannot be written"),
        (("query", "last_session", "-p", "on=2022-07-14", "--out", f"{'a' * 300}.csv"), "cannot be written"),
        (("prepare", "--reference", "docs", "ties"), "data/ was not made from docs: "),
        (("tidy", "tests/api/__init__.py"), "is empty. Its first line must name the columns"),
        (("query", "ties_broken", "-p", "on=2022-07-14", "-p", "state=ZZZ"), "unknown state 'ZZZ'"),
        (("query", "launches_to_date", "-p", "on=2022-07-14", "--format", "xml"), "xml"),
        (("describe", "nothing"), "unknown query"),
        (("chart", "council_response", "--out", "x.svg"), "no chart of its own. Its rows: python -m analytics query"),
        (("nonsense",), "nonsense"),
        (("sql", "delete from states"), "Only one SELECT"),
        (("sql", "select 1; select 2"), "Only one SELECT"),
        (("sql", "select * from read_csv('/etc/passwd')"), "read_csv is not offered here"),
        (("sql", "select nothing from states"), "nothing"),
        (("sql", "select 1", "--format", "parquet"), "needs --out"),
        (("table", "recognition"), "unknown table 'recognition'. Nearest: recognitions"),
        (("table", "build_info"), "unknown table"),
        (("table", "ties", "--out", "ties.xls"), "unknown format 'xls'. Formats: csv, json, parquet"),
        (("table", "ties", "--format", "parquet"), "needs --out"),
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


def test_describe_names_what_a_query_is_built_on_and_shows_its_sql_when_asked() -> None:
    said = run_here("describe", "isolation_lead").stdout
    assert "isolation_drawn" in said.split("Built on\n")[1] and "create macro" not in said
    whole = run_here("describe", "isolation_lead", "--parts").stdout
    assert "create macro isolation_drawn(" in whole and "insert into derived.isolation_draw_picks" in whole


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
