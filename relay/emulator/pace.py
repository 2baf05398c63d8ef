"""How fast an emulated charge point lives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. What people and machines do can be sped up; what the protocol promises is left alone."""

    pause: float = 10
    """From when a car left (or the boot) until the next one comes."""
    plug: float = 3
    """From plugging in until the card is shown."""
    charge: float = 90
    """The time a car charges."""
    leave: float = 5
    """From the end of the transaction until the car is gone."""
    restart: float = 3
    """How long a restart takes."""
    step: float = 2
    """Between the steps of a firmware update, or of an upload."""
    answer: float = 30
    """An unanswered Call is given up after this time."""
    speed: float = 1
    """How many seconds pass for the meter and the battery while one does for the protocol."""
    retry: float = 10
    """Until BootNotification is tried again where the central system gave no interval."""

    def faster(self, speed: float) -> Pace:
        return Pace(
            pause=self.pause / speed,
            plug=self.plug / speed,
            charge=self.charge / speed,
            leave=self.leave / speed,
            restart=self.restart / speed,
            step=self.step / speed,
            speed=self.speed * speed,
            answer=self.answer,
            retry=self.retry,
        )
