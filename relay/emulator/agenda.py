"""What a charge point means to do, and when."""

from __future__ import annotations

import math
from collections.abc import Callable

Act = Callable[[float], None]
"""Called with the time it is."""


class Agenda:
    """One plan per name; a new one replaces the old. Nothing happens by itself: ``carry_out`` is told the time."""

    def __init__(self) -> None:
        self._plans: dict[str, tuple[float, Act]] = {}

    @property
    def due(self) -> float:
        """When ``carry_out`` is next of use; infinite when nothing is planned."""
        return min((at for at, _ in self._plans.values()), default=math.inf)

    def plan(self, name: str, at: float, act: Act) -> None:
        self._plans[name] = (at, act)

    def drop(self, *names: str) -> None:
        for name in names:
            self._plans.pop(name, None)

    def is_planned(self, name: str) -> bool:
        return name in self._plans

    def carry_out(self, at: float) -> None:
        """Do what was due when this began, in the order of its time; what that plans anew waits for the next call."""
        for name, plan in sorted(self._plans.items(), key=lambda item: item[1][0]):
            if plan[0] <= at and self._plans.get(name) is plan:
                del self._plans[name]
                plan[1](at)
