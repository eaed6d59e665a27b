"""Attempts to get out of a statement: each refused with a clear message, or bounded in time, rows and memory.

A secret lies in a file and in a variable of the environment; neither may ever come back, and nothing may be written.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.database.deadlines import TimeLimitError
from analytics.database.guard import Answer, run_guarded
from analytics.database.limits import BYTE_LIMIT, COLUMN_LIMIT, ROW_LIMIT
from analytics.database.open import find_database
from analytics.database.processes import Processes
from analytics.errors import CordonError
from analytics.exports.tabular import to_csv
from analytics.paths import ROOT
from tests.unit.attempts import BOMBS, MACHINE, OTHER_STATEMENTS, READING

SECRET = "5f0c-the-secret-19e2"
SECONDS = 0.5
# What is refused is refused at once; the time is for a machine that does other things too.
PATIENCE_SECONDS = 10.0


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    kept = Processes()
    yield kept
    kept.close()


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a secret file, while a variable of the environment holds the secret too."""
    (tmp_path / "secret.csv").write_text(f"secret\n{SECRET}\n", encoding="utf-8")
    monkeypatch.setenv("CORDON_SECRET", SECRET)
    return tmp_path


def attempt(sql: str, folder: Path, processes: Processes, seconds: float = PATIENCE_SECONDS) -> Answer | CordonError:
    """Return what came of an attempt; anything but rows or a message for a person is an error."""
    filled = sql.format(file=folder / "secret.csv", folder=folder, out=folder / "out")
    try:
        return run_guarded(filled, find_database(), seconds=seconds, processes=processes)
    except CordonError as error:
        return error


def assert_silent(found: Answer | CordonError, sql: str, folder: Path) -> None:
    """Assert that neither the secret nor a place of this machine comes back, and that nothing was written."""
    said = to_csv(found.table) if isinstance(found, Answer) else str(found)
    assert SECRET not in said
    for place in (str(ROOT), str(find_database().parent), str(Path.home()), str(folder)):
        assert place not in said.replace(sql.format(file=folder / "secret.csv", folder=folder, out=folder / "out"), "")
    assert "Traceback" not in said
    assert [path.name for path in folder.iterdir()] == ["secret.csv"]


@pytest.mark.parametrize("sql", [*MACHINE, *OTHER_STATEMENTS])
def test_is_refused(sql: str, planted: Path, processes: Processes) -> None:
    found = attempt(sql, planted, processes)
    assert isinstance(found, CordonError)
    assert not isinstance(found, TimeLimitError)
    assert len(str(found)) > 20
    assert_silent(found, sql, planted)


@pytest.mark.parametrize("sql", READING)
def test_reads_no_file(sql: str, planted: Path, processes: Processes) -> None:
    found = attempt(sql, planted, processes)
    assert isinstance(found, CordonError)
    assert SECRET not in str(found)
    assert [path.name for path in planted.iterdir()] == ["secret.csv"]


@pytest.mark.parametrize("sql", BOMBS, ids=lambda sql: sql[:60])
def test_is_bounded(sql: str, planted: Path, processes: Processes) -> None:
    found = attempt(sql, planted, processes, SECONDS)
    assert_silent(found, sql, planted)
    if isinstance(found, Answer):
        assert found.table.num_rows <= ROW_LIMIT
        assert found.table.num_columns <= COLUMN_LIMIT
        assert found.table.nbytes <= BYTE_LIMIT


def test_after_all_of_it_a_statement_still_runs(processes: Processes) -> None:
    answer = run_guarded("select count(*) as n from states", find_database(), processes=processes)
    assert answer.table.to_pylist()[0]["n"] > 190


def test_there_are_enough_attempts() -> None:
    attempts = [*READING, *MACHINE, *OTHER_STATEMENTS, *BOMBS]
    assert len(set(attempts)) == len(attempts) >= 60


def test_the_process_has_no_variable_of_ours(planted: Path, processes: Processes) -> None:
    assert os.environ["CORDON_SECRET"] == SECRET
    with processes.taken(find_database(), 5) as process:
        assert process is not None
        seen = Path(f"/proc/{process.pid}/environ")
        if seen.exists():
            assert SECRET.encode() not in seen.read_bytes()
