"""A reader that stops reading is ended; the relay's memory stays flat, and the reader comes back and misses nothing."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import orjson
import psutil
import pytest
import websockets
from playwright.async_api import expect
from websockets.asyncio.client import ClientConnection

from tests.end_to_end.charger import dial
from tests.end_to_end.relay_process import RelayProcess, StartRelay
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

MEGABYTE = 1024 * 1024
FRAME = 32 * 1024
ROUND = 14 * MEGABYTE // FRAME
ROUNDS = 5
READ_SECONDS = 30


class Reader:
    """Follows a charge point by ``relay.v1``, and stops reading when told to."""

    def __init__(self, relay: RelayProcess, identity: str) -> None:
        self._url = f"{relay.ws}/cs/{identity}"
        self._epoch: str | None = None
        self.numbers: list[int] = []
        self.incomplete = 0
        self.closed: int | None = None

    async def connect(self) -> ClientConnection:
        """Attaches where it stopped reading."""
        connection = await websockets.connect(
            self._url,
            subprotocols=[websockets.Subprotocol("relay.v1")],
            sock=small_socket(self._url),
            max_queue=1,
            max_size=None,
            proxy=None,
        )
        position = {"epoch": self._epoch, "seq": self.numbers[-1]} if self.numbers else {}
        attach = {"type": "attach", "client": "slow-reader", **position}
        await connection.send(orjson.dumps(attach).decode())
        return connection

    async def read(self, connection: ClientConnection, last: int) -> None:
        """Until that frame, or until the relay ends the connection."""
        self.closed = None
        try:
            async with asyncio.timeout(READ_SECONDS):
                while not self.numbers or self.numbers[-1] < last:
                    self._take(orjson.loads(await connection.recv()))
        except websockets.ConnectionClosed:
            self.closed = connection.close_code

    def _take(self, envelope: dict[str, object]) -> None:
        if envelope["type"] == "frame":
            self._epoch = str(envelope["epoch"])
            self.numbers.append(int(str(envelope["seq"])))
        elif envelope["type"] == "replayed" and not envelope["complete"]:
            self.incomplete += 1


def small_socket(url: str) -> socket.socket:
    """A connection whose own buffer is small, so that the relay's has to hold what is not read."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
    connection.connect(("127.0.0.1", int(url.split(":")[2].split("/", maxsplit=1)[0])))
    connection.setblocking(False)
    return connection


def ended_readers(relay: RelayProcess) -> float:
    """How many the relay has ended because they did not read."""
    lines = httpx.get(f"{relay.page}metrics").text.splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("relay_slow_readers_total "))


async def test_a_reader_that_stops_is_ended_and_misses_nothing(start_relay: StartRelay) -> None:
    relay = start_relay(keep_frames="100000", keep_bytes=str(24 * MEGABYTE))
    reader = Reader(relay, "SLOW-1")
    text = '[2,"1","DataTransfer",{"vendorId":"x","data":"' + "x" * FRAME + '"}]'
    memory: list[int] = []
    async with dial(relay, "SLOW-1") as charger:
        await charger.send("[]")
        connection = await reader.connect()
        await reader.read(connection, 1)
        for number in range(1, ROUNDS + 1):
            for _ in range(ROUND):
                await charger.send(text)
            while ended_readers(relay) < number:
                await asyncio.sleep(0.02)
            await reader.read(connection, 1 + number * ROUND)
            assert reader.closed == 4408

            connection = await reader.connect()
            await reader.read(connection, 1 + number * ROUND)
            assert reader.closed is None
            memory.append(relay.memory)
        await connection.close()
    assert reader.numbers == list(range(1, 2 + ROUNDS * ROUND))
    assert reader.incomplete == 0
    # Two rounds have filled what the session keeps for replay; of the 42 MB after them, not even one round's stays.
    assert max(memory[2:]) - memory[1] < ROUND * FRAME


async def test_a_browser_that_stops_reading_comes_back_and_misses_nothing(start_relay: StartRelay, tabs: Tabs) -> None:
    relay = start_relay(keep_frames="100000", keep_bytes=str(64 * MEGABYTE))
    page = await tabs.session(relay, "SLOW-2")
    text = '[2,"{}","DataTransfer",{"vendorId":"x","data":"' + "x" * FRAME * 8 + '"}]'
    async with dial(relay, "SLOW-2") as charger:
        await page.answers()
        sent = 0
        with asleep(pages_of_this_test()):
            while ended_readers(relay) < 1:
                sent += 1
                assert sent < 240, "more than the session keeps"
                await charger.send(text.replace("{}", f"call-{sent}", 1))
        await expect(page.frames.get_by_text("This browser was too slow and started again.")).to_be_visible()
        await expect(page.frames.get_by_text("Nothing is missing.")).to_be_visible()
        calls = [row.name for row in await page.rows() if row.name and "charge point: call" in row.name]
        assert [name.split()[5] for name in calls] == [f"call-{number}:" for number in range(1, sent + 1)]


def pages_of_this_test() -> list[psutil.Process]:
    """The browser's processes that run pages; only this test's page is open."""
    mine = psutil.Process().children(recursive=True)
    return [process for process in mine if "--type=renderer" in process.cmdline()]


@contextmanager
def asleep(processes: list[psutil.Process]) -> Iterator[None]:
    """As a laptop whose lid was closed."""
    for process in processes:
        process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            process.send_signal(signal.SIGCONT)
