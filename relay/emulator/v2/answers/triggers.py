"""The messages a central system may ask for (OCPP 2.0.1, F06)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relay.emulator.certificates import SIGNING_REQUEST
from relay.emulator.frame import Payload
from relay.emulator.v2.answers.answer import Answer, accepted, because, chosen

if TYPE_CHECKING:
    from relay.emulator.v2.evse import Evse
    from relay.emulator.v2.station import Station

Trigger = Callable[["Station", "list[Evse]", float], bool]
"""False where there is nothing to tell."""


def trigger_message(station: Station, payload: Payload, at: float) -> Payload:
    evses = chosen(station, payload.get("evse", {}).get("id", 0))
    trigger = TRIGGERS.get(payload["requestedMessage"])
    if trigger is None:
        return {"status": "NotImplemented"}
    return accepted(trigger(station, evses, at)) if evses else because("Rejected", "UnknownEvse")


def boot(station: Station, evses: list[Evse], at: float) -> bool:
    """Not once it is accepted (F06.FR.17)."""
    if station.talk.registration == "Accepted":
        return False
    station.boot_reason = "Triggered"
    station.talk.boot()
    return True


def heartbeat(station: Station, evses: list[Evse], at: float) -> bool:
    station.talk.heartbeat(at)
    return True


def statuses(station: Station, evses: list[Evse], at: float) -> bool:
    for evse in evses:
        station.report(evse.number, at)
    return True


def meter_values(station: Station, evses: list[Evse], at: float) -> bool:
    names = station.model.names("AlignedDataCtrlr", "Measurands")
    for evse in evses:
        evse.tell_meter("Trigger", names, at)
    return bool(names)


def transaction_events(station: Station, evses: list[Evse], at: float) -> bool:
    names = station.model.names("SampledDataCtrlr", "TxUpdatedMeasurands")
    running = [it for it in evses if it.transaction]
    for evse in running:
        evse.tell_transaction("Trigger", "Trigger", names, at)
    return bool(running)


def signing_request(station: Station, evses: list[Evse], at: float) -> bool:
    call = {"csr": SIGNING_REQUEST, "certificateType": "ChargingStationCertificate"}
    station.talk.ask("SignCertificate", call)
    return True


def job(action: str) -> Trigger:
    def tell(station: Station, evses: list[Evse], at: float) -> bool:
        station.jobs.report(action)
        return True

    return tell


TRIGGERS: dict[str, Trigger] = {
    "BootNotification": boot,
    "FirmwareStatusNotification": job("FirmwareStatusNotification"),
    "Heartbeat": heartbeat,
    "LogStatusNotification": job("LogStatusNotification"),
    "MeterValues": meter_values,
    "SignChargingStationCertificate": signing_request,
    "StatusNotification": statuses,
    "TransactionEvent": transaction_events,
}

ANSWERS: dict[str, Answer] = {"TriggerMessage": trigger_message}
