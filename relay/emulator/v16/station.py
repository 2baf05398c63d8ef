"""An OCPP 1.6 charge point that behaves."""

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
from relay.emulator.v16 import answers
from relay.emulator.v16.configuration import Configuration
from relay.emulator.v16.connector import Connector


class Station:
    """Two connectors, and what the central system set and stored."""

    def __init__(self, identity: str, at: float, pace: Pace, meter_seconds: int) -> None:
        self.identity = identity
        self.version = "1.6"
        self.pace = pace
        self.agenda = Agenda()
        self.talk = Conversation(self, self.agenda, pace, int(at * 1000))
        self.configuration = Configuration(meter_seconds=meter_seconds)
        self.tags = Tags("expiryDate")
        self.profiles = ChargingProfiles()
        self.certificates = Certificates()
        self.connectors = {number: Connector(number, self) for number in (1, 2)}
        places = list(self.connectors.values())
        self.driver = Driver(identity, self.agenda, pace, places, lambda: self.talk.is_in_service)
        self.jobs = Jobs(self.talk)
        self.is_operative = True
        self._reported: dict[int, str] = {}

    @property
    def ping_seconds(self) -> int:
        return self.configuration.count("WebSocketPingInterval")

    # What its conversation asks of it.

    @property
    def heartbeat_interval(self) -> int:
        return self.configuration.count("HeartbeatInterval")

    @heartbeat_interval.setter
    def heartbeat_interval(self, seconds: int) -> None:
        self.configuration.put("HeartbeatInterval", str(seconds))

    @property
    def attempts(self) -> int:
        return self.configuration.count("TransactionMessageAttempts")

    @property
    def attempt_interval(self) -> int:
        return self.configuration.count("TransactionMessageRetryInterval")

    def boot_notification(self) -> Payload:
        return {
            "chargePointVendor": "ocpp-relay",
            "chargePointModel": "Emulator",
            "chargePointSerialNumber": self.identity[:25],
            "firmwareVersion": "1.0.0",
            "meterType": "AC meter",
        }

    def accepted(self, at: float) -> None:
        self._reported.clear()
        self.plan_clock_aligned(at)
        self.driver.expect(at)

    def answer(self, action: str, payload: Payload, at: float) -> Payload:
        return answers.answer(self, action, payload, at)

    def report_changes(self, at: float) -> None:
        for number in (0, *self.connectors):
            if self._reported.get(number) != self.status(number):
                self.talk.say(f"connector {number} is {self.status(number)}" if number else f"is {self.status(0)}")
                self.report([number], at)

    # What it does.

    def plan_clock_aligned(self, at: float) -> None:
        """Meter values of all connectors at round times, charging or not (ClockAlignedDataInterval)."""
        every = self.configuration.count("ClockAlignedDataInterval")
        if every:
            self.agenda.plan("clock-aligned", (at // every + 1) * every, self._tell_clock_aligned)
        else:
            self.agenda.drop("clock-aligned")

    def restart(self, reason: str, at: float) -> None:
        """Stop what runs, then hang up and come back (OCPP 1.6, 5.14)."""
        for connector in self.connectors.values():
            connector.power_down(reason, at)
        self.jobs.drop()
        self.agenda.drop("driver", "clock-aligned")
        self.talk.restart(at)

    def report(self, numbers: list[int], at: float) -> None:
        """StatusNotification for each of these connectors, changed or not."""
        for number in numbers:
            status = self._reported[number] = self.status(number)
            call = {"connectorId": number, "errorCode": "NoError", "status": status, "timestamp": self.talk.time(at)}
            self.talk.ask("StatusNotification", call)

    def status(self, number: int) -> str:
        """Connector 0 is the charge point itself: only ever Available or Unavailable here (OCPP 1.6, 4.9)."""
        if number == 0:
            return "Available" if self.is_operative else "Unavailable"
        return self.connectors[number].status

    def _tell_clock_aligned(self, at: float) -> None:
        for connector in self.connectors.values():
            connector.tell_meter(at, "Sample.Clock", "MeterValuesAlignedData")
        self.plan_clock_aligned(at)
