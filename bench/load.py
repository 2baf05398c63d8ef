"""Charge points and their central systems, each pair with one Call outstanding: closed loop.

    python -m bench.load ws://127.0.0.1:9000 --pairs 100 --first 1

Prints ``ready`` once all are connected. Each line it reads holds the seconds for which the charge points shall call; it
answers with one line of JSON: the microseconds that each Call took until its answer was there, in no order. The end of
its input ends it. With ``--alone`` the charge points have nobody to answer, and only stay connected.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import sys
from array import array
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import TypeVar
from urllib.parse import urlsplit

import orjson
import uvloop

from bench.frames import MASK, Client

CONNECTING_AT_ONCE = 50
SETTLE_SECONDS = 1.0  # until every central system is known to answer
GRACE_SECONDS = 30.0

METER_VALUES = (
    b'","MeterValues",{"connectorId":1,"transactionId":1732086000,"meterValue":[{"timestamp":"2026-11-20T10:00:00Z",'
    b'"sampledValue":[{"value":"12345","context":"Sample.Periodic","measurand":"Energy.Active.Import.Register","unit":'
    b'"Wh"},{"value":"16.0","measurand":"Current.Import","phase":"L1","unit":"A"}]}]}]'
)
HEAD = b"\x81\xfe" + (len(METER_VALUES) + 12).to_bytes(2, "big") + MASK + b'[2,"'

Kind = TypeVar("Kind", bound=Client)


class Round:
    """Some seconds in which every charge point calls again as soon as it is answered."""

    def __init__(self, charge_points: list[ChargePoint]) -> None:
        self.charge_points = charge_points
        self.took = array("L")
        self.until = 0.0
        self._calling = 0
        self._is_over = asyncio.Event()

    async def run(self, seconds: float) -> bytes:
        """Call until the time is over and the last Call is answered; microseconds of each, as JSON."""
        self.took = array("L")
        self.until = perf_counter() + seconds
        self._calling = len(self.charge_points)
        self._is_over.clear()
        for charge_point in self.charge_points:
            charge_point.call(perf_counter())
        async with asyncio.timeout(seconds + GRACE_SECONDS):
            await self._is_over.wait()
        return orjson.dumps(self.took.tolist())

    def stops(self) -> None:
        """One charge point has its last answer."""
        self._calling -= 1
        if not self._calling:
            self._is_over.set()


class ChargePoint(Client):
    """Calls, and calls again once it has the answer to that very Call."""

    __slots__ = ("_answer", "_called_at", "_number", "_round")

    def __init__(self, round_: Round, name: str) -> None:
        super().__init__(f"/ocpp/{name}")
        self._round = round_
        self._number = 10_000_000
        self._called_at = 0.0
        self._answer = b""

    def call(self, at: float) -> None:
        """Send the next Call."""
        self._number += 1
        number = b"%d" % self._number
        self._answer = b'[3,"' + number
        self._called_at = at
        self.transport.write(HEAD + number + METER_VALUES)

    def text_arrived(self, text: bytes) -> None:
        """The answer."""
        if not text.startswith(self._answer):
            raise AssertionError(f"{text!r} does not answer {self._number}")
        at = perf_counter()
        self._round.took.append(int((at - self._called_at) * 1e6))
        if at < self._round.until:
            self.call(at)
        else:
            self._round.stops()


class CentralSystem(Client):
    """Answers every Call at once."""

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__(f"/cs/{name}")

    def text_arrived(self, text: bytes) -> None:
        """A Call."""
        self.send_text(b'[3,"%b",{}]' % text[4 : text.index(b'"', 4)])


async def connect(url: str, make: Callable[[str], Kind], names: list[str]) -> list[Kind]:
    """Connect one client for each of ``names``."""
    address = urlsplit(url)
    host, port = address.hostname or "localhost", address.port or 80
    loop, at_once = asyncio.get_running_loop(), asyncio.Semaphore(CONNECTING_AT_ONCE)

    async def one(name: str) -> Kind:
        async with at_once:
            _, client = await loop.create_connection(partial(make, name), host, port)
            await client.is_open
            return client

    return await asyncio.gather(*map(one, names))


async def serve_rounds(arguments: argparse.Namespace) -> None:
    """Connect, then play one round for each line of the input."""
    names = [f"CP{number}" for number in range(arguments.first, arguments.first + arguments.pairs)]
    round_ = Round([])
    round_.charge_points = await connect(arguments.url, partial(ChargePoint, round_), names)
    if not arguments.alone:
        await connect(arguments.url, CentralSystem, names)
    await asyncio.sleep(SETTLE_SECONDS)
    gc.collect()
    gc.freeze()
    gc.disable()
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    print("ready", flush=True)
    while line := await lines.readline():
        answer = await round_.run(float(line))
        sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()


def main() -> None:
    """The command's entry."""
    parser = argparse.ArgumentParser(description="Load for a relay: pairs with one Call outstanding each")
    parser.add_argument("url")
    parser.add_argument("--pairs", type=int, default=100)
    parser.add_argument("--first", type=int, default=1, help="number of the first charge point")
    parser.add_argument("--alone", action="store_true", help="charge points only, and no Calls")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve_rounds(parser.parse_args()))


if __name__ == "__main__":
    main()
