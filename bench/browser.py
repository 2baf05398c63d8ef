"""How long a charge point waits for an answer that a browser tab gives, however much the tab's log already holds.

    python -m bench.browser [--frames 0 1000 100000] [--calls 500]

A charge point sends one Heartbeat after the other through a real relay to the built page in a real Chromium, and
measures the time to each answer; what the relay and the loopback take is in it. Prints a table in Markdown. The last
row is measured with the tab behind another one.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import websockets
from playwright.async_api import Page, async_playwright, expect
from websockets.asyncio.client import ClientConnection

from bench.processes import Server
from tests.end_to_end.browsers import started

IDENTITY = "BENCH"
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


def cells(label: str, waits: list[float]) -> tuple[str, ...]:
    """A row of the table."""
    return label, *(f"{waits[int(len(waits) * share)]:.1f}" for share in (0.5, 0.9, 0.99))


async def main() -> None:
    """The command's entry."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, nargs="+", default=[0, 1000, 100_000])
    parser.add_argument("--calls", type=int, default=500)
    arguments = parser.parse_args()
    headings = ("frames in the log", "p50 ms", "p90 ms", "p99 ms")
    for row in (headings, ("---",) * len(headings)):
        print(f"| {' | '.join(row)} |", flush=True)
    async for row in measure(arguments.frames, arguments.calls):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
