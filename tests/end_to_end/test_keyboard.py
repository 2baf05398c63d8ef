"""Everything without a mouse."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Locator, Page, expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SessionPage
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

MOST_STOPS = 60
SETTLE_SECONDS = 0.05


async def tab_to(page: Page, wanted: Locator, *, back: bool = False) -> None:
    """Press Tab until the focus is there."""
    for _ in range(MOST_STOPS):
        if await wanted.evaluate("element => element === document.activeElement"):
            return
        await page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"not reached with {MOST_STOPS} times Tab: {wanted}")


@pytest.mark.both_browsers
async def test_from_the_start_page_to_a_frame_and_a_reset_without_a_mouse(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.open(one_relay.page)
    keyboard = page.keyboard
    async with charger_at(one_relay, "KEYS-1") as charger:
        await expect(page.get_by_role("textbox", name="Charge point identity")).to_be_focused()
        await keyboard.type("KEYS-1")
        await keyboard.press("Enter")
        await expect(page.get_by_role("heading", level=1, name="KEYS-1")).to_be_focused()
        session = SessionPage(page, "KEYS-1")
        await session.answers()
        await charger.boot()
        await charger.heartbeat()
        await page.reload()
        await session.answers()

        skip = page.get_by_role("link", name="Skip to the log")
        await keyboard.press("Tab")
        await expect(skip).to_be_focused()
        await keyboard.press("Enter")
        await keyboard.press("Tab")
        last = session.frames.get_by_role("row").last
        await expect(last).to_be_focused()
        boot = session.frames.get_by_role("row", name="call BootNotification")
        await expect(boot).to_be_visible()
        await keyboard.press("Home")
        await expect(session.frames.locator('[aria-rowindex="2"]')).to_be_focused()
        for _ in range(MOST_STOPS):
            if await boot.evaluate("row => row === document.activeElement"):
                break
            await keyboard.press("ArrowDown")
            await asyncio.sleep(SETTLE_SECONDS)
        await keyboard.press("Enter")
        detail = page.get_by_role("region", name="Frame", exact=True)
        await expect(detail.get_by_text("Voltaire")).to_be_visible()
        await keyboard.press("ArrowDown")
        await keyboard.press("ArrowDown")
        await expect(detail.get_by_role("heading", name="Heartbeat")).to_be_visible()
        await keyboard.press("Escape")
        await expect(detail).to_be_hidden()
        await expect(session.frames.get_by_role("row", name="call Heartbeat")).to_be_focused()

        await keyboard.press("c")
        await expect(session.box).to_be_focused()
        await keyboard.type("reset")
        await keyboard.press("Enter")
        await expect(session.commands.get_by_role("radio", name="Soft")).to_be_focused()
        await keyboard.press("Control+Enter")
        await expect(session.commands.get_by_role("listitem").filter(has_text="Accepted")).to_have_count(1)

        await tab_to(page, session.box, back=True)
        await keyboard.type("reset")
        await keyboard.press("Enter")
        await expect(session.commands.get_by_role("radio", name="Soft")).to_be_focused()
        await tab_to(page, session.button("Send"))
        await keyboard.press("Enter")
        await expect(session.commands.get_by_role("listitem").filter(has_text="Accepted")).to_have_count(2)
        await expect(session.button("Send")).to_be_focused()
        assert charger.resets == ["Soft", "Soft"]


@pytest.mark.both_browsers
async def test_each_view_has_a_key_and_a_stop(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "KEYS-2")
    for key, view in zip("2341", ("Charge point", "Answers", "Commands", "Log"), strict=True):
        await session.page.keyboard.press(key)
        await expect(session.strip.get_by_role("link", name=view, exact=True)).to_have_attribute("aria-current", "page")
    await tab_to(session.page, session.strip.get_by_role("link", name="Answers"))
    await session.page.keyboard.press("Enter")
    await expect(session.strip.get_by_role("link", name="Answers")).to_have_attribute("aria-current", "page")
