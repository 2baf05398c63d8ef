"""One transaction, and the events that tell of it (OCPP 2.0.1, E)."""

from __future__ import annotations

from dataclasses import dataclass, field

from relay.emulator.frame import Payload
from relay.emulator.meter import Reading


@dataclass(slots=True)
class Transaction:
    id: str
    evse: int
    begun: float
    meter_start: float
    token: Payload | None = None
    """Who charges; nobody yet where a car is only plugged in."""
    is_deauthorized: bool = False
    told: str = ""
    """The charging state as it was told last."""
    events: int = field(default=0)

    def event(self, kind: str, trigger: str, state: str, time: str, info: Payload, also: Payload) -> Payload:
        """A TransactionEvent; ``info`` goes into its `transactionInfo`. Each has the next number."""
        self.told = state
        number, self.events = self.events, self.events + 1
        return {
            "eventType": kind,
            "timestamp": time,
            "triggerReason": trigger,
            "seqNo": number,
            "transactionInfo": {"transactionId": self.id, "chargingState": state, **info},
            "evse": {"id": self.evse, "connectorId": 1},
            **also,
        }


def meter_value(readings: list[Reading], context: str, time: str) -> list[Payload]:
    """`meterValue`, with nothing in it where nothing was read."""
    sampled = [
        {
            "value": it.rounded,
            "context": context,
            "measurand": it.measurand,
            "location": it.location,
            "unitOfMeasure": {"unit": it.unit},
        }
        | ({"phase": it.phase} if it.phase else {})
        for it in readings
    ]
    return [{"timestamp": time, "sampledValue": sampled}] if sampled else []
