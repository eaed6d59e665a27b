"""A hosted server: data that do not build, its headers and log, and how it ends."""

import re
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from websockets.sync.client import connect

from analytics.api.running import CUT_OFF_SECONDS
from analytics.database.open import find_database
from tests.browser.browsing import open_page
from tests.faults.server import Server, copy_tree, hosting
from tests.faults.test_pictures import children

ROWS = "api/v1/query/launches_to_date.csv?on=2022-07-14&state=PRK"
PICTURE = "api/v1/charts/council-totals.png?from=1946-01-01&to=2022-07-14"


def spoil(tree: Path) -> None:
    """Write a day that the calendar does not have into the first row of a table."""
    path = tree / "data" / "council_drafts.csv"
    head, first, rest = path.read_text(encoding="utf-8").split("\n", 2)
    spoilt = re.sub(r"\d{4}-\d{2}-\d{2}", "1946-02-31", first, count=1)
    assert spoilt != first
    path.write_text("\n".join([head, spoilt, rest]), encoding="utf-8")


@pytest.fixture(scope="module")
def degraded(tmp_path_factory: pytest.TempPathFactory, _built: None) -> Iterator[Server]:
    """A server whose data are malformed, beside the last good database."""
    folder = tmp_path_factory.mktemp("hosted")
    tree, build = copy_tree(folder), folder / "build"
    spoil(tree)
    build.mkdir()
    good = find_database()
    (build / "cordon-0123456789abcdef.duckdb").write_bytes(good.read_bytes())
    with hosting(tree, build) as server:
        yield server


def test_malformed_data_leave_the_last_good_database_serving(degraded: Server) -> None:
    status, _, rows = degraded.get(ROWS)
    assert status == 200
    assert b"2022" in rows
    health = degraded.health()
    assert degraded.get("api/v1/health")[0] == 200
    assert health["status"] == "degraded"
    assert re.search(r"data/council_drafts\.csv:2: '1946-02-31' in column '\w+' is not a date", health["faults"][0])
    assert "data/council_drafts.csv:2" in degraded.log.read_text(encoding="utf-8")
    assert "Traceback" not in degraded.log.read_text(encoding="utf-8")


def test_every_page_says_what_is_shown_and_what_to_mend(degraded: Server, page: Page) -> None:
    for name in ("", "missiles", "data"):
        open_page(page, degraded.address, name)
        banner = page.get_by_test_id("stAlert").first
        expect(banner).to_contain_text("shown is the last good version")
        expect(banner).to_contain_text("data/council_drafts.csv:2: '1946-02-31' in column")
        expect(banner).to_contain_text("Correct the value")
        expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        ("missiles", 200),
        ("no-such-page", 200),
        ("_stcore/health", 200),
        ("_stcore/host-config", 200),
        ("favicon.png", 200),
        ("static/no-such.js", 200),
        ("app/static/no-such.woff2", 404),
        ("media/no-such.png", 404),
        ("api/v1/no-such", 404),
        ("embed/no-such", 404),
        ("%2e%2e/%2e%2e/etc/passwd", 400),
    ],
)
def test_headers_are_on_every_answer(path: str, status: int, degraded: Server) -> None:
    found, headers, content = degraded.get(path)
    assert found == status, content[:200]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'unsafe" not in policy
    assert "unsafe-eval" not in policy
    if path.startswith("embed/"):
        assert "frame-ancestors *" in policy
        assert "x-frame-options" not in headers
    else:
        assert "frame-ancestors 'self'" in policy
        assert headers["x-frame-options"] == "SAMEORIGIN"


def test_the_log_knows_no_reader(degraded: Server) -> None:
    secret = "somebodys-question"
    degraded.get(f"api/v1/query/ties_broken.csv?on=2022-07-14&state={secret}")
    degraded.get(f"ties?state={secret}")
    stream = degraded.address.replace("http", "ws") + f"/_stcore/stream?q={secret}"
    with connect(stream, origin=degraded.address):
        pass
    told = degraded.log.read_text(encoding="utf-8")
    assert secret not in told
    own = degraded.address.removeprefix("http://")
    assert "127.0.0.1:" not in told.replace(own, "")


def test_terminated_it_answers_who_has_asked_and_ends_with_0(degraded: Server) -> None:
    """Runs last: the server is gone after it."""
    stream = degraded.address.replace("http", "ws") + "/_stcore/stream"
    with ThreadPoolExecutor(1) as threads, connect(stream, origin=degraded.address):
        asked = threads.submit(degraded.get, PICTURE)
        while not children(degraded.process.pid):
            time.sleep(0.05)
        began = time.monotonic()
        degraded.process.send_signal(signal.SIGTERM)
        status, _, picture = asked.result()
        assert (status, picture[:4]) == (200, b"\x89PNG")
        assert degraded.process.wait(timeout=CUT_OFF_SECONDS + 5) == 0
    assert time.monotonic() - began < CUT_OFF_SECONDS + 5
    assert "Traceback" not in degraded.log.read_text(encoding="utf-8")


def test_without_any_database_every_page_is_a_sentence(tmp_path: Path, page: Page) -> None:
    tree, build = copy_tree(tmp_path), tmp_path / "build"
    spoil(tree)
    with hosting(tree, build) as server:
        assert server.get("api/v1/health")[0] == server.get(ROWS)[0] == 503
        assert server.health()["status"] == "degraded"
        for name in ("", "country?state=PRK"):
            page.goto(f"{server.address}/{name}")
            expect(page.get_by_test_id("stAlert").first).to_contain_text("data/council_drafts.csv:2")
            expect(page.get_by_test_id("stAlert").nth(1)).to_contain_text("No database in")
            expect(page.locator("h1")).to_have_count(1)
            expect(page.get_by_test_id("stException")).to_have_count(0)
        assert "Traceback" not in server.log.read_text(encoding="utf-8")
