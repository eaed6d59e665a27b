"""Fetching: a good file comes whole; every other answer is refused or asked for again, and says why."""

import hashlib
from pathlib import Path

import pytest

from analytics.errors import CordonError
from analytics.sources.fetch import Patience, fetch
from tests.unit.upstream import Publisher

HASTE = Patience(timeout=0.5, deadline=1.0, attempts=3, wait=0.01)
TABLE = b"state,year\n" + b"AFG,2020\n" * 2000


@pytest.fixture
def publisher(publisher: Publisher) -> Publisher:
    publisher.files["table.csv"] = TABLE
    return publisher


def ask(publisher: Publisher, manner: str) -> bytes:
    publisher.manners["table.csv"] = manner
    return fetch("table.csv", f"{publisher.address}/table.csv", patience=HASTE).content


def test_a_good_file_comes_whole_with_its_checksum(publisher: Publisher) -> None:
    fetched = fetch("table.csv", f"{publisher.address}/table.csv", patience=HASTE)
    assert fetched.content == TABLE
    assert fetched.sha256 == hashlib.sha256(TABLE).hexdigest()
    assert publisher.asked == {"table.csv": 1}


def test_a_dropped_connection_is_tried_again(publisher: Publisher) -> None:
    assert ask(publisher, "dropped once") == TABLE
    assert publisher.asked["table.csv"] == 2


@pytest.mark.parametrize(
    ("manner", "said", "asked"),
    [
        ("truncated", "did not answer in 3 attempts", 3),
        ("dropped", "did not answer in 3 attempts", 3),
        ("busy", "did not answer in 3 attempts", 3),
        ("slow", "did not answer in 3 attempts", 3),
        ("dripping", "did not answer in 3 attempts", 3),
        ("missing", "answered 404", 1),
        ("page", "is a web page", 1),
    ],
)
def test_what_is_not_the_file_is_refused(publisher: Publisher, manner: str, said: str, asked: int) -> None:
    with pytest.raises(CordonError, match=said):
        ask(publisher, manner)
    assert publisher.asked["table.csv"] == asked


def test_an_empty_file_is_refused(publisher: Publisher) -> None:
    publisher.files["table.csv"] = b" \n"
    with pytest.raises(CordonError, match="is empty"):
        ask(publisher, "good")


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(CordonError, match=r"127\.0\.0\.1:9/table\.csv did not answer"):
        fetch("table.csv", "http://127.0.0.1:9/table.csv", patience=HASTE)


def test_files_come_from_a_folder_too(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(TABLE)
    assert fetch("table.csv", str(tmp_path / "table.csv")).content == TABLE
    with pytest.raises(CordonError, match="cannot be read"):
        fetch("other.csv", str(tmp_path / "other.csv"))
