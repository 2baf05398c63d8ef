"""The relay goes away and comes back: the page finds it again by itself, and says what is missing."""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import StartRelay
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

BACK_MS = 20_000  # the page's longest pause between two attempts is 10 s


async def test_the_page_comes_back_after_the_relay_was_killed(start_relay: StartRelay, tabs: Tabs) -> None:
    tabs.forgive_lost_relay()
    relay = start_relay()
    page = await tabs.session(relay, "KILLED-1")
    async with charger_at(relay, "KILLED-1") as before:
        await page.answers()
        await before.boot()
        await page.shows(before.said)
        await asyncio.to_thread(relay.kill)
        await before.connection.wait_closed()
    await expect(page.bar.get_by_text(re.compile("Relay lost, (again in|trying)"))).to_be_visible()
    await expect(page.banner("This browser lost the relay.")).to_be_visible()

    await asyncio.to_thread(relay.start)
    async with charger_at(relay, "KILLED-1") as after:
        # The charger may well call before the page is back.
        assert (await after.boot()).status == "Accepted"
        await expect(page.bar.get_by_text("Relay connected")).to_be_visible(timeout=BACK_MS)
        await page.answers()
        await after.heartbeat()
        await page.shows([*before.said, *after.said])
    # What the dead process held cannot be asked for any more, and the page does not pretend otherwise.
    lines = [row.words for row in await page.rows() if row.name is None]
    assert [words for words in lines if re.search(r"What came after frame \d+ of this connection is not known", words)]
    await expect(page.log.get_by_text("Complete since")).to_be_hidden()


async def test_the_page_tries_without_end_while_the_relay_is_stopped(start_relay: StartRelay, tabs: Tabs) -> None:
    tabs.forgive_lost_relay()
    relay = start_relay()
    page = await tabs.session(relay, "STOPPED-1")
    async with charger_at(relay, "STOPPED-1") as before:
        await page.answers()
        await before.boot()
        await page.shows(before.said)
        await asyncio.to_thread(relay.stop)
        await before.connection.wait_closed()
        assert before.connection.close_code == 1012
    await expect(page.bar.get_by_text(re.compile(r"Relay lost, again in [3-9] s"))).to_be_visible(timeout=BACK_MS)
    await page.button("Now").click()
    await expect(page.bar.get_by_text(re.compile("Relay lost, (again in 1 s|trying now)"))).to_be_visible()

    await asyncio.to_thread(relay.start)
    await expect(page.bar.get_by_text("Relay connected")).to_be_visible(timeout=BACK_MS)
    await expect(page.banner("This browser lost the relay.")).to_be_hidden()
    async with charger_at(relay, "STOPPED-1") as after:
        await page.answers()
        await after.boot()
        await page.shows([*before.said, *after.said])
        assert [row for row in await page.rows() if "This browser was away for" in row.words]
