"""Every test here runs on both event loops; ``bus`` is each kind of bus, ``redis_bus`` one on a Redis to be hurt."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import pytest
import uvloop

from relay.bus.bus import Bus
from relay.bus.open import open_bus
from relay.bus.redis import RedisBus
from tests.bus.seen import Seen
from tests.redis_server import RedisServer


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}


@asynccontextmanager
async def running(bus: Bus) -> AsyncIterator[Seen[bool]]:
    """``bus`` being run; yields its changes."""
    changes: Seen[bool] = Seen()
    bus.on_change(changes)
    task = asyncio.create_task(bus.run())
    try:
        yield changes
    finally:
        task.cancel()
        async with asyncio.timeout(5):
            await asyncio.wait((task,))
        assert task.cancelled()


@pytest.fixture(params=["memory", "redis"])
async def bus(request: pytest.FixtureRequest) -> AsyncIterator[Bus]:
    url = "memory://" if request.param == "memory" else request.getfixturevalue("shared_redis").url
    bus = open_bus(url)
    async with running(bus) as changes:
        if not bus.is_up:
            assert await changes.until(1) == [True]
        yield bus


@pytest.fixture
async def redis_bus(redis_server: RedisServer) -> AsyncIterator[tuple[RedisBus, Seen[bool]]]:
    bus = RedisBus(redis_server.url)
    async with running(bus) as changes:
        assert await changes.until(1) == [True]
        yield bus, changes
