"""Other people's OCPP libraries, on either side, work as if they had dialled each other."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import websockets
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call, call_result
from playwright.async_api import expect

from tests.end_to_end.charger import charger_at, now
from tests.end_to_end.relay_process import Pair, RelayProcess
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

OCPP_RPC = Path(__file__).parent / "ocpp_rpc"
STEP_SECONDS = 15


class NodeCharger:
    """The charge point of ``ocpp_rpc/charger.mjs``: a process of Node."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    @contextlib.asynccontextmanager
    async def started(cls, relay: RelayProcess, identity: str) -> AsyncIterator[NodeCharger]:
        node = shutil.which("node")
        assert node, "Node is not in PATH; scripts/test puts it there"
        assert (OCPP_RPC / "node_modules").exists(), "ocpp-rpc is not installed; scripts/test installs it"
        program = str(OCPP_RPC / "charger.mjs")
        process = await asyncio.create_subprocess_exec(node, program, f"{relay.ws}/ocpp", identity, stdout=PIPE)
        try:
            yield cls(process)
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.communicate()

    async def step(self, name: str) -> dict[str, Any]:
        """What the next step brought."""
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), STEP_SECONDS)
        told = json.loads(line)
        assert told["step"] == name
        what: dict[str, Any] = told["what"]
        return what


class Backend(ChargePoint):  # type: ignore[misc]  # ocpp ships no types
    """A central system as PyPI ``ocpp`` builds them."""

    @on("BootNotification")  # type: ignore[untyped-decorator]  # ocpp ships no types
    def boot(self, **_: Any) -> Any:
        return call_result.BootNotification(current_time=now(), interval=77, status="Accepted")

    @on("Heartbeat")  # type: ignore[untyped-decorator]  # ocpp ships no types
    def heartbeat(self) -> Any:
        return call_result.Heartbeat(current_time=now())


@contextlib.asynccontextmanager
async def backend_at(relay: RelayProcess, identity: str) -> AsyncIterator[Backend]:
    """Dials the relay as if it were the charge point, in the plain dialect."""
    subprotocols = [websockets.Subprotocol("ocpp1.6")]
    async with websockets.connect(f"{relay.ws}/cs/{identity}", subprotocols=subprotocols, proxy=None) as connection:
        assert connection.subprotocol == "ocpp1.6"
        backend = Backend(identity, connection)
        listening = asyncio.create_task(backend.start())
        try:
            yield backend
        finally:
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await listening


async def test_a_tab_is_the_central_system_of_ocpp_rpc(pair: Pair, tabs: Tabs) -> None:
    page = await tabs.session(pair.browser, "RPC-1")
    async with NodeCharger.started(pair.charger, "RPC-1") as charger:
        boot = await charger.step("boot")
        assert (boot["status"], boot["interval"]) == ("Accepted", 60)
        await charger.step("heartbeat")
        await charger.step("heartbeat")

        for malformed in ("Binary, 4 bytes", "Not JSON", "JSON, but not an OCPP frame"):
            row = page.frames.get_by_role("row", name=f"From charge point: malformed: {malformed}")
            await expect(row).to_be_visible()
        await expect(page.log.get_by_role("button", name="3 malformed")).to_be_visible()

        await page.answers()
        await page.send("Reset", '{"type": "Soft"}')
        assert await charger.step("reset") == {"type": "Soft"}
        await expect(page.commands.get_by_role("listitem")).to_contain_text("Accepted")
        assert (await charger.step("close"))["code"] == 1000
    await expect(page.strip.get_by_text("Left")).to_be_visible()


async def test_a_central_system_that_knows_no_relay_serves_ocpp_rpc(pair: Pair) -> None:
    async with (
        backend_at(pair.browser, "PLAIN-1") as backend,
        NodeCharger.started(pair.charger, "PLAIN-1") as charger,
    ):
        assert (await charger.step("boot"))["interval"] == 77
        await charger.step("heartbeat")
        await charger.step("heartbeat")
        assert (await backend.call(call.Reset(type="Hard"))).status == "Accepted"
        assert await charger.step("reset") == {"type": "Hard"}


async def test_a_tab_watches_a_central_system_that_knows_no_relay(pair: Pair, tabs: Tabs) -> None:
    async with backend_at(pair.charger, "PLAIN-2") as backend, charger_at(pair.charger, "PLAIN-2") as charger:
        page = await tabs.session(pair.browser, "PLAIN-2")
        await expect(page.banner("You are watching.")).to_be_visible()
        assert (await charger.boot()).interval == 77
        assert (await backend.call(call.Reset(type="Soft"))).status == "Accepted"
        await charger.heartbeat()
        await page.shows(charger.said)

        await page.button("Take over").click()
        await page.answers()
        assert (await charger.boot()).interval == 60
        await page.shows(charger.said)
