"""A real relay in the test's own loop, on a free port, and real clients for it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Self

import orjson
import uvicorn
import websockets
from websockets.asyncio.client import ClientConnection

from relay.server.app import create_app
from relay.server.relay import Relay
from relay.server.serve import configured
from relay.settings import read_settings

SECONDS = 5.0
Envelope = dict[str, Any]


@dataclass(frozen=True)
class Running:
    """A relay that runs, and where."""

    relay: Relay
    port: int
    server: uvicorn.Server

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}"


async def eventually(is_so: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not is_so():
            await asyncio.sleep(0.005)


@contextlib.asynccontextmanager
async def running(*, needs_bus: bool = True, **settings: str) -> AsyncIterator[Running]:
    """Serve with these settings (``keep_frames="3"``) until the block ends."""
    given = {name.upper() if name.startswith("log_") else f"RELAY_{name.upper()}": settings[name] for name in settings}
    listening = socket.socket(proto=socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(configured(lambda: create_app(read_settings(given))))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await eventually(lambda: server.started)
        relay = server.lifespan.state["relay"]
        assert isinstance(relay, Relay)
        if needs_bus:
            await eventually(lambda: relay.bus.is_up)
        yield Running(relay, listening.getsockname()[1], server)
    finally:
        server.should_exit = True
        await serving


class Client:
    """A client of ``relay.v1``: says envelopes, and waits for those it expects."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.seen: list[Envelope] = []

    @classmethod
    @contextlib.asynccontextmanager
    async def connected(cls, server: Running, path: str, **options: Any) -> AsyncIterator[Self]:
        async with websockets.connect(
            server.ws + path, subprotocols=[websockets.Subprotocol("relay.v1")], **options
        ) as connection:
            yield cls(connection)

    async def say(self, type_: str, **fields: Any) -> None:
        await self.connection.send(orjson.dumps({"type": type_, **fields}).decode())

    async def next(self) -> Envelope:
        """The next envelope, whatever it is."""
        async with asyncio.timeout(SECONDS):
            envelope: Envelope = orjson.loads(await self.connection.recv())
        self.seen.append(envelope)
        return envelope

    async def until(self, type_: str, **fields: Any) -> Envelope:
        """The next envelope of that type with those fields; the others are only remembered."""
        while True:
            envelope = await self.next()
            if envelope["type"] == type_ and all(envelope.get(name) == value for name, value in fields.items()):
                return envelope

    async def silence(self, seconds: float = 0.15) -> None:
        """Nothing comes."""
        with contextlib.suppress(TimeoutError):
            raise AssertionError(await asyncio.wait_for(self.connection.recv(), seconds))

    async def closed(self) -> tuple[int | None, str | None]:
        """Wait for the end, and tell its code and reason."""
        with contextlib.suppress(websockets.ConnectionClosed):
            async with asyncio.timeout(SECONDS):
                while True:
                    self.seen.append(orjson.loads(await self.connection.recv()))
        return self.connection.close_code, self.connection.close_reason

    @property
    def frames(self) -> list[tuple[int, str]]:
        """Number and text of all frames seen."""
        return [(one["seq"], one["text"]) for one in self.seen if one["type"] == "frame"]


def charge_point(server: Running, identity: str = "CP1", **options: Any) -> websockets.connect:
    """A charge point's connection."""
    options.setdefault("subprotocols", ["ocpp1.6"])
    options.setdefault("compression", None)
    return websockets.connect(f"{server.ws}/ocpp/{identity}", **options)


@contextlib.asynccontextmanager
async def follower(
    server: Running, identity: str = "CP1", client: str = "tab1", **attach: Any
) -> AsyncIterator[Client]:
    """A client that has attached."""
    async with Client.connected(server, f"/cs/{identity}") as one:
        await one.say("attach", client=client, **attach)
        yield one


@contextlib.asynccontextmanager
async def lobby(server: Running) -> AsyncIterator[Client]:
    """Somebody who watches the lobby."""
    async with Client.connected(server, "/lobby") as one:
        await one.say("attach", client="looker")
        yield one


async def raw(server: Running, request: bytes, until: bytes = b"\r\n\r\n") -> tuple[bytes, asyncio.StreamWriter]:
    """Send bytes, and read the answer up to ``until`` or the end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(request)
    answer = b""
    async with asyncio.timeout(SECONDS):
        while until not in answer:
            more = await reader.read(65536)
            if not more:
                break
            answer += more
    return answer, writer


def handshake(target: str, *, without: str = "", **extra: str) -> bytes:
    """A WebSocket handshake as bytes; ``without`` leaves a header out, ``extra`` adds some (``user_agent="x"``)."""
    headers = {
        "Host": "127.0.0.1",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Protocol": "ocpp1.6",
    }
    headers.update({name.replace("_", "-"): value for name, value in extra.items()})
    headers.pop(without, None)
    lines = [f"GET {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def masked(first: int, content: bytes, mask: bytes = b"\x01\x02\x03\x04") -> bytes:
    """A client's frame."""
    length = len(content)
    head = bytes((first, 0x80 | length)) if length < 126 else bytes((first, 0xFE)) + struct.pack("!H", length)
    return head + mask + bytes(byte ^ mask[index % 4] for index, byte in enumerate(content))
