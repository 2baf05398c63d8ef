"""An OCPP 2.0.1 or 2.1 charging station that behaves."""

from __future__ import annotations

from relay.emulator.agenda import Agenda
from relay.emulator.certificates import Certificates
from relay.emulator.charging_profiles import ChargingProfiles
from relay.emulator.conversation import Conversation
from relay.emulator.driver import Driver
from relay.emulator.frame import Payload
from relay.emulator.jobs import Jobs
from relay.emulator.pace import Pace
from relay.emulator.tags import Tags
from relay.emulator.v2 import answers
from relay.emulator.v2.device_model import DeviceModel
from relay.emulator.v2.evse import Evse
from relay.emulator.v2.monitors import Monitor, Monitors
from relay.emulator.v2.streams import Streams
from relay.emulator.v2.variables import variables


class Station:
    """Two EVSEs with one connector each, and what the central system set and stored."""

    def __init__(self, version: str, identity: str, at: float, pace: Pace, meter_seconds: int) -> None:
        self.identity = identity
        self.version = version
        self.pace = pace
        self.agenda = Agenda()
        self.talk = Conversation(self, self.agenda, pace, int(at * 1000))
        self.tags = Tags("cacheExpiryDateTime")
        self.profiles = ChargingProfiles()
        self.certificates = Certificates()
        self.jobs = Jobs(self.talk)
        self.evses = {number: Evse(number, self, at) for number in (1, 2)}
        self.monitors = Monitors(self)
        self.streams = Streams(self)
        self.model = DeviceModel(variables(self, meter_seconds))
        self.driver = Driver(identity, self.agenda, pace, list(self.evses.values()), lambda: self.is_open)
        self.networks: dict[int, Payload] = {}
        self.is_operative = True
        self.boot_reason = "PowerUp"
        self.resets_when_idle: set[int] = set()
        """EVSEs that restart once nobody charges there; 0 is the station."""
        self._reported: dict[int, str] = {}
        if version == "2.1" and meter_seconds:
            self._stream_power(meter_seconds)

    @property
    def ping_seconds(self) -> int:
        return self.model.count("OCPPCommCtrlr", "WebSocketPingInterval")

    @property
    def is_open(self) -> bool:
        """For drivers: in service, and not about to restart."""
        return self.talk.is_in_service and 0 not in self.resets_when_idle

    # What its conversation asks of it.

    @property
    def heartbeat_interval(self) -> int:
        return self.model.count("OCPPCommCtrlr", "HeartbeatInterval")

    @heartbeat_interval.setter
    def heartbeat_interval(self, seconds: int) -> None:
        self.model.put("OCPPCommCtrlr", "HeartbeatInterval", str(seconds))

    @property
    def attempts(self) -> int:
        return self.model.count("OCPPCommCtrlr", "MessageAttempts")

    @property
    def attempt_interval(self) -> int:
        return self.model.count("OCPPCommCtrlr", "MessageAttemptInterval")

    def boot_notification(self) -> Payload:
        about = {
            "model": "Emulator",
            "vendorName": "ocpp-relay",
            "serialNumber": self.identity[:25],
            "firmwareVersion": "1.0.0",
        }
        return {"reason": self.boot_reason, "chargingStation": about}

    def accepted(self, at: float) -> None:
        self._reported.clear()
        starts = self.boot_reason != "Triggered"
        if starts:
            self.talk.ask("SecurityEventNotification", {"type": "StartupOfTheDevice", "timestamp": self.talk.time(at)})
        self.boot_reason = "PowerUp"
        self.plan_clock_aligned(at)
        self.driver.expect(at)
        self.streams.open_all(at)

    def answer(self, action: str, payload: Payload, at: float) -> Payload:
        return answers.answer(self, action, payload, at)

    def report_changes(self, at: float) -> None:
        for number, evse in self.evses.items():
            if self._reported.get(number) != evse.status:
                self.talk.say(f"EVSE {number} is {evse.status}")
                self.report(number, at)
            evse.report_changes(at)
        self.monitors.watch(at)

    # What it does.

    def report(self, number: int, at: float) -> None:
        """StatusNotification for the connector of this EVSE, changed or not."""
        status = self._reported[number] = self.evses[number].status
        call = {"timestamp": self.talk.time(at), "connectorStatus": status, "evseId": number, "connectorId": 1}
        self.talk.ask("StatusNotification", call)

    def plan_clock_aligned(self, at: float) -> None:
        """Meter values of all EVSEs at round times, charging or not."""
        every = self.model.count("AlignedDataCtrlr", "Interval")
        if every and self.model.is_on("AlignedDataCtrlr", "Enabled"):
            self.agenda.plan("clock-aligned", (at // every + 1) * every, self._tell_clock_aligned)
        else:
            self.agenda.drop("clock-aligned")

    def follow_limits(self, at: float) -> None:
        for evse in self.evses.values():
            evse.follow_limit(at)

    def restart(self, reason: str, at: float) -> None:
        """Stop what runs, then hang up and come back to boot for this reason (OCPP 2.0.1, B11)."""
        self.boot_reason = reason
        self.resets_when_idle.clear()
        for evse in self.evses.values():
            evse.power_down(at)
        self.jobs.drop()
        self.streams.pause()
        self.agenda.drop("driver", "clock-aligned")
        self.talk.restart(at)

    def became_idle(self, at: float) -> None:
        """A car has left: what waited for it can be done."""
        idle = {number for number, evse in self.evses.items() if evse.transaction is None}
        for number in self.resets_when_idle & idle:
            self.talk.say(f"EVSE {number} restarts")
        self.resets_when_idle -= idle
        if 0 in self.resets_when_idle and len(idle) == len(self.evses):
            self.restart("ScheduledReset", at)

    def _tell_clock_aligned(self, at: float) -> None:
        names = self.model.names("AlignedDataCtrlr", "Measurands")
        for evse in self.evses.values():
            if evse.transaction:
                evse.tell_transaction("MeterValueClock", "Sample.Clock", names, at)
            else:
                evse.tell_meter("Sample.Clock", names, at)
        self.plan_clock_aligned(at)

    def _stream_power(self, interval: int) -> None:
        """Set at the factory: the power of each EVSE once a second while a car is charged there."""
        for number in self.evses:
            power = self.model.variable("EVSE", "Power", number)
            monitor = Monitor(number, power, "Periodic", 1, 8, in_transaction=True, kind="PreconfiguredMonitor")
            self.monitors.add(monitor)
            self.streams.add(monitor, {"interval": interval})
