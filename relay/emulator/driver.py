"""The drivers who come to an emulated charge point, one after the other."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relay.emulator.station import Station

CARDS = ("04A1B2C3D4E5F6", "04C0FFEE123456", "04DECAF7890123")


class Driver:
    """Comes after a pause, takes the connectors and the cards in turn, and goes elsewhere while nothing is free."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._random = random.Random(station.identity)  # noqa: S311 - of drivers, not of secrets
        self._visits = 0

    def expect(self, at: float) -> None:
        """Have the next one come, unless somebody is on the way already."""
        if not self._station.agenda.is_planned("driver"):
            pause = self._station.pace.pause * self._random.uniform(0.8, 1.2)
            self._station.agenda.plan("driver", at + pause, self._arrive)

    def left(self, at: float) -> None:
        self.expect(at)

    def _arrive(self, at: float) -> None:
        card = CARDS[self._visits % len(CARDS)]
        connectors = list(self._station.connectors.values())
        in_turn = connectors[self._visits % len(connectors) :] + connectors[: self._visits % len(connectors)]
        free = next((it for it in in_turn if it.takes(card)), None)
        if free is None or not self._station.is_in_service:
            self.expect(at)
        else:
            self._visits += 1
            free.plug_in(card, at)
