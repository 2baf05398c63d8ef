"""The charger at a glance, from a real charge point's frames: cards, chart, transactions, configuration."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import websockets
from ocpp.routing import on
from ocpp.v16 import call_result as result16
from ocpp.v201 import ChargePoint as ChargePoint201
from ocpp.v201 import call, call_result
from playwright.async_api import Locator, Page, expect

from tests.end_to_end.charger import ANSWER_SECONDS, Charger, dial, now
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SessionPage, write
from tests.end_to_end.tabs import Tabs
from tests.end_to_end.test_accessibility import has_no_violations

pytestmark = pytest.mark.asyncio(loop_scope="session")

INK = """
(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200) colours.add(data.slice(at, at + 3).join());
  return colours.size;
}
"""


class Configured(Charger):
    """Tells its configuration, and takes some of what is set."""

    @on("GetConfiguration")  # type: ignore[untyped-decorator]  # ocpp ships no types
    def get_configuration(self, **_: Any) -> Any:
        keys = [
            {"key": "HeartbeatInterval", "readonly": False, "value": "60"},
            {"key": "NumberOfConnectors", "readonly": True, "value": "1"},
            {"key": "WebSocketPingInterval", "readonly": False, "value": "20"},
        ]
        return result16.GetConfiguration(configuration_key=keys, unknown_key=[])

    @on("ChangeConfiguration")  # type: ignore[untyped-decorator]  # ocpp ships no types
    def change_configuration(self, key: str, **_: Any) -> Any:
        return result16.ChangeConfiguration(status="Rejected" if key == "HeartbeatInterval" else "RebootRequired")


class Station(ChargePoint201):  # type: ignore[misc]  # ocpp ships no types
    """An OCPP 2.0.1 station that reports one variable in two parts, and lets it be set."""

    @on("GetBaseReport")  # type: ignore[untyped-decorator]  # ocpp ships no types
    def get_base_report(self, request_id: int, **_: Any) -> Any:
        self.asked = request_id
        return call_result.GetBaseReport(status="Accepted")

    @on("SetVariables")  # type: ignore[untyped-decorator]  # ocpp ships no types
    def set_variables(self, set_variable_data: list[dict[str, Any]]) -> Any:
        names = ("component", "variable")
        results = [{"attribute_status": "Accepted", **{name: one[name] for name in names}} for one in set_variable_data]
        return call_result.SetVariables(set_variable_result=results)

    async def report(self) -> None:
        parts = [("OCPPCommCtrlr", "HeartbeatInterval", "60"), ("AuthCtrlr", "Enabled", "true")]
        for seq_no, (component, variable, value) in enumerate(parts):
            attribute = {"value": value, "mutability": "ReadWrite"}
            data = {
                "component": {"name": component},
                "variable": {"name": variable},
                "variable_attribute": [attribute],
            }
            more = seq_no < len(parts) - 1
            notify = {"request_id": self.asked, "generated_at": now(), "seq_no": seq_no, "tbc": more}
            await self.call(call.NotifyReport(**notify, report_data=[data]))

    async def event(self, kind: str, seq_no: int, watt_hours: float, **extra: Any) -> Any:
        sampled = [
            {"value": watt_hours, "context": "Sample.Periodic", "unit_of_measure": {"unit": "Wh"}},
            {"value": 7.36, "measurand": "Power.Active.Import", "unit_of_measure": {"unit": "kW"}},
        ]
        return await self.call(
            call.TransactionEvent(
                event_type=kind,
                timestamp=now(),
                trigger_reason="MeterValuePeriodic",
                seq_no=seq_no,
                transaction_info={"transaction_id": "c9f1-22", **extra.pop("info", {})},
                meter_value=[{"timestamp": now(), "sampled_value": sampled}],
                **extra,
            )
        )


@contextlib.asynccontextmanager
async def listening(charger: Any) -> AsyncIterator[None]:
    task = asyncio.create_task(charger.start())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, websockets.ConnectionClosed):
            await task


def region(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


async def edit(table: Locator, key: str, value: str) -> Locator:
    """Set a value in its row, by keyboard."""
    row = table.get_by_role("row", name=key)
    await row.focus()
    await row.press("Enter")
    field = table.get_by_role("textbox", name=f"Value of {key}")
    await write(field, value)
    await field.press("Enter")
    return row


@pytest.mark.both_browsers
async def test_a_charger_of_1_6_at_a_glance(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "GLANCE-16")
    page = session.page
    async with dial(one_relay, "GLANCE-16") as connection:
        charger = Configured("GLANCE-16", connection)
        async with listening(charger):
            await session.answers()
            await charger.boot()
            begun = await charger.start_transaction("04A1B2C3D4", 18_204)
            await charger.status("Charging")
            await charger.meter_values(begun.transaction_id, 18_267)
            await page.keyboard.press("2")

            card = page.get_by_role("article", name="Connector 1")
            await expect(card).to_contain_text("Charging")
            await expect(card).to_contain_text(f"Transaction {begun.transaction_id}")
            await expect(card).to_contain_text("Tag 04A1B2C3D4")
            await expect(card).to_contain_text("7.36 kW")
            await expect(card).to_contain_text("0.063 kWh")
            await card.get_by_role("link", name="7.36").hover()
            await expect(page.get_by_text("from MeterValues")).to_be_visible()

            chart = region(page, "Meter values")
            await expect(chart.get_by_role("application")).to_be_visible()
            await expect(chart.locator("canvas")).to_be_visible()
            assert await chart.locator("canvas").evaluate(INK) > 5, "nothing is drawn"
            await chart.get_by_role("button", name="Show as table").click()
            await expect(chart.get_by_role("row")).to_have_count(2)
            await expect(chart.get_by_role("row").last).to_contain_text("7.36")

            await configuration_is_read_and_set(page)
            await has_no_violations(page, "the charger at a glance")

            await charger.stop_transaction(begun.transaction_id, 28_674)
            await charger.status("Available")
            await expect(card).to_contain_text(f"Last: transaction {begun.transaction_id}, 10.47")
            await card.get_by_role("button", name="Remote start").click()
            draft = session.commands.get_by_role("group", name="RemoteStartTransaction")
            await expect(draft).to_be_visible()
            assert not [one for one in charger.said if "RemoteStart" in one.text], "only filled, not sent"

            await page.keyboard.press("2")
            row = region(page, "Transactions").get_by_role("row", name=str(begun.transaction_id))
            await expect(row).to_contain_text("EVDisconnected")
            await expect(row).to_contain_text("10.47")
            await row.click()
            await only_frames_of(session, ["StartTransaction", "MeterValues", "StopTransaction"])


async def configuration_is_read_and_set(page: Page) -> None:
    table = region(page, "Configuration")
    await expect(table).to_contain_text("Not read yet. Some chargers restart when asked for everything")
    await table.get_by_role("button", name="Read everything").click()
    await expect(table).to_contain_text("3 keys")
    await expect(table.get_by_role("row", name="NumberOfConnectors").get_by_label("read-only")).to_be_visible()
    refused = await edit(table, "HeartbeatInterval", "300")
    await expect(refused).to_contain_text("Rejected")
    await expect(refused).to_contain_text("60")
    await expect(refused).to_be_focused()
    later = await edit(table, "WebSocketPingInterval", "45")
    await expect(later).to_contain_text("45")
    await expect(later).to_contain_text("after restart")


async def only_frames_of(session: SessionPage, actions: list[str]) -> None:
    await expect(session.page).to_have_url(re.compile("tx="))
    await expect(session.frames.get_by_role("row", name="call BootNotification")).to_have_count(0)
    for action in actions:
        await expect(session.frames.get_by_role("row", name=f"call {action}").first).to_be_visible()


@pytest.mark.both_browsers
async def test_a_station_of_2_0_1_at_a_glance(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "GLANCE-201")
    page = session.page
    await page.keyboard.press("2")
    address = f"{one_relay.ws}/ocpp/GLANCE-201"
    async with websockets.connect(
        address, subprotocols=[websockets.Subprotocol("ocpp2.0.1")], proxy=None
    ) as connection:
        station = Station("GLANCE-201", connection, response_timeout=ANSWER_SECONDS)
        async with listening(station):
            await session.answers()
            nameplate = {"model": "X", "vendor_name": "Voltaire"}
            await station.call(call.BootNotification(charging_station=nameplate, reason="PowerUp"))
            token = {"id_token": "7A31", "type": "ISO14443"}
            await station.event("Started", 0, 1000.0, evse={"id": 1, "connector_id": 1}, id_token=token)
            await station.event("Updated", 1, 1500.0)
            card = page.get_by_role("article", name="EVSE 1.1")
            await expect(card).to_contain_text("Transaction c9f1-22")
            await expect(card).to_contain_text("0.500 kWh")

            table = region(page, "Variables")
            await table.get_by_role("button", name="Read everything").click()
            while not hasattr(station, "asked"):
                await asyncio.sleep(0.02)
            await station.report()
            await expect(table).to_contain_text("2 keys")
            await expect(table.get_by_role("row", name="AuthCtrlr")).to_be_visible()
            row = await edit(table, "HeartbeatInterval", "300")
            await expect(row).to_contain_text("300")
            await expect(row).to_contain_text("Accepted")

            await station.event("Ended", 2, 2000.0, info={"stopped_reason": "DeAuthorized"})
            line = region(page, "Transactions").get_by_role("row", name="c9f1-22")
            await expect(line).to_contain_text("DeAuthorized")
            await expect(line).to_contain_text("1.00 kWh")
