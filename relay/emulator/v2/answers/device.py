"""Variables, reports, restarts and availability (OCPP 2.0.1, B and G)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay.emulator.frame import Payload
from relay.emulator.v2.answers.answer import Answer, accepted, because, chosen
from relay.emulator.v2.device_model import Variable, fits
from relay.emulator.v2.parts import report
from relay.emulator.v2.variables import IN_A_PART

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station

SUMMARY = {"Available", "AvailabilityState", "Problem"}
"""What a SummaryInventory is about."""


def get_variables(station: Station, payload: Payload, at: float) -> Payload:
    return {"getVariableResult": [station.model.get(asked, at) for asked in payload["getVariableData"]]}


def set_variables(station: Station, payload: Payload, at: float) -> Payload:
    results = [station.model.set(asked) for asked in payload["setVariableData"]]
    station.talk.plan_heartbeat(at)
    station.plan_clock_aligned(at)
    for evse in station.evses.values():
        evse.plan_samples(at)
    return {"setVariableResult": results}


def get_base_report(station: Station, payload: Payload, at: float) -> Payload:
    base = payload["reportBase"]

    def is_wanted(variable: Variable) -> bool:
        if base == "ConfigurationInventory":
            return variable.is_writable
        return base == "FullInventory" or variable.name in SUMMARY

    return tell(station, payload["requestId"], station.model.report(at, is_wanted), at)


def get_report(station: Station, payload: Payload, at: float) -> Payload:
    asked, criteria = payload.get("componentVariable"), payload.get("componentCriteria", [])

    def is_wanted(variable: Variable) -> bool:
        return is_asked_for(variable, asked) and any_of(station, variable, criteria, at)

    return tell(station, payload["requestId"], station.model.report(at, is_wanted), at)


def tell(station: Station, request: int, found: list[Payload], at: float) -> Payload:
    if not found:
        return {"status": "EmptyResultSet"}
    report(station.talk, "NotifyReport", request, "reportData", found, IN_A_PART, at)
    return accepted(True)


def is_asked_for(variable: Variable, asked: list[Payload] | None) -> bool:
    """Where nothing is named, everything is meant; without a variable every one of the component."""
    return asked is None or any(
        fits(it["component"], variable.component.payload)
        and ("variable" not in it or fits(it["variable"], variable.payload))
        for it in asked
    )


def any_of(station: Station, variable: Variable, criteria: list[str], at: float) -> bool:
    """A component that does not say so is active, available and enabled, and has no problem (OCPP 2.0.1, B08)."""
    said = [(name, station.model.has(variable.component, name, at)) for name in criteria]
    return not criteria or any((name != "Problem") if it is None else it for name, it in said)


def reset(station: Station, payload: Payload, at: float) -> Payload:
    number, how = payload.get("evseId", 0), payload["type"]
    evses = chosen(station, number)
    if not evses:
        return because("Rejected", "UnknownEvse")
    if how not in {"Immediate", "OnIdle"}:
        return because("Rejected", "UnsupportedRequest")
    if how == "OnIdle" and any(it.transaction for it in evses):
        station.resets_when_idle.add(number)
        return {"status": "Scheduled"}
    if number == 0:
        station.restart("RemoteReset", at)
    else:
        evses[0].power_down(at)
        station.talk.say(f"EVSE {number} restarts")
        station.driver.expect(at)
    return accepted(True)


def change_availability(station: Station, payload: Payload, at: float) -> Payload:
    place, operative = payload.get("evse"), payload["operationalStatus"] == "Operative"
    evses = chosen(station, place["id"] if place else 0)
    if not evses or (place and place.get("connectorId", 1) != 1):
        return because("Rejected", "UnknownEvse")
    if place:
        for evse in evses:
            evse.is_operative = operative
    else:
        station.is_operative = operative
    waits = not operative and any(it.transaction for it in evses)
    return {"status": "Scheduled"} if waits else accepted(True)


def set_network_profile(station: Station, payload: Payload, at: float) -> Payload:
    """Kept in one of three slots; the emulator goes on where its command told it to."""
    slot = payload["configurationSlot"]
    if slot not in {1, 2, 3} or not payload["connectionData"]["ocppCsmsUrl"].startswith(("ws://", "wss://")):
        return because("Rejected", "InvalidNetworkConf")
    station.networks[slot] = payload["connectionData"]
    return accepted(True)


def data_transfer(station: Station, payload: Payload, at: float) -> Payload:
    return {"status": "UnknownVendorId"}


ANSWERS: dict[str, Answer] = {
    "ChangeAvailability": change_availability,
    "DataTransfer": data_transfer,
    "GetBaseReport": get_base_report,
    "GetReport": get_report,
    "GetVariables": get_variables,
    "Reset": reset,
    "SetNetworkProfile": set_network_profile,
    "SetVariables": set_variables,
}
