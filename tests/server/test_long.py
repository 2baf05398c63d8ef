"""Chargers that come and go for long, and one that says nothing for long: short here, long in scripts/test-long."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import random

import psutil
import pytest
import websockets

from tests.server.running import SECONDS, Running, charge_point, eventually, follower, running

CHARGERS = 30
GROWTH = 24 * 1024 * 1024  # what a warm-up, and the logs that are kept for a while, may take


@pytest.mark.parametrize("seconds", [3, pytest.param(300, marks=pytest.mark.long)])
async def test_chargers_that_come_and_go_leave_nothing_behind(seconds: int) -> None:
    rng = random.Random(seconds)
    async with running(keep_ended="1", rate_frames="100000") as server, follower(server, "N0", role="answer"):
        await asyncio.gather(*(comes_and_goes(server, f"N{number}", 1, rng) for number in range(CHARGERS)))
        gc.collect()
        before = psutil.Process().memory_info().rss
        files = psutil.Process().num_fds()
        await asyncio.gather(*(comes_and_goes(server, f"N{number}", seconds, rng) for number in range(CHARGERS)))
        await eventually(lambda: len(server.relay.sessions) == 0 and not server.relay.sessions._ended, 10)
        await eventually(lambda: psutil.Process().num_fds() <= files + 2, 10)
        gc.collect()
        assert psutil.Process().memory_info().rss - before < GROWTH
        assert len(server.relay.audiences) == 1


async def comes_and_goes(server: Running, identity: str, seconds: float, rng: random.Random) -> None:
    """Connect, say something, and leave in one way or another, until the time is over."""
    until = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < until:
        async with charge_point(server, identity) as cp:
            with contextlib.suppress(websockets.ConnectionClosed):
                for _ in range(rng.randrange(5)):
                    await cp.send('[2,"1","Heartbeat",{}]')
                await asyncio.sleep(rng.random() / 20)
                assert len(server.relay.sessions) <= CHARGERS
            if rng.random() < 0.3:
                cp.transport.abort()


@pytest.mark.parametrize("seconds", [3, pytest.param(300, marks=pytest.mark.long)])
async def test_a_charger_that_says_nothing_stays_connected(seconds: int) -> None:
    async with running(ping_seconds="1") as server, follower(server, role="answer") as tab, charge_point(server) as cp:
        await tab.until("role", holder="tab1")
        await asyncio.sleep(seconds)
        await cp.send("still here")
        await tab.until("frame", text="still here")
        await tab.say("send", text="so am I", ref="1")
        assert await asyncio.wait_for(cp.recv(), SECONDS) == "so am I"
