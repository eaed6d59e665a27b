"""One Chromium, kept open, that draws Plotly figures: the first picture takes seconds, later ones a fraction."""

import asyncio
import atexit
import json
import logging
import os
import shutil
import tempfile
from concurrent.futures import TimeoutError as Overdue
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Literal

import kaleido
from choreographer.browsers.chromium import Chromium

from analytics.catalog.turns import turns
from analytics.charts.geometry import SCALES, geometry_address, load_geometry
from analytics.errors import CordonError, OutageError
from analytics.exports.fonts import font_faces

LOG = logging.getLogger("cordon")
# A browser that is closed says goodbye, which is no JSON; the traceback of that would end on a person's terminal.
logging.getLogger("choreographer.channels.pipe").setLevel(logging.CRITICAL)
Form = Literal["png", "svg"]
TABS = 2
# The shell is Chromium without its windows, and starts sooner.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 60.0
CLOSING_SECONDS = 10.0
WITHOUT = "Try again; CSV, XLSX, Parquet, ZIP and HTML need no browser."
LONGEST_PLACE, SHORT_PLACE = 40, "/tmp"
CLEARINGS, CLEARING_SECONDS = 30, 0.1
MISSING = (
    "Pictures and PDF need Chromium, which is not found here. Install the package chromium-headless-shell "
    "(Debian: apt-get install chromium-headless-shell), or name a browser in CORDON_CHROMIUM. "
    "CSV, XLSX, Parquet, ZIP and HTML need none."
)
HERE = Path(__file__).parent


def find_chromium() -> str:
    """Return the browser that draws; raises CordonError naming the package where there is none."""
    found = os.environ.get("CORDON_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None or not Path(found).is_file():
        raise OutageError(MISSING)
    return found


class LostError(OutageError):
    """Chromium went away, or did not take the figure."""


class RoomyChromium(Chromium):
    """A Chromium that keeps all its temporary files in the folder it is given, so that they can be removed with it."""

    def get_env(self) -> dict[str, str]:
        """Return the environment of the browser's process."""
        return {**super().get_env(), "TMPDIR": str(self._tmp_dir_path)}

    def pre_open(self) -> None:
        """Make the browser's own folder; it goes with ours, as at exit it may still be written to when Python removes
        it."""
        super().pre_open()
        folder: Any = self.tmp_dir.temp_dir
        folder._finalizer.detach()


class DrawingPage:
    """The page in which figures are drawn: Plotly, our fonts and outlines, nothing fetched."""

    def generate_index(self) -> str:
        """Return the page, as Kaleido asks for it."""
        generated: str = kaleido.PageGenerator(mathjax=False).generate_index()
        outlines = {geometry_address(scale): load_geometry(scale) for scale in SCALES}
        ours = json.dumps({"fonts": font_faces(), "geometry": outlines}).replace("</", "<\\/")
        script = (HERE / "render.js").read_text(encoding="utf-8")
        added = f"<meta charset='utf-8'><style>{font_faces()}</style><script>const CORDON = {ours};</script>"
        head, plotly, rest = generated.partition("<script")
        scopes = rest.rindex("<script")
        return f"{head}{added}{plotly}{rest[:scopes]}<script>{script}</script>{rest[scopes:]}"


def note_lost_task(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Note in one line what a lost browser left behind, without its traceback.

    It is told when it is collected, which may be while Python parses; to write a traceback is to parse as well, and
    Python 3.11 then fails in the first.
    """
    LOG.info("%s: %r", context.get("message"), context.get("exception"))


class Renderer:
    """A Chromium with an event loop of its own, so that threads may share it without mixing what they get."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(note_lost_task)
        self._thread = Thread(target=self._loop.run_forever, name="pictures", daemon=True)
        self._thread.start()
        self._browser: Any = None
        self._room: Path | None = None
        self._opening = asyncio.Lock()

    def draw(self, figure: dict[str, Any], *, form: Form, width: int, height: int, scale: float) -> bytes:
        """Return a picture of a figure; raises CordonError where Chromium is missing or does not answer.

        One that died is started again, once.
        """
        options = {"format": form, "width": width, "height": height, "scale": scale}
        try:
            return self._wait_for(figure, options)
        except LostError:
            return self._wait_for(figure, options)

    def _wait_for(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        waiting = asyncio.run_coroutine_threadsafe(self._draw(figure, options), self._loop)
        try:
            return waiting.result(SECONDS)
        except CordonError:
            raise
        except Overdue as error:
            waiting.cancel()
            raise OutageError(f"Chromium did not draw the picture within {SECONDS:g} s. {WITHOUT}") from error
        # Whatever else Chromium, its channel or Kaleido raise, the person can only try again or do without.
        except Exception as error:
            raise LostError(
                f"Chromium did not draw the picture ({type(error).__name__}: {error}). {WITHOUT}"
            ) from error

    def close(self) -> None:
        """Close Chromium, which removes its temporary files; the next picture opens another."""
        seconds = CLOSING_SECONDS + CLEARINGS * CLEARING_SECONDS
        with suppress(Overdue, RuntimeError, OSError):
            asyncio.run_coroutine_threadsafe(self._drop(self._browser), self._loop).result(seconds)

    async def _draw(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        browser = await self._open()
        try:
            picture: bytes = await browser.calc_fig(figure, options)
        except BaseException:
            await self._drop(browser)
            raise
        return picture

    async def _open(self) -> Any:
        async with self._opening:
            if self._browser is None:
                found = find_chromium()
                self._room = make_room()
                options_of = {"path": found, "browser_cls": RoomyChromium, "tmp_dir": str(self._room)}
                browser = kaleido.Kaleido(n=TABS, page_generator=DrawingPage(), **options_of)
                try:
                    await browser.open()
                except BaseException:
                    await clear_room(self._room)
                    raise
                self._browser = browser
            return self._browser

    async def _drop(self, browser: Any) -> None:
        """Close a browser, unless another took its place already."""
        async with self._opening:
            if browser is None or browser is not self._browser:
                return
            self._browser = None
            room, self._room = self._room, None
            with suppress(Exception):
                await asyncio.wait_for(browser.close(), CLOSING_SECONDS)
            if room is not None:
                await clear_room(room)


def make_room() -> Path:
    """Make the folder of a browser's temporary files.

    Chromium puts a socket into it, whose whole path may have some hundred letters and no more.
    """
    usual = tempfile.gettempdir()
    short = usual if len(usual) <= LONGEST_PLACE or not Path(SHORT_PLACE).is_dir() else SHORT_PLACE
    return Path(tempfile.mkdtemp(prefix="cordon-", dir=short))


async def clear_room(room: Path) -> None:
    """Remove a browser's temporary files; its last processes may still be writing some as they end."""
    for _ in range(CLEARINGS):
        shutil.rmtree(room, ignore_errors=True)
        if not room.exists():
            return
        await asyncio.sleep(CLEARING_SECONDS)


@cache
def shared_renderer() -> Renderer:
    """Return the renderer of this process."""
    renderer = Renderer()
    atexit.register(renderer.close)
    return renderer


STARTING = Lock()


def draw_figure(figure: dict[str, Any], *, form: Form, width: int, height: int, scale: float = 1) -> bytes:
    """Return a picture of a figure drawn by the shared Chromium."""
    with STARTING:
        renderer = shared_renderer()
    with turns().aside():
        return renderer.draw(figure, form=form, width=width, height=height, scale=scale)
