"""The database is deleted, damaged, of another version, locked or replaced while the process runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from starlette.testclient import TestClient

from analytics.catalog import service
from analytics.catalog.query import load_catalog
from analytics.catalog.run import run_query
from analytics.database.open import (
    Connections,
    LockedError,
    UnreadableError,
    connections,
    find_database,
    open_database,
)
from analytics.errors import CordonError
from tests.app.opening import open_page
from tests.faults.conftest import DAY, forget_all

ROWS = "query/launches_to_date.csv?on=2022-07-14"
VERSION_AT = 12
HEADERS_BYTES = 3 * 4096


def examples(query_id: str) -> dict[str, object]:
    """Return the example values of a query."""
    return {name: item.example for name, item in load_catalog()[query_id].params.items() if item.example is not None}


def spoil_version(path: Path) -> None:
    """Make a file look written by a DuckDB that is not there yet."""
    with path.open("r+b") as file:
        file.seek(VERSION_AT)
        file.write((9999).to_bytes(8, "little"))


def truncate(path: Path) -> None:
    """Cut a file behind its headers: what lies in its first half differs from build to build."""
    os.truncate(path, HEADERS_BYTES)


def overwrite(path: Path) -> None:
    """Put something else in a file's place."""
    path.write_bytes(b"no database at all\n" * 1000)


def again(path: Path) -> Path:
    """Return where the next database goes."""
    return path.with_name(f"{path.stem}-2.duckdb")


def test_deleted_while_open_it_goes_on_answering(broken_in: Path, api: TestClient) -> None:
    assert api.get("health").json()["status"] == "ok"
    broken_in.unlink()
    assert api.get(ROWS).status_code == 200
    health = api.get("health")
    assert (health.status_code, health.json()["status"]) == (200, "degraded")
    assert "was deleted while it was open" in health.json()["faults"][0]
    page = open_page("missiles")
    assert not page.error
    assert "build --force" in page.warning[0].value


def test_deleted_before_anybody_asked_there_is_a_sentence(broken_in: Path, api: TestClient) -> None:
    connections().forget()
    broken_in.unlink()
    answer = api.get(ROWS)
    assert answer.status_code == 503
    assert "No database" in answer.json()["detail"]
    assert api.get("health").status_code == 503
    page = open_page("missiles")
    assert not page.exception
    assert "python -m analytics build" in page.error[0].value


def test_truncated_while_open_no_question_gets_a_traceback(broken_in: Path, api: TestClient) -> None:
    assert api.get("health").json()["status"] == "ok"
    truncate(broken_in)
    health = api.get("health")
    assert (health.status_code, health.json()["status"]) == (200, "degraded")
    assert "was changed on the disk" in health.json()["faults"][0]
    faults = 0
    for query_id in load_catalog():
        try:
            run_query(query_id, examples(query_id))
        except CordonError as error:
            faults += 1
            assert "build --force" in str(error)
    assert faults > 0
    assert api.get(ROWS).status_code == api.get("health").status_code == 503
    assert "cannot be read" in api.get(ROWS).json()["detail"]
    assert not open_page("missiles").exception


@pytest.mark.parametrize("spoil", [spoil_version, truncate, overwrite])
def test_a_file_that_cannot_be_read_is_named_with_a_remedy(spoil: object, broken_in: Path, api: TestClient) -> None:
    connections().forget()
    spoil(broken_in)  # type: ignore[operator]
    with pytest.raises(UnreadableError, match=rf"{broken_in.name} cannot be read .*build --force"):
        open_database()
    assert api.get(ROWS).status_code == 503


@pytest.mark.parametrize("spoil", [spoil_version, truncate, overwrite])
def test_a_new_file_that_cannot_be_read_leaves_the_last_good_one_serving(
    spoil: object, broken_in: Path, api: TestClient
) -> None:
    newer = again(broken_in)
    newer.write_bytes(broken_in.read_bytes())
    spoil(newer)  # type: ignore[operator]
    assert find_database() == broken_in
    assert api.get(ROWS).status_code == 200
    health = api.get("health")
    assert (health.status_code, health.json()["status"]) == (200, "degraded")
    assert f"{newer.name} cannot be read" in health.json()["faults"][0]


def test_a_damaged_file_is_built_anew_at_the_start(broken_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forget_all()
    asked: list[bool] = []
    build = service.build

    def note(*, force: bool = False) -> object:
        asked.append(force)
        return None if force else build()

    monkeypatch.setattr(service, "build", note)
    overwrite(broken_in)
    assert service.start().fault is None
    assert asked == [False, True]


HOLDER = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def test_locked_by_another_process_it_is_read_once_that_ends(broken_in: Path, api: TestClient) -> None:
    forget_all()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(broken_in)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match=rf"locked by another process .*PID {holder.pid}"):
            open_database()
        assert service.start().fault is None
        answer, health = api.get(ROWS), api.get("health")
        assert (answer.status_code, health.status_code) == (503, 503)
        assert health.json()["status"] == "degraded"
        assert f"PID {holder.pid}" in answer.json()["detail"]
        assert "End that process" in open_page("missiles").error[0].value
    finally:
        holder.communicate(timeout=30)
    assert api.get(ROWS).status_code == 200


@pytest.mark.parametrize("ours_first", [True, False])
def test_who_reads_the_file_in_the_same_process_by_himself_is_no_obstacle(broken_in: Path, ours_first: bool) -> None:
    forget_all()
    if ours_first:
        open_database()
    with duckdb.connect(str(broken_in), read_only=True) as other:
        assert run_query("launches_to_date", DAY).table.num_rows > 30
        assert other.execute("select count(*) > 0 from missile_launches").fetchone() == (True,)
        with pytest.raises(duckdb.PermissionException, match="disabled by configuration"):
            open_database().execute(f"from read_csv('{__file__}')")
        with pytest.raises(duckdb.InvalidInputException, match="locked"):
            open_database().execute("set enable_external_access = true")


def test_who_holds_the_file_with_settings_of_his_own_is_told(broken_in: Path) -> None:
    forget_all()
    with (
        duckdb.connect(str(broken_in), read_only=True, config={"threads": "1"}),
        pytest.raises(LockedError, match="open in this process with settings other than ours"),
    ):
        open_database()


def test_a_new_database_is_used_at_once_and_the_old_one_to_the_end(broken_in: Path, api: TestClient) -> None:
    running = open_database()
    before = api.get(ROWS)
    again(broken_in).write_bytes(broken_in.read_bytes())
    broken_in.unlink()
    assert running.execute("select count(*) > 0 from missile_launches").fetchone() == (True,)
    assert find_database() == again(broken_in)
    after = api.get(ROWS, headers={"If-None-Match": before.headers["etag"]})
    assert (after.status_code, after.text) == (200, before.text)
    assert run_query("launches_to_date", DAY) is run_query("launches_to_date", DAY)
    assert api.get("health").json()["status"] == "ok"


def test_a_server_gives_each_query_one_thread(tmp_path: Path) -> None:
    threads = {}
    for many in (False, True):
        copy = tmp_path / f"cordon-{many}.duckdb"
        shutil.copyfile(find_database(), copy)
        kept = Connections()
        if many:
            kept.serve_many()
        threads[many] = kept.get(copy).execute("select current_setting('threads')").fetchone()
    assert threads == {False: (2,), True: (1,)}
    service.start()
    assert connections().threads == 1
