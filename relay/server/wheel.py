"""One timer for every ping, lease and chore of a process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

TURN_SECONDS = 0.25

logger = logging.getLogger(__name__)


class Rider(Protocol):
    """Something that wants to be called once in a while."""

    def turn(self) -> bool:
        """Called once a period; False to leave the wheel."""


class Wheel:
    """Calls each rider once a period, spread over it, and each chore every turn."""

    def __init__(self) -> None:
        self._turns = 0
        self._slots: dict[int, list[list[Rider]]] = {}
        self._chores: list[Callable[[], None]] = []
        self.lag = 0.0

    def join(self, rider: Rider, seconds: float) -> None:
        """Call ``rider`` in ``seconds`` from now for the first time, and as often until it leaves."""
        period = max(1, round(seconds / TURN_SECONDS))
        if period not in self._slots:
            self._slots[period] = [[] for _ in range(period)]
        self._slots[period][self._turns % period].append(rider)

    def every_turn(self, chore: Callable[[], None]) -> None:
        """Call ``chore`` four times a second."""
        self._chores.append(chore)

    def turn(self) -> None:
        """Let everybody whose turn it is act."""
        self._turns += 1
        for period, slots in self._slots.items():
            slot = self._turns % period
            riders, slots[slot] = slots[slot], []
            slots[slot] += [rider for rider in riders if _does(rider.turn)]
        for chore in self._chores:
            _does(chore)

    async def run(self) -> None:
        """Turn for ever; ``lag`` is by how many seconds the loop was late the last time."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + TURN_SECONDS
            await asyncio.sleep(TURN_SECONDS)
            self.lag = max(0.0, loop.time() - due)
            self.turn()


def _does(chore: Callable[[], bool | None]) -> bool:
    """Call it; what it raises is logged, ends its own ride and stops nobody else's."""
    try:
        return bool(chore())
    except Exception:
        logger.exception("A rider of the wheel failed")
        return False
