"""axe finds nothing to complain about on any page, light and dark, on a desktop and on a phone."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
VIEWS = {"charge-point": "Charge point at a glance", "answers": "Answers", "commands": "Commands"}
PLACES = {
    "#/": "Connect a charger",
    "#/help/connect": "Why does it not connect?",
    "#/settings": "Settings",
    "#/cp/NOT-HERE": "NOT-HERE",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
async def test_axe_finds_no_violation(one_relay: RelayProcess, tabs: Tabs, scheme: str, size: str) -> None:
    options: dict[str, Any] = {"viewport": SIZES[size], "color_scheme": scheme, "reduced_motion": "reduce"}
    identity = f"AXE-{scheme}-{size}"
    async with httpx.AsyncClient() as soap:
        await soap.post(f"{one_relay.page}ocpp/NOT-HERE", content="<soap:Envelope/>")
    async with charger_at(one_relay, identity) as charger:
        session = await tabs.session(one_relay, identity, **options)
        page = session.page
        await session.answers()
        await charger.boot()
        begun = await charger.start_transaction("04A1B2C3D4", 18_204)
        await charger.status("Charging")
        await charger.meter_values(begun.transaction_id, 18_260)
        await charger.say("garbage")
        await expect(session.frames.get_by_role("row", name="malformed")).to_be_visible()
        await has_no_violations(page, "the log")
        await session.frames.get_by_role("row", name="call StartTransaction").click()
        await expect(page.get_by_role("region", name="Frame", exact=True)).to_be_visible()
        await has_no_violations(page, "a frame")

        for path, region in VIEWS.items():
            await page.goto(f"{one_relay.page}#/cp/{identity}/{path}")
            await expect(page.get_by_role("region", name=region, exact=True)).to_be_visible()
            if region == "Charge point at a glance":
                await expect(page.get_by_role("region", name="Facts", exact=True)).to_be_visible()
            if region == "Commands":
                await page.goto(f"{one_relay.page}#/cp/{identity}/{path}/Reset")
                await session.write(session.commands.get_by_role("group", name="Reset", exact=True), "{")
            await has_no_violations(page, path)

        other = await tabs.session(one_relay, identity, **options)
        await expect(other.banner("You are watching.")).to_be_visible()
        await has_no_violations(other.page, "watching")

        for place, heading in PLACES.items():
            await page.goto(f"{one_relay.page}{place}")
            await expect(page.get_by_role("heading", level=1)).to_have_text(heading)
            await has_no_violations(page, place)


async def has_no_violations(page: Page, where: str) -> None:
    found = await Axe().run(page)
    assert not found.violations_count, f"{where}: {found.generate_report()}"
