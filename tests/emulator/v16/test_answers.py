"""What a charge point answers to each action that a central system may ask of it."""

from __future__ import annotations

import pytest

from relay.emulator import timestamp
from relay.emulator.frame import Call, CallError, Payload
from relay.emulator.v16.answers import ANSWERS
from tests.emulator.central import NOON
from tests.emulator.v16.central import Central

CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
ROOT = "CentralSystemRootCertificate"


def after(seconds: float) -> str:
    return timestamp.to_text(NOON + seconds)


def profile(limit: float, **more: object) -> Payload:
    """A W limit for every transaction, from now on."""
    schedule = {"chargingRateUnit": "W", "chargingSchedulePeriod": [{"startPeriod": 0, "limit": limit}]}
    return {
        "chargingProfileId": 1,
        "stackLevel": 0,
        "chargingProfilePurpose": "TxDefaultProfile",
        "chargingProfileKind": "Relative",
        "chargingSchedule": schedule,
    } | more


def power(central: Central) -> float:
    """W, by the next meter values of connector 1."""
    told = central.hears_anew("MeterValues")
    while told["connectorId"] != 1:
        told = central.hears("MeterValues")
    sampled = told["meterValue"][0]["sampledValue"]
    return float(next(it["value"] for it in sampled if it["measurand"] == "Power.Active.Import"))


def test_what_it_does_not_know_it_says_so(central: Central) -> None:
    central.started()
    answer = central.sends(Call("ours", "MakeCoffee", {}))
    assert isinstance(answer, CallError)
    assert (answer.unique_id, answer.code) == ("ours", "NotImplemented")


# Availability, unlocking, remote start and stop.


def test_a_free_connector_is_taken_out_of_service_at_once(central: Central) -> None:
    central.started()
    assert central.asks("ChangeAvailability", connectorId=2, type="Inoperative") == {"status": "Accepted"}
    told = central.hears("StatusNotification")
    assert (told["connectorId"], told["status"]) == (2, "Unavailable")
    central.asks("ChangeAvailability", connectorId=2, type="Operative")
    assert central.hears("StatusNotification")["status"] == "Available"


def test_a_busy_one_when_the_car_has_left(central: Central) -> None:
    central.charging()
    assert central.asks("ChangeAvailability", connectorId=0, type="Inoperative") == {"status": "Scheduled"}
    assert [central.hears("StatusNotification")["connectorId"] for _ in range(2)] == [0, 2]
    central.hears("StopTransaction", within=120)
    assert [central.hears("StatusNotification")["status"] for _ in range(2)] == ["Finishing", "Unavailable"]
    central.hears_nothing(within=200, but=("Heartbeat",))


def test_an_unknown_connector_has_no_availability(central: Central) -> None:
    central.started()
    assert central.asks("ChangeAvailability", connectorId=3, type="Inoperative") == {"status": "Rejected"}


def test_unlocking_ends_what_runs(central: Central) -> None:
    central.charging()
    assert central.asks("UnlockConnector", connectorId=1) == {"status": "Unlocked"}
    assert central.hears("StopTransaction")["reason"] == "UnlockCommand"
    assert central.asks("UnlockConnector", connectorId=9) == {"status": "NotSupported"}


def test_a_remote_start_needs_no_card(central: Central) -> None:
    central.started()
    assert central.asks("RemoteStartTransaction", idTag="REMOTE", connectorId=2) == {"status": "Accepted"}
    start = central.hears("StartTransaction")
    assert (start["connectorId"], start["idTag"]) == (2, "REMOTE")
    assert "Authorize" not in [call.action for call in central.calls]


def test_unless_it_is_so_configured(central: Central) -> None:
    central.started()
    central.asks("ChangeConfiguration", key="AuthorizeRemoteTxRequests", value="true")
    central.asks("RemoteStartTransaction", idTag="REMOTE", connectorId=2)
    assert central.hears("Authorize")["idTag"] == "REMOTE"


def test_a_remote_start_takes_the_car_that_is_plugged_in(central: Central) -> None:
    central.replies["Authorize"] = None
    central.started()
    central.hears("Authorize")
    central.asks("RemoteStartTransaction", idTag="REMOTE", connectorId=1)
    central.answers({"idTagInfo": {"status": "Accepted"}})
    central.wait(60)
    assert [call.action for call in central.calls].count("StartTransaction") == 1


