"""What the central system wants to be told of without asking (OCPP 2.0.1, N)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relay.emulator.frame import Payload
from relay.emulator.v2.device_model import Variable

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station

MOST_MONITORS = 50
MOST_SEVERE = 9
ONCE_A_SECOND = 1.0


@dataclass(slots=True)
class Monitor:
    id: int
    variable: Variable
    type: str
    value: float
    severity: int
    in_transaction: bool
    """Whether it counts only while a car is charged."""
    kind: str = "CustomMonitor"
    is_beyond: bool = False
    """A threshold that has been crossed, and told."""
    told: float | None = None

    @property
    def payload(self) -> Payload:
        """`VariableMonitoringType`."""
        about = {"id": self.id, "type": self.type, "value": self.value, "severity": self.severity}
        return about | {"transaction": self.in_transaction}


class Monitors:
    """Periodic ones tell at intervals, thresholds when they are crossed and crossed back, deltas after a change."""

    def __init__(self, station: Station) -> None:
        self.level = MOST_SEVERE
        self._station = station
        self._monitors: dict[int, Monitor] = {}
        self._events = 0

    def __iter__(self) -> Iterator[Monitor]:
        return iter(self._monitors.values())

    # What is asked.

    def set(self, asked: Payload, at: float) -> tuple[str, Monitor | None]:
        """The status of one entry of SetVariableMonitoring, and the monitor where it is accepted."""
        found = self._station.model.find(asked)
        if isinstance(found, str):
            return found, None
        if not found.can_be_monitored or asked["type"] not in {"Periodic", "UpperThreshold", "LowerThreshold", "Delta"}:
            return "UnsupportedMonitorType", None
        given = asked.get("id")
        if given is None and any(it.variable is found and it.type == asked["type"] for it in self):
            return "Duplicate", None
        is_known = given is None or given in self._monitors
        is_sensible = 0 <= asked["severity"] <= MOST_SEVERE and asked["value"] >= 0
        if not is_known or not is_sensible or len(self._monitors) >= MOST_MONITORS:
            return "Rejected", None
        number = max(self._monitors, default=0) + 1 if given is None else int(given)
        in_transaction = asked.get("transaction", False)
        monitor = Monitor(number, found, asked["type"], float(asked["value"]), asked["severity"], in_transaction)
        self.add(monitor)
        return "Accepted", monitor

    def add(self, monitor: Monitor) -> None:
        self._monitors[monitor.id] = monitor

    def clear(self, number: int) -> str:
        """The status of one id of ClearVariableMonitoring."""
        self._station.agenda.drop(f"monitor {number}")
        return "Accepted" if self._monitors.pop(number, None) else "NotFound"

    # What is told.

    def tell_periodically(self, monitor: Monitor, at: float) -> None:
        """From now on, at its interval."""
        plan = max(ONCE_A_SECOND, monitor.value)
        self._station.agenda.plan(f"monitor {monitor.id}", at + plan, lambda now: self._tell_and_go_on(monitor, now))

    def counts(self, monitor: Monitor) -> bool:
        """Whether it is to be told at all now."""
        evse = self._station.evses.get(monitor.variable.component.evse or 0)
        is_charging = evse is not None and evse.is_authorized
        return monitor.severity <= self.level and (is_charging or not monitor.in_transaction)

    def watch(self, at: float) -> None:
        """After whatever happened: which threshold was crossed, and what has changed enough."""
        for monitor in self:
            if monitor.type != "Periodic" and self.counts(monitor):
                self._look(monitor, float(monitor.variable.text(at)), at)

    def _look(self, monitor: Monitor, now: float, at: float) -> None:
        if monitor.type == "Delta":
            if monitor.told is None:
                monitor.told = now
            elif abs(now - monitor.told) >= monitor.value:
                monitor.told = now
                self._tell(monitor, "Delta", {}, at)
            return
        is_beyond = now > monitor.value if monitor.type == "UpperThreshold" else now < monitor.value
        if is_beyond != monitor.is_beyond:
            monitor.is_beyond = is_beyond
            self._tell(monitor, "Alerting", {} if is_beyond else {"cleared": True}, at)

    def _tell_and_go_on(self, monitor: Monitor, at: float) -> None:
        if self.counts(monitor) and self._station.talk.is_in_service and not self._is_behind:
            self._tell(monitor, "Periodic", {}, at)
        self.tell_periodically(monitor, at)

    @property
    def _is_behind(self) -> bool:
        """A slow central system gets fewer, not later ones."""
        return self._station.talk.is_waiting_to_ask("NotifyEvent")

    def _tell(self, monitor: Monitor, trigger: str, also: Payload, at: float) -> None:
        self._events += 1
        time, variable = self._station.talk.time(at), monitor.variable
        event = {
            "eventId": self._events,
            "timestamp": time,
            "trigger": trigger,
            "actualValue": variable.text(at),
            "component": variable.component.payload,
            "variable": variable.payload,
            "eventNotificationType": monitor.kind,
            "variableMonitoringId": monitor.id,
            **also,
        }
        self._station.talk.ask("NotifyEvent", {"generatedAt": time, "seqNo": 0, "eventData": [event]})
