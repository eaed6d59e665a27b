"""A shared database: published to a place, fetched from it, and the same answers as from the one built here."""

import glob
import shutil
import socket
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest

from analytics.catalog.build import build
from analytics.catalog.parameters import bind_parameters
from analytics.catalog.query import load_catalog
from analytics.database.open import data_version, find_database, open_database
from analytics.database.remote import load_extension, publish_database
from analytics.errors import CordonError
from tests.faults.conftest import forget_all

TOKEN = "a-token-long-enough"


@pytest.fixture
def fetched_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A build folder of its own, to fetch into."""
    built = find_database()
    monkeypatch.setenv("CORDON_BUILD", str(tmp_path / "build"))
    forget_all()
    yield built
    forget_all()


@pytest.fixture
def quack(fetched_here: Path, tmp_path: Path) -> Iterator[str]:
    """The database built here, served by DuckDB itself."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"quack:localhost:{probe.getsockname()[1]}"
    # A copy, since this process reads the file itself under settings of its own.
    served = tmp_path / "served.duckdb"
    shutil.copyfile(fetched_here, served)
    with duckdb.connect(str(served), read_only=True) as server:
        for name in ("httpfs", "quack"):
            load_extension(name, server)
        server.execute(f"call quack_serve('{place}', token = '{TOKEN}')")
        yield place
        server.execute(f"call quack_stop('{place}')")


@cache
def answers(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every query on a database for its header's example."""
    found = {}
    with duckdb.connect(str(path), read_only=True) as connection:
        # One thread adds numbers up in one order.
        connection.execute("set threads = 1")
        for query in load_catalog().values():
            examples = {name: item.example for name, item in query.params.items() if item.example is not None}
            found[query.id] = connection.execute(query.sql, bind_parameters(query, examples, connection)).fetchall()
    return found


def assert_same(built: Path, fetched: Path) -> None:
    """Hold every answer of one database against that of the other."""
    forget_all()
    expected, found = answers(built), answers(fetched)
    assert found.keys() == expected.keys()
    assert [query for query in found if found[query] != expected[query]] == []


@pytest.mark.parametrize("form", ["shared.duckdb", "ducklake:{folder}/lake.ducklake"])
def test_what_is_published_answers_as_what_was_built(
    form: str, fetched_here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = form.format(folder=tmp_path) if ":" in form else str(tmp_path / form)
    assert publish_database(fetched_here, place) > 40
    with pytest.raises(CordonError, match="--force"):
        publish_database(fetched_here, place)
    monkeypatch.setenv("CORDON_DATABASE", place)
    first, again = build(), build()
    assert (first.rebuilt, again.rebuilt) == (True, False)
    assert first.path == again.path == find_database() != fetched_here
    assert data_version() == data_version(fetched_here)
    assert_same(fetched_here, first.path)


def test_a_server_of_the_quack_protocol_is_read(
    quack: str, fetched_here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORDON_DATABASE", quack)
    monkeypatch.setenv("CORDON_DATABASE_TOKEN", TOKEN)
    assert_same(fetched_here, build().path)
    monkeypatch.setenv("CORDON_DATABASE_TOKEN", "another-token-altogether")
    with pytest.raises(CordonError, match="CORDON_DATABASE: quack:"):
        build()


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("/nowhere/shared.duckdb", "CORDON_DATABASE: /nowhere/shared.duckdb cannot be read"),
        ("ducklake:/nowhere/lake.ducklake", "CORDON_DATABASE: ducklake:"),
        ("quack:localhost:9", "CORDON_DATABASE: quack:localhost:9 cannot be read"),
        ("md:ours", "duckdb-extension-motherduck"),
    ],
)
def test_a_place_that_is_not_there_is_named(
    place: str, told: str, fetched_here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORDON_DATABASE", place)
    with pytest.raises(CordonError, match=told):
        build()


def test_tables_of_another_schema_are_refused_and_nothing_is_left(
    fetched_here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "shared.duckdb"
    publish_database(fetched_here, str(place))
    with duckdb.connect(str(place)) as shared:
        shared.execute("alter table ties rename column kind to sort")
    monkeypatch.setenv("CORDON_DATABASE", str(place))
    with pytest.raises(CordonError, match=r"does not hold main\.ties"):
        build()
    assert glob.glob(str(tmp_path / "build" / "*.d*")) == []
    with pytest.raises(CordonError):
        open_database()