def test_a_remote_start_on_a_busy_connector_is_rejected(central: Central) -> None:
    central.charging()
    assert central.asks("RemoteStartTransaction", idTag="A", connectorId=1) == {"status": "Rejected"}
    assert central.asks("RemoteStartTransaction", idTag="A") == {"status": "Accepted"}
    assert central.hears("StartTransaction")["connectorId"] == 2


def test_a_remote_start_may_bring_a_profile(central: Central) -> None:
    central.started()
    right = profile(9_000.0, chargingProfilePurpose="TxProfile")
    assert central.asks("RemoteStartTransaction", idTag="A", chargingProfile=profile(5.0))["status"] == "Rejected"
    too_high = right | {"stackLevel": 99}
    assert central.asks("RemoteStartTransaction", idTag="A", chargingProfile=too_high)["status"] == "Rejected"
    central.asks("RemoteStartTransaction", idTag="A", chargingProfile=right)
    central.hears("StartTransaction")
    central.wait(30)
    assert power(central) <= 9_000


def test_remote_stop(central: Central) -> None:
    central.charging()
    assert central.asks("RemoteStopTransaction", transactionId=5) == {"status": "Rejected"}
    assert central.asks("RemoteStopTransaction", transactionId=1001) == {"status": "Accepted"}
    assert central.hears("StopTransaction")["reason"] == "Remote"


# Configuration.


def test_the_configuration_is_told(central: Central) -> None:
    central.started()
    told = central.asks("GetConfiguration", key=["heartbeatinterval", "NumberOfConnectors", "Nonsense"])
    assert told == {
        "configurationKey": [
            {"key": "HeartbeatInterval", "readonly": False, "value": "300"},
            {"key": "NumberOfConnectors", "readonly": True, "value": "2"},
        ],
        "unknownKey": ["Nonsense"],
    }
    assert len(central.asks("GetConfiguration")["configurationKey"]) > 25


@pytest.mark.parametrize(
    ("key", "value", "status"),
    [
        ("HeartbeatInterval", "10", "Accepted"),
        ("HeartbeatInterval", "soon", "Rejected"),
        ("HeartbeatInterval", "-1", "Rejected"),
        ("LocalPreAuthorize", "TRUE", "Accepted"),
        ("LocalPreAuthorize", "perhaps", "Rejected"),
        ("MeterValuesSampledData", "SoC, Voltage", "Accepted"),
        ("MeterValuesSampledData", "SoC,Smell", "Rejected"),
        ("NumberOfConnectors", "3", "Rejected"),
        ("WebSocketPingInterval", "0", "RebootRequired"),
        ("Nonsense", "1", "NotSupported"),
    ],
)
def test_a_key_is_changed_or_not(central: Central, key: str, value: str, status: str) -> None:
    central.started()
    assert central.asks("ChangeConfiguration", key=key, value=value) == {"status": status}


def test_a_changed_heartbeat_beats_at_once_at_its_new_pace(central: Central) -> None:
    central.started()
    central.asks("ChangeConfiguration", key="HeartbeatInterval", value="4")
    central.hears("Heartbeat")
    assert central.at == NOON + 4
    central.asks("ChangeConfiguration", key="HeartbeatInterval", value="0")
    central.wait(60)
    assert [call.action for call in central.calls].count("Heartbeat") == 1


def test_what_is_measured_and_how_often_can_be_changed(central: Central) -> None:
    central.charging()
    central.asks("ChangeConfiguration", key="MeterValuesSampledData", value="SoC")
    central.asks("ChangeConfiguration", key="MeterValueSampleInterval", value="2")
    begun = central.at
    sampled = central.hears("MeterValues")["meterValue"][0]["sampledValue"]
    assert [it["measurand"] for it in sampled] == ["SoC"]
    assert central.at == begun + 2


def test_clock_aligned_values_come_at_round_times(central: Central) -> None:
    central.started()
    central.wait(1)
    central.asks("ChangeConfiguration", key="ClockAlignedDataInterval", value="7")
    values = central.hears("MeterValues")["meterValue"][0]["sampledValue"]
    assert values[0]["context"] == "Sample.Clock"
    assert central.at % 7 == 0


def test_stop_transaction_carries_what_is_configured(central: Central) -> None:
    central.started()
    central.asks("ChangeConfiguration", key="StopTxnSampledData", value="Energy.Active.Import.Register")
    data = central.hears("StopTransaction", within=150)["transactionData"]
    assert [it["sampledValue"][0]["context"] for it in data] == ["Transaction.Begin", "Transaction.End"]


