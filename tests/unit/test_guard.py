"""The guard: stopped for real, bounded in every measure, few at once, and in nobody's way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter

import pytest

from analytics.catalog.own import ask_sql
from analytics.catalog.run import run_query
from analytics.database import limits
from analytics.database.deadlines import TimeLimitError
from analytics.database.guard import BusyError, run_guarded
from analytics.database.open import find_database
from analytics.database.processes import Processes
from analytics.errors import CordonError
from analytics.exports.tabular import to_csv
from analytics.paths import ROOT

# DuckDB looks up from an edit distance only when it is done: an interrupt alone would wait minutes.
DEAF = "select levenshtein(repeat('a', 400000), repeat('b', 400000))"


@pytest.fixture
def processes() -> Iterator[Processes]:
    kept = Processes(spare=False)
    yield kept
    kept.close()


def test_what_does_not_listen_is_ended(processes: Processes) -> None:
    with pytest.raises(TimeLimitError, match=r"longer than 0\.5 s"):
        run_guarded(DEAF, find_database(), seconds=0.5, processes=processes)
    with processes.taken(find_database(), 1) as process:
        assert process is not None
        assert process.answer(DEAF.encode(), 0.2) is None
        number = process.pid
    assert not is_running(number)


def is_running(number: int) -> bool:
    """Say whether a process is still there."""
    return subprocess.run(["ps", "-p", str(number)], capture_output=True, check=False).returncode == 0


def test_runaways_in_all_places_leave_pages_alone() -> None:
    seconds = 4.0
    outcomes: list[object] = []

    def run_away(processes: Processes) -> None:
        try:
            outcomes.append(run_guarded(DEAF, find_database(), seconds=seconds, processes=processes))
        except CordonError as error:
            outcomes.append(error)

    alone = time_page_query()
    shared = Processes(limits.AT_ONCE, spare=False)
    threads = [Thread(target=run_away, args=(shared,)) for _ in range(limits.AT_ONCE)]
    for thread in threads:
        thread.start()
    beside = time_page_query()
    assert all(thread.is_alive() for thread in threads), "the runaways ended before the page's query did"
    for thread in threads:
        thread.join()
    assert [type(outcome) for outcome in outcomes] == [TimeLimitError] * limits.AT_ONCE
    assert beside / alone < 10


def time_page_query() -> float:
    """Return the median of what a page's query takes, in seconds."""
    taken = []
    for _ in range(7):
        start = perf_counter()
        assert run_query("launches_to_date", {"on": "2022-07-14"}).table.num_rows > 30
        taken.append(perf_counter() - start)
    return median(taken)


def test_one_too_many_is_told_so_and_a_free_place_is_given_again() -> None:
    one = Processes(1, spare=False)
    with one.taken(find_database(), 1) as process:
        assert process is not None
        with pytest.raises(BusyError, match="Try again"):
            run_guarded("select 1", find_database(), wait=0, processes=one)
    assert run_guarded("select 1 as n", find_database(), wait=0, processes=one).table.to_pylist() == [{"n": 1}]


def test_a_place_is_free_again_after_a_fault(processes: Processes) -> None:
    for _ in range(limits.AT_ONCE + 1):
        with pytest.raises(CordonError, match="nothing"):
            run_guarded("select nothing from states", find_database(), wait=0, processes=processes)


def test_rows_are_cut_and_it_is_said(processes: Processes) -> None:
    whole = run_guarded(f"from range({limits.ROW_LIMIT})", find_database(), processes=processes)
    cut = run_guarded(f"from range({limits.ROW_LIMIT + 1})", find_database(), processes=processes)
    assert (whole.table.num_rows, whole.cut) == (limits.ROW_LIMIT, False)
    assert (cut.table.num_rows, cut.cut) == (limits.ROW_LIMIT, True)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        (f"select repeat('x', {limits.BYTE_LIMIT + 1})", "larger than 8 MB"),
        # On a slow machine its time is over before its memory.
        ("select repeat('x', 500000000)", "memory|larger|longer"),
        ("select " + ", ".join(str(i) for i in range(limits.COLUMN_LIMIT + 1)), "200 are the most"),
        ("select 1 -- " + "x" * limits.STATEMENT_LENGTH, "20,000 are the most"),
        ("select " + "[" * 20 + "1" + "]" * 20, "16 levels deep"),
        ("select\n  1,\n  wrong from states", r"LINE 3:   wrong from states\n {10}\^"),
        ("select 1\nform states limit", "LINE 2: form states limit"),
        ("select 1; select 2", "Only one SELECT"),
        ("pivot states on region using count(*)", "PIVOT needs its values"),
        ("from read_text('x')", "reaches the data of Cordon alone"),
        ("select * from query_table('x.csv')", "query_table is not offered"),
    ],
)
def test_refusals_say_why(sql: str, message: str, processes: Processes) -> None:
    with pytest.raises(CordonError, match=message):
        run_guarded(sql, find_database(), processes=processes)


