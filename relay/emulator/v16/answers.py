"""What an emulated charge point answers to each action a central system may ask of it.

Payloads have been held against the action's schema before: required keys are there, and of the right type.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relay.emulator.certificates import SIGNING_REQUEST, is_certificate
from relay.emulator.charging_profiles import LONGEST
from relay.emulator.conversation import Refusal
from relay.emulator.frame import Payload
from relay.emulator.jobs import SIGNED_UPDATE, UPDATE, UPLOAD
from relay.emulator.v16.connector import Connector, Phase, Reservation

if TYPE_CHECKING:
    from relay.emulator.v16.station import Station

Answer = Callable[["Station", Payload, float], Payload]


def answer(station: Station, action: str, payload: Payload, at: float) -> Payload:
    """The payload of the CallResult. Raises Refusal."""
    found = ANSWERS.get(action)
    if found is None:
        raise Refusal("NotImplemented", f"{action} is not implemented")
    return found(station, payload, at)


def accepted(condition: bool) -> Payload:
    return {"status": "Accepted" if condition else "Rejected"}


# Core (OCPP 1.6, chapter 5).


def change_availability(station: Station, payload: Payload, at: float) -> Payload:
    number, operative = payload["connectorId"], payload["type"] == "Operative"
    connectors = chosen(station, number)
    if not connectors:
        return accepted(False)
    if number == 0:
        station.is_operative = operative
    for connector in connectors:
        connector.is_operative = operative
    waits = not operative and any(connector.phase is not Phase.FREE for connector in connectors)
    return {"status": "Scheduled"} if waits else accepted(True)


def change_configuration(station: Station, payload: Payload, at: float) -> Payload:
    status = station.configuration.change(payload["key"], payload["value"])
    if status == "Accepted":
        station.talk.plan_heartbeat(at)
        station.plan_clock_aligned(at)
        for connector in station.connectors.values():
            connector.plan_samples(at)
    return {"status": status}


def clear_cache(station: Station, payload: Payload, at: float) -> Payload:
    station.tags.clear_cache()
    return accepted(station.configuration.is_on("AuthorizationCacheEnabled"))


def data_transfer(station: Station, payload: Payload, at: float) -> Payload:
    return {"status": "UnknownVendorId"}


def get_configuration(station: Station, payload: Payload, at: float) -> Payload:
    return station.configuration.tell(payload.get("key", []))


def remote_start(station: Station, payload: Payload, at: float) -> Payload:
    id_tag, profile = payload["idTag"], payload.get("chargingProfile")
    candidates = chosen(station, payload.get("connectorId", 0))
    connector = next((it for it in candidates if it.takes(id_tag) or it.phase is Phase.PLUGGED_IN), None)
    if connector is None or not station.talk.is_in_service:
        return accepted(False)
    if profile and (profile["chargingProfilePurpose"] != "TxProfile" or "transactionId" in profile):
        return accepted(False)  # OCPP 1.6, 5.11
    if profile and not station.profiles.install(connector.number, profile):
        return accepted(False)
    connector.remote_start(id_tag, at)
    return accepted(True)


def remote_stop(station: Station, payload: Payload, at: float) -> Payload:
    connector = with_transaction(station, payload["transactionId"])
    if connector:
        connector.stop("Remote", at)
    return accepted(connector is not None)


def reset(station: Station, payload: Payload, at: float) -> Payload:
    station.restart("HardReset" if payload["type"] == "Hard" else "SoftReset", at)
    return accepted(True)


def unlock_connector(station: Station, payload: Payload, at: float) -> Payload:
    connector = station.connectors.get(payload["connectorId"])
    if connector is None:
        return {"status": "NotSupported"}
    connector.stop("UnlockCommand", at)
    return {"status": "Unlocked"}


# Firmware management.


def get_diagnostics(station: Station, payload: Payload, at: float) -> Payload:
    station.jobs.begin("DiagnosticsStatusNotification", UPLOAD, {}, at)
    return {"fileName": file_name(station, "diagnostics")}


def update_firmware(station: Station, payload: Payload, at: float) -> Payload:
    begin = station.talk.begin(payload["retrieveDate"], at)
    station.jobs.begin("FirmwareStatusNotification", UPDATE, {}, begin)
    return {}


# Local authorization lists.


def get_local_list_version(station: Station, payload: Payload, at: float) -> Payload:
    """-1 where there are no lists (OCPP 1.6, 5.10)."""
    return {"listVersion": station.tags.version if station.configuration.is_on("LocalAuthListEnabled") else -1}


def send_local_list(station: Station, payload: Payload, at: float) -> Payload:
    if not station.configuration.is_on("LocalAuthListEnabled"):
        return {"status": "NotSupported"}
    entries = [(it["idTag"], it.get("idTagInfo", {})) for it in payload.get("localAuthorizationList", [])]
    return {"status": station.tags.update(payload["listVersion"], payload["updateType"], entries)}


# Reservation.


def reserve_now(station: Station, payload: Payload, at: float) -> Payload:
    connector = station.connectors.get(payload["connectorId"])
    expires = station.talk.begin(payload["expiryDate"], at)
    if connector is None or expires <= at:
        return accepted(False)
    if connector.phase is not Phase.FREE:
        return {"status": "Occupied"}
    if not connector.is_operative:
        return {"status": "Unavailable"}
    if connector.reservation and connector.reservation.id != payload["reservationId"]:
        return {"status": "Occupied"}
    connector.reserve(Reservation(payload["reservationId"], payload["idTag"]), expires)
    return accepted(True)


def cancel_reservation(station: Station, payload: Payload, at: float) -> Payload:
    wanted = payload["reservationId"]
    found = [it for it in station.connectors.values() if it.reservation and it.reservation.id == wanted]
    for connector in found:
        connector.unreserve()
    return accepted(bool(found))


# Smart charging.


def set_charging_profile(station: Station, payload: Payload, at: float) -> Payload:
    number, profile = payload["connectorId"], payload["csChargingProfiles"]
    if not chosen(station, number) or not is_at_home(station, number, profile):
        return accepted(False)
    installed = station.profiles.install(number, profile)
    follow_limits(station, at)
    return accepted(installed)


def clear_charging_profile(station: Station, payload: Payload, at: float) -> Payload:
    found = station.profiles.clear(payload)
    follow_limits(station, at)
    return {"status": "Accepted" if found else "Unknown"}


def get_composite_schedule(station: Station, payload: Payload, at: float) -> Payload:
    number = payload["connectorId"]
    if not chosen(station, number) or not 0 <= payload["duration"] <= LONGEST:
        return accepted(False)
    now = station.talk.clock(at)
    connector = station.connectors.get(number)
    begun = station.talk.clock(connector.transaction.begun) if connector and connector.transaction else now
    unit = payload.get("chargingRateUnit", "W")
    return {
        "status": "Accepted",
        "connectorId": number,
        "scheduleStart": station.talk.time(at),
        "chargingSchedule": station.profiles.composite(number, begun, now, payload["duration"], unit),
    }


# Remote trigger.


def trigger_message(station: Station, payload: Payload, at: float) -> Payload:
    number = payload.get("connectorId")
    if number is not None and not chosen(station, number):
        return accepted(False)
    match payload["requestedMessage"]:
        case "BootNotification":
            station.talk.boot()
        case "Heartbeat":
            station.talk.heartbeat(at)
        case "StatusNotification":
            station.report([0, *station.connectors] if number is None else [number], at)
        case "MeterValues":
            tell_meters(station, number or 0, at)
        case "SignChargePointCertificate":
            station.talk.ask("SignCertificate", {"csr": SIGNING_REQUEST})
        case action:
            station.jobs.report(action)
    return accepted(True)


def extended_trigger_message(station: Station, payload: Payload, at: float) -> Payload:
    """The same, only that firmware means signed firmware (security whitepaper)."""
    if payload["requestedMessage"] == "FirmwareStatusNotification":
        station.jobs.report("SignedFirmwareStatusNotification")
        return accepted(True)
    return trigger_message(station, payload, at)


def tell_meters(station: Station, number: int, at: float) -> None:
    for connector in chosen(station, number):
        connector.tell_meter(at, "Trigger")


# Security whitepaper.


def certificate_signed(station: Station, payload: Payload, at: float) -> Payload:
    return accepted(is_certificate(payload["certificateChain"]))


def install_certificate(station: Station, payload: Payload, at: float) -> Payload:
    return {"status": station.certificates.install(payload["certificateType"], payload["certificate"])}


def delete_certificate(station: Station, payload: Payload, at: float) -> Payload:
    return {"status": station.certificates.delete(payload["certificateHashData"])}


def get_installed_certificate_ids(station: Station, payload: Payload, at: float) -> Payload:
    found = [hashes for _, hashes in station.certificates.installed([payload["certificateType"]])]
    return {"status": "Accepted", "certificateHashData": found} if found else {"status": "NotFound"}


def get_log(station: Station, payload: Payload, at: float) -> Payload:
    interrupts = station.jobs.begin("LogStatusNotification", UPLOAD, {"requestId": payload["requestId"]}, at)
    status = "AcceptedCanceled" if interrupts else "Accepted"
    return {"status": status, "filename": file_name(station, payload["logType"])}


def signed_update_firmware(station: Station, payload: Payload, at: float) -> Payload:
    firmware = payload["firmware"]
    if not is_certificate(firmware["signingCertificate"]):
        return {"status": "InvalidCertificate"}
    when, also = station.talk.begin(firmware["retrieveDateTime"], at), {"requestId": payload["requestId"]}
    interrupts = station.jobs.begin("SignedFirmwareStatusNotification", SIGNED_UPDATE, also, when)
    return {"status": "AcceptedCanceled" if interrupts else "Accepted"}


def chosen(station: Station, number: int) -> list[Connector]:
    """The connectors a number means: 0 all, an unknown one none."""
    return [it for it in station.connectors.values() if number in {0, it.number}]


def with_transaction(station: Station, number: int) -> Connector | None:
    running = (it for it in station.connectors.values() if it.transaction and it.transaction.id == number)
    return next(running, None)


def is_at_home(station: Station, number: int, profile: Payload) -> bool:
    """A TxProfile belongs to the transaction that runs on its connector (OCPP 1.6, 5.16)."""
    if profile["chargingProfilePurpose"] != "TxProfile":
        return True
    connector = station.connectors.get(number)
    transaction = connector.transaction if connector else None
    return transaction is not None and profile.get("transactionId", transaction.id) == transaction.id


def follow_limits(station: Station, at: float) -> None:
    for connector in station.connectors.values():
        connector.follow_limit(at)


def file_name(station: Station, what: str) -> str:
    return f"{station.identity[:40]}-{what}.log"


ANSWERS: dict[str, Answer] = {
    "CancelReservation": cancel_reservation,
    "CertificateSigned": certificate_signed,
    "ChangeAvailability": change_availability,
    "ChangeConfiguration": change_configuration,
    "ClearCache": clear_cache,
    "ClearChargingProfile": clear_charging_profile,
    "DataTransfer": data_transfer,
    "DeleteCertificate": delete_certificate,
    "ExtendedTriggerMessage": extended_trigger_message,
    "GetCompositeSchedule": get_composite_schedule,
    "GetConfiguration": get_configuration,
    "GetDiagnostics": get_diagnostics,
    "GetInstalledCertificateIds": get_installed_certificate_ids,
    "GetLocalListVersion": get_local_list_version,
    "GetLog": get_log,
    "InstallCertificate": install_certificate,
    "RemoteStartTransaction": remote_start,
    "RemoteStopTransaction": remote_stop,
    "ReserveNow": reserve_now,
    "Reset": reset,
    "SendLocalList": send_local_list,
    "SetChargingProfile": set_charging_profile,
    "SignedUpdateFirmware": signed_update_firmware,
    "TriggerMessage": trigger_message,
    "UnlockConnector": unlock_connector,
    "UpdateFirmware": update_firmware,
}
"""Every action of OCPP 1.6 and its security whitepaper that a central system may ask for."""
