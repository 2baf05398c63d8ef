"""The central system of an OCPP 2.x station."""

from __future__ import annotations

from typing import Any

from relay.emulator.frame import Payload
from relay.emulator.pace import Pace
from relay.emulator.v2.station import Station
from tests.emulator import central
from tests.emulator.central import NOON


class Central(central.Central[Station]):
    def __init__(self, version: str = "2.0.1", pace: Pace | None = None, meter_seconds: int = 5) -> None:
        super().__init__(Station(version, "CP1", NOON, pace or Pace(), meter_seconds))

    def started(self) -> Central:
        """Past the boot and its status notifications."""
        self.connect()
        for _ in range(2):
            self.hears("StatusNotification")
        return self

    def charging(self) -> Central:
        """With a car that charges on EVSE 1."""
        self.started()
        while self.event()["transactionInfo"]["chargingState"] != "Charging":
            pass
        return self

    def event(self, within: float = 200) -> Payload:
        """The next TransactionEvent."""
        return self.hears("TransactionEvent", within)

    def ended(self) -> Payload:
        """The event that ends the transaction."""
        event = self.event()
        while event["eventType"] != "Ended":
            event = self.event()
        return event

    @property
    def transaction(self) -> str:
        running = self.station.evses[1].transaction
        assert running
        return running.id

    def gets(self, component: str, variable: str, /, **more: Any) -> Payload:
        """One result of GetVariables."""
        asked = {"component": {"name": component}, "variable": {"name": variable}} | more
        result: Payload = self.asks("GetVariables", getVariableData=[asked])["getVariableResult"][0]
        return result

    def sets(self, component: str, variable: str, value: str, /, **more: Any) -> str:
        """The status of SetVariables."""
        asked = {"component": {"name": component}, "variable": {"name": variable}, "attributeValue": value} | more
        return str(self.asks("SetVariables", setVariableData=[asked])["setVariableResult"][0]["attributeStatus"])
