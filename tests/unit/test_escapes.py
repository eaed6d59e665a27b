"""Attempts to get out of a statement: each refused with a clear message, or bounded in time, rows and memory.

A secret lies in a file and in a variable of the environment; neither may ever come back, and nothing may be written.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.database.guard import Answer, TimeLimitError, run_guarded
from analytics.database.limits import BYTE_LIMIT, COLUMN_LIMIT, ROW_LIMIT
from analytics.database.open import find_database
from analytics.database.processes import Processes
from analytics.errors import CordonError
from analytics.exports.tabular import to_csv
from analytics.paths import ROOT

SECRET = "5f0c-the-secret-19e2"
SECONDS = 1.0
# What is refused is refused at once; the time is for a machine that does other things too.
PATIENCE_SECONDS = 10.0

READING = [
    "select * from read_csv('{file}')",
    "select * from read_csv_auto('{file}')",
    "select * from READ_TEXT('{file}')",
    "select * from read_blob('{file}')",
    "select * from read_json('{file}')",
    "select * from read_json_auto('{file}')",
    "select * from read_ndjson_objects('{file}')",
    "select * from read_parquet('{file}')",
    "select * from parquet_scan('{file}')",
    "select * from parquet_metadata('{file}')",
    "select * from parquet_kv_metadata('{file}')",
    "select * from read_duckdb('{file}')",
    "select * from sniff_csv('{file}')",
    "select * from glob('{folder}/*')",
    "select * from glob('/etc/*')",
    "select * from '{file}'",
    'select * from "{file}"',
    "select * from '{folder}/*.csv'",
    "from '{file}'",
    "select * from 'file://{file}'",
    "select * from system.main.read_text('{file}')",
    "select * from /* a */ read_text /* b */ ('{file}')",
    "select * from \"read_text\"('{file}')",
    "select (select content from read_text('{file}'))",
    "with secret as materialized (from read_text('{file}')) select * from secret",
    "select * from states where name in (select content from read_text('{file}'))",
    "select * from states, lateral (select * from read_text('{file}'))",
    "select * from query('from read_text(''{file}'')')",
    "select * from query('from read_' || 'text(''{file}'')')",
    "select * from query_table('{file}')",
    "select * from query_table(['{file}', 'states'])",
    "select * from json_execute_serialized_sql(json_serialize_sql('from read_text(''{file}'')'))",
    "describe from read_csv('{file}')",
    "summarize select * from read_csv('{file}')",
    "select * from 'https://example.org/x.csv'",
    "select * from read_csv('http://127.0.0.1:1/x.csv')",
    "select * from read_parquet('s3://bucket/x.parquet')",
]
MACHINE = [
    "select getenv('CORDON_SECRET')",
    "select current_setting('secret_directory')",
    "select current_setting('allowed_paths')",
    "select getvariable('x')",
    "select * from duckdb_settings()",
    "select * from duckdb_databases()",
    "select * from duckdb_databases",
    "select * from system.main.duckdb_databases",
    "with duckdb_databases as (select 1) select * from duckdb_databases",
    "select * from pg_catalog.pg_settings",
    "select * from pragma_database_list",
    "select * from sqlite_master",
    "select * from duckdb_secrets()",
    "select * from which_secret('x', 's3')",
    "select * from duckdb_extensions()",
    "select * from duckdb_logs()",
    "select * from duckdb_temporary_files()",
    "select * from pandas_scan(1)",
    "select * from arrow_scan(1, 1, 1)",
    "select * from python_map_function(1)",
    "select * from connection",
    "show databases",
    "select * from (show databases)",
    "select sleep_ms(60000)",
    "select ('allowed_paths').current_setting()",
    "select \"current_setting\"('allowed_paths')",
]
OTHER_STATEMENTS = [
    "attach '{file}' as other",
    "attach ':memory:' as other",
    "detach other",
    "copy states to '{out}'",
    "copy (select 1) to '{out}'",
    "copy states from '{file}'",
    "export database '{folder}'",
    "import database '{folder}'",
    "install httpfs",
    "load httpfs",
    "set threads = 64",
    "set memory_limit = '64GB'",
    "reset memory_limit",
    "set variable x = 1",
    "pragma threads = 64",
    "pragma table_info('states')",
    "pragma database_list",
    "call duckdb_settings()",
    "checkpoint",
    "vacuum",
    "use memory",
    "create table t (i int)",
    "create temp table t as select 1",
    "create macro f() as 1",
    "create secret s (type s3)",
    "insert into states (state) values ('XXX')",
    "update states set name = 'x'",
    "delete from states",
    "truncate states",
    "drop table states",
    "alter table states add column x int",
    "with gone as (delete from states returning *) select * from gone",
    "begin transaction",
    "prepare p as select 1",
    "execute p",
    "explain analyze select 1",
    "select 1; select 2",
    "select 1; drop table states",
    "select 1 /* ; */; copy states to '{out}' --",
    "-- harmless\ncopy states to '{out}'",
    "/* select */ attach '{file}'",
    "select 1;\u00a0pragma threads = 64",
    "select 1\u0000; drop table states",
    "sel\u200bect 1",
    "\u202eselect 1",
    "\u2028select 1; drop table states",
    "ＳＥＬＥＣＴ 1",
    "select * from enable_logging(storage='file', storage_path='{out}')",
    "select * from enable_profiling(save_location='{out}.txt')",
    "select * from checkpoint()",
    "select * from truncate_duckdb_logs()",
    "select write_log('x')",
    "select nextval('s')",
    "select * into '{out}' from states",
    "",
    "   ",
    "-- nothing",
    ";",
]
BOMBS = [
    "select count(*) from range(1000000000) a, range(1000000) b",
    "select * from generate_series(1, 1000000000000)",
    "select generate_series(1, 3000000000)",
    "select list_sum(range(500000000))",
    "select len(range(2000000000))",
    "with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r",
    "with recursive r(s) as (select 'x' union all select s || s from r) select max(length(s)) from r",
    "with recursive r(n) as (select 1 union all select n from r, range(10)) select count(*) from r",
    "select levenshtein(repeat('a', 200000), repeat('b', 200000))",
    "select damerau_levenshtein(repeat('a', 60000), repeat('b', 60000))",
    "select list_reduce(range(30000000), lambda a, b : a + b)",
    "select len(list_transform(range(100000), lambda x : list_transform(range(100000), lambda y : x * y)))",
    "select regexp_matches(repeat('a', 20000000), '(a?){{900}}b')",
    "select regexp_replace(repeat('ab', 100000000), '(a|b)*c', '', 'g')",
    "select repeat('x', 500000000)",
    "select repeat('x', 1000000) from range(10000)",
    "select lpad('x', 2000000000, 'ab')",
    "select printf('%0999999999d', 1)",
    "select string_agg(repeat('x', 1000000), '') from range(100000)",
    "select list(i) from range(10000000000) t(i)",
    "select histogram(i) from range(10000000000) t(i)",
    "select i, count(*) from range(10000000000) t(i) group by i",
    "select i from range(10000000000) t(i) order by hash(i)",
    "select to_json(range(100000000))",
    "select count(*) from " + ", ".join(f"ga_votes v{i}" for i in range(6)),
    "select * from ga_votes a, ga_votes b",
    "select " + ", ".join(f"{i} as c{i}" for i in range(3000)),
    "select " + "[" * 500 + "1" + "]" * 500,
    "select " + "(" * 5000 + "1" + ")" * 5000,
    "select " + "not " * 4000 + "true",
    "select " + "+".join(["1"] * 9000),
    "select '" + "x" * 30_000 + "'",
    "select error('" + "x" * 15_000 + "')",
    "with a0 as (select 1 as x)"
    + "".join(f", a{i} as (select x from a{i - 1} union all select x from a{i - 1})" for i in range(1, 40))
    + " select count(*) from a39",
]


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
