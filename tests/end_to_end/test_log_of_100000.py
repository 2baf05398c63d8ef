"""Any frame is found in seconds among 100,000, however long ago it was."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.end_to_end.recorded_log import record
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SessionPage, write
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

FRAMES = 100_000
THIN = "\N{THIN SPACE}"
FOUND_MS = 8_000
FILLED_MS = 30_000


@pytest.mark.both_browsers
async def test_any_frame_is_found_among_100000(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.open(one_relay.page)
    await expect(page.get_by_role("textbox", name="Charge point identity")).to_be_visible()
    await record(page, "LONG-1", FRAMES)
    await page.goto(f"{one_relay.page}#/cp/LONG-1")
    log = SessionPage(page, "LONG-1")
    await expect(log.log.get_by_text(f"100{THIN}000 frames")).to_be_visible(timeout=FILLED_MS)
    search = log.log.get_by_role("textbox", name="Search text or path")
    rows = log.frames.get_by_role("row")

    await write(search, "TAG-37001")  # in an Authorize and in the StartTransaction after it
    await expect(log.log.get_by_text(f"showing 2 of 100{THIN}000")).to_be_visible(timeout=FOUND_MS)
    await expect(rows.filter(has_text="Tag TAG-37001")).to_be_visible()

    await write(search, "$.transactionId = 12002")
    await expect(log.log.get_by_text(f"showing 1 of 100{THIN}000")).to_be_visible(timeout=FOUND_MS)
    await rows.filter(has_text="Transaction 12002").click()
    await page.keyboard.press("p")
    await expect(log.log.get_by_role("button", name="1 pinned")).to_be_visible()
    await page.keyboard.press("n")
    await page.keyboard.type("the one")
    await page.keyboard.press("Escape")

    await log.log.get_by_role("button", name="Clear", exact=True).click()
    await rows.last.focus()
    await page.keyboard.press("Home")
    await expect(rows.filter(has_text="Voltaire V2")).to_be_visible()
    await page.keyboard.press("End")
    await expect(log.log.get_by_text("Following")).to_be_visible()

    # The link alone leads there in another tab, and what was put on the frame is still there.
    other = await tabs.beside(page.context, f"{one_relay.page}#/cp/LONG-1?frame=recorded.24006")
    detail = other.get_by_role("region", name="Frame", exact=True)
    await expect(detail.get_by_text("#24006")).to_be_visible(timeout=FILLED_MS)
    await expect(detail.get_by_role("textbox", name="Your note")).to_have_value("the one")
    there = other.get_by_role("row", name="answer StartTransaction u12002")
    await expect(there).to_be_visible()
    await expect(there).to_have_attribute("aria-selected", "true")
