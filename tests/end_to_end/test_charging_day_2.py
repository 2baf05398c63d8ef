"""A charging day of OCPP 2.0.1 and of 2.1: the browser's tab is the central system of the emulator."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.end_to_end.emulator import emulating
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SessionPage
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

FAST = ("--speed", "20", "--meter-seconds", "1")
EVENT = r"call TransactionEvent \S+: EVSE 1\.1: [0-9a-f]{8}…"


async def comes(page: SessionPage, words: str) -> None:
    """The log follows, so what came last is seen."""
    row = page.frames.get_by_role("row", name=re.compile(f"From charge point: {words}"))
    await expect(row.first).to_be_attached()


async def said_by_the_charger(page: SessionPage) -> str:
    """The whole log, line by line, once nothing comes any more."""
    names = [row.name for row in await page.rows() if row.name]
    assert not [name for name in names if re.search("; (error|malformed)", name)]
    return "\n".join(name.removeprefix("From charge point: ") for name in names)


def in_order(log: str, *lines: str) -> None:
    assert re.search(r"[\s\S]*\n".join(lines), log), log


@pytest.mark.both_browsers
async def test_a_tab_answers_a_charging_day_of_2_0_1(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.session(one_relay, "DAY-201")
    with emulating(one_relay, "DAY-201", "--version", "2.0.1", *FAST):
        await page.answers()
        await expect(page.strip.get_by_text("OCPP 2.0.1")).to_be_visible()
        await expect(page.strip.get_by_text("ocpp-relay Emulator")).to_be_visible()
        await comes(page, f"{EVENT} Charging")
        await page.send("GetBaseReport", '{"requestId": 17, "reportBase": "FullInventory"}')
        await expect(page.commands.get_by_role("listitem").filter(has_text="GetBaseReport")).to_contain_text("Accepted")
        await comes(page, f"{EVENT} ended")
    await expect(page.strip.get_by_text("Left")).to_be_visible()
    log = await said_by_the_charger(page)
    in_order(
        log,
        r"call BootNotification \S+: ocpp-relay Emulator, 1\.0\.0, PowerUp; answered",
        r"call StatusNotification \S+: EVSE 1\.1: Occupied",
        f"{EVENT} started, CablePluggedIn; answered",
        r"call Authorize \S+: Token 04A1B2C3D4E5F6, ISO14443; answered",
        f"{EVENT} EVConnected, Authorized, token 04A1B2C3D4E5F6; answered",
        rf"{EVENT} Charging, [\d.]+\skW, [\d.\s]+kWh, \d+\s% SoC, ",
        rf"{EVENT} ended, Local, [\d.\s]+kWh",
    )
    in_order(
        log,
        r"call NotifyReport \S+: Report 17, part 0, 20 variables, more to come",
        r"call NotifyReport \S+: Report 17, part 4, \d+ variables; answered",
    )


async def test_what_is_sent_in_2_1_needs_no_answer(one_relay: RelayProcess, tabs: Tabs) -> None:
    page = await tabs.session(one_relay, "DAY-21")
    with emulating(one_relay, "DAY-21", "--version", "2.1", *FAST):
        await page.answers()
        await expect(page.strip.get_by_text("OCPP 2.1")).to_be_visible()
        await comes(page, "send NotifyPeriodicEventStream")
    await expect(page.strip.get_by_text("Left")).to_be_visible()
    in_order(
        await said_by_the_charger(page),
        r"call OpenPeriodicEventStream \S+: Stream 1, every 1\ss; answered",
        f"{EVENT} started, CablePluggedIn; answered",
        r"send NotifyPeriodicEventStream \S+: Stream 1, 1 value; needs no answer",
    )
