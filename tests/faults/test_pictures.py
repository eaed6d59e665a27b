"""Chromium is missing, dies between two pictures, or dies while it draws."""

import os
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import kaleido
import pytest
from starlette.testclient import TestClient

from analytics.errors import CordonError
from analytics.exports import renderer
from analytics.exports.renderer import Renderer
from tests.app.opening import open_page

BARS = {"data": [{"type": "bar", "y": [1, 2]}], "layout": {}}
SMALL = {"form": "png", "width": 300, "height": 200, "scale": 1}


@pytest.fixture
def drawing() -> Iterator[Renderer]:
    """A renderer of one's own."""
    own = Renderer()
    yield own
    own.close()


def children(pid: int) -> list[int]:
    """Return the processes below a process."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    below = [int(line) for line in listed.stdout.split()]
    return below + [deeper for child in below for deeper in children(child)]


def kill_browsers() -> None:
    """Kill every Chromium that this process started."""
    for pid in children(os.getpid()):
        try:
            if "chrom" in Path(f"/proc/{pid}/comm").read_text():
                os.kill(pid, signal.SIGKILL)
        except (FileNotFoundError, ProcessLookupError):
            continue


def test_a_browser_killed_between_two_pictures_is_started_again(drawing: Renderer) -> None:
    first = drawing.draw(BARS, **SMALL)
    kill_browsers()
    assert drawing.draw(BARS, **SMALL) == first


def test_a_browser_killed_while_it_draws_gives_a_sentence_and_the_next_picture(
    drawing: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = drawing.draw(BARS, **SMALL)
    calc_fig, killed = kaleido.Kaleido.calc_fig, []

    async def kill_then_draw(self: kaleido.Kaleido, *rest: object) -> bytes:
        killed.append(1)
        kill_browsers()
        return bytes(await calc_fig(self, *rest))

    with monkeypatch.context() as patch:
        patch.setattr(kaleido.Kaleido, "calc_fig", kill_then_draw)
        with pytest.raises(CordonError, match=r"Chromium did not draw the picture .* need no browser\."):
            drawing.draw(BARS, **SMALL)
    assert len(killed) == 2
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda _: drawing.draw(BARS, **SMALL), range(4))) == {first}


def test_a_picture_that_takes_too_long_gives_a_sentence(drawing: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawing.draw(BARS, **SMALL)
    monkeypatch.setattr(renderer, "SECONDS", 0.0)
    with pytest.raises(CordonError, match="within 0 s"):
        drawing.draw(BARS, **SMALL)
    monkeypatch.undo()
    assert drawing.draw(BARS, **SMALL) == first


def test_without_a_browser_rows_are_offered_and_health_says_so(
    api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORDON_CHROMIUM", "/nowhere/chromium")
    monkeypatch.setattr(renderer, "shared_renderer", Renderer)
    health = api.get("health")
    assert (health.status_code, health.json()["status"]) == (200, "degraded")
    assert "Install the package chromium" in health.json()["faults"][0]
    answer = api.get("charts/council-totals.png?from=1946-01-01&to=2022-07-14")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
    assert "chromium" in answer.json()["detail"]
    assert api.get("charts/council-totals.csv?from=1946-01-01&to=2022-07-14").status_code == 200
    page = open_page("missiles")
    assert not page.exception
    assert not page.error
    assert not page.warning
