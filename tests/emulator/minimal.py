"""The smallest requests that the official schemas allow, as the `ocpp` package carries them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ocpp

from relay.emulator.frame import Payload

SCHEMAS = {"1.6": "v16", "2.0.1": "v201", "2.1": "v21"}

OF_CHARGE_POINTS = {
    "Authorize", "BatterySwap", "BootNotification", "ClearedChargingLimit", "ClosePeriodicEventStream",
    "DiagnosticsStatusNotification", "FirmwareStatusNotification", "Get15118EVCertificate",
    "GetCertificateChainStatus", "GetCertificateStatus", "Heartbeat", "LogStatusNotification", "MeterValues",
    "NotifyChargingLimit", "NotifyCustomerInformation", "NotifyDERAlarm", "NotifyDERStartStop",
    "NotifyDisplayMessages", "NotifyEVChargingNeeds", "NotifyEVChargingSchedule", "NotifyEvent",
    "NotifyMonitoringReport", "NotifyPeriodicEventStream", "NotifyPriorityCharging", "NotifyReport",
    "NotifySettlement", "OpenPeriodicEventStream", "PublishFirmwareStatusNotification",
    "PullDynamicScheduleUpdate", "ReportChargingProfiles", "ReportDERControl", "ReservationStatusUpdate",
    "SecurityEventNotification", "SignCertificate", "SignedFirmwareStatusNotification", "StartTransaction",
    "StatusNotification", "StopTransaction", "TransactionEvent", "VatNumberValidation",
}  # fmt: skip
"""The Calls that charge points make. DataTransfer is made by both."""


def of_central_systems(version: str) -> list[str]:
    """Every action a central system may ask for."""
    names = (path.stem.removesuffix("Request") for path in folder(version).glob("*.json"))
    return sorted({name for name in names if not name.endswith("Response")} - OF_CHARGE_POINTS)


def requests(version: str, action: str) -> Iterator[Payload]:
    """One for each value that the action's own enumerations may have."""
    schema = read(version, action)
    definitions = schema.get("definitions", {})
    smallest = fill(schema, definitions)
    yield smallest
    for name, it in schema.get("properties", {}).items():
        yield from (smallest | {name: value} for value in resolve(it, definitions).get("enum", []))


def folder(version: str) -> Path:
    return Path(ocpp.__file__).parent / SCHEMAS[version] / "schemas"


def read(version: str, action: str) -> Payload:
    name = action if version == "1.6" else f"{action}Request"
    schema: Payload = json.loads((folder(version) / f"{name}.json").read_text("utf-8-sig"))
    return schema


def resolve(schema: Payload, definitions: Payload) -> Payload:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: Payload = definitions[name] if name else schema
    return found


def fill(schema: Payload, definitions: Payload) -> Any:
    schema = resolve(schema, definitions)
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            properties = schema.get("properties", {})
            return {name: fill(properties[name], definitions) for name in schema.get("required", [])}
        case "array":
            return [fill(schema["items"], definitions)]
        case "integer" | "number":
            return 1
        case "boolean":
            return True
        case _:
            return "2030-01-01T00:00:00Z" if schema.get("format") == "date-time" else "x"
