"""The Calls a charge point makes, one at a time."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from relay.emulator.frame import Call, Payload

Then = Callable[[Payload | None, float], None]
"""Told the answer and the time; None: refused, unanswered, or the connection was lost."""

MOST = 200
"""Calls that may wait. Beyond, the oldest that need not be kept is given up, or the oldest of all."""


@dataclass(slots=True)
class Waiting:
    """A Call that has not been settled. Those about transactions are kept over lost connections and tried again."""

    action: str
    payload: Payload
    then: Then
    keep: bool = False
    attempts: int = 0
    not_before: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    unique_id: str
    call: Waiting
    deadline: float


class Outbox:
    """At most one Call is unanswered at any time (OCPP-J 4.1.1); an answer to any other Call is nobody's."""

    def __init__(self, first_id: int, patience: float) -> None:
        self.is_registered = False
        """Until then nothing about transactions goes out (OCPP 1.6, 4.2)."""
        self._next_id = first_id
        self._patience = patience
        self._waiting: list[Waiting] = []
        self._asked: Asked | None = None

    @property
    def is_empty(self) -> bool:
        return not self._waiting and self._asked is None

    @property
    def due(self) -> float:
        """When time alone changes something here."""
        if self._asked:
            return self._asked.deadline
        return min((it.not_before for it in self._in_turn()), default=math.inf)

    def holds(self, action: str) -> bool:
        """Whether such a Call has not been sent yet."""
        return any(it.action == action for it in self._waiting)

    def unsettled(self, action: str) -> list[Payload]:
        """Such Calls that have not been answered, sent or not."""
        asked = [self._asked.call] if self._asked else []
        return [it.payload for it in (*asked, *self._waiting) if it.action == action]

    def new_id(self) -> str:
        self._next_id += 1
        return str(self._next_id)

    def add(self, call: Waiting) -> None:
        if len(self._waiting) >= MOST:
            self._waiting.remove(next((it for it in self._waiting if not it.keep), self._waiting[0]))
        self._waiting.append(call)

    def next_call(self, at: float) -> Call | None:
        """The Call to send now, if there is one and none is unanswered."""
        ready = next((it for it in self._in_turn() if it.not_before <= at), None)
        if self._asked or ready is None:
            return None
        self._waiting.remove(ready)
        ready.attempts += 1
        self._asked = Asked(self.new_id(), ready, at + self._patience)
        return Call(self._asked.unique_id, ready.action, ready.payload)

    def settle(self, unique_id: str) -> Waiting | None:
        """The Call this answers; None when it answers nothing that is still open (late, twice, or never asked)."""
        asked = self._asked
        if asked is None or asked.unique_id != unique_id:
            return None
        self._asked = None
        return asked.call

    def give_up(self, at: float) -> Waiting | None:
        """The Call that has been unanswered for too long, if there is one."""
        asked = self._asked
        return self.settle(asked.unique_id) if asked and at >= asked.deadline else None

    def again(self, call: Waiting, not_before: float) -> None:
        """Try this one again, before all that came after it."""
        call.not_before = not_before
        self._waiting.insert(0, call)

    def cut_off(self) -> list[Waiting]:
        """The connection is gone: returns the Calls that are lost with it; those about transactions stay."""
        if self._asked:
            self.again(self._asked.call, 0.0)
            self._asked = None
        lost = [it for it in self._waiting if not it.keep]
        self._waiting = [it for it in self._waiting if it.keep]
        return lost

    def _in_turn(self) -> Iterator[Waiting]:
        """Those that may go when their time has come: one about a transaction overtakes no other (OCPP 1.6, 3.7.1)."""
        first_kept = next((it for it in self._waiting if it.keep), None) if self.is_registered else None
        yield from (it for it in self._waiting if not it.keep or it is first_kept)
