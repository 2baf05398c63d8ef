"""The charge points there are, by the version they speak."""

from __future__ import annotations

from typing import Protocol

from relay.emulator.conversation import Conversation
from relay.emulator.pace import Pace
from relay.emulator.v2 import station as v2
from relay.emulator.v16 import station as v16


class Station(Protocol):
    """A charge point without a socket or a clock. Its conversation is told what happens, and says what to do."""

    identity: str
    version: str
    talk: Conversation

    @property
    def ping_seconds(self) -> int:
        """Between the WebSocket's pings; 0 for none."""
        ...


def station(version: str, identity: str, at: float, pace: Pace, meter_seconds: int) -> Station:
    if version == "1.6":
        return v16.Station(identity, at, pace, meter_seconds)
    return v2.Station(version, identity, at, pace, meter_seconds)
