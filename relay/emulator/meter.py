"""What a fast charger measures while a car is plugged in."""

from __future__ import annotations

import math

from relay.emulator.frame import Payload

MOST_POWER = 150_000.0
"""W: what the charge point can give on one connector."""

LEAST_POWER = 1_000.0
"""W: below this a car does not charge at all."""

NOMINAL_VOLTAGE = 400.0
"""V: what ampere limits are converted with."""

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


class Meter:
    """Energy is power times time, whatever happens: the register never goes back, and survives cars and restarts."""

    def __init__(self, register: float = 0.0) -> None:
        self.register = register
        self.state_of_charge = 0.0
        self.power = 0.0
        self.offered = MOST_POWER
        self.temperature = 22.0
        self._at = 0.0
        self._since = 0.0

    def plug_in(self, state_of_charge: float) -> None:
        self.state_of_charge = state_of_charge

    def switch_on(self, at: float) -> None:
        self._at = self._since = at
        self.power = 0.0

    def advance(self, at: float, limit: float) -> None:
        """Count what flowed until now at the power of before, then follow the car's curve and the limit from now on."""
        passed = max(0.0, at - self._at)
        energy = min(self.power * passed / 3600, BATTERY * (100 - self.state_of_charge) / 100)
        self.register += energy
        self.state_of_charge = min(100.0, self.state_of_charge + energy / BATTERY * 100)
        self.temperature += (22 + self.power / 5000 - self.temperature) * (1 - math.exp(-passed / 60))
        self._at = at
        self.offered = limit
        self.power = self._accepted(at, limit)

    def switch_off(self, at: float) -> None:
        self.advance(at, 0.0)

    @property
    def voltage(self) -> float:
        return NOMINAL_VOLTAGE * (0.9 + 0.2 * self.state_of_charge / 100)

    def sample(self, measurands: list[str], context: str) -> list[Payload]:
        """The `sampledValue` of MeterValues (OCPP 1.6, 4.7)."""
        return [
            {"value": self._read(name), "context": context, "measurand": name, "unit": UNITS[name]}
            | ({"location": "EV"} if name == "SoC" else {"location": "Outlet"})
            for name in measurands
        ]

    def _accepted(self, at: float, limit: float) -> float:
        """What the car takes: rising over ten seconds, full until half of the battery, then less and less."""
        rise = min(1.0, (at - self._since + 1) / 10)
        curve = min(1.0, 1.75 - 1.5 * self.state_of_charge / 100)
        ripple = 1 + 0.01 * math.sin(at)
        power = min(MOST_POWER * rise * curve * ripple, limit)
        return power if power >= LEAST_POWER and self.state_of_charge < 100 else 0.0

    def _read(self, measurand: str) -> str:
        match measurand:
            case "Energy.Active.Import.Register":
                return f"{self.register:.0f}"
            case "Power.Active.Import":
                return f"{self.power:.0f}"
            case "Power.Offered":
                return f"{self.offered:.0f}"
            case "Current.Import":
                return f"{self.power / self.voltage:.1f}"
            case "Voltage":
                return f"{self.voltage:.1f}"
            case "SoC":
                return f"{self.state_of_charge:.1f}"
            case _:
                return f"{self.temperature:.1f}"
