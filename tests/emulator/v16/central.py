"""The central system of an OCPP 1.6 station."""

from __future__ import annotations

from relay.emulator.pace import Pace
from relay.emulator.v16.station import Station
from tests.emulator import central
from tests.emulator.central import NOON


class Central(central.Central[Station]):
    def __init__(self, pace: Pace | None = None, meter_seconds: int = 5) -> None:
        super().__init__(Station("CP1", NOON, pace or Pace(), meter_seconds))

    def started(self) -> Central:
        """Past the boot and its status notifications."""
        self.connect()
        for _ in range(3):
            self.hears("StatusNotification")
        return self

    def charging(self) -> Central:
        """With a car that charges on connector 1, transaction 1001."""
        self.started()
        self.hears("StartTransaction")
        while self.hears("StatusNotification")["status"] != "Charging":
            pass
        return self
