"""Redis dies and comes back while frames flow: no socket closes, nothing is lost, and the page tells."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import expect
from websockets.protocol import State

from tests.end_to_end.charger import Traffic, charger_at
from tests.end_to_end.relay_process import StartRelay
from tests.end_to_end.tabs import Tabs
from tests.redis_server import RedisServer

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_redis_killed_and_restarted_under_traffic_loses_nothing(
    start_relay: StartRelay, redis_server: RedisServer, tabs: Tabs
) -> None:
    near, far = (start_relay(bus=redis_server.url) for _ in range(2))
    page = await tabs.session(far, "REDIS-1")
    async with charger_at(near, "REDIS-1") as charger:
        await page.answers()
        await charger.boot()
        async with Traffic(charger).flowing() as traffic:
            for _ in range(2):
                await asyncio.to_thread(redis_server.kill)
                await expect(page.bar.get_by_text("Relay without Redis")).to_be_visible()
                await expect(page.banner("The relay lost Redis.")).to_be_visible()
                await charger.say(f'[2,"while-redis-is-away-{traffic.answered}","Heartbeat",{{}}]')

                before = traffic.answered
                await asyncio.to_thread(redis_server.start)
                await expect(page.bar.get_by_text("Relay connected")).to_be_visible()
                await expect(page.banner("The relay lost Redis.")).to_be_hidden()
                await traffic.goes_on(before + 5)

        lines = [row.words for row in await page.rows() if row.name is None]
        told = [words for words in lines if "The relay lost Redis for" in words]
        assert len(told) == 2
        assert all("Nothing is missing" in words for words in told)
        assert not [words for words in lines if "away" in words or "broke" in words]
        await page.shows(charger.said)
        assert charger.connection.state is State.OPEN
