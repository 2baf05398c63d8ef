"""Monitors, and in OCPP 2.1 the streams they may feed (OCPP 2.0.1, N)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay.emulator.frame import Payload
from relay.emulator.v2.answers.answer import Answer, accepted
from relay.emulator.v2.answers.device import is_asked_for
from relay.emulator.v2.monitors import MOST_SEVERE, Monitor
from relay.emulator.v2.parts import report
from relay.emulator.v2.variables import IN_A_PART

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station

CRITERIA = {
    "ThresholdMonitoring": {"UpperThreshold", "LowerThreshold"},
    "DeltaMonitoring": {"Delta"},
    "PeriodicMonitoring": {"Periodic"},
}


def set_variable_monitoring(station: Station, payload: Payload, at: float) -> Payload:
    return {"setMonitoringResult": [set_one(station, asked, at) for asked in payload["setMonitoringData"]]}


def set_one(station: Station, asked: Payload, at: float) -> Payload:
    status, monitor = station.monitors.set(asked, at)
    if monitor:
        begin_to_tell(station, monitor, asked, at)
    about = {name: asked[name] for name in ("type", "component", "variable", "severity")}
    return {"status": status, **about, **({"id": monitor.id} if monitor else {})}


def begin_to_tell(station: Station, monitor: Monitor, asked: Payload, at: float) -> None:
    if "periodicEventStream" in asked:
        station.streams.open(station.streams.add(monitor, asked["periodicEventStream"]))
    elif monitor.type == "Periodic":
        station.monitors.tell_periodically(monitor, at)


def clear_variable_monitoring(station: Station, payload: Payload, at: float) -> Payload:
    results = [{"id": number, "status": station.monitors.clear(number)} for number in payload["id"]]
    for number in payload["id"]:
        station.streams.close(number)
    return {"clearMonitoringResult": results}


def get_monitoring_report(station: Station, payload: Payload, at: float) -> Payload:
    criteria = payload.get("monitoringCriteria", list(CRITERIA))
    types = set().union(*(CRITERIA[name] for name in criteria))
    asked = payload.get("componentVariable")
    found = [it for it in station.monitors if it.type in types and is_asked_for(it.variable, asked)]
    if not found:
        return {"status": "EmptyResultSet"}
    tells_kind = station.version == "2.1"
    entries = [
        {
            "component": it.variable.component.payload,
            "variable": it.variable.payload,
            "variableMonitoring": [it.payload | ({"eventNotificationType": it.kind} if tells_kind else {})],
        }
        for it in found
    ]
    report(station.talk, "NotifyMonitoringReport", payload["requestId"], "monitor", entries, IN_A_PART, at)
    return accepted(True)


def set_monitoring_base(station: Station, payload: Payload, at: float) -> Payload:
    """All: what was set by hand stays too."""
    if payload["monitoringBase"] != "All":
        for monitor in [it for it in station.monitors if it.kind == "CustomMonitor"]:
            station.monitors.clear(monitor.id)
            station.streams.close(monitor.id)
    return accepted(True)


def set_monitoring_level(station: Station, payload: Payload, at: float) -> Payload:
    if not 0 <= payload["severity"] <= MOST_SEVERE:
        return accepted(False)
    station.monitors.level = payload["severity"]
    return accepted(True)


def adjust_stream(station: Station, payload: Payload, at: float) -> Payload:
    return accepted(station.streams.adjust(payload["id"], payload["params"], at))


def get_streams(station: Station, payload: Payload, at: float) -> Payload:
    streams = station.streams.tell()
    return {"constantStreamData": streams} if streams else {}


ANSWERS: dict[str, Answer] = {
    "ClearVariableMonitoring": clear_variable_monitoring,
    "GetMonitoringReport": get_monitoring_report,
    "SetMonitoringBase": set_monitoring_base,
    "SetMonitoringLevel": set_monitoring_level,
    "SetVariableMonitoring": set_variable_monitoring,
}

ANSWERS_21: dict[str, Answer] = {
    "AdjustPeriodicEventStream": adjust_stream,
    "GetPeriodicEventStream": get_streams,
}