def test_a_process_that_dies_is_told_of(processes: Processes) -> None:
    with processes.taken(find_database(), 1) as process:
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        assert process.answer(b"select 1", 1) == b""


def test_a_spare_that_died_waiting_is_replaced() -> None:
    kept = Processes()
    kept.keep_ready(find_database())
    number = kept.ready.pid if kept.ready else 0
    os.kill(number, signal.SIGKILL)
    os.waitid(os.P_PID, number, os.WEXITED | os.WNOWAIT)
    assert run_guarded("select 1 as n", find_database(), processes=kept).table.num_rows == 1
    kept.close()


def test_a_statement_leaves_no_trace_for_the_next(processes: Processes) -> None:
    numbers = set()
    for _ in range(2):
        with processes.taken(find_database(), 1) as process:
            assert process is not None
            numbers.add(process.pid)
    assert len(numbers) == 2


def test_every_type_can_be_shown(processes: Processes) -> None:
    sql = """
    select 1 as a, 2 as a, interval 1 month as span, union_value(n := 1) as one, date '5000000-01-01' as far,
        'infinity'::timestamp as endless, now() as moment, [1, 2] as list, [[1]] as nested, {'a': 1} as pair,
        map {'a': 1} as mapped, '\\xAA'::blob as bytes, sum(n) as total, 1.5 as price, uuid() as id,
        'x'::enum('x', 'y') as choice, null as nothing, 'nan'::double as odd, time '10:00' as clock
    from range(3) as t(n)
    """
    answer = run_guarded(sql, find_database(), processes=processes)
    names = answer.table.column_names
    assert names[:2] == ["a", "a_2"]
    assert len(set(names)) == 19
    row = answer.table.to_pylist()[0]
    assert (row["total"], row["price"], row["bytes"], row["pair"]) == (3, 1.5, "aa", "{'a': 1}")
    assert to_csv(answer.table).count("\n") == 2


def test_tables_behind_a_statement_are_those_it_reads() -> None:
    own = ask_sql("with ties as (from launches_to_date('2022-07-14')) select * from ties")
    assert "missile_launches" in own.result.lineage
    # A name of one's own that a query of the catalog bears too does not open that query.
    own = ask_sql("with vetoes as (from states) select * from vetoes")
    assert own.result.lineage == ("states",)
    assert ask_sql("select 1").result.lineage == ()


CONFINED = """
import socket, sys
from analytics.database.confined import give_up_rights, open_confined, sole_output
out, connection = sole_output(), open_confined(sys.argv[1])
connection.execute("select 1").to_arrow_table()
give_up_rights()
attempts = {
    "file": lambda: open(sys.argv[2]).read(),
    "writing": lambda: open(sys.argv[2], "a"),
    "socket": socket.socket,
    "reader": lambda: connection.execute("from read_text('" + sys.argv[2] + "')").fetchall(),
    "profile": lambda: connection.execute("from enable_profiling(save_location='" + sys.argv[3] + "')"),
    "setting": lambda: connection.execute("set threads = 8"),
    "memory": lambda: bytearray(2_000_000_000),
}
for name, attempt in attempts.items():
    try:
        attempt()
        out.write(f"{name}: done\\n".encode())
    except BaseException as error:
        out.write(f"{name}: {type(error).__name__}\\n".encode())
out.write(str(connection.execute("select count(*) from states").fetchone()).encode())
out.flush()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")
def test_the_process_can_open_nothing_even_without_the_reading_of_statements(tmp_path: Path) -> None:
    secret, profile = tmp_path / "secret.txt", tmp_path / "profile.txt"
    secret.write_text("secret", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CONFINED, str(find_database()), str(secret), str(profile)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    outcome = dict(line.split(": ") for line in done.stdout.splitlines()[:-1])
    assert outcome == {
        "file": "OSError",
        "writing": "OSError",
        "socket": "OSError",
        "reader": "PermissionException",
        "profile": "done",
        "setting": "InvalidInputException",
        "memory": "MemoryError",
    }
    assert done.stdout.splitlines()[-1].startswith("(2")
    assert not profile.exists()
    assert secret.read_text(encoding="utf-8") == "secret"


def test_the_hosting_guide_gives_the_memory_of_the_code() -> None:
    guide = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    assert f"{limits.PROCESS_MEMORY // 1_000_000} MB" in guide
