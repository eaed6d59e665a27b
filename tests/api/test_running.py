"""How soon the server sends."""

import asyncio
import socket
from types import SimpleNamespace

from analytics.api.running import send_at_once


class Greeting(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        accepted = transport.get_extra_info("socket")
        transport.write(str(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)).encode())
        transport.close()


async def greet(protocol: type[asyncio.Protocol]) -> bytes:
    # As Streamlit makes it: without a protocol, so that asyncio leaves the option alone.
    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        async with await asyncio.get_running_loop().create_server(protocol, sock=listening):
            reader, writer = await asyncio.open_connection(*listening.getsockname())
            greeted = await reader.read()
            writer.close()
    return greeted


def test_no_part_of_an_answer_waits_for_the_one_before_it() -> None:
    server = SimpleNamespace(config=SimpleNamespace(http_protocol_class=Greeting))
    assert asyncio.run(greet(server.config.http_protocol_class)) == b"0"
    send_at_once(server)
    assert asyncio.run(greet(server.config.http_protocol_class)) == b"1"