# Cards: cache and list.


def test_a_card_in_the_list_is_not_asked_for(central: Central) -> None:
    central.started()
    central.asks("ChangeConfiguration", key="LocalPreAuthorize", value="true")
    cards = ["04A1B2C3D4E5F6", "04C0FFEE123456"]
    entries = [{"idTag": card, "idTagInfo": {"status": "Accepted"}} for card in cards]
    answer = central.asks("SendLocalList", listVersion=3, updateType="Full", localAuthorizationList=entries)
    assert answer == {"status": "Accepted"}
    assert central.asks("GetLocalListVersion") == {"listVersion": 3}
    central.hears("StartTransaction")
    assert "Authorize" not in [call.action for call in central.calls]


def test_a_list_can_be_amended(central: Central) -> None:
    central.started()
    old = [{"idTag": "A", "idTagInfo": {"status": "Accepted"}}]
    central.asks("SendLocalList", listVersion=3, updateType="Full", localAuthorizationList=old)
    update = {"updateType": "Differential", "localAuthorizationList": [{"idTag": "A"}]}
    assert central.asks("SendLocalList", listVersion=3, **update) == {"status": "VersionMismatch"}
    assert central.asks("SendLocalList", listVersion=4, **update) == {"status": "Accepted"}
    twice = central.asks("SendLocalList", listVersion=5, updateType="Full", localAuthorizationList=old + old)
    assert twice == {"status": "Failed"}
    assert central.asks("GetLocalListVersion") == {"listVersion": 4}


def test_lists_can_be_switched_off(central: Central) -> None:
    central.started()
    central.asks("ChangeConfiguration", key="LocalAuthListEnabled", value="false")
    assert central.asks("SendLocalList", listVersion=1, updateType="Full") == {"status": "NotSupported"}
    assert central.asks("GetLocalListVersion") == {"listVersion": -1}


def test_a_card_that_was_accepted_once_is_remembered_until_the_cache_is_cleared(central: Central) -> None:
    central.started()
    central.asks("ChangeConfiguration", key="LocalPreAuthorize", value="true")
    card = central.hears("Authorize")["idTag"]
    assert central.station.tags.is_accepted(card, central.at)
    assert central.asks("ClearCache") == {"status": "Accepted"}
    assert not central.station.tags.is_accepted(card, central.at)
    central.asks("ChangeConfiguration", key="AuthorizationCacheEnabled", value="false")
    assert central.asks("ClearCache") == {"status": "Rejected"}


# Reservations.


def test_a_reserved_connector_is_kept_for_its_card(central: Central) -> None:
    central.started()
    asked = {"connectorId": 2, "reservationId": 5, "idTag": "MINE", "expiryDate": after(600)}
    assert central.asks("ReserveNow", **asked) == {"status": "Accepted"}
    assert central.hears("StatusNotification")["status"] == "Reserved"
    assert central.asks("ReserveNow", **asked | {"reservationId": 6}) == {"status": "Occupied"}
    assert central.asks("RemoteStartTransaction", idTag="OTHER", connectorId=2) == {"status": "Rejected"}
    assert central.asks("RemoteStartTransaction", idTag="MINE", connectorId=2) == {"status": "Accepted"}
    assert central.hears("StartTransaction")["reservationId"] == 5


def test_a_reservation_ends_by_itself_or_when_it_is_cancelled(central: Central) -> None:
    central.started()
    central.asks("ReserveNow", connectorId=2, reservationId=5, idTag="MINE", expiryDate=after(8))
    central.hears("StatusNotification")
    assert central.hears("StatusNotification")["status"] == "Available"
    assert central.at == NOON + 8
    central.asks("ReserveNow", connectorId=2, reservationId=6, idTag="MINE", expiryDate=after(600))
    assert central.asks("CancelReservation", reservationId=5) == {"status": "Rejected"}
    assert central.asks("CancelReservation", reservationId=6) == {"status": "Accepted"}


@pytest.mark.parametrize(("connector", "seconds"), [(0, 60), (3, 60), (2, -1)])
def test_what_cannot_be_reserved(central: Central, connector: int, seconds: float) -> None:
    central.started()
    asked = {"connectorId": connector, "reservationId": 5, "idTag": "A", "expiryDate": after(seconds)}
    assert central.asks("ReserveNow", **asked) == {"status": "Rejected"}


