"""A person at the dashboard, without a browser: Streamlit's own messages over its WebSocket."""

import asyncio
import random
import time
from dataclasses import dataclass
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection

LARGEST_MESSAGE = 64 * 2**20
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Seen:
    """What a person saw after an action; times in seconds, `chart` None where the page has none.

    `bytes` is what came over the wire.
    """

    chart: float | None
    whole: float
    bytes: int
    faults: tuple[str, ...]


class Person:
    """One open window: asks for pages, changes what is on them."""

    def __init__(self, socket: ClientConnection, chance: random.Random) -> None:
        self.socket = socket
        self.chance = chance
        self.page = ""
        self.query: dict[str, str] = {}
        self.days: dict[str, tuple[str, str]] = {}
        self.widgets: dict[str, WidgetState] = {}

    async def open(self, page: str, **query: str) -> Seen:
        """Open a page with values in its address."""
        self.page, self.query = page, query
        self.days, self.widgets = {}, {}
        return await self.run()

    async def change_day(self, day: str | None = None) -> Seen:
        """Choose a day, or any of 1995 to 2025, in a field of the page; raises RuntimeError where it has none."""
        if not self.days:
            raise RuntimeError(f"/{self.page} has no field for a day")
        key = self.chance.choice(sorted(self.days))
        day = day or f"{self.chance.randint(1995, 2025)}/{self.chance.randint(1, 12):02}/15"
        changed = WidgetState(id=key)
        changed.string_array_value.data.append(day)
        self.widgets[key] = changed
        return await self.run()

    async def run(self) -> Seen:
        """Have the page made anew as the window now stands, and wait until it is whole."""
        message = BackMsg()
        asked = message.rerun_script
        asked.page_name, asked.query_string = self.page, urlencode(self.query)
        asked.context_info.url = f"http://localhost/{self.page}"
        asked.context_info.timezone = "UTC"
        asked.widget_states.widgets.extend(self.widgets.values())
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        return await asyncio.wait_for(self.watch(start), PATIENCE_SECONDS)

    async def watch(self, start: float) -> Seen:
        """Read messages until the page is whole."""
        chart: float | None = None
        size, faults = 0, []
        while True:
            raw = await self.socket.recv(decode=False)
            size += len(raw)
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                shown = element.WhichOneof("type")
                if shown == "plotly_chart" and chart is None:
                    chart = time.perf_counter() - start
                elif shown == "date_input" and not element.date_input.is_range:
                    self.days[element.date_input.id] = (element.date_input.min, element.date_input.max)
                elif shown == "exception":
                    faults.append(element.exception.message)
                elif shown == "alert" and element.alert.format == element.alert.ERROR:
                    faults.append(element.alert.body)
            elif kind == "script_finished":
                return Seen(chart, time.perf_counter() - start, size, tuple(faults))


async def enter(address: str, chance: random.Random, *, cookie: str = "") -> Person:
    """Open a window on a dashboard, with what the browser keeps for it; the caller closes its `socket`."""
    socket = await websockets.connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[websockets.Subprotocol("streamlit")],
        additional_headers={"Cookie": cookie} if cookie else None,
        max_size=LARGEST_MESSAGE,
        open_timeout=PATIENCE_SECONDS,
        ping_timeout=PATIENCE_SECONDS,
    )
    return Person(socket, chance)
