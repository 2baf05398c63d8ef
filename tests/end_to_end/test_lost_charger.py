"""A charger that is cut off and back at once, on another process, before anybody noticed that it was gone."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect
from websockets.protocol import State

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import Pair
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_charger_back_on_another_process_replaces_its_half_open_self(two_relays: Pair, tabs: Tabs) -> None:
    page = await tabs.session(two_relays.browser, "CUT-1")
    async with charger_at(two_relays.charger, "CUT-1") as old:
        await page.answers()
        await old.boot()
        async with charger_at(two_relays.browser, "CUT-1") as new:
            await old.connection.wait_closed()
            assert old.connection.close_code == 4409
            await expect(page.frames.get_by_text("A new connection took this identity over")).to_be_visible()
            assert (await new.boot()).status == "Accepted"
            await new.heartbeat()
            await page.answers()
            await page.shows([*old.said, *new.said])
            assert new.connection.state is State.OPEN


async def test_a_charger_cut_without_a_goodbye_comes_back_on_another_process(two_relays: Pair, tabs: Tabs) -> None:
    page = await tabs.session(two_relays.browser, "CUT-2")
    async with charger_at(two_relays.charger, "CUT-2") as old:
        await page.answers()
        await old.boot()
        old.connection.transport.abort()
        async with charger_at(two_relays.browser, "CUT-2") as new:
            assert (await new.boot()).status == "Accepted"
            # Whichever of the two the relay hears of first.
            noticed = re.compile("The connection broke without a goodbye|A new connection took this identity over")
            await expect(page.frames.get_by_text(noticed).first).to_be_visible()
            await expect(page.strip.get_by_text("Online")).to_be_visible()
            await new.heartbeat()
            await page.shows([*old.said, *new.said])
            assert new.connection.state is State.OPEN
