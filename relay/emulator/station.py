"""An OCPP 1.6 charge point that behaves, without a socket or a clock: it is told what happened and when."""

from __future__ import annotations

import math
from dataclasses import dataclass

from relay.emulator import answers, timestamp
from relay.emulator.agenda import Agenda
from relay.emulator.certificates import Certificates
from relay.emulator.charging_profiles import ChargingProfiles
from relay.emulator.configuration import Configuration
from relay.emulator.connector import Connector
from relay.emulator.driver import Driver
from relay.emulator.frame import Call, CallError, CallResult, Frame, Payload, whole
from relay.emulator.jobs import Jobs
from relay.emulator.outbox import Outbox, Then, Waiting
from relay.emulator.pace import Pace
from relay.emulator.tags import Tags

BELIEVABLE = (946_684_800, 4_102_444_800)
"""2000 to 2100: a central system that says it is another century is not believed."""

LONGEST_INTERVAL = 10**9 - 1

LAST_WORDS = 5.0
"""Seconds that a restart waits for answers."""


@dataclass(frozen=True, slots=True)
class Send:
    """This frame goes out."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class HangUp:
    """Close the connection, and come back after so many seconds."""

    back_after: float


@dataclass(frozen=True, slots=True)
class Say:
    """Something a person may want to read."""

    text: str


Effect = Send | HangUp | Say


def nothing_to_do(_answer: Payload | None, _at: float) -> None:
    """For Calls whose answer changes nothing."""


class Station:
    """Told of every event and of the time, it returns what to do, in order. ``due`` says when to tell it the time."""

    def __init__(self, identity: str, at: float, pace: Pace | None = None, meter_seconds: int = 5) -> None:
        self.identity = identity
        self.pace = pace or Pace()
        self.agenda = Agenda()
        self.configuration = Configuration(meter_seconds=meter_seconds)
        self.tags = Tags(self.configuration)
        self.profiles = ChargingProfiles()
        self.certificates = Certificates()
        self.connectors = {number: Connector(number, self) for number in (1, 2)}
        self.driver = Driver(self)
        self.jobs = Jobs(self)
        self.is_operative = True
        self._registration = ""
        self._is_connected = False
        self._outbox = Outbox(int(at * 1000), self.pace.answer)
        self._reported: dict[int, str] = {}
        self._ahead = 0.0
        self._effects: list[Effect] = []

    @property
    def is_in_service(self) -> bool:
        """Connected, and accepted by the central system."""
        return self._is_connected and self.registration == "Accepted"

    @property
    def due(self) -> float:
        """When ``tick`` is next of use."""
        return min(self.agenda.due, self._outbox.due if self._is_connected else math.inf)

    @property
    def registration(self) -> str:
        """What the central system answered to the last BootNotification; empty before it did."""
        return self._registration

    @registration.setter
    def registration(self, status: str) -> None:
        self._registration = status
        self._outbox.is_registered = status == "Accepted"

    # What happens to it.

    def connected(self, at: float) -> list[Effect]:
        """After a restart it boots; after a lost connection it only says that it is back (OCPP 1.6, 4.2)."""
        self._is_connected = True
        if self.registration == "Accepted":
            self.heartbeat(at)
        else:
            self.boot()
        return self._settled(at)

    def disconnected(self, at: float) -> list[Effect]:
        self._is_connected = False
        if self.agenda.is_planned("restart"):
            self.registration = ""
        self.agenda.drop("boot", "heartbeat", "restart")
        for call in self._outbox.cut_off():
            call.then(None, at)
        return self._settled(at)

    def received(self, frame: Frame, at: float) -> list[Effect]:
        match frame:
            case Call():
                self._effects.append(Send(self._answer(frame, at)))
            case CallResult():
                self._settle(frame.unique_id, frame.payload, at)
            case CallError():
                self._settle(frame.unique_id, None, at, f"{frame.code} {frame.description}".strip())
        return self._settled(at)

    def tick(self, at: float) -> list[Effect]:
        expired = self._outbox.give_up(at)
        if expired:
            self.say(f"{expired.action} was not answered within {self.pace.answer:g} s")
            self._failed(expired, at)
        self.agenda.carry_out(at)
        return self._settled(at)

    # What it does.

    def boot(self) -> None:
        self.agenda.drop("boot")
        call = {
            "chargePointVendor": "ocpp-relay",
            "chargePointModel": "Emulator",
            "chargePointSerialNumber": self.identity[:25],
            "firmwareVersion": self.jobs.firmware,
            "meterType": "AC meter",
        }
        self.say("boots and waits for an answer")
        self.ask("BootNotification", call, self._booted)

    def heartbeat(self, at: float) -> None:
        if not self.is_waiting_to_ask("Heartbeat"):
            self.ask("Heartbeat", {}, self._set_clock)
        self.plan_heartbeat(at)

    def plan_heartbeat(self, at: float) -> None:
        every = self.configuration.count("HeartbeatInterval")
        if every and self.registration == "Accepted":
            self.agenda.plan("heartbeat", at + every, self.heartbeat)
        else:
            self.agenda.drop("heartbeat")

    def plan_clock_aligned(self, at: float) -> None:
        """Meter values of all connectors at round times, charging or not (ClockAlignedDataInterval)."""
        every = self.configuration.count("ClockAlignedDataInterval")
        if every:
            self.agenda.plan("clock-aligned", (at // every + 1) * every, self._tell_clock_aligned)
        else:
            self.agenda.drop("clock-aligned")

    def restart(self, reason: str, at: float) -> None:
        """Stop what runs, give the answers a moment to arrive, then hang up and come back (OCPP 1.6, 5.14)."""
        for connector in self.connectors.values():
            connector.power_down(reason, at)
        self.jobs.drop()
        self.agenda.drop("driver", "heartbeat", "boot", "clock-aligned")
        self.agenda.plan("restart", at, lambda now: self._hang_up_when_quiet(now, at + LAST_WORDS))

    def report(self, numbers: list[int], at: float) -> None:
        """StatusNotification for each of these connectors, changed or not."""
        for number in numbers:
            status = self._reported[number] = self.status(number)
            call = {"connectorId": number, "errorCode": "NoError", "status": status, "timestamp": self.time(at)}
            self.ask("StatusNotification", call)

    def status(self, number: int) -> str:
        """Connector 0 is the charge point itself: only ever Available or Unavailable here (OCPP 1.6, 4.9)."""
        if number == 0:
            return "Available" if self.is_operative else "Unavailable"
        return self.connectors[number].status

    def ask(self, action: str, payload: Payload, then: Then = nothing_to_do, *, keep: bool = False) -> None:
        """Send a Call when its turn comes; ``keep`` is for those about transactions."""
        self._outbox.add(Waiting(action, payload, then, keep))

    def is_waiting_to_ask(self, action: str) -> bool:
        """Whether such a Call stands in line still, behind one that has not been answered."""
        return self._outbox.holds(action)

    def say(self, text: str) -> None:
        self._effects.append(Say(text))

    def time(self, at: float) -> str:
        """The time by its own clock, which the central system sets."""
        return timestamp.to_text(self.clock(at))

    def clock(self, at: float) -> float:
        return at + self._ahead

    # What follows.

    def _answer(self, call: Call, at: float) -> CallResult | CallError:
        answer = answers.answer(self, call.action, call.payload, at)
        if answer is None:
            self.say(f"was asked for {call.action}, which it does not know")
            return CallError(call.unique_id, "NotImplemented", f"{call.action} is not implemented")
        status = answer.get("status")
        self.say(f"was asked for {call.action}" + (f": {status}" if status else ""))
        return CallResult(call.unique_id, answer)

    def _settle(self, unique_id: str, answer: Payload | None, at: float, error: str = "") -> None:
        call = self._outbox.settle(unique_id)
        if call is None:
            self.say(f"got an answer to nothing it is waiting for ({unique_id})")
        elif answer is None:
            self.say(f"{call.action} was refused: {error}")
            self._failed(call, at)
        else:
            call.then(answer, at)

    def _failed(self, call: Waiting, at: float) -> None:
        """Those about transactions are tried again, each time after a longer pause (OCPP 1.6, 3.7.1)."""
        if call.keep and call.attempts < self.configuration.count("TransactionMessageAttempts"):
            pause = call.attempts * self.configuration.count("TransactionMessageRetryInterval")
            self._outbox.again(call, at + pause)
        else:
            call.then(None, at)

    def _booted(self, answer: Payload | None, at: float) -> None:
        answer = answer or {}
        self.registration = str(answer.get("status", "unanswered"))
        self._set_clock(answer, at)
        given = whole(answer.get("interval"))
        interval = min(given, LONGEST_INTERVAL) if given and given > 0 else None
        if self.registration == "Accepted":
            self._accepted(interval, at)
        elif self._is_connected:
            self.agenda.drop("heartbeat")
            wait = interval or self.pace.retry
            self.say(f"BootNotification: {self.registration}; again in {wait:g} s")
            self.agenda.plan("boot", at + wait, lambda _: self.boot())

    def _accepted(self, interval: int | None, at: float) -> None:
        if interval:
            self.configuration.put("HeartbeatInterval", str(interval))
        self.say(f"BootNotification: Accepted; heartbeat every {self.configuration.text('HeartbeatInterval')} s")
        self._reported.clear()
        self.plan_heartbeat(at)
        self.plan_clock_aligned(at)
        self.driver.expect(at)

    def _set_clock(self, answer: Payload | None, at: float) -> None:
        now = timestamp.to_seconds((answer or {}).get("currentTime"))
        if now is not None and BELIEVABLE[0] <= now <= BELIEVABLE[1]:
            self._ahead = now - at

    def _tell_clock_aligned(self, at: float) -> None:
        for connector in self.connectors.values():
            connector.tell_meter(at, "Sample.Clock", "MeterValuesAlignedData")
        self.plan_clock_aligned(at)

    def _hang_up_when_quiet(self, at: float, latest: float) -> None:
        if self._outbox.is_empty or at >= latest:
            self.registration = ""
            self.say("restarts")
            self._effects.append(HangUp(self.pace.restart))
        else:
            self.agenda.plan("restart", at + 0.1, lambda now: self._hang_up_when_quiet(now, latest))

    def _settled(self, at: float) -> list[Effect]:
        """Report what changed, send the next Call if none is unanswered, and hand over what is to be done."""
        if self.is_in_service:
            for number in (0, *self.connectors):
                if self._reported.get(number) != self.status(number):
                    self.say(f"connector {number} is {self.status(number)}" if number else f"is {self.status(0)}")
                    self.report([number], at)
        call = self._outbox.next_call(at) if self._is_connected else None
        if call:
            self._effects.append(Send(call))
        effects, self._effects = self._effects, []
        return effects
