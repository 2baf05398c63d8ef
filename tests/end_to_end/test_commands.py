"""Sending commands: what is wrong does not leave as a call, what is meant as raw text leaves as it stands."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_wrong_json_is_refused_before_it_leaves(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.session(one_relay, "WRONG-1")
    async with charger_at(one_relay, "WRONG-1") as charger:
        await page.answers()
        await charger.boot()
        draft = await page.prepare("Reset", '{\n  "type": "Soft"\n  "x": 1\n}')
        await expect(draft.get_by_text("is missing here")).to_contain_text("Line 2: ")
        await expect(draft.get_by_role("button", name="Send as raw text")).to_be_visible()
        await draft.get_by_role("textbox", name="JSON").press("Control+Enter")

        await draft.get_by_role("textbox", name="JSON").fill('{"type": "Hard"}')
        await draft.get_by_role("textbox", name="JSON").press("Control+Enter")
        await expect(page.commands.get_by_role("listitem")).to_contain_text("Accepted")
        assert charger.resets == ["Hard"]
        await charger.heartbeat()
        await page.shows(charger.said)


async def test_commands_go_out_one_after_the_other(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.session(one_relay, "QUEUE-1")
    async with charger_at(one_relay, "QUEUE-1") as charger:
        await page.answers()
        await charger.boot()
        for kind in ("Soft", "Hard", "Soft"):
            await page.send("Reset", f'{{"type": "{kind}"}}')
        await expect(page.commands.get_by_role("listitem").filter(has_text="Accepted")).to_have_count(3)
        assert charger.resets == ["Soft", "Hard", "Soft"]


async def test_a_command_to_an_absent_charger_waits_for_it(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.session(one_relay, "ABSENT-1")
    draft = await page.prepare("Reset")
    await expect(draft.get_by_text("ABSENT-1 is not connected.")).to_be_visible()
    await expect(draft.get_by_role("button", name="Send", exact=True)).to_be_disabled()
    async with charger_at(one_relay, "ABSENT-1") as charger:
        await page.answers()
        await charger.boot()
        await draft.get_by_role("button", name="Send", exact=True).click()
        await expect(page.commands.get_by_role("listitem")).to_contain_text("Accepted")
        assert charger.resets == ["Soft"]
