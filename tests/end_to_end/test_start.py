"""The start page: from an address to type into a charger to its session."""

from __future__ import annotations

import httpx
import pytest
import websockets
from playwright.async_api import expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import RelayProcess, StartRelay
from tests.end_to_end.session_page import SessionPage, write
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_addresses_follow_the_page_and_the_name(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.open(one_relay.page.replace("127.0.0.1", "localhost"), permissions=["clipboard-read"])
    whole, secure = (page.get_by_role("button", name=f"Copy {scheme} address") for scheme in ("ws", "wss"))
    field = page.get_by_role("textbox", name="Charge point identity")
    await expect(field).to_be_focused()
    await page.keyboard.type("BER-GARAGE-01")
    await expect(page.get_by_text(f"ws://localhost:{one_relay.port}/ocpp/BER-GARAGE-01", exact=True)).to_be_visible()
    await expect(page.get_by_text(f"wss://localhost:{one_relay.port}/ocpp/BER-GARAGE-01", exact=True)).to_be_visible()

    await whole.click()
    await expect(page.get_by_role("status").filter(has_text="Copied")).to_be_attached()
    await expect(whole).to_have_text("Copied")
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied == f"ws://localhost:{one_relay.port}/ocpp/BER-GARAGE-01"
    await expect(whole).to_have_text("Copy")

    await secure.click()
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied == f"wss://localhost:{one_relay.port}/ocpp/BER-GARAGE-01"

    await page.get_by_role("button", name="More ways to copy the ws address").click()
    await page.get_by_role("menuitem", name="Copy without identity").click()
    await expect(whole).to_have_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == f"ws://localhost:{one_relay.port}/ocpp"


@pytest.mark.both_browsers
async def test_the_copied_address_works(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.open(one_relay.page, permissions=["clipboard-read"])
    field = page.get_by_role("textbox", name="Charge point identity")
    await expect(field).to_be_focused()
    await write(field, "ÄÖ 1/2")
    await expect(field).to_have_value("ÄÖ 1/2")
    await page.get_by_role("button", name="Copy ws address").click()
    await expect(page.get_by_role("button", name="Copy ws address")).to_have_text("Copied")
    address = await page.evaluate("navigator.clipboard.readText()")
    async with websockets.connect(address, subprotocols=[websockets.Subprotocol("ocpp1.6")], proxy=None):
        connected = page.get_by_role("region", name="Connected now")
        await expect(connected.get_by_role("link", name="ÄÖ 1/2")).to_be_visible()


async def test_a_name_is_opened_with_enter_and_waits_for_its_charger(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.open(one_relay.page)
    await expect(page.get_by_role("textbox", name="Charge point identity")).to_be_focused()
    await page.keyboard.type("LAB-2X")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(f"{one_relay.page}#/cp/LAB-2X")
    await expect(page.get_by_role("heading", name="Waiting for LAB-2X to connect")).to_be_visible()
    await expect(page).to_have_title("LAB-2X – ocpp-relay")
    async with charger_at(one_relay, "LAB-2X") as charger:
        await SessionPage(page, "LAB-2X").answers()
        assert (await charger.boot()).status == "Accepted"


@pytest.mark.both_browsers
async def test_who_is_connected_is_one_click_away(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.open(one_relay.page)
    connected = page.get_by_role("region", name="Connected now")
    async with charger_at(one_relay, "LOBBY-1") as charger:
        row = connected.get_by_role("row").filter(has_text="LOBBY-1")
        await expect(row).to_contain_text("nobody")
        await row.get_by_role("link").click()
        await SessionPage(page, "LOBBY-1").answers()
        await charger.boot()
        await page.get_by_role("link", name="Chargers").click()
        await expect(row).to_contain_text("this tab", timeout=15_000)
        await expect(row).to_contain_text("Voltaire V2 Duo 22")
    await expect(row).to_contain_text("left")


@pytest.mark.both_browsers
async def test_who_was_turned_away_is_told_with_advice(start_relay: StartRelay, tabs: Tabs) -> None:
    relay = start_relay()
    page = await tabs.open(relay.page)
    away = page.get_by_role("region", name="Turned away")
    await expect(away.get_by_text("Nobody was turned away.")).to_be_visible()

    async with httpx.AsyncClient() as soap:
        await soap.post(f"{relay.page}ocpp/LAB-2X", content="<soap:Envelope/>")
    await expect(away.get_by_role("heading", name="It speaks SOAP, not JSON")).to_be_visible()
    await expect(away.get_by_text("Choose “OCPP-J” or “JSON” in its settings.")).to_be_visible()

    async with websockets.connect(
        f"{relay.ws}/ocpp/OLD-1", subprotocols=[websockets.Subprotocol("ocpp1.4")], proxy=None
    ) as charger:
        await charger.wait_closed()
    await expect(away.get_by_text("It offered ocpp1.4. Choose 1.6, 2.0.1 or 2.1.")).to_be_visible()

    with pytest.raises(websockets.InvalidStatus):
        await websockets.connect(f"{relay.ws}/ocpp/", subprotocols=[websockets.Subprotocol("ocpp1.6")], proxy=None)
    await expect(away.get_by_text("The charger called without a name. Add one: /ocpp/CP1.")).to_be_visible()

    await page.get_by_role("textbox", name="Charge point identity").press_sequentially("LAB-2X")
    await page.keyboard.press("Enter")
    waiting = page.get_by_role("region", name="Log", exact=True)
    await expect(waiting.get_by_role("heading", name="LAB-2X knocked")).to_contain_text("and was turned away")
    await expect(waiting.get_by_text("The charger sent an HTTP POST")).to_be_visible()
    await expect(waiting.get_by_text("ocpp1.4")).to_be_hidden()

    await waiting.get_by_role("link", name="Why does it not connect?").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Why does it not connect?")
    await page.get_by_role("button", name="Try the address from here").click()
    await expect(page.get_by_text("It works from this computer.")).to_be_visible()


@pytest.mark.both_browsers
async def test_a_small_window_scrolls_to_the_end(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.open(one_relay.page, viewport={"width": 390, "height": 500})
    foot = page.get_by_text("Nothing is stored on the relay.")
    await expect(foot).not_to_be_in_viewport()
    await page.get_by_role("heading", level=1).hover()
    await page.mouse.wheel(0, 5000)
    await expect(foot).to_be_in_viewport()
    assert await page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