def test_a_busy_or_closed_connector_cannot_be_reserved(central: Central) -> None:
    central.charging()
    central.asks("ChangeAvailability", connectorId=2, type="Inoperative")
    asked = {"reservationId": 5, "idTag": "A", "expiryDate": after(600)}
    assert central.asks("ReserveNow", connectorId=1, **asked) == {"status": "Occupied"}
    assert central.asks("ReserveNow", connectorId=2, **asked) == {"status": "Unavailable"}


# Smart charging.


def test_a_profile_limits_the_power_at_once(central: Central) -> None:
    central.charging()
    central.wait(20)
    assert (
        central.asks("SetChargingProfile", connectorId=1, csChargingProfiles=profile(11_000.0))["status"] == "Accepted"
    )
    central.wait(6)
    assert power(central) <= 11_000
    assert central.asks("ClearChargingProfile", id=1) == {"status": "Accepted"}
    assert central.asks("ClearChargingProfile", id=1) == {"status": "Unknown"}
    central.wait(6)
    assert power(central) > 15_000


def test_no_power_suspends_the_charging(central: Central) -> None:
    central.charging()
    central.asks("SetChargingProfile", connectorId=0, csChargingProfiles=profile(0.0))
    assert central.hears("StatusNotification")["status"] == "SuspendedEVSE"
    central.asks("ClearChargingProfile")
    assert central.hears("StatusNotification")["status"] == "Charging"


def test_what_profile_is_not_taken(central: Central) -> None:
    central.started()
    for connector, wrong in [
        (7, profile(1.0)),
        (1, profile(1.0, chargingProfilePurpose="ChargePointMaxProfile")),
        (1, profile(1.0, chargingProfilePurpose="TxProfile")),
        (1, profile(1.0, stackLevel=11)),
        (1, profile(1.0, chargingSchedule={"chargingRateUnit": "W", "chargingSchedulePeriod": []})),
    ]:
        answer = central.asks("SetChargingProfile", connectorId=connector, csChargingProfiles=wrong)
        assert answer == {"status": "Rejected"}


def test_the_schedule_to_come_is_told(central: Central) -> None:
    central.charging()
    periods = [{"startPeriod": 0, "limit": 20.0}, {"startPeriod": 600, "limit": 10.0}]
    schedule = {
        "chargingRateUnit": "A",
        "chargingSchedulePeriod": periods,
        "startSchedule": timestamp.to_text(central.at),
    }
    steps = profile(0.0, chargingProfileKind="Absolute", chargingSchedule=schedule)
    central.asks("SetChargingProfile", connectorId=1, csChargingProfiles=steps)
    answer = central.asks("GetCompositeSchedule", connectorId=1, duration=900, chargingRateUnit="A")
    assert answer["chargingSchedule"]["chargingSchedulePeriod"] == periods
    assert central.asks("GetCompositeSchedule", connectorId=5, duration=900) == {"status": "Rejected"}


# What is triggered.


@pytest.mark.parametrize(
    ("action", "message", "comes"),
    [
        ("TriggerMessage", "BootNotification", "BootNotification"),
        ("TriggerMessage", "DiagnosticsStatusNotification", "DiagnosticsStatusNotification"),
        ("TriggerMessage", "FirmwareStatusNotification", "FirmwareStatusNotification"),
        ("TriggerMessage", "Heartbeat", "Heartbeat"),
        ("TriggerMessage", "MeterValues", "MeterValues"),
        ("TriggerMessage", "StatusNotification", "StatusNotification"),
        ("ExtendedTriggerMessage", "LogStatusNotification", "LogStatusNotification"),
        ("ExtendedTriggerMessage", "FirmwareStatusNotification", "SignedFirmwareStatusNotification"),
        ("ExtendedTriggerMessage", "SignChargePointCertificate", "SignCertificate"),
        ("ExtendedTriggerMessage", "Heartbeat", "Heartbeat"),
    ],
)
def test_every_message_can_be_triggered(central: Central, action: str, message: str, comes: str) -> None:
    central.started()
    assert central.asks(action, requestedMessage=message) == {"status": "Accepted"}
    central.hears(comes)
    assert central.at == NOON


def test_for_one_connector_too(central: Central) -> None:
    central.started()
    central.asks("TriggerMessage", requestedMessage="StatusNotification", connectorId=2)
    assert central.hears("StatusNotification")["connectorId"] == 2
    answer = central.asks("TriggerMessage", requestedMessage="MeterValues", connectorId=4)
    assert answer == {"status": "Rejected"}


# What takes a while.


