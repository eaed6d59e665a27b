"""The build is atomic, idempotent, safe under two builders and under kill -9."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from analytics.database.build import build_database
from analytics.errors import CordonError

SCHEMA = """
create table sources (source_id varchar primary key);
create table corrections (
    correction_id varchar primary key, table_name varchar, row_key varchar, column_name varchar, old_value varchar,
    new_value varchar, reason varchar, source_id varchar references sources (source_id)
);
create type grade as enum ('A', 'B');
create table coverage (table_name varchar primary key, ends_on date, as_of date not null);
create table places (place varchar primary key, name varchar not null);
create table visits (
    visit_id integer primary key, place varchar not null references places (place),
    visited_on date, grade grade not null, guests integer check (guests > 0)
);
"""
FILES = {
    "coverage.csv": "table_name,ends_on,as_of\nvisits,2024-01-02,2024-05-06\n",
    "sources.csv": "source_id\nletters\n",
    "places.csv": "place,name\nAAA,Alpha\nBBB,Beta\n",
    "visits.csv": "visit_id,place,visited_on,grade,guests\n1,AAA,2024-01-01,A,2\n2,BBB,,B,\n",
}


@pytest.fixture
def project(tmp_path: Path) -> dict[str, Path]:
    """A small project: data, schema and build folders."""
    folders = {"data": tmp_path / "data", "schema": tmp_path / "schema", "directory": tmp_path / "build"}
    folders["data"].mkdir()
    folders["schema"].mkdir()
    (folders["schema"] / "10_all.sql").write_text(SCHEMA)
    for name, text in FILES.items():
        (folders["data"] / name).write_text(text)
    return folders


def rows(path: Path, table: str = "visits") -> int:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(f"select count(*) from {table}").fetchone()[0]


def test_build_holds_the_rows_and_is_not_repeated(project: dict[str, Path]) -> None:
    first = build_database(**project)
    second = build_database(**project)
    assert (first.rebuilt, second.rebuilt) == (True, False)
    assert first.path == second.path
    assert rows(first.path) == 2


def test_changed_data_is_built_anew_and_the_old_file_goes(project: dict[str, Path]) -> None:
    first = build_database(**project)
    with (project["data"] / "visits.csv").open("a") as file:
        file.write("3,AAA,2024-02-01,A,1\n")
    second = build_database(**project)
    assert second.rebuilt
    assert rows(second.path) == 3
    assert not first.path.exists()


def test_additions_are_loaded_with_their_table(project: dict[str, Path]) -> None:
    (project["data"] / "additions").mkdir()
    (project["data"] / "additions" / "visits.csv").write_text(
        "visit_id,place,visited_on,grade,guests\n9,BBB,2024-03-01,B,4\n"
    )
    assert rows(build_database(**project).path) == 3


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("visits.csv", "1,AAA", "1,AAB", "visits.csv:2: place 'AAB' is not in data/places.csv. Nearest: AAA."),
        ("visits.csv", ",A,2", ",X,2", "visits.csv:2: unknown value 'X' in column 'grade'"),
        ("visits.csv", "2024-01-01", "2024-13-01", "visits.csv:2: '2024-13-01' in column 'visited_on' is not a date"),
        ("visits.csv", "2,BBB,,B,", "1,BBB,,B,", "visits.csv:2: visit_id 1 stands twice"),
        ("visits.csv", ",B,\n", ",B,0\n", "visits.csv:3: guests 0 breaks the rule (guests > 0)"),
        ("visits.csv", ",B,\n", ",,\n", "visits.csv:3: column 'grade' is empty but must be given"),
        ("visits.csv", "2,BBB,,B,\n", "2,BBB,,B,3,4\n", "visits.csv:3"),
        ("visits.csv", "visit_id,", "visitid,", "visits.csv:1: the header does not fit the table"),
        ("places.csv", "AAA,Alpha", "AAA,", "places.csv:2: column 'name' is empty"),
        ("places.csv", "Beta", "Be<a href=x>", "places.csv:3: 'Be<a href=x>' in column 'name' looks like HTML"),
    ],
)
def test_a_bad_row_is_named_and_the_last_good_database_stays(
    project: dict[str, Path], file: str, old: str, new: str, message: str
) -> None:
    good = build_database(**project)
    path = project["data"] / file
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(CordonError) as raised:
        build_database(**project)
    assert message in str(raised.value)
    assert rows(good.path) == 2
    assert list(project["directory"].glob("*.draft*")) == []


CORRECTION = """
- rows: ["1"]
  column: guests
  expect: 2
  use: 3
  reason: The letter says three.
  source: letters
