"""The drivers who come to an emulated charge point, one after the other."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Protocol

from relay.emulator.agenda import Agenda
from relay.emulator.pace import Pace

CARDS = ("04A1B2C3D4E5F6", "04C0FFEE123456", "04DECAF7890123")


class Place(Protocol):
    """Where one car can stand and charge."""

    def takes(self, card: str) -> bool:
        """Whether a driver with this card may charge here now."""
        ...

    def plug_in(self, card: str, at: float) -> None: ...


class Driver:
    """Comes after a pause, takes the places and the cards in turn, and goes elsewhere while nothing is free."""

    def __init__(
        self, identity: str, agenda: Agenda, pace: Pace, places: Sequence[Place], is_open: Callable[[], bool]
    ) -> None:
        self._agenda = agenda
        self._pace = pace
        self._places = places
        self._is_open = is_open
        self._random = random.Random(identity)  # noqa: S311 - of drivers, not of secrets
        self._visits = 0

    def expect(self, at: float) -> None:
        """Have the next one come, unless somebody is on the way already."""
        if not self._agenda.is_planned("driver"):
            pause = self._pace.pause * self._random.uniform(0.8, 1.2)
            self._agenda.plan("driver", at + pause, self._arrive)

    def _arrive(self, at: float) -> None:
        card = CARDS[self._visits % len(CARDS)]
        turn = self._visits % len(self._places)
        free = next((it for it in (*self._places[turn:], *self._places[:turn]) if it.takes(card)), None)
        if free is None or not self._is_open():
            self.expect(at)
        else:
            self._visits += 1
            free.plug_in(card, at)
