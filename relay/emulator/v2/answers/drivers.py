"""Who may charge: local list, cache, reservations; what is known of a customer (OCPP 2.0.1, C, D, H and N09)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay.emulator.frame import Payload
from relay.emulator.v2.answers.answer import Answer, accepted
from relay.emulator.v2.evse import Reservation

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station


def clear_cache(station: Station, payload: Payload, at: float) -> Payload:
    station.tags.clear_cache()
    return accepted(station.model.is_on("AuthCacheCtrlr", "Enabled"))


def get_local_list_version(station: Station, payload: Payload, at: float) -> Payload:
    """0 where there are no lists (OCPP 2.0.1, D02.FR.03)."""
    return {"versionNumber": station.tags.version if station.model.is_on("LocalAuthListCtrlr", "Enabled") else 0}


def send_local_list(station: Station, payload: Payload, at: float) -> Payload:
    if not station.model.is_on("LocalAuthListCtrlr", "Enabled"):
        return {"status": "Failed"}
    listed = payload.get("localAuthorizationList", [])
    entries = [(it["idToken"]["idToken"], it.get("idTokenInfo", {})) for it in listed]
    return {"status": station.tags.update(payload["versionNumber"], payload["updateType"], entries)}


def reserve_now(station: Station, payload: Payload, at: float) -> Payload:
    evse = station.evses.get(payload.get("evseId", 0))
    until = station.talk.begin(payload["expiryDateTime"], at)
    if evse is None or until <= at:  # reserving any EVSE is not offered: NonEvseSpecific is false
        return accepted(False)
    if evse.status == "Unavailable":
        return {"status": "Unavailable"}
    is_taken = evse.reservation is not None and evse.reservation.id != payload["id"]
    if evse.status == "Occupied" or is_taken:
        return {"status": "Occupied"}
    evse.reserve(Reservation(payload["id"], payload["idToken"]["idToken"]), until)
    return accepted(True)


def cancel_reservation(station: Station, payload: Payload, at: float) -> Payload:
    wanted = payload["reservationId"]
    found = [it for it in station.evses.values() if it.reservation and it.reservation.id == wanted]
    for evse in found:
        evse.unreserve()
    return accepted(bool(found))


def customer_information(station: Station, payload: Payload, at: float) -> Payload:
    """It knows of a customer no more than whether the card was accepted."""
    token = payload.get("idToken", {}).get("idToken")
    if token is None and "customerIdentifier" not in payload and "customerCertificate" not in payload:
        return {"status": "Invalid"}
    is_known = token is not None and station.tags.is_accepted(token, at)
    if payload["report"]:
        known = f"{token}: accepted" if is_known else "Nothing is known"
        call = {"data": known, "seqNo": 0, "generatedAt": station.talk.time(at), "requestId": payload["requestId"]}
        station.talk.ask("NotifyCustomerInformation", call)
    if payload["clear"] and token is not None:
        station.tags.forget(token)
    return accepted(True)


ANSWERS: dict[str, Answer] = {
    "CancelReservation": cancel_reservation,
    "ClearCache": clear_cache,
    "CustomerInformation": customer_information,
    "GetLocalListVersion": get_local_list_version,
    "ReserveNow": reserve_now,
    "SendLocalList": send_local_list,
}