"""


def correct(project: dict[str, Path], text: str, file: str = "visits.yml") -> None:
    folder = project["data"] / "corrections"
    folder.mkdir(exist_ok=True)
    (folder / file).write_text(text)


def test_a_correction_is_applied_and_listed(project: dict[str, Path]) -> None:
    before = build_database(**project)
    correct(project, CORRECTION)
    built = build_database(**project)
    assert built.rebuilt
    assert built.path != before.path
    with duckdb.connect(str(built.path), read_only=True) as connection:
        assert connection.execute("select guests from visits where visit_id = 1").fetchone() == (3,)
        listed = connection.execute("select row_key, old_value, new_value, source_id from corrections").fetchall()
    assert listed == [("1", "2", "3", "letters")]


@pytest.mark.parametrize(
    ("old", "new", "file", "message"),
    [
        ("expect: 2", "expect: 5", "visits.yml", "visits.yml: 1 has guests '2', not '5' as expected"),
        ('["1"]', '["7"]', "visits.yml", "visits.yml: no row '7' in visits"),
        ("use: 3", "use: -3", "visits.yml", "guests -3 breaks the rule (guests > 0)"),
        ("source: letters", "source: rumour", "visits.yml", "visits.yml: 1, guests"),
        ("  reason: The letter says three.\n", "", "visits.yml", "visits.yml: entry 1 must have"),
        ("column: guests", "column: guest", "visits.yml", "visits.yml: visits has no column 'guest'"),
        ("", "", "visit.yml", "visit.yml: no row '1' in visit"),
    ],
)
def test_a_correction_that_does_not_fit_stops_the_build(
    project: dict[str, Path], old: str, new: str, file: str, message: str
) -> None:
    correct(project, CORRECTION.replace(old, new, 1) if old else CORRECTION, file)
    with pytest.raises(CordonError) as raised:
        build_database(**project)
    assert message in str(raised.value)


@pytest.mark.parametrize("corrected", [False, True])
@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "2,BBB,,B,3,4",
            "visits.csv:3: '2,BBB,,B,3,4' begins a row with 6 fields where the header has 5. Check commas",
        ),
        ("2,BBB,,B", "visits.csv:3: '2,BBB,,B' begins a row with 4 fields where the header has 5. Check commas"),
        ('2,"BBB,,B,', "visits.csv:3: '2,\"BBB,,B,' begins a row with a quote that is not closed before a comma"),
    ],
)
def test_a_row_of_another_form_is_named(project: dict[str, Path], corrected: bool, row: str, message: str) -> None:
    if corrected:
        correct(project, CORRECTION)
    path = project["data"] / "visits.csv"
    path.write_text(path.read_text().replace("2,BBB,,B,", row))
    with pytest.raises(CordonError) as raised:
        build_database(**project)
    assert message in str(raised.value)


def test_a_source_that_mended_itself_stops_the_build(project: dict[str, Path]) -> None:
    correct(project, CORRECTION)
    build_database(**project)
    path = project["data"] / "visits.csv"
    path.write_text(path.read_text().replace("2024-01-01,A,2", "2024-01-01,A,3"))
    with pytest.raises(CordonError, match="take the correction out"):
        build_database(**project)


def test_a_missing_file_is_named(project: dict[str, Path]) -> None:
    (project["data"] / "places.csv").unlink()
    with pytest.raises(CordonError, match=r"places\.csv is missing"):
        build_database(**project)


def test_a_folder_that_cannot_be_written_is_named(project: dict[str, Path]) -> None:
    project["directory"].write_text("a file where the folder should be")
    with pytest.raises(CordonError, match="cannot be written"):
        build_database(**project)


BUILDER = (
    "import sys; from pathlib import Path; from analytics.database.build import build_database; "
    "data, schema, directory = map(Path, sys.argv[1:]); "
    "print(build_database(data=data, schema=schema, directory=directory).rebuilt)"
)


def start_builder(project: dict[str, Path]) -> subprocess.Popen[str]:
    folders = [str(project[name]) for name in ("data", "schema", "directory")]
    return subprocess.Popen([sys.executable, "-c", BUILDER, *folders], stdout=subprocess.PIPE, text=True)


def enlarge(project: dict[str, Path], count: int) -> None:
    """Make the build slow enough to be interrupted in the middle."""
    lines = "".join(f"{number},AAA,2024-01-01,A,1\n" for number in range(10, 10 + count))
    with (project["data"] / "visits.csv").open("a") as file:
        file.write(lines)


def test_two_builders_at_once_build_once(project: dict[str, Path]) -> None:
    enlarge(project, 50_000)
    builders = [start_builder(project), start_builder(project)]
    said = sorted(builder.communicate(timeout=60)[0].strip() for builder in builders)
    assert said == ["False", "True"]
    assert rows(next(project["directory"].glob("cordon-*.duckdb"))) == 50_002


def test_kill_at_any_moment_leaves_a_whole_database_or_none(project: dict[str, Path]) -> None:
    good = build_database(**project)
    kept = project["directory"] / "kept.copy"
    shutil.copy(good.path, kept)
    enlarge(project, 100_000)
    for delay in (0.05, 0.3, 0.5, 0.6, 0.7, 0.8, 1.0):
        builder = start_builder(project)
        time.sleep(delay)
        os.kill(builder.pid, signal.SIGKILL)
        builder.wait()
        for path in project["directory"].glob("cordon-*.duckdb"):
            assert rows(path) in (2, 100_002)
    assert rows(build_database(**project).path) == 100_002
    assert list(project["directory"].glob("*.draft*")) == []
