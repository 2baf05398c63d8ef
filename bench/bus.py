"""What a message over the bus costs: CPU of this process and of Redis, and the time it takes.

One process publishes and listens, as two relays would between them, so its CPU per message is that of both ends
(publish, its answer, and delivery). Starts a Redis of its own. Prints the best of several runs: the machine is shared.

    python -m bench.bus [--messages 60000] [--in-flight 100] [--bytes 300] [--runs 7]
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import redis.asyncio
import uvloop

from relay.bus.bus import Bus
from relay.bus.open import open_bus
from tests.redis_server import RedisServer


@dataclass(frozen=True, slots=True)
class Cost:
    ours: float
    redis: float
    wall: float


class Volley:
    """Some messages in flight, each on its own channel: as soon as one is delivered, the next is published there."""

    def __init__(self, bus: Bus, in_flight: int, message: bytes) -> None:
        self._bus = bus
        self._message = message
        self._channels = [f"relay:{{CP{number}}}:from" for number in range(in_flight)]
        self._left = 0
        self._landed = asyncio.Event()

    async def subscribe(self) -> None:
        for channel in self._channels:
            assert await self._bus.subscribe(channel, partial(self._delivered, channel))

    async def play(self, messages: int) -> None:
        self._landed.clear()
        self._left = messages
        for channel in self._channels:
            self._publish(channel)
        await self._landed.wait()

    def _publish(self, channel: str) -> None:
        self._bus.publish(channel, self._message, self._count)

    def _count(self, count: int | None) -> None:
        assert count == 1

    def _delivered(self, channel: str, _: bytes) -> None:
        self._left -= 1
        if self._left >= len(self._channels):
            self._publish(channel)
        elif not self._left:
            self._landed.set()


async def redis_seconds(client: redis.asyncio.Redis) -> float:
    cpu = await client.info("cpu")
    return float(cpu["used_cpu_user"]) + float(cpu["used_cpu_sys"])


async def measure(url: str, arguments: argparse.Namespace, in_flight: int) -> list[Cost]:
    bus = open_bus(url)
    up = asyncio.Event()
    bus.on_change(lambda _: up.set())
    running = asyncio.create_task(bus.run())
    volley = Volley(bus, in_flight, b"x" * arguments.bytes)
    costs = []
    async with redis.asyncio.Redis.from_url(url) as client:
        await up.wait()
        await volley.subscribe()
        for _ in range(arguments.runs):
            gc.collect()
            before = time.process_time(), await redis_seconds(client), time.perf_counter()
            await volley.play(arguments.messages)
            after = time.process_time(), await redis_seconds(client), time.perf_counter()
            costs.append(Cost(*((b - a) / arguments.messages * 1e6 for a, b in zip(before, after, strict=True))))
    running.cancel()
    await asyncio.wait((running,))
    return costs


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=60_000)
    parser.add_argument("--in-flight", type=int, action="append")
    parser.add_argument("--bytes", type=int, default=300)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    print("in flight | CPU µs best (median) | Redis µs best (median) | wall µs best (median)")
    with tempfile.TemporaryDirectory() as directory, RedisServer(Path(directory)) as server:
        for in_flight in arguments.in_flight or [1, 10, 100, 1000]:
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                costs = runner.run(measure(server.url, arguments, in_flight))
            columns = [[getattr(cost, name) for cost in costs] for name in ("ours", "redis", "wall")]
            cells = " | ".join(f"{min(column):6.2f} ({median(column):.2f})" for column in columns)
            print(f"{in_flight:9} | {cells}")


if __name__ == "__main__":
    main()
