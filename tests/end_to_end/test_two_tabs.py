"""Several tabs on one charger: exactly one answers, and everybody knows who."""

from __future__ import annotations

import asyncio
import json
from collections import Counter

import pytest
from playwright.async_api import expect

from tests.end_to_end.charger import Charger, charger_at
from tests.end_to_end.relay_process import Pair
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.both_browsers
async def test_one_tab_answers_and_the_role_moves_on_request(pair: Pair, tabs: Tabs) -> None:
    first = await tabs.session(pair.browser, "TWO-1")
    async with charger_at(pair.charger, "TWO-1") as charger:
        await first.answers()
        await charger.boot()

        second = await tabs.session(pair.charger, "TWO-1")
        await expect(second.banner("You are watching.")).to_be_visible()
        await expect(second.strip.get_by_text("Watching")).to_be_visible()
        await first.answers()
        for _ in range(5):
            await charger.heartbeat()

        await second.button("Take over").click()
        await second.answers()
        await expect(first.banner("took over answering at")).to_be_visible()
        await expect(first.strip.get_by_text("Watching")).to_be_visible()
        for _ in range(5):
            await charger.heartbeat()

        await first.button("Take back").click()
        await first.answers()
        await expect(second.banner("took over answering at")).to_be_visible()
        for _ in range(5):
            await charger.heartbeat()

        await first.shows(charger.said)
        await second.shows(charger.said)
        assert_each_call_was_answered_once(charger)


async def test_when_nobody_answers_the_page_says_so_and_any_tab_can(pair: Pair, tabs: Tabs) -> None:
    first = await tabs.session(pair.browser, "TWO-2")
    async with charger_at(pair.charger, "TWO-2") as charger:
        await first.answers()
        second = await tabs.session(pair.charger, "TWO-2")
        await expect(second.banner("You are watching.")).to_be_visible()

        await first.strip.get_by_role("button", name="who answers").click()
        await first.page.get_by_role("menuitem", name="Only watch").click()
        for page in (first, second):
            await expect(page.banner("Nobody answers TWO-2.")).to_be_visible()

        call = asyncio.create_task(charger.heartbeat())
        await expect(second.frames.get_by_role("row", name="call Heartbeat")).to_be_visible()
        assert not call.done()
        await second.button("Answer from here").click()
        await call
        await second.answers()
        await expect(first.banner("You are watching.")).to_be_visible()

        await second.page.close()
        await expect(first.banner("Nobody answers TWO-2.")).to_be_visible()
        await first.button("Answer from here").click()
        await first.answers()
        await charger.heartbeat()
        await first.shows(charger.said)
        assert_each_call_was_answered_once(charger)


def assert_each_call_was_answered_once(charger: Charger) -> None:
    frames = [(one.side, *json.loads(one.text)[:2]) for one in charger.said]
    calls = [unique_id for side, kind, unique_id in frames if side == "cp" and kind == 2]
    answers = Counter(unique_id for side, kind, unique_id in frames if side == "cs" and kind in (3, 4))
    assert answers == Counter(calls)
