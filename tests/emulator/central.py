"""Plays the central system to a station, in a time that passes only when it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from ocpp import messages

from relay.emulator import timestamp
from relay.emulator.effect import Effect, HangUp, Say, Send
from relay.emulator.frame import Call, CallError, CallResult, Frame, OneWay, Payload
from relay.emulator.stations import Station

NOON = 1_800_000_000.0

PATIENCE = 30
"""Seconds that a station has to wait for an answer before it may ask something else."""


REPLIES: dict[str, dict[str, Payload]] = {
    "1.6": {
        "Authorize": {"idTagInfo": {"status": "Accepted"}},
        "StartTransaction": {"idTagInfo": {"status": "Accepted"}, "transactionId": 1001},
    },
    "2.0.1": {"Authorize": {"idTokenInfo": {"status": "Accepted"}}},
    "2.1": {"Authorize": {"idTokenInfo": {"status": "Accepted"}}, "OpenPeriodicEventStream": {"status": "Accepted"}},
}
"""What is answered where an empty object would not do."""


S = TypeVar("S", bound=Station)


class Central(Generic[S]):
    """Answers as ``replies`` says; every frame of the station is held against its schema.

    A reply is a payload, None for silence, or text: the code of a CallError.
    """

    def __init__(self, station: S) -> None:
        self.at = NOON
        self.station = station
        self.replies: dict[str, Payload | str | None] = {
            "BootNotification": {"status": "Accepted", "currentTime": timestamp.to_text(NOON), "interval": 300},
            **REPLIES[station.version],
        }
        self.calls: list[Call] = []
        self.sent: list[OneWay] = []
        self.said: list[str] = []
        self.hung_up: HangUp | None = None
        self.open: Call | None = None
        self._opened = 0.0
        self._read = 0

    # The link.

    def connect(self) -> None:
        self.hung_up = None
        self._take(self.station.talk.connected(self.at))

    def lose(self) -> None:
        self.open = None
        self._take(self.station.talk.disconnected(self.at))

    def restart(self) -> None:
        """What a station does that hung up."""
        assert self.hung_up
        self.lose()
        self.wait(self.hung_up.back_after)
        self.connect()

    # What is said.

    def hears(self, action: str, within: float = 60) -> Payload:
        """The next Call of this kind; those of other kinds before it are passed over."""
        until = self.at + within
        while True:
            for call in self._unread():
                if call.action == action:
                    return call.payload
            assert self.station.talk.due <= until, f"no {action} within {within} s; said: {self.said[-5:]}"
            self.wait(max(0.0, self.station.talk.due - self.at))

    def hears_anew(self, action: str) -> Payload:
        """The next Call of this kind that is not made yet."""
        self._read = len(self.calls)
        return self.hears(action)

    def hears_nothing(self, within: float, *, but: tuple[str, ...] = ()) -> None:
        self.wait(within)
        assert not [call for call in self._unread() if call.action not in but]

    def asks(self, action: str, **payload: Any) -> Payload:
        """The answer to a Call of ours, which is no error."""
        answer = self.sends(Call("ours", action, payload))
        assert isinstance(answer, CallResult), answer
        self._hold_against_schema(messages.CallResult("ours", answer.payload, action))
        return answer.payload

    def sends(self, frame: Frame) -> Frame | None:
        """The answer, when what was sent was a Call."""
        effects = self.station.talk.received(frame, self.at)
        answers = [it.frame for it in effects if isinstance(it, Send) and not isinstance(it.frame, Call)]
        self._take([it for it in effects if not (isinstance(it, Send) and it.frame in answers)])
        return answers[0] if answers else None

    def answers(self, payload: Payload) -> None:
        """The answer to what it was silent about."""
        assert self.open
        answered, self.open = self.open, None
        self.sends(CallResult(answered.unique_id, payload))

    def wait(self, seconds: float) -> None:
        until = self.at + seconds
        while self.station.talk.due <= until:
            self.at = max(self.at, self.station.talk.due)
            self._take(self.station.talk.tick(self.at))
        self.at = until

    def saw(self, text: str) -> bool:
        return any(text in line for line in self.said)

    def _unread(self) -> Iterator[Call]:
        while self._read < len(self.calls):
            self._read += 1
            yield self.calls[self._read - 1]

    def _take(self, effects: list[Effect]) -> None:
        for effect in effects:
            match effect:
                case Say(text):
                    self.said.append(text)
                case HangUp():
                    self.hung_up = effect
                case Send(Call() as call):
                    self._hear(call)
                case Send(OneWay() as sent):
                    messages.get_validator(6, sent.action, self.station.version).validate(sent.payload)
                    self.sent.append(sent)

    def _hold_against_schema(self, message: messages.Call | messages.CallResult) -> None:
        messages._validate_payload(message, self.station.version)

    def _hear(self, call: Call) -> None:
        may_speak = self.open is None or self.at >= self._opened + PATIENCE
        assert may_speak, f"{call.action} was sent while {self.open} was unanswered"
        self._hold_against_schema(messages.Call(call.unique_id, call.action, call.payload))
        self.calls.append(call)
        reply = self.replies.get(call.action, {})
        if reply is None:
            self.open, self._opened = call, self.at
            return
        self.open = None
        answer = CallError(call.unique_id, reply, "") if isinstance(reply, str) else CallResult(call.unique_id, reply)
        self._take(self.station.talk.received(answer, self.at))
