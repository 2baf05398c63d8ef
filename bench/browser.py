"""How long a charge point waits for an answer that a browser tab gives, however much the tab's log already holds.

    python -m bench.browser [--frames 0 1000 100000] [--calls 500]
    python -m bench.browser --smooth 60 [--frames 100000] [--rate 500]

With ``--smooth``: how long the tab's main thread is busy at a time, with so many frames in its log and ``--rate``
frames a second (calls and answers) coming in for so many seconds, while the page follows.

A charge point sends one Heartbeat after the other through a real relay to the built page in a real Chromium, and
measures the time to each answer; what the relay and the loopback take is in it. Prints a table in Markdown. The last
row is measured with the tab behind another one.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import websockets
from playwright.async_api import Page, async_playwright, expect
from websockets.asyncio.client import ClientConnection

from bench.browser_tasks import traced
from bench.processes import Server
from tests.end_to_end.browsers import started

IDENTITY = "BENCH"
METER_VALUES = {
    "connectorId": 1,
    "meterValue": [
        {
            "timestamp": "2026-11-20T11:41:39Z",
            "sampledValue": [
                {"value": "18267", "measurand": "Energy.Active.Import.Register", "unit": "Wh"},
                {"value": "7360", "measurand": "Power.Active.Import", "unit": "W"},
                {"value": "10.7", "measurand": "Current.Import", "phase": "L1", "unit": "A"},
                {"value": "32", "measurand": "SoC", "unit": "Percent"},
            ],
        }
    ],
}
OUTSTANDING = 100
PAUSE_SECONDS = 0.01
ANSWER_SECONDS = 60.0


@dataclass(slots=True)
class Charger:
    """A charge point whose every call is a Heartbeat."""

    connection: ClientConnection
    calls: int = 0

    async def call(self) -> None:
        """Send the next call."""
        self.calls += 1
        await self.connection.send(f'[2,"{self.calls}","Heartbeat",{{}}]')

    async def pour(self, rate: float, seconds: float) -> int:
        """Calls at an even rate, whatever is answered; half of the frames are the answers. Returns how many calls."""
        reading = asyncio.create_task(self._read())
        begun = time.perf_counter()
        first = self.calls
        while (passed := time.perf_counter() - begun) < seconds:
            while self.calls - first < passed * rate / 2:
                self.calls += 1
                await self.connection.send(call_text(self.calls))
            await asyncio.sleep(0.004)
        await asyncio.sleep(1)
        reading.cancel()
        return self.calls - first

    async def _read(self) -> None:
        async for _answer in self.connection:
            pass

    async def answer(self) -> None:
        """Wait for an answer."""
        await asyncio.wait_for(self.connection.recv(), ANSWER_SECONDS)

    async def fill(self, frames: int) -> None:
        """Make the page's log at least that long, two frames a call."""
        missing = max(0, frames // 2 - self.calls)
        for number in range(missing):
            await self.call()
            if number >= OUTSTANDING:
                await self.answer()
        for _ in range(min(missing, OUTSTANDING)):
            await self.answer()

    async def waits(self, calls: int) -> list[float]:
        """Milliseconds to the answer of each of so many calls, with a pause before each, in rising order."""
        waits = []
        for _ in range(calls):
            await asyncio.sleep(PAUSE_SECONDS)
            began = time.perf_counter()
            await self.call()
            await self.answer()
            waits.append((time.perf_counter() - began) * 1000)
        return sorted(waits)


@asynccontextmanager
async def answering(server: Server) -> AsyncIterator[tuple[Page, Charger]]:
    """A page in Chromium that answers a charge point."""
    async with async_playwright() as playwright:
        browser = await started(playwright, "chromium")
        page = await (await browser.new_context()).new_page()
        await page.goto(f"http://127.0.0.1:{server.port}/#/cp/{IDENTITY}")
        subprotocols = [websockets.Subprotocol("ocpp1.6")]
        address = f"ws://127.0.0.1:{server.port}/ocpp/{IDENTITY}"
        async with websockets.connect(address, subprotocols=subprotocols, compression=None) as connection:
            await expect(page.get_by_text("This tab answers")).to_be_visible()
            yield page, Charger(connection)
        await browser.close()


async def measure(frames: list[int], calls: int) -> AsyncIterator[tuple[str, ...]]:
    """The cells of one row after the other."""
    server = Server("relay.cli", "serve", "--rate-frames", "1000000", redis_server=None)
    with server:
        server.wait_until_ready()
        async with answering(server) as (page, charger):
            await charger.waits(50)  # the first calls compile the page's code
            for count in frames:
                await charger.fill(count)
                await asyncio.sleep(2)  # let what was filled in be written and drawn
                yield cells(f"{count:,}", await charger.waits(calls))
            other = await page.context.new_page()
            await other.bring_to_front()
            yield cells(f"{frames[-1]:,}, tab behind another", await charger.waits(calls))


def call_text(number: int) -> str:
    """A busy charge point says all kinds of things."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    match number % 5:
        case 0:
            return f'[2,"{number}","Heartbeat",{{}}]'
        case 1:
            status = f'{{"connectorId":1,"errorCode":"NoError","status":"Charging","timestamp":"{at}"}}'
            return f'[2,"{number}","StatusNotification",{status}]'
        case 2:
            return f'[2,"{number}","Authorize",{{"idTag":"04A1B2C3D4"}}]'
        case _:
            return json.dumps([2, str(number), "MeterValues", METER_VALUES | {"transactionId": number % 7}])


async def smoothness(frames: int, seconds: float, rate: float) -> AsyncIterator[tuple[str, ...]]:
    """The cells of the one row."""
    server = Server("relay.cli", "serve", "--rate-frames", "1000000", redis_server=None)
    with server:
        server.wait_until_ready()
        async with answering(server) as (page, charger):
            await charger.waits(50)
            await charger.fill(frames)
            await asyncio.sleep(3)
            async with traced(page) as tasks:
                calls = await charger.pour(rate, seconds)
            foot = await page.get_by_text("Following").text_content()
            print(f"{calls * 2:,} frames; foot: {foot}; longest task: {tasks.inside}", file=sys.stderr)
            milliseconds = [tasks.share(0.5), tasks.share(0.99), max(tasks.wall), max(tasks.cpu)]
            busy = f"{sum(tasks.cpu) / (seconds + 1) / 10:.0f} %"
            yield f"{frames:,}", f"{rate:g}", *(f"{ms:.1f}" for ms in milliseconds), str(tasks.long), busy


def cells(label: str, waits: list[float]) -> tuple[str, ...]:
    """A row of the table."""
    return label, *(f"{waits[int(len(waits) * share)]:.1f}" for share in (0.5, 0.9, 0.99))


async def main() -> None:
    """The command's entry."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, nargs="+", default=[0, 1000, 100_000])
    parser.add_argument("--calls", type=int, default=500)
    parser.add_argument("--smooth", type=float, metavar="SECONDS")
    parser.add_argument("--rate", type=float, default=500)
    arguments = parser.parse_args()
    headings: tuple[str, ...] = ("frames in the log", "p50 ms", "p90 ms", "p99 ms")
    rows = measure(arguments.frames, arguments.calls)
    if arguments.smooth:
        rows = smoothness(arguments.frames[-1], arguments.smooth, arguments.rate)
        headings = (
            "frames in the log",
            "frames/s",
            "p50 ms",
            "p99 ms",
            "longest ms",
            "most CPU ms",
            "over 50 ms",
            "busy",
        )
    for row in (headings, ("---",) * len(headings)):
        print(f"| {' | '.join(row)} |", flush=True)
    async for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
