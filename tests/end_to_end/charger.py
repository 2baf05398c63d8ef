"""A charge point on PyPI ``ocpp``, and everything that crossed its socket."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import websockets
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call, call_result
from websockets.asyncio.client import ClientConnection

from tests.end_to_end.relay_process import RelayProcess

ANSWER_SECONDS = 20
SIDES = {"cp": "From charge point", "cs": "From central system"}
KINDS = {2: "call", 3: "answer", 4: "error"}


@dataclass(frozen=True)
class Said:
    """One frame, as the charge point sent or received it."""

    side: str
    text: str


class Recorded:
    """A connection that remembers what crossed it."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.said: list[Said] = []

    async def send(self, text: str) -> None:
        self.said.append(Said("cp", text))
        await self.connection.send(text)

    async def recv(self) -> str:
        text = await self.connection.recv(decode=True)
        self.said.append(Said("cs", text))
        return text


class Charger(ChargePoint):  # type: ignore[misc]  # ocpp ships no types
    """Boots and charges when told to; answers Reset and lets the test see it."""

    def __init__(self, identity: str, connection: ClientConnection) -> None:
        super().__init__(identity, Recorded(connection), response_timeout=ANSWER_SECONDS)
        self.resets: list[str] = []

    @property
    def said(self) -> list[Said]:
        return list(self._connection.said)

    @property
    def connection(self) -> ClientConnection:
        connection: ClientConnection = self._connection.connection
        return connection

    async def say(self, text: str) -> None:
        """A frame of any text, beside what the library does."""
        await self._connection.send(text)

    @on("Reset")  # type: ignore[untyped-decorator]  # ocpp ships no types
    def reset(self, type: str) -> Any:  # noqa: A002 - the key of the standard
        self.resets.append(type)
        return call_result.Reset(status="Accepted")

    async def boot(self) -> Any:
        return await self.call(call.BootNotification(charge_point_model="V2 Duo 22", charge_point_vendor="Voltaire"))

    async def heartbeat(self) -> Any:
        return await self.call(call.Heartbeat())

    async def status(self, status: str, connector: int = 1) -> Any:
        return await self.call(
            call.StatusNotification(connector_id=connector, error_code="NoError", status=status, timestamp=now())
        )

    async def authorize(self, tag: str) -> Any:
        return await self.call(call.Authorize(id_tag=tag))

    async def start_transaction(self, tag: str, watt_hours: int) -> Any:
        return await self.call(
            call.StartTransaction(connector_id=1, id_tag=tag, meter_start=watt_hours, timestamp=now())
        )

    async def meter_values(self, transaction: int, watt_hours: int) -> Any:
        sampled = [
            {"value": str(watt_hours), "measurand": "Energy.Active.Import.Register", "unit": "Wh"},
            {"value": "7360", "measurand": "Power.Active.Import", "unit": "W"},
        ]
        return await self.call(
            call.MeterValues(
                connector_id=1,
                transaction_id=transaction,
                meter_value=[{"timestamp": now(), "sampled_value": sampled}],
            )
        )

    async def stop_transaction(self, transaction: int, watt_hours: int) -> Any:
        return await self.call(
            call.StopTransaction(
                meter_stop=watt_hours, timestamp=now(), transaction_id=transaction, reason="EVDisconnected"
            )
        )


@contextlib.asynccontextmanager
async def charger_at(relay: RelayProcess, identity: str) -> AsyncIterator[Charger]:
    """A charge point that is connected until the block ends, and must be so then unless the block closed it."""
    async with dial(relay, identity) as connection:
        charger = Charger(identity, connection)
        listening = asyncio.create_task(charger.start())
        try:
            yield charger
        finally:
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError, websockets.ConnectionClosed):
                await listening


def dial(relay: RelayProcess, identity: str) -> websockets.connect:
    return websockets.connect(
        f"{relay.ws}/ocpp/{identity}", subprotocols=[websockets.Subprotocol("ocpp1.6")], proxy=None
    )


class Traffic:
    """A charge point that calls without a pause, each call after the answer to the one before."""

    def __init__(self, charger: Charger, pause: float = 0.02) -> None:
        self._charger = charger
        self._pause = pause
        self._ending = asyncio.Event()
        self.answered = 0

    @contextlib.asynccontextmanager
    async def flowing(self) -> AsyncIterator[Traffic]:
        """Until the block ends; then every call must have been answered."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._flow())
            yield self
            self._ending.set()

    async def goes_on(self, until: int) -> None:
        """Wait until so many calls were answered."""
        while self.answered < until:
            await asyncio.sleep(0.02)

    async def _flow(self) -> None:
        while not self._ending.is_set():
            await self._charger.heartbeat()
            self.answered += 1
            await asyncio.sleep(self._pause)


def row_names(said: Sequence[Said]) -> list[str]:
    """How the rows of these frames begin when a screen reader reads them."""
    actions: dict[str, str] = {}
    names = []
    for one in said:
        kind, unique_id, *rest = json.loads(one.text)
        if kind == 2:
            actions[unique_id] = rest[0]
        names.append(f"{SIDES[one.side]}: {KINDS[kind]} {actions[unique_id]} {unique_id}")
    return names


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
