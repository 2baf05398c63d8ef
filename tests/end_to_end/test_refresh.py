"""Refreshing the page, also in the middle of a call: the charger notices nothing, the screen misses nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, Route, expect
from websockets.protocol import State

from tests.end_to_end.charger import Traffic, charger_at
from tests.end_to_end.relay_process import Pair
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.both_browsers
async def test_a_call_sent_while_the_page_reloads_is_answered_by_the_reloaded_page(pair: Pair, tabs: Tabs) -> None:
    page = await tabs.session(pair.browser, "REFRESH-1")
    async with charger_at(pair.charger, "REFRESH-1") as charger:
        await page.answers()
        await charger.boot()
        await page.shows(charger.said)

        finish = await begin_reload(page.page)
        call = asyncio.create_task(charger.heartbeat())
        await asyncio.sleep(0.3)
        assert not call.done(), "nobody was there to answer"
        await finish()

        assert (await call).current_time.endswith("Z")
        await page.answers()
        await charger.heartbeat()
        await page.shows(charger.said)
        await expect(page.log.get_by_text("Complete since")).to_be_visible()
        assert charger.connection.state is State.OPEN


async def test_reloading_under_traffic_shows_every_frame_once(pair: Pair, tabs: Tabs) -> None:
    page = await tabs.session(pair.browser, "REFRESH-2")
    async with charger_at(pair.charger, "REFRESH-2") as charger:
        await page.answers()
        await charger.boot()
        async with Traffic(charger).flowing() as traffic:
            for _ in range(3):
                before = traffic.answered
                await page.page.reload()
                await page.answers()
                await traffic.goes_on(before + 5)
        await page.shows(charger.said)
        lines = [row.words for row in await page.rows() if row.name is None]
        assert len([words for words in lines if "The charger connected." in words]) == 1
        assert charger.connection.state is State.OPEN


async def begin_reload(page: Page) -> Callable[[], Awaitable[None]]:
    """Reload, but hold the page's programs back; returns what lets them come."""
    may_come = asyncio.Event()
    gone = asyncio.Event()

    async def hold(route: Route) -> None:
        gone.set()
        await may_come.wait()
        await route.continue_()

    await page.route("**/assets/*.js", hold)
    reloading = asyncio.create_task(page.reload())
    await gone.wait()

    async def finish() -> None:
        may_come.set()
        await reloading
        await page.unroute("**/assets/*.js")

    return finish
