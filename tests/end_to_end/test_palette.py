"""The palette: any command, charger, view or setting without a mouse."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.tabs import Tabs
from tests.end_to_end.test_accessibility import has_no_violations

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.both_browsers
async def test_a_command_and_another_charger_from_the_palette(one_relay: RelayProcess, tabs: Tabs) -> None:
    async with charger_at(one_relay, "PALETTE-1") as charger, charger_at(one_relay, "PALETTE-2"):
        session = await tabs.session(one_relay, "PALETTE-1")
        await session.answers()
        await charger.boot()
        page = session.page
        palette = page.get_by_role("combobox", name="Go to, or do")

        await page.keyboard.press("Control+k")
        await expect(palette).to_be_focused()
        await has_no_violations(page, "palette")
        await page.keyboard.type("restarts")
        await expect(page.get_by_role("option")).to_have_count(1)
        await page.keyboard.press("Enter")
        await expect(palette).to_be_hidden()
        draft = session.commands.get_by_role("group", name="Reset")
        await expect(draft).to_be_visible()
        await draft.get_by_role("button", name="Send", exact=True).click()
        await expect(session.commands.get_by_text("Accepted").first).to_be_visible()
        assert len(charger.resets) == 1

        await page.keyboard.press("Control+k")
        await page.keyboard.type("palette-2")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("PALETTE-2")

        await page.keyboard.press("Control+k")
        await page.keyboard.type("no such thing")
        await expect(page.get_by_text("Nothing fits.")).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(palette).to_be_hidden()
