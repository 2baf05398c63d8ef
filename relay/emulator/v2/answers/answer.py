"""What the answers have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relay.emulator.frame import Payload

if TYPE_CHECKING:
    from relay.emulator.v2.evse import Evse
    from relay.emulator.v2.station import Station

Answer = Callable[["Station", Payload, float], Payload]


def accepted(condition: bool) -> Payload:
    return {"status": "Accepted" if condition else "Rejected"}


def because(status: str, reason: str) -> Payload:
    """A status, and the `reasonCode` that says why."""
    return {"status": status, "statusInfo": {"reasonCode": reason}}


def chosen(station: Station, number: int) -> list[Evse]:
    """The EVSEs a number means: 0 all, an unknown one none."""
    return [it for it in station.evses.values() if number in {0, it.number}]


def with_transaction(station: Station, name: str) -> Evse | None:
    running = (it for it in station.evses.values() if it.transaction and it.transaction.id == name)
    return next(running, None)
