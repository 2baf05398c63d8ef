"""A charging day: the browser's tab is the central system of a real charge point."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import Pair
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.both_browsers
async def test_a_tab_answers_a_whole_charging_day(pair: Pair, tabs: Tabs) -> None:
    page = await tabs.session(pair.browser, "DAY-1")
    await expect(page.log.get_by_role("heading", name="Waiting for DAY-1 to connect")).to_be_visible()

    async with charger_at(pair.charger, "DAY-1") as charger:
        await page.answers()
        await expect(page.strip.get_by_text("Online")).to_be_visible()

        boot = await charger.boot()
        assert (boot.status, boot.interval) == ("Accepted", 60)
        assert boot.current_time.endswith("Z")
        assert (await charger.heartbeat()).current_time.endswith("Z")
        await charger.status("Available")
        assert (await charger.authorize("04A1B2C3D4")).id_tag_info["status"] == "Accepted"
        await charger.status("Preparing")
        begun = await charger.start_transaction("04A1B2C3D4", 18_204)
        assert type(begun.transaction_id) is int
        assert begun.id_tag_info["status"] == "Accepted"
        await charger.status("Charging")
        for watt_hours in (18_210, 18_260, 18_310):
            await charger.meter_values(begun.transaction_id, watt_hours)
        await charger.stop_transaction(begun.transaction_id, 28_674)
        await charger.status("Available")
        again = await charger.start_transaction("04A1B2C3D4", 28_674)
        assert again.transaction_id > begun.transaction_id
        await charger.stop_transaction(again.transaction_id, 28_674)

        await page.send("Reset")
        await expect(page.commands.get_by_role("listitem").filter(has_text="Reset")).to_contain_text("Accepted")
        assert charger.resets == ["Soft"]

        await page.shows(charger.said)
        await expect(page.frames.get_by_role("row", name="Connector 1: started by 04A1B2C3D4").first).to_be_visible()
        await expect(page.strip.get_by_text("Voltaire")).to_be_visible()
        await expect(page.strip.get_by_text("1.6", exact=False).first).to_be_visible()

    await expect(page.strip.get_by_text("Left")).to_be_visible()
    await expect(page.frames.get_by_text("The charger closed the connection")).to_be_visible()
