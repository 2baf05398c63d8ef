"""What charge points of every OCPP version do the same way, without a socket or a clock."""

from __future__ import annotations

import math
from typing import Protocol

from relay.emulator import timestamp
from relay.emulator.agenda import Agenda
from relay.emulator.effect import Effect, HangUp, Say, Send
from relay.emulator.frame import Call, CallError, CallResult, Frame, OneWay, Payload, whole
from relay.emulator.outbox import Outbox, Then, Waiting
from relay.emulator.pace import Pace

BELIEVABLE = (946_684_800, 4_102_444_800)
"""2000 to 2100: a central system that says it is another century is not believed."""

LONGEST_INTERVAL = 10**9 - 1

LAST_WORDS = 5.0
"""Seconds that a restart waits for answers."""


class Refusal(Exception):
    """A Call that is answered with a CallError; ``code`` is one of OCPP-J 4.2.3."""

    def __init__(self, code: str, description: str) -> None:
        super().__init__(description)
        self.code = code


class Speaker(Protocol):
    """Whose conversation it is: what the Calls are about, which differs from version to version."""

    heartbeat_interval: int

    @property
    def attempts(self) -> int:
        """How often a Call about a transaction is tried."""
        ...

    @property
    def attempt_interval(self) -> int:
        """The pause before it is tried again, times the attempts so far."""
        ...

    def boot_notification(self) -> Payload: ...

    def accepted(self, at: float) -> None:
        """The central system has taken it into service."""

    def answer(self, action: str, payload: Payload, at: float) -> Payload:
        """The payload of the CallResult. Raises Refusal."""
        ...

    def report_changes(self, at: float) -> None:
        """While in service, after whatever happened: what of it the central system must be told."""


def nothing_to_do(_answer: Payload | None, _at: float) -> None:
    """For Calls whose answer changes nothing."""


class Conversation:
    """Told of every event and of the time, it returns what to do, in order. ``due`` says when to tell it the time.

    It boots until it is accepted, beats, asks one Call at a time, and goes by the central system's clock.
    """

    def __init__(self, speaker: Speaker, agenda: Agenda, pace: Pace, first_id: int) -> None:
        self.agenda = agenda
        self.pace = pace
        self.is_connected = False
        self._speaker = speaker
        self._registration = ""
        self._outbox = Outbox(first_id, pace.answer)
        self._ahead = 0.0
        self._effects: list[Effect] = []

    @property
    def is_in_service(self) -> bool:
        """Connected, and accepted by the central system."""
        return self.is_connected and self.registration == "Accepted"

    @property
    def due(self) -> float:
        """When ``tick`` is next of use."""
        return min(self.agenda.due, self._outbox.due if self.is_connected else math.inf)

    @property
    def registration(self) -> str:
        """What the central system answered to the last BootNotification; empty before it did."""
        return self._registration

    @registration.setter
    def registration(self, status: str) -> None:
        self._registration = status
        self._outbox.is_registered = status == "Accepted"

    # What happens.

    def connected(self, at: float) -> list[Effect]:
        """After a restart it boots; after a lost connection it only says that it is back (OCPP 1.6, 4.2)."""
        self.is_connected = True
        if self.registration == "Accepted":
            self.heartbeat(at)
        else:
            self.boot()
        return self._settled(at)

    def disconnected(self, at: float) -> list[Effect]:
        self.is_connected = False
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
            case OneWay():
                self.say(f"was sent {frame.action}, which is not for a charge point")
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
        self.say("boots and waits for an answer")
        self.ask("BootNotification", self._speaker.boot_notification(), self._booted)

    def heartbeat(self, at: float) -> None:
        if not self.is_waiting_to_ask("Heartbeat"):
            self.ask("Heartbeat", {}, self._set_clock)
        self.plan_heartbeat(at)

    def plan_heartbeat(self, at: float) -> None:
        every = self._speaker.heartbeat_interval
        if every and self.registration == "Accepted":
            self.agenda.plan("heartbeat", at + every, self.heartbeat)
        else:
            self.agenda.drop("heartbeat")

    def restart(self, at: float) -> None:
        """Give the answers a moment to arrive, then hang up and come back to boot."""
        self.agenda.drop("heartbeat", "boot")
        self.agenda.plan("restart", at, lambda now: self._hang_up_when_quiet(now, at + LAST_WORDS))

    def ask(self, action: str, payload: Payload, then: Then = nothing_to_do, *, keep: bool = False) -> None:
        """Send a Call when its turn comes; ``keep`` is for those about transactions."""
        self._outbox.add(Waiting(action, payload, then, keep))

    def send(self, action: str, payload: Payload) -> None:
        """Say something that needs no answer, and so waits for none (OCPP 2.1)."""
        self._effects.append(Send(OneWay(self._outbox.new_id(), action, payload)))

    def is_waiting_to_ask(self, action: str) -> bool:
        """Whether such a Call stands in line still, behind one that has not been answered."""
        return self._outbox.holds(action)

    def unsettled(self, action: str) -> list[Payload]:
        """Such Calls that have not been answered, sent or not."""
        return self._outbox.unsettled(action)

    def say(self, text: str) -> None:
        self._effects.append(Say(text))

    def time(self, at: float) -> str:
        """The time by the charge point's own clock, which the central system sets."""
        return timestamp.to_text(self.clock(at))

    def clock(self, at: float) -> float:
        return at + self._ahead

    def begin(self, text: str, at: float) -> float:
        """When a time by the charge point's clock comes; now, when it cannot be read."""
        given = timestamp.to_seconds(text)
        return at if given is None else given - self._ahead

    # What follows.

    def _answer(self, call: Call, at: float) -> CallResult | CallError:
        try:
            answer = self._speaker.answer(call.action, call.payload, at)
        except Refusal as why:
            self.say(f"was asked for {call.action}: {why.code}")
            return CallError(call.unique_id, why.code, str(why))
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
        if call.keep and call.attempts < self._speaker.attempts:
            self._outbox.again(call, at + call.attempts * self._speaker.attempt_interval)
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
        elif self.is_connected:
            self.agenda.drop("heartbeat")
            wait = interval or self.pace.retry
            self.say(f"BootNotification: {self.registration}; again in {wait:g} s")
            self.agenda.plan("boot", at + wait, lambda _: self.boot())

    def _accepted(self, interval: int | None, at: float) -> None:
        if interval:
            self._speaker.heartbeat_interval = interval
        self.say(f"BootNotification: Accepted; heartbeat every {self._speaker.heartbeat_interval} s")
        self.plan_heartbeat(at)
        self._speaker.accepted(at)

    def _set_clock(self, answer: Payload | None, at: float) -> None:
        now = timestamp.to_seconds((answer or {}).get("currentTime"))
        if now is not None and BELIEVABLE[0] <= now <= BELIEVABLE[1]:
            self._ahead = now - at

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
            self._speaker.report_changes(at)
        call = self._outbox.next_call(at) if self.is_connected else None
        if call:
            self._effects.append(Send(call))
        effects, self._effects = self._effects, []
        return effects
