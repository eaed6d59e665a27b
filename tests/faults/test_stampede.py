"""Many who ask the same at once are answered by one piece of work; what is kept is bounded and shared."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import pytest

from analytics.catalog import run
from analytics.catalog.keep import Keeper
from analytics.catalog.run import run_query
from analytics.database.open import connections, open_database
from analytics.errors import CordonError
from tests.app.opening import open_page

CROWD = 20
DAY = {"on": "2022-07-14"}


def keeper(entries: int = 3, size: int = 100) -> Keeper[str]:
    return Keeper(entries=entries, size=size, size_of=len)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Empty shelves, and the id of each query that is run on the database."""
    ran: list[str] = []
    fetch = run.fetch_table

    def note(query: run.Query, *rest: object) -> object:
        ran.append(query.id)
        return fetch(query, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "fetch_table", note)
    run.answers.cache_clear()
    return ran


def at_once(work: Callable[[], object]) -> list[object]:
    """Return what a crowd gets that does the same at the same moment."""
    start = Barrier(CROWD)

    def one(_: int) -> object:
        start.wait()
        return work()

    with ThreadPoolExecutor(CROWD) as crowd:
        return list(crowd.map(one, range(CROWD)))


def test_a_crowd_at_a_cold_key_runs_the_query_once(counted: list[str]) -> None:
    found = at_once(lambda: run_query("launches_to_date", DAY))
    assert counted == ["launches_to_date"]
    assert all(result is found[0] for result in found)


def test_a_crowd_at_a_cold_process_opens_the_file_once() -> None:
    connections().forget()
    run.checked_connections().clear()
    found = at_once(lambda: open_database().execute("select count(*) from states").fetchall())
    assert len({str(rows) for rows in found}) == 1
    assert len(connections().held()) == 1


def test_another_key_does_not_wait() -> None:
    room, begun, go_on = keeper(), Event(), Event()

    def slow() -> str:
        begun.set()
        assert go_on.wait(30)
        return "slow"

    with ThreadPoolExecutor(2) as threads:
        waiting = threads.submit(room.get, "a", slow)
        assert begun.wait(30)
        assert room.get("b", lambda: "quick") == "quick"
        assert not waiting.done()
        go_on.set()
        assert waiting.result() == "slow"


def test_a_fault_reaches_the_crowd_and_is_not_kept() -> None:
    room, tries = keeper(), []
    waiting = Event()

    def fail() -> str:
        tries.append(1)
        waiting.wait(0.2)
        raise CordonError("no")

    def ask() -> str:
        try:
            return room.get("a", fail)
        except CordonError as error:
            return str(error)

    assert at_once(ask) == ["no"] * CROWD
    assert len(tries) < CROWD
    assert room.get("a", lambda: "mended") == "mended"


def test_what_is_kept_is_bounded_by_number_and_size() -> None:
    room = keeper(entries=3, size=100)
    for key in "abcd":
        room.get(key, lambda: "x" * 20)
    assert (len(room), room.held) == (3, 60)
    room.get("d", lambda: pytest.fail("d was asked for last and is kept"))
    room.get("e", lambda: "x" * 90)
    assert (len(room), room.held) == (1, 90)
    assert room.get("f", lambda: "x" * 101) == "x" * 101
    assert (len(room), room.held) == (1, 90)


def test_sessions_api_and_charts_share_answers_by_meaning(counted: list[str]) -> None:
    first = run_query("ties_broken", DAY | {"state": "PRK"})
    assert run_query("ties_broken", DAY | {"state": "north korea"}) is first
    assert run_query("ties_broken", DAY | {"state": "PRK"}, checked=True) is not first
    assert counted == ["ties_broken", "ties_broken"]
    assert not open_page("missiles").error
    drawn = len(counted)
    assert not open_page("missiles").error
    assert len(counted) == drawn > 3


def test_data_of_another_version_are_asked_anew(
    counted: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = run_query("launches_to_date", DAY)
    copy = tmp_path / "cordon-0000000000000000.duckdb"
    copy.hardlink_to(run.find_database())
    monkeypatch.setenv("CORDON_BUILD", str(tmp_path))
    assert run_query("launches_to_date", DAY) is not first
    assert counted == ["launches_to_date"] * 2
