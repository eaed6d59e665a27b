"""The threads that answer: who comes where too many wait already is told so at once, who has begun to read reads on."""

import asyncio
from collections.abc import Iterator
from threading import Barrier
from types import ModuleType

import pytest
from starlette.testclient import TestClient

from analytics.api import charts, queries, tables
from analytics.api.work import MOST_WAITING, go_on_aside, line, run_aside

PATIENCE_S = 10
QUERY = "query/launches_to_date.csv?on=2022-07-14"


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A line as long as it may be."""
    monkeypatch.setattr(line(), "length", MOST_WAITING)
    yield
    assert line().length == MOST_WAITING


@pytest.mark.usefixtures("full")
def test_who_comes_to_a_full_line_is_told_when_to_come_again(api: TestClient) -> None:
    for path in (QUERY, "charts/isolation-ranking.png?on=2022-07-14", "table/ties.csv"):
        answer = api.get(path)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert answer.headers["content-type"] == "application/problem+json"
        assert f"{MOST_WAITING} requests wait" in answer.json()["detail"]
    assert api.get("queries").status_code == 200


@pytest.mark.usefixtures("full")
def test_a_frame_that_comes_to_a_full_line_is_told_so_too(site: TestClient) -> None:
    answer = site.get("/embed/isolation-ranking?on=2022-07-14")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert f"{MOST_WAITING} requests wait" in answer.text


@pytest.mark.parametrize(
    ("module", "path"),
    [(tables, "table/ties.csv"), (queries, QUERY), (charts, "charts/isolation-ranking.csv?on=2022-07-14")],
)
def test_an_answer_begun_goes_on_however_long_the_line_has_become(
    module: ModuleType, path: str, api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = api.get(path)
    assert whole.status_code == 200

    async def begin(*args: object, **kwargs: object) -> object:
        found = await run_aside(*args, **kwargs)  # type: ignore[arg-type]
        line().length += MOST_WAITING
        return found

    monkeypatch.setattr(module, "run_aside", begin)
    try:
        assert api.get(path).content == whole.content
    finally:
        line().length = 0


def test_the_line_is_as_long_as_there_are_in_it() -> None:
    lengths: list[int] = []
    together = Barrier(3, timeout=PATIENCE_S)

    def note() -> None:
        together.wait()
        lengths.append(line().length)
        together.wait()

    def fail() -> None:
        raise ValueError("broken")

    async def all_at_once() -> None:
        await asyncio.gather(*(go_on_aside(note) for _ in range(3)))
        with pytest.raises(ValueError, match="broken"):
            await run_aside(fail)

    asyncio.run(all_at_once())
    assert (lengths, line().length) == ([3, 3, 3], 0)
