"""The large form of Commands: found by keyboard, filled from presets, sent, and what became of it beside it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import websockets
from ocpp.routing import on
from ocpp.v16 import call_result as result16
from ocpp.v201 import ChargePoint as ChargePoint201
from ocpp.v201 import call as call201
from ocpp.v201 import call_result as result201
from playwright.async_api import Locator, expect

from tests.end_to_end.charger import Charger, Recorded, charger_at
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SECONDS, SessionPage, write
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def large(tabs: Tabs, relay: RelayProcess, identity: str, item: str | None = None) -> SessionPage:
    page = await tabs.open(f"{relay.page}#/cp/{identity}/commands{'' if item is None else f'/{item}'}")
    return SessionPage(page, identity)


def rows(page: SessionPage) -> Locator:
    return page.commands.get_by_role("table", name="Sent and queued").locator("tbody tr")


async def find(page: SessionPage, typed: str) -> None:
    """The keys of somebody who has no mouse."""
    box = page.page.get_by_role("textbox", name="Find a command")
    await expect(box).to_be_visible()
    await page.page.keyboard.press("c")
    await expect(box).to_be_focused()
    await page.page.keyboard.type(typed)
    await page.page.keyboard.press("Enter")


@pytest.mark.both_browsers
async def test_a_preset_is_sent_without_a_mouse_and_its_answer_stands_beside_it(
    one_relay: RelayProcess, tabs: Tabs
) -> None:
    page = await large(tabs, one_relay, "LARGE-16")
    async with charger_at(one_relay, "LARGE-16") as charger:
        await page.answers()
        await charger.boot()
        keyboard = page.page.keyboard
        await find(page, "reset")
        await expect(page.commands.get_by_role("radio", name="Soft")).to_be_focused()
        await page.commands.get_by_role("combobox", name="Start from a preset").focus()
        await keyboard.press("ArrowDown")
        hard = page.page.get_by_role("option", name="Hard")
        await expect(hard).to_be_visible()
        await keyboard.press("Home")
        await expect(hard).to_have_attribute("data-combobox-selected", "true")
        await keyboard.press("Enter")
        await expect(page.commands.get_by_role("radio", name="Hard")).to_be_checked()
        await expect(page.commands.get_by_role("radio", name="Hard")).to_be_focused()
        await expect(page.commands.get_by_text("as if its power had failed")).to_be_visible()
        await keyboard.press("Control+Enter")
        await expect(rows(page)).to_contain_text(["Accepted in"])
        assert charger.resets == ["Hard"]

        await page.page.reload()
        await page.answers()
        await expect(rows(page)).to_contain_text(["Accepted in"])
        await rows(page).first.focus()
        await keyboard.press("r")
        await expect(page.commands.get_by_role("radio", name="Hard")).to_be_checked()
        assert charger.resets == ["Hard"]


class Charger201(ChargePoint201):  # type: ignore[misc]  # ocpp ships no types
    """Boots when told to, and answers two calls."""

    triggered: list[str]

    @on("TriggerMessage")  # type: ignore[untyped-decorator]
    def trigger(self, requested_message: str, **_: Any) -> Any:
        self.triggered.append(requested_message)
        return result201.TriggerMessage(status="Accepted")

    async def boot(self) -> Any:
        return await self.call(
            call201.BootNotification(
                charging_station={"model": "HPC-150", "vendor_name": "Northgrid"}, reason="PowerUp"
            )
        )


async def test_a_charger_of_2_0_1_is_held_back_until_it_has_booted(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await large(tabs, one_relay, "LARGE-201", "TriggerMessage")
    draft = page.commands.get_by_role("group", name="TriggerMessage")
    await expect(draft.get_by_text("LARGE-201 is not connected. You can prepare commands.")).to_be_visible()
    dialling = websockets.connect(
        f"{one_relay.ws}/ocpp/LARGE-201", subprotocols=[websockets.Subprotocol("ocpp2.0.1")], proxy=None
    )
    async with dialling as connection:
        charger = Charger201("LARGE-201", Recorded(connection), response_timeout=SECONDS)
        charger.triggered = []
        listening = asyncio.create_task(charger.start())
        held = "Held back until BootNotification is accepted. Some chargers restart if asked earlier."
        await expect(draft.get_by_text(held)).to_be_visible()
        await draft.get_by_role("button", name="Send", exact=True).click()
        await expect(rows(page)).to_contain_text(["held back until it has booted"])
        assert charger.triggered == []
        await draft.get_by_role("button", name="Send anyway").click()
        await expect(rows(page).filter(has_text="Accepted")).to_have_count(1)
        assert charger.triggered == ["StatusNotification"]

        await charger.boot()
        await expect(rows(page).filter(has_text="Accepted")).to_have_count(2)
        assert charger.triggered == ["StatusNotification", "StatusNotification"]
        listening.cancel()


class Slow(Charger):
    """Counts what it is asked, and is slow about its local list."""

    cleared = 0

    @on("ClearCache")  # type: ignore[untyped-decorator]
    def clear(self) -> Any:
        self.cleared += 1
        return result16.ClearCache(status="Accepted")

    @on("GetLocalListVersion")  # type: ignore[untyped-decorator]
    async def version(self) -> Any:
        await asyncio.sleep(1.6)
        return result16.GetLocalListVersion(list_version=7)


async def slow_charger(relay: RelayProcess, identity: str) -> tuple[Slow, asyncio.Task[None]]:
    connection = await websockets.connect(
        f"{relay.ws}/ocpp/{identity}", subprotocols=[websockets.Subprotocol("ocpp1.6")], proxy=None
    )
    charger = Slow(identity, connection)
    return charger, asyncio.create_task(charger.start())


async def test_three_times_is_three_times_and_late_is_late(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await large(tabs, one_relay, "LARGE-N", "ClearCache")
    charger, listening = await slow_charger(one_relay, "LARGE-N")
    await page.answers()
    await charger.boot()
    draft = page.commands.get_by_role("group", name="ClearCache")
    await draft.get_by_role("button", name="How often: Once").click()
    await write(page.page.get_by_role("textbox", name="Times"), "3")
    await write(page.page.get_by_role("textbox", name="Every, in seconds"), "0.3")
    await page.page.keyboard.press("Escape")
    await draft.get_by_role("button", name="Send", exact=True).click()
    await expect(draft.get_by_text("all 3 are on their way")).to_be_visible()
    await expect(rows(page).filter(has_text="Accepted in")).to_have_count(3)

    await find(page, "getlocal")
    draft = page.commands.get_by_role("group", name="GetLocalListVersion")
    await draft.get_by_role("button", name="Time-out 30 s").click()
    await write(page.page.get_by_role("textbox", name="Time-out in seconds"), "1")
    await page.page.keyboard.press("Escape")
    await draft.get_by_role("button", name="Send", exact=True).click()
    await expect(rows(page).first).to_contain_text("waiting")
    await expect(rows(page).first).to_contain_text("no answer in 1 s")
    await expect(rows(page).first).to_contain_text("late: ")
    assert charger.cleared == 3
    listening.cancel()
    await charger.connection.close()


@pytest.mark.both_browsers
async def test_a_broken_frame_leaves_byte_for_byte(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await large(tabs, one_relay, "LARGE-RAW", "raw")
    async with websockets.connect(
        f"{one_relay.ws}/ocpp/LARGE-RAW", subprotocols=[websockets.Subprotocol("ocpp1.6")], proxy=None
    ) as charger:
        await page.answers()
        text = '[2, "mine",\n  "Reset", {"type": "Ha'
        await write(page.page.get_by_role("textbox", name="Text", exact=True), text)
        await expect(page.commands.get_by_text("Not JSON. It will be sent as it stands.")).to_be_visible()
        await page.button("Send raw").click()
        assert await asyncio.wait_for(charger.recv(), SECONDS) == text
        await expect(rows(page)).to_contain_text(["Raw frame"])