def test_a_firmware_update_is_told_step_by_step(central: Central) -> None:
    central.started()
    central.asks("UpdateFirmware", location="https://example.com/f.bin", retrieveDate=after(4))
    steps = [central.hears("FirmwareStatusNotification")["status"] for _ in range(4)]
    assert steps == ["Downloading", "Downloaded", "Installing", "Installed"]
    assert central.at == NOON + 4 + 3 * central.station.pace.step


def test_a_signed_update_needs_a_certificate(central: Central) -> None:
    central.started()
    firmware = {
        "location": "https://example.com/f.bin",
        "retrieveDateTime": after(0),
        "signingCertificate": CERTIFICATE,
        "signature": "x",
    }
    broken = firmware | {"signingCertificate": "none"}
    assert central.asks("SignedUpdateFirmware", requestId=1, firmware=broken) == {"status": "InvalidCertificate"}
    assert central.asks("SignedUpdateFirmware", requestId=1, firmware=firmware) == {"status": "Accepted"}
    assert central.asks("SignedUpdateFirmware", requestId=2, firmware=firmware) == {"status": "AcceptedCanceled"}
    steps = [central.hears("SignedFirmwareStatusNotification") for _ in range(5)]
    assert [it["status"] for it in steps][2] == "SignatureVerified"
    assert {it["requestId"] for it in steps} == {2}


def test_diagnostics_and_logs_are_told_as_uploaded(central: Central) -> None:
    central.started()
    assert central.asks("GetDiagnostics", location="ftp://example.com/")["fileName"]
    assert [central.hears("DiagnosticsStatusNotification")["status"] for _ in range(2)] == ["Uploading", "Uploaded"]
    central.asks("GetLog", logType="SecurityLog", requestId=4, log={"remoteLocation": "ftp://example.com/"})
    told = [central.hears("LogStatusNotification") for _ in range(2)]
    assert told == [{"status": "Uploading", "requestId": 4}, {"status": "Uploaded", "requestId": 4}]


def test_a_trigger_tells_where_a_job_stands(central: Central) -> None:
    central.started()
    central.asks("GetDiagnostics", location="ftp://example.com/")
    central.hears("DiagnosticsStatusNotification")
    central.asks("TriggerMessage", requestedMessage="DiagnosticsStatusNotification")
    assert central.hears("DiagnosticsStatusNotification")["status"] == "Uploading"


# Data transfer and certificates.


def test_data_transfer_knows_no_vendor(central: Central) -> None:
    central.started()
    assert central.asks("DataTransfer", vendorId="acme", data="x") == {"status": "UnknownVendorId"}


def test_certificates_are_kept_told_and_deleted(central: Central) -> None:
    central.started()
    assert central.asks("GetInstalledCertificateIds", certificateType=ROOT) == {"status": "NotFound"}
    install = {"certificateType": ROOT, "certificate": CERTIFICATE}
    assert central.asks("InstallCertificate", **install) == {"status": "Accepted"}
    assert central.asks("InstallCertificate", **install) == {"status": "Accepted"}
    broken = central.asks("InstallCertificate", certificateType=ROOT, certificate="none")
    assert broken == {"status": "Rejected"}
    (kept,) = central.asks("GetInstalledCertificateIds", certificateType=ROOT)["certificateHashData"]
    assert central.asks("DeleteCertificate", certificateHashData=kept) == {"status": "Accepted"}
    assert central.asks("DeleteCertificate", certificateHashData=kept) == {"status": "NotFound"}
    assert central.asks("CertificateSigned", certificateChain=CERTIFICATE) == {"status": "Accepted"}
    assert central.asks("CertificateSigned", certificateChain="none") == {"status": "Rejected"}


def test_there_is_room_for_ten_certificates(central: Central) -> None:
    central.started()
    texts = [f"{CERTIFICATE}{number}" for number in range(11)]
    answers = [central.asks("InstallCertificate", certificateType=ROOT, certificate=it)["status"] for it in texts]
    assert answers == ["Accepted"] * 10 + ["Failed"]


def test_every_action_of_a_central_system_is_known() -> None:
    from ocpp.v16.enums import Action

    ours = {"Authorize", "BootNotification", "Heartbeat", "MeterValues", "SecurityEventNotification", "SignCertificate"}
    ours |= {"StartTransaction", "StopTransaction"}
    asked = {str(it.value) for it in Action if not it.value.endswith("StatusNotification")} - ours
    assert asked - set(ANSWERS) == {"StatusNotification"} & asked
