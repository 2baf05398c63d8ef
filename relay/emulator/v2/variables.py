"""Every variable of an emulated OCPP 2.x charging station. Each that can be set changes what the station does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relay.emulator import charging_profiles, meter, tags
from relay.emulator.certificates import MOST_CERTIFICATES
from relay.emulator.v2.device_model import Component, Live, Variable

if TYPE_CHECKING:
    from relay.emulator.v2.evse import Evse
    from relay.emulator.v2.station import Station

MEASURANDS = tuple(name for name in meter.UNITS if name != "Temperature")
"""OCPP 2.x has no such measurand: temperature is a variable there."""

SAMPLED = "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC"

MOST_AT_ONCE = 50
"""Variables in one GetVariables or SetVariables."""

IN_A_PART = 20
"""Variables in one NotifyReport."""


def fixed(
    component: Component, name: str, value: object, kind: str = "string", instance: str | None = None
) -> Variable:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Variable(component, name, text, kind, instance)


def live(component: Component, name: str, value: Live, kind: str = "string", unit: str | None = None) -> Variable:
    return Variable(component, name, value, kind, unit=unit)


def switch(component: Component, name: str, is_on: bool) -> Variable:
    return Variable(component, name, str(is_on).lower(), "boolean", is_writable=True)


def count(component: Component, name: str, value: int, unit: str | None = None, **more: int) -> Variable:
    return Variable(component, name, str(value), "integer", is_writable=True, unit=unit, **more)  # type: ignore[arg-type] # least and most


def measurands(component: Component, name: str, value: str) -> Variable:
    return Variable(component, name, value, "MemberList", is_writable=True, members=MEASURANDS)


def variables(station: Station, meter_seconds: int) -> Iterator[Variable]:
    yield from about_the_station(station)
    yield from about_the_connection()
    yield from about_authorization(station)
    yield from about_transactions(meter_seconds)
    yield from about_the_rest(station)
    for evse in station.evses.values():
        yield from about_an_evse(evse)


def about_the_station(station: Station) -> Iterator[Variable]:
    it = Component("ChargingStation")
    yield fixed(it, "VendorName", "ocpp-relay")
    yield fixed(it, "Model", "Emulator")
    yield fixed(it, "SerialNumber", station.identity[:25])
    yield fixed(it, "FirmwareVersion", "1.0.0")
    yield fixed(it, "SupplyPhases", len(meter.PHASES), "integer")
    yield fixed(it, "Available", True, "boolean")
    yield fixed(it, "Problem", False, "boolean")
    yield live(it, "AvailabilityState", lambda _: "Available" if station.is_operative else "Unavailable", "OptionList")
    clock = Component("ClockCtrlr")
    yield live(clock, "DateTime", station.talk.time, "dateTime")
    yield fixed(clock, "TimeSource", "Heartbeat", "SequenceList")


def about_the_connection() -> Iterator[Variable]:
    it = Component("OCPPCommCtrlr")
    yield count(it, "HeartbeatInterval", 60, "s", least=1)
    yield Variable(
        it, "WebSocketPingInterval", "20", "integer", is_writable=True, needs_restart=True, unit="s", least=0
    )
    yield Variable(it, "MessageAttempts", "3", "integer", "TransactionEvent", is_writable=True, most=10)
    yield Variable(it, "MessageAttemptInterval", "10", "integer", "TransactionEvent", is_writable=True, unit="s")
    yield fixed(it, "MessageTimeout", 30, "integer", "Default")
    yield fixed(it, "OfflineThreshold", 0, "integer")
    yield fixed(it, "ResetRetries", 0, "integer")
    yield fixed(it, "RetryBackOffRepeatTimes", 5, "integer")
    yield fixed(it, "RetryBackOffWaitMinimum", 1, "integer")
    yield fixed(it, "NetworkConfigurationPriority", "0", "SequenceList")
    yield fixed(it, "NetworkProfileConnectionAttempts", 3, "integer")
    yield fixed(it, "FileTransferProtocols", "HTTP,HTTPS,FTP", "MemberList")
    yield fixed(it, "UnlockOnEVSideDisconnect", True, "boolean")
    security = Component("SecurityCtrlr")
    yield fixed(security, "SecurityProfile", 0, "integer")
    yield fixed(security, "OrganizationName", "ocpp-relay")
    yield fixed(security, "CertificateEntries", MOST_CERTIFICATES, "integer")


def about_authorization(station: Station) -> Iterator[Variable]:
    it = Component("AuthCtrlr")
    yield fixed(it, "Enabled", True, "boolean")
    yield switch(it, "AuthorizeRemoteStart", is_on=False)
    yield switch(it, "LocalPreAuthorize", is_on=False)
    yield fixed(it, "LocalAuthorizeOffline", False, "boolean")
    yield fixed(it, "OfflineTxForUnknownIdEnabled", False, "boolean")
    yield switch(Component("AuthCacheCtrlr"), "Enabled", is_on=True)
    local = Component("LocalAuthListCtrlr")
    yield switch(local, "Enabled", is_on=True)
    yield live(local, "Entries", lambda _: str(station.tags.listed), "integer")
    yield fixed(local, "ItemsPerMessage", tags.MOST_AT_ONCE, "integer")
    yield fixed(local, "BytesPerMessage", 65_536, "integer")


def about_transactions(meter_seconds: int) -> Iterator[Variable]:
    it = Component("TxCtrlr")
    yield fixed(it, "TxStartPoint", "EVConnected", "MemberList")
    yield fixed(it, "TxStopPoint", "Authorized", "MemberList")
    yield fixed(it, "EVConnectionTimeOut", 60, "integer")
    yield switch(it, "StopTxOnInvalidId", is_on=True)
    yield fixed(it, "StopTxOnEVSideDisconnect", True, "boolean")
    sampled = Component("SampledDataCtrlr")
    yield switch(sampled, "Enabled", is_on=True)
    yield count(sampled, "TxUpdatedInterval", meter_seconds, "s")
    yield measurands(sampled, "TxStartedMeasurands", "Energy.Active.Import.Register,SoC")
    yield measurands(sampled, "TxUpdatedMeasurands", SAMPLED)
    yield measurands(sampled, "TxEndedMeasurands", "Energy.Active.Import.Register,SoC")
    yield fixed(sampled, "TxEndedInterval", 0, "integer")
    aligned = Component("AlignedDataCtrlr")
    yield switch(aligned, "Enabled", is_on=True)
    yield count(aligned, "Interval", 0, "s")
    yield measurands(aligned, "Measurands", "Energy.Active.Import.Register,Voltage")


def about_the_rest(station: Station) -> Iterator[Variable]:
    it = Component("DeviceDataCtrlr")
    yield fixed(it, "ItemsPerMessage", IN_A_PART, "integer", "GetReport")
    for action in ("GetVariables", "SetVariables"):
        yield fixed(it, "ItemsPerMessage", MOST_AT_ONCE, "integer", action)
    for action in ("GetReport", "GetVariables", "SetVariables"):
        yield fixed(it, "BytesPerMessage", 65_536, "integer", action)
    charging = Component("SmartChargingCtrlr")
    yield fixed(charging, "Enabled", True, "boolean")
    yield fixed(charging, "ProfileStackLevel", charging_profiles.MOST_STACK_LEVEL, "integer")
    yield fixed(charging, "PeriodsPerSchedule", charging_profiles.MOST_PERIODS, "integer")
    yield fixed(charging, "RateUnit", "A,W", "MemberList")
    yield fixed(charging, "Entries", charging_profiles.MOST_PROFILES, "integer", "ChargingProfiles")
    reservation = Component("ReservationCtrlr")
    yield fixed(reservation, "Enabled", True, "boolean")
    yield fixed(reservation, "NonEvseSpecific", False, "boolean")
    monitoring = Component("MonitoringCtrlr")
    yield fixed(monitoring, "Enabled", True, "boolean")
    yield live(monitoring, "ActiveMonitoringLevel", lambda _: str(station.monitors.level), "integer")
    for name in ("DisplayMessageCtrlr", "TariffCostCtrlr", "ISO15118Ctrlr"):
        yield fixed(Component(name), "Available", False, "boolean")


def about_an_evse(evse: Evse) -> Iterator[Variable]:
    it = Component("EVSE", evse.number)
    yield fixed(it, "Available", True, "boolean")
    yield fixed(it, "Problem", False, "boolean")
    yield fixed(it, "AllowReset", True, "boolean")
    yield fixed(it, "SupplyPhases", len(meter.PHASES), "integer")
    yield live(it, "AvailabilityState", lambda _: evse.status, "OptionList")
    power = live(it, "Power", lambda at: f"{evse.power(at):.0f}", "decimal", "W")
    power.most = round(meter.MOST_POWER)
    yield power
    yield live(it, "Temperature", lambda _: f"{evse.meter.temperature:.1f}", "decimal", "Celsius")
    connector = Component("Connector", evse.number, 1)
    yield fixed(connector, "Available", True, "boolean")
    yield fixed(connector, "ConnectorType", "sType2")
    yield fixed(connector, "SupplyPhases", len(meter.PHASES), "integer")
    yield live(connector, "AvailabilityState", lambda _: evse.status, "OptionList")
