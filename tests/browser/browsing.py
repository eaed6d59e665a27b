"""The dashboard as a person meets it: a server of its own, and Chromium with no way out of this machine."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

from analytics.exports.renderer import find_chromium
from analytics.paths import ROOT

PAGES = {
    path.stem: "" if path.stem == "story" else path.stem
    for path in sorted((ROOT / "analytics" / "dashboard" / "pages").glob("[a-z]*.py"))
}
# A page of few charts, for tests of what every page has: Chromium draws it soonest.
LIGHT = "council"
CHARTLESS = {"data", "briefing"}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)
WIDE = {"viewport": {"width": 1440, "height": 900}}
TALL = 12_000
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "user_agent": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36",
    "has_touch": True,
    "is_mobile": True,
}
START_SECONDS = 60
CHART_MILLISECONDS = 60_000
READY = "[data-testid='stApp'][data-test-script-state='notRunning']"
PENDING = "[data-stale='true'], [data-testid='stSkeleton']"
CHART = "[data-testid='stPlotlyChart']"


@contextmanager
def serving(log: Path, port: int | None = None) -> Iterator[str]:
    """Run `streamlit run app.py` on a free port until the block ends; yields its address."""
    with serving_process(log, port) as (address, _):
        yield address


@contextmanager
def serving_process(log: Path, port: int | None = None) -> Iterator[tuple[str, int]]:
    """Run the dashboard until the block ends; yields its address and the number of its process."""
    port = port or free_port()
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    with log.open("w", encoding="utf-8") as out:
        server = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for_health(address, server, log)
        yield address, server.pid
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_health(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers with health; raises RuntimeError with its log if it does not."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api/v1/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the dashboard did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")


def launch(playwright: Playwright) -> Browser:
    """Start Chromium without anything that calls home."""
    return playwright.chromium.launch(executable_path=find_chromium(), args=list(QUIET))


class Watch:
    """What a page asked for and complained about, kept from before it is opened."""

    def __init__(self, page: Page, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.elsewhere: list[str] = []
        self.failed: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.note_request(request.url))
        page.on("websocket", lambda socket: self.note_request(socket.url))
        page.on("response", lambda answer: self.note_answer(answer.url, answer.status))
        page.on("console", lambda told: self.note_console(told.type, told.text, told.location.get("url", "")))
        page.on("pageerror", lambda error: self.complaints.append(f"{error}\n{error.stack}"))

    def note_answer(self, url: str, status: int) -> None:
        """Keep the address of anything that was refused."""
        if status >= 400:
            self.failed.append(url)

    def note_console(self, kind: str, text: str, url: str) -> None:
        """Keep what the page complains of."""
        if kind == "error":
            self.complaints.append(f"{text} {url}")

    def note_request(self, url: str) -> None:
        """Keep the address of anything asked of another host."""
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about", "chrome") and parts.netloc != self.host:
            self.elsewhere.append(url)


def open_page(page: Page, address: str, path: str) -> None:
    """Open a page of the dashboard and wait until it has settled and its charts are drawn."""
    page.goto(f"{address}/{path}")
    settle(page)


def unroll(page: Page, width: int = WIDE["viewport"]["width"]) -> None:
    """Make a window as tall as our longest page: axe measures no contrast of what is scrolled out of sight.

    Not before the page is drawn, which takes half as long in a small one.
    """
    page.set_viewport_size({"width": width, "height": TALL})
    page.wait_for_timeout(300)


def settle(page: Page) -> None:
    """Wait until the script has run and every chart on the page has its drawing."""
    page.wait_for_selector("h1", timeout=CHART_MILLISECONDS)
    page.wait_for_function(
        """([ready, pending, chart]) =>
            document.querySelector(ready) && !document.querySelector(pending) &&
            [...document.querySelectorAll(chart)].every(box => box.querySelector('.main-svg .infolayer'))""",
        arg=[READY, PENDING, CHART],
        timeout=CHART_MILLISECONDS,
    )
    page.wait_for_timeout(250)
