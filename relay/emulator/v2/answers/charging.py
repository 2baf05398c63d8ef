"""Starting, stopping and limiting what is charged (OCPP 2.0.1, F and K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay.emulator.charging_profiles import LONGEST, Installed
from relay.emulator.frame import Payload
from relay.emulator.v2.answers.answer import Answer, accepted, because, chosen, with_transaction

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station

PURPOSES = {
    "ChargingStationMaxProfile": "ChargePointMaxProfile",
    "TxDefaultProfile": "TxDefaultProfile",
    "TxProfile": "TxProfile",
}
"""The purposes it knows, and what OCPP 1.6 calls them."""


def request_start(station: Station, payload: Payload, at: float) -> Payload:
    token, profile = payload["idToken"], payload.get("chargingProfile")
    candidates = [it for it in chosen(station, payload.get("evseId", 0)) if it.takes_remotely(token["idToken"])]
    if not candidates or not station.is_open:
        return because("Rejected", "NoEvseFree")
    evse = candidates[0]
    if profile and (profile["chargingProfilePurpose"] != "TxProfile" or "transactionId" in profile):
        return because("Rejected", "InvalidProfile")  # OCPP 2.0.1, F01.FR.09 and F01.FR.11
    if profile and not install(station, evse.number, profile):
        return because("Rejected", "InvalidProfile")
    running = evse.transaction
    evse.remote_start(token, payload["remoteStartId"], at)
    return accepted(True) | ({"transactionId": running.id} if running else {})


def request_stop(station: Station, payload: Payload, at: float) -> Payload:
    evse = with_transaction(station, payload["transactionId"])
    if evse is None:
        return because("Rejected", "TxNotFound")
    evse.stop("RemoteStop", "Remote", at)
    return accepted(True)


def get_transaction_status(station: Station, payload: Payload, at: float) -> Payload:
    name = payload.get("transactionId")
    queue = station.talk.unsettled("TransactionEvent")
    waits = [it for it in queue if name in {None, it["transactionInfo"]["transactionId"]}]
    ongoing = {} if name is None else {"ongoingIndicator": with_transaction(station, name) is not None}
    return {"messagesInQueue": bool(waits), **ongoing}


def cost_updated(station: Station, payload: Payload, at: float) -> Payload:
    station.talk.say(f"transaction {payload['transactionId']} costs {payload['totalCost']} so far")
    return {}


def unlock_connector(station: Station, payload: Payload, at: float) -> Payload:
    evse = station.evses.get(payload["evseId"])
    if evse is None or payload["connectorId"] != 1:
        return {"status": "UnknownConnector"}
    return {"status": "OngoingAuthorizedTransaction" if evse.is_authorized else "Unlocked"}


# Smart charging.


def set_charging_profile(station: Station, payload: Payload, at: float) -> Payload:
    number, profile = payload["evseId"], payload["chargingProfile"]
    if not chosen(station, number):
        return because("Rejected", "UnknownEvse")
    if profile["chargingProfilePurpose"] == "TxProfile":
        evse = with_transaction(station, profile.get("transactionId", ""))
        if evse is None or evse.number != number:
            return because("Rejected", "TxNotFound")
    if not install(station, number, profile):
        return because("Rejected", "InvalidProfile")
    station.follow_limits(at)
    return accepted(True)


def clear_charging_profile(station: Station, payload: Payload, at: float) -> Payload:
    criteria = payload.get("chargingProfileCriteria", {})
    wanted: Payload = {"id": payload["chargingProfileId"]} if "chargingProfileId" in payload else {}
    wanted |= {"connectorId": criteria["evseId"]} if "evseId" in criteria else {}
    wanted |= {"stackLevel": criteria["stackLevel"]} if "stackLevel" in criteria else {}
    purpose = criteria.get("chargingProfilePurpose")
    wanted |= {"chargingProfilePurpose": PURPOSES.get(purpose, purpose)} if purpose else {}
    found = station.profiles.clear(wanted)
    station.follow_limits(at)
    return {"status": "Accepted" if found else "Unknown"}


def get_charging_profiles(station: Station, payload: Payload, at: float) -> Payload:
    """Told in one ReportChargingProfiles for each EVSE (OCPP 2.0.1, K09)."""
    criteria, evse = payload["chargingProfile"], payload.get("evseId")
    found = [it for it in station.profiles if evse in {None, it.connector} and fits(it, criteria)]
    numbers = sorted({it.connector for it in found})
    for number in numbers:
        call = {
            "requestId": payload["requestId"],
            "chargingLimitSource": "CSO",
            "evseId": number,
            "chargingProfile": [it.told for it in found if it.connector == number],
        }
        station.talk.ask("ReportChargingProfiles", call | ({} if number == numbers[-1] else {"tbc": True}))
    return {"status": "Accepted" if found else "NoProfiles"}


def get_composite_schedule(station: Station, payload: Payload, at: float) -> Payload:
    number, unit = payload["evseId"], payload.get("chargingRateUnit", "W")
    if not chosen(station, number) or not 0 <= payload["duration"] <= LONGEST:
        return accepted(False)
    now = station.talk.clock(at)
    evse = station.evses.get(number)
    begun = station.talk.clock(evse.transaction.begun) if evse and evse.transaction else now
    schedule = station.profiles.composite(number, begun, now, payload["duration"], unit)
    return accepted(True) | {"schedule": {**schedule, "evseId": number, "scheduleStart": station.talk.time(at)}}


def install(station: Station, evse: int, profile: Payload) -> bool:
    """False when it may not be, or says what is not understood here."""
    schedule, *others = profile["chargingSchedule"]
    purpose = PURPOSES.get(profile["chargingProfilePurpose"])
    has_limits = all("limit" in it for it in schedule["chargingSchedulePeriod"])
    if purpose is None or others or not has_limits or profile["chargingProfileKind"] == "Dynamic":
        return False
    in_words_of_16 = profile | {
        "chargingProfileId": profile["id"],
        "chargingProfilePurpose": purpose,
        "chargingSchedule": schedule,
    }
    return station.profiles.install(evse, in_words_of_16, profile)


def fits(installed: Installed, criteria: Payload) -> bool:
    purpose = criteria.get("chargingProfilePurpose")
    return (
        installed.id in criteria.get("chargingProfileId", [installed.id])
        and installed.level == criteria.get("stackLevel", installed.level)
        and purpose in {None, installed.told["chargingProfilePurpose"]}
        and "CSO" in criteria.get("chargingLimitSource", ["CSO"])
    )


ANSWERS: dict[str, Answer] = {
    "ClearChargingProfile": clear_charging_profile,
    "CostUpdated": cost_updated,
    "GetChargingProfiles": get_charging_profiles,
    "GetCompositeSchedule": get_composite_schedule,
    "GetTransactionStatus": get_transaction_status,
    "RequestStartTransaction": request_start,
    "RequestStopTransaction": request_stop,
    "SetChargingProfile": set_charging_profile,
    "UnlockConnector": unlock_connector,
}
