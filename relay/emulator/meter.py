"""What a three-phase charger measures while a car is plugged in."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

PHASES = ("L1", "L2", "L3")

VOLTAGE = 230.0
"""V between a phase and neutral: what ampere limits are converted with."""

MOST_CURRENT = 32.0
"""A on each phase."""

MOST_POWER = len(PHASES) * VOLTAGE * MOST_CURRENT
"""W: what the charge point can give on one connector."""

LEAST_POWER = 1_000.0
"""W: below this a car does not charge at all."""

BATTERY = 60_000.0
"""Wh."""

UNITS = {
    "Energy.Active.Import.Register": "Wh",
    "Power.Active.Import": "W",
    "Power.Offered": "W",
    "Current.Import": "A",
    "Voltage": "V",
    "SoC": "Percent",
    "Temperature": "Celsius",
}
"""Every measurand there is here, with its unit."""

WHOLE = {"Wh", "W"}
"""Units that are told without decimals."""


@dataclass(frozen=True, slots=True)
class Reading:
    measurand: str
    value: float
    phase: str | None = None

    @property
    def unit(self) -> str:
        return UNITS[self.measurand]

    @property
    def location(self) -> str:
        return "EV" if self.measurand == "SoC" else "Outlet"

    @property
    def rounded(self) -> float:
        return round(self.value) if self.unit in WHOLE else round(self.value, 1)


class Meter:
    """Energy is power times time, whatever happens: the register never goes back, and survives cars and restarts.

    ``speed`` is how many seconds pass for the car while one does for everybody else.
    """

    def __init__(self, register: float = 0.0, speed: float = 1.0) -> None:
        self.register = register
        self.state_of_charge = 0.0
        self.power = 0.0
        self.offered = MOST_POWER
        self.temperature = 22.0
        self._speed = speed
        self._at = 0.0
        self._since = 0.0

    def plug_in(self, state_of_charge: float) -> None:
        self.state_of_charge = state_of_charge

    def switch_on(self, at: float) -> None:
        self._at = self._since = at
        self.power = 0.0

    def advance(self, at: float, limit: float) -> None:
        """Count what flowed until now at the power of before, then follow the car's curve and the limit from now on."""
        passed = max(0.0, at - self._at) * self._speed
        energy = min(self.power * passed / 3600, BATTERY * (100 - self.state_of_charge) / 100)
        self.register += energy
        self.state_of_charge = min(100.0, self.state_of_charge + energy / BATTERY * 100)
        self.temperature += (22 + self.power / 1000 - self.temperature) * (1 - math.exp(-passed / 60))
        self._at = at
        self.offered = limit
        self.power = self._accepted(at, limit)

    @property
    def voltage(self) -> float:
        """It sags a little under load."""
        return VOLTAGE - 2 * self.power / MOST_POWER

    def read(self, measurands: Iterable[str]) -> list[Reading]:
        return [reading for name in measurands for reading in self._readings(name)]

    def _accepted(self, at: float, limit: float) -> float:
        """What the car takes: rising over ten seconds, full until half of the battery, then less and less."""
        rise = min(1.0, ((at - self._since) * self._speed + 1) / 10)
        curve = min(1.0, 1.75 - 1.5 * self.state_of_charge / 100)
        ripple = 0.99 + 0.01 * math.sin(at)
        power = min(MOST_POWER * rise * curve * ripple, limit)
        return power if power >= LEAST_POWER and self.state_of_charge < 100 else 0.0

    def _readings(self, measurand: str) -> list[Reading]:
        match measurand:
            case "Energy.Active.Import.Register":
                return [Reading(measurand, self.register)]
            case "Power.Active.Import":
                return [Reading(measurand, self.power)]
            case "Power.Offered":
                return [Reading(measurand, self.offered)]
            case "Current.Import":
                current = self.power / len(PHASES) / self.voltage
                return [Reading(measurand, current, phase) for phase in PHASES]
            case "Voltage":
                return [Reading(measurand, self.voltage + n / 2, f"{phase}-N") for n, phase in enumerate(PHASES)]
            case "SoC":
                return [Reading(measurand, self.state_of_charge)]
            case _:
                return [Reading(measurand, self.temperature)]
