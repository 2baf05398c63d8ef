"""What a charging station answers, and what follows from it."""

from __future__ import annotations

from typing import Any

import pytest

from relay.emulator import timestamp
from relay.emulator.frame import Payload
from tests.emulator.central import NOON
from tests.emulator.v2.central import Central

TOKEN = {"idToken": "REMOTE", "type": "Central"}
CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
POWER = {"component": {"name": "EVSE", "evse": {"id": 1}}, "variable": {"name": "Power"}}


def after(seconds: float) -> str:
    return timestamp.to_text(NOON + seconds)


def profile(limit: float, **more: Any) -> Payload:
    """A W limit for every transaction, from now on."""
    schedule = {"id": 1, "chargingRateUnit": "W", "chargingSchedulePeriod": [{"startPeriod": 0, "limit": limit}]}
    return {
        "id": 1,
        "stackLevel": 0,
        "chargingProfilePurpose": "TxDefaultProfile",
        "chargingProfileKind": "Relative",
        "chargingSchedule": [schedule],
    } | more


# Starting and stopping.


def test_a_remote_start_brings_a_car_and_its_id_is_told(central: Central) -> None:
    central.started()
    answer = central.asks("RequestStartTransaction", idToken=TOKEN, remoteStartId=42, evseId=2)
    assert answer == {"status": "Accepted"}
    started = central.event()
    assert (started["evse"]["id"], started["triggerReason"]) == (2, "RemoteStart")
    assert started["transactionInfo"]["remoteStartId"] == 42
    assert started["idToken"] == TOKEN
    assert central.event()["transactionInfo"]["chargingState"] == "Charging"
    assert "Authorize" not in [call.action for call in central.calls]


def test_a_remote_start_for_a_car_that_waits_names_its_transaction(central: Central) -> None:
    central.replies["Authorize"] = None
    central.started()
    central.hears("Authorize")
    answer = central.asks("RequestStartTransaction", idToken=TOKEN, remoteStartId=43, evseId=1)
    assert answer == {"status": "Accepted", "transactionId": central.transaction}


def test_a_remote_start_asks_first_when_so_set(central: Central) -> None:
    central.started()
    central.sets("AuthCtrlr", "AuthorizeRemoteStart", "true")
    central.asks("RequestStartTransaction", idToken=TOKEN, remoteStartId=1, evseId=2)
    assert central.event()["triggerReason"] == "RemoteStart"
    assert central.hears("Authorize")["idToken"] == TOKEN
    while central.event()["transactionInfo"]["chargingState"] != "Charging":
        pass


def test_a_busy_or_unknown_evse_starts_nothing(central: Central) -> None:
    central.charging()
    for evse in (1, 7):
        answer = central.asks("RequestStartTransaction", idToken=TOKEN, remoteStartId=1, evseId=evse)
        assert answer["status"] == "Rejected"


def test_a_remote_stop(central: Central) -> None:
    central.charging()
    assert central.asks("RequestStopTransaction", transactionId="none")["status"] == "Rejected"
    assert central.asks("RequestStopTransaction", transactionId=central.transaction) == {"status": "Accepted"}
    ended = central.ended()
    assert (ended["triggerReason"], ended["transactionInfo"]["stoppedReason"]) == ("RemoteStop", "Remote")


def test_unlocking_does_not_end_what_was_authorized(central: Central) -> None:
    central.charging()
    assert central.asks("UnlockConnector", evseId=1, connectorId=1) == {"status": "OngoingAuthorizedTransaction"}
    assert central.asks("UnlockConnector", evseId=2, connectorId=1) == {"status": "Unlocked"}
    assert central.asks("UnlockConnector", evseId=2, connectorId=2) == {"status": "UnknownConnector"}


def test_the_transaction_status_says_what_waits_to_be_told(central: Central) -> None:
    central.charging()
    name = central.transaction
    assert central.asks("GetTransactionStatus", transactionId=name) == {
        "ongoingIndicator": True,
        "messagesInQueue": False,
    }
    central.replies["TransactionEvent"] = None
    central.event()
    assert central.asks("GetTransactionStatus") == {"messagesInQueue": True}
    assert central.asks("GetTransactionStatus", transactionId="none") == {
        "ongoingIndicator": False,
        "messagesInQueue": False,
    }


# Restarts and availability.


def test_a_reset_ends_what_runs_and_boots_again(central: Central) -> None:
    central.charging()
    assert central.asks("Reset", type="Immediate") == {"status": "Accepted"}
    ended = central.ended()
    assert (ended["triggerReason"], ended["transactionInfo"]["stoppedReason"]) == ("ResetCommand", "ImmediateReset")
    central.wait(1)
    central.restart()
    assert central.hears("BootNotification")["reason"] == "RemoteReset"


def test_a_reset_on_idle_waits_for_the_car(central: Central) -> None:
    central.charging()
    assert central.asks("Reset", type="OnIdle") == {"status": "Scheduled"}
    assert central.ended()["transactionInfo"]["stoppedReason"] == "Local"
    central.wait(30)
    central.restart()
    assert central.hears("BootNotification")["reason"] == "ScheduledReset"


def test_one_evse_restarts_alone(central: Central) -> None:
    central.charging()
    assert central.asks("Reset", type="Immediate", evseId=1) == {"status": "Accepted"}
    assert central.ended()["transactionInfo"]["stoppedReason"] == "ImmediateReset"
    assert central.hears("StatusNotification")["connectorStatus"] == "Available"
    assert not central.hung_up
    assert central.asks("Reset", type="OnIdle", evseId=2) == {"status": "Accepted"}
    assert central.asks("Reset", type="OnIdle", evseId=9)["status"] == "Rejected"


def test_availability_waits_for_a_car_and_is_at_once_without(central: Central) -> None:
    central.charging()
    out = {"operationalStatus": "Inoperative"}
    assert central.asks("ChangeAvailability", evse={"id": 2}, **out) == {"status": "Accepted"}
    assert central.hears("StatusNotification")["connectorStatus"] == "Unavailable"
    assert central.asks("ChangeAvailability", evse={"id": 1, "connectorId": 1}, **out) == {"status": "Scheduled"}
    central.ended()
    assert central.hears("StatusNotification")["connectorStatus"] == "Unavailable"
    assert central.asks("ChangeAvailability", evse={"id": 3}, **out)["status"] == "Rejected"
    central.hears_nothing(within=250, but=("Heartbeat",))


# Variables and reports.


@pytest.mark.parametrize(
    ("component", "variable", "value", "status"),
    [
        ("OCPPCommCtrlr", "HeartbeatInterval", "10", "Accepted"),
        ("ocppcommctrlr", "heartbeatinterval", "10", "Accepted"),
        ("OCPPCommCtrlr", "HeartbeatInterval", "0", "Rejected"),
        ("OCPPCommCtrlr", "HeartbeatInterval", "soon", "Rejected"),
        ("OCPPCommCtrlr", "WebSocketPingInterval", "0", "RebootRequired"),
        ("OCPPCommCtrlr", "Nonsense", "1", "UnknownVariable"),
        ("Nonsense", "HeartbeatInterval", "1", "UnknownComponent"),
        ("ChargingStation", "Model", "Other", "Rejected"),
        ("SampledDataCtrlr", "TxUpdatedMeasurands", "SoC, Voltage", "Accepted"),
        ("SampledDataCtrlr", "TxUpdatedMeasurands", "SoC,Smell", "Rejected"),
        ("AuthCtrlr", "LocalPreAuthorize", "TRUE", "Accepted"),
        ("AuthCtrlr", "LocalPreAuthorize", "perhaps", "Rejected"),
    ],
)
def test_a_variable_is_set_or_not(central: Central, component: str, variable: str, value: str, status: str) -> None:
    central.started()
    assert central.sets(component, variable, value) == status


def test_only_the_actual_value_can_be_asked_for(central: Central) -> None:
    central.started()
    got = central.gets("OCPPCommCtrlr", "HeartbeatInterval")
    assert (got["attributeStatus"], got["attributeType"], got["attributeValue"]) == ("Accepted", "Actual", "300")
    target = central.gets("OCPPCommCtrlr", "HeartbeatInterval", attributeType="Target")
    assert target["attributeStatus"] == "NotSupportedAttributeType"
    assert central.gets("Nonsense", "X")["attributeStatus"] == "UnknownComponent"


def test_a_variable_of_an_evse_tells_how_it_is_now(central: Central) -> None:
    central.charging()
    central.wait(20)
    got = central.gets("EVSE", "Power", component={"name": "EVSE", "evse": {"id": 1}})
    assert 15_000 < float(got["attributeValue"]) <= 22_080
    got = central.gets("", "AvailabilityState", component={"name": "Connector", "evse": {"id": 1, "connectorId": 1}})
    assert got["attributeValue"] == "Occupied"


def test_what_is_set_counts_at_once(central: Central) -> None:
    central.charging()
    central.sets("SampledDataCtrlr", "TxUpdatedMeasurands", "SoC")
    central.sets("SampledDataCtrlr", "TxUpdatedInterval", "2")
    begun = central.at
    event = central.event()
    assert [it["measurand"] for it in event["meterValue"][0]["sampledValue"]] == ["SoC"]
    assert central.at == begun + 2
    central.sets("OCPPCommCtrlr", "HeartbeatInterval", "4")
    central.hears("Heartbeat")
    assert central.at == begun + 6


def test_a_full_report_comes_in_parts(central: Central) -> None:
    central.started()
    assert central.asks("GetBaseReport", requestId=17, reportBase="FullInventory") == {"status": "Accepted"}
    parts = [central.hears("NotifyReport")]
    while parts[-1].get("tbc"):
        parts.append(central.hears("NotifyReport"))
    assert [it["seqNo"] for it in parts] == list(range(len(parts)))
    assert {it["requestId"] for it in parts} == {17}
    entries = [entry for part in parts for entry in part["reportData"]]
    assert len(parts) >= 3
    assert len(entries) >= 40


def test_smaller_reports(central: Central) -> None:
    central.started()
    central.asks("GetBaseReport", requestId=1, reportBase="ConfigurationInventory")
    told = central.hears("NotifyReport")["reportData"]
    assert {it["variableAttribute"][0]["mutability"] for it in told} == {"ReadWrite"}
    central.asks("GetReport", requestId=2, componentVariable=[{"component": {"name": "TxCtrlr"}}])
    told = central.hears("NotifyReport")["reportData"]
    assert {it["component"]["name"] for it in told} == {"TxCtrlr"}
    assert central.asks("GetReport", requestId=3, componentCriteria=["Problem"]) == {"status": "EmptyResultSet"}
    central.asks("GetReport", requestId=4, componentCriteria=["Available"], componentVariable=[POWER])
    assert central.hears("NotifyReport")["reportData"][0]["component"] == POWER["component"]


# Monitors and streams.


def test_a_periodic_monitor_tells_at_its_interval(central: Central) -> None:
    central.charging()
    asked = POWER | {"value": 10, "type": "Periodic", "severity": 8}
    (result,) = central.asks("SetVariableMonitoring", setMonitoringData=[asked])["setMonitoringResult"]
    if central.station.version == "2.1":  # which has one set at the factory
        assert result["status"] == "Duplicate"
        return
    assert result["status"] == "Accepted"
    begun = central.at
    (event,) = central.hears("NotifyEvent")["eventData"]
    assert (event["trigger"], event["variableMonitoringId"]) == ("Periodic", result["id"])
    assert central.at == begun + 10
    central.asks("ClearVariableMonitoring", id=[result["id"], 99])
    central.wait(30)
    assert [call.action for call in central.calls].count("NotifyEvent") == 1


def test_a_threshold_is_told_when_it_is_crossed_and_crossed_back(central: Central) -> None:
    central.started()
    asked = POWER | {"value": 10_000, "type": "UpperThreshold", "severity": 2}
    central.asks("SetVariableMonitoring", setMonitoringData=[asked])
    (event,) = central.hears("NotifyEvent")["eventData"]
    assert (event["trigger"], event.get("cleared")) == ("Alerting", None)
    assert float(event["actualValue"]) > 10_000
    (event,) = central.hears("NotifyEvent", within=200)["eventData"]
    assert event["cleared"] is True


def test_a_delta_is_told_after_so_much_change(central: Central) -> None:
    central.started()
    asked = POWER | {"value": 5_000, "type": "Delta", "severity": 2}
    central.asks("SetVariableMonitoring", setMonitoringData=[asked])
    (event,) = central.hears("NotifyEvent")["eventData"]
    assert event["trigger"] == "Delta"


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"component": {"name": "Nonsense"}}, "UnknownComponent"),
        ({"variable": {"name": "Nonsense"}}, "UnknownVariable"),
        ({"type": "PeriodicClockAligned"}, "UnsupportedMonitorType"),
        ({"variable": {"name": "AvailabilityState"}}, "UnsupportedMonitorType"),
        ({"severity": 12}, "Rejected"),
        ({"id": 99}, "Rejected"),
    ],
)
def test_what_is_not_monitored(central: Central, changed: Payload, status: str) -> None:
    central.started()
    asked = POWER | {"value": 1, "type": "Delta", "severity": 2} | changed
    (result,) = central.asks("SetVariableMonitoring", setMonitoringData=[asked])["setMonitoringResult"]
    assert result["status"] == status


def test_monitors_are_reported_and_cleared(central: Central) -> None:
    central.started()
    asked = POWER | {"value": 5_000, "type": "Delta", "severity": 2}
    central.asks("SetVariableMonitoring", setMonitoringData=[asked])
    criteria = {"monitoringCriteria": ["DeltaMonitoring"]}
    assert central.asks("GetMonitoringReport", requestId=5, **criteria) == {"status": "Accepted"}
    (told,) = central.hears("NotifyMonitoringReport")["monitor"]
    assert told["variableMonitoring"][0]["type"] == "Delta"
    central.asks("SetMonitoringBase", monitoringBase="FactoryDefault")
    assert central.asks("GetMonitoringReport", requestId=6, **criteria) == {"status": "EmptyResultSet"}
    assert central.asks("SetMonitoringLevel", severity=3) == {"status": "Accepted"}
    assert central.gets("MonitoringCtrlr", "ActiveMonitoringLevel")["attributeValue"] == "3"


def test_a_monitor_of_2_1_may_feed_a_stream_that_can_be_adjusted_and_closed() -> None:
    central = Central("2.1").charging()
    asked = POWER | {"variable": {"name": "Temperature"}, "value": 1, "type": "Periodic", "severity": 8}
    wants = asked | {"periodicEventStream": {"values": 3}}
    (result,) = central.asks("SetVariableMonitoring", setMonitoringData=[wants])["setMonitoringResult"]
    number = result["id"]
    assert central.hears("OpenPeriodicEventStream")["constantStreamData"]["variableMonitoringId"] == number
    central.sent.clear()
    central.wait(4)
    mine = [it.payload for it in central.sent if it.payload["id"] == number]
    assert [len(it["data"]) for it in mine] == [3]
    assert central.asks("AdjustPeriodicEventStream", id=number, params={"interval": 2}) == {"status": "Accepted"}
    assert central.asks("AdjustPeriodicEventStream", id=99, params={}) == {"status": "Rejected"}
    told = central.asks("GetPeriodicEventStream")["constantStreamData"]
    assert [it["id"] for it in told] == [1, 2, number]
    central.asks("ClearVariableMonitoring", id=[number])
    assert central.hears("ClosePeriodicEventStream") == {"id": number}
    central.sent.clear()
    central.wait(30)
    assert number not in {it.payload["id"] for it in central.sent}


def test_a_stream_that_is_not_wanted_stays_closed() -> None:
    central = Central("2.1")
    central.replies["OpenPeriodicEventStream"] = {"status": "Rejected"}
    central.charging()
    central.wait(60)
    assert not central.sent
    assert central.asks("GetPeriodicEventStream") == {}


# Smart charging.


def power(central: Central) -> float:
    """W, by the next event with meter values."""
    told = central.event()
    while "meterValue" not in told:
        told = central.event()
    sampled = told["meterValue"][0]["sampledValue"]
    return float(next(it["value"] for it in sampled if it["measurand"] == "Power.Active.Import"))


def test_a_profile_limits_the_power_and_is_reported(central: Central) -> None:
    central.charging()
    central.wait(20)
    central.hears_anew("TransactionEvent")
    assert central.asks("SetChargingProfile", evseId=1, chargingProfile=profile(7_000))["status"] == "Accepted"
    assert power(central) == 7_000
    found = central.asks("GetChargingProfiles", requestId=8, evseId=1, chargingProfile={"stackLevel": 0})
    assert found == {"status": "Accepted"}
    told = central.hears("ReportChargingProfiles")
    assert (told["requestId"], told["evseId"], told["chargingProfile"]) == (8, 1, [profile(7_000)])
    assert central.asks("ClearChargingProfile", chargingProfileId=1) == {"status": "Accepted"}
    assert central.asks("ClearChargingProfile", chargingProfileId=1) == {"status": "Unknown"}
    assert central.asks("GetChargingProfiles", requestId=9, chargingProfile={}) == {"status": "NoProfiles"}
    assert power(central) > 15_000


def test_no_power_is_told_as_suspended(central: Central) -> None:
    central.charging()
    most = profile(0, chargingProfilePurpose="ChargingStationMaxProfile")
    central.asks("SetChargingProfile", evseId=0, chargingProfile=most)
    event = central.event()
    assert event["transactionInfo"]["chargingState"] == "SuspendedEVSE"
    criteria = {"chargingProfilePurpose": "ChargingStationMaxProfile"}
    central.asks("ClearChargingProfile", chargingProfileCriteria=criteria)
    assert central.event()["transactionInfo"]["chargingState"] == "Charging"


def test_what_profile_is_not_taken(central: Central) -> None:
    central.charging()
    for evse, wrong in [
        (7, profile(1)),
        (1, profile(1, chargingProfilePurpose="ChargingStationExternalConstraints")),
        (1, profile(1, chargingProfilePurpose="TxProfile")),
        (1, profile(1, chargingProfilePurpose="TxProfile", transactionId="none")),
        (1, profile(1, stackLevel=11)),
        (1, profile(1, chargingSchedule=profile(1)["chargingSchedule"] * 2)),
    ]:
        assert central.asks("SetChargingProfile", evseId=evse, chargingProfile=wrong)["status"] == "Rejected"
    mine = profile(9_000, chargingProfilePurpose="TxProfile", transactionId=central.transaction)
    assert central.asks("SetChargingProfile", evseId=1, chargingProfile=mine) == {"status": "Accepted"}


def test_the_schedule_to_come_is_told(central: Central) -> None:
    central.charging()
    central.asks("SetChargingProfile", evseId=1, chargingProfile=profile(7_000))
    schedule = central.asks("GetCompositeSchedule", evseId=1, duration=600)["schedule"]
    assert schedule["chargingSchedulePeriod"] == [{"startPeriod": 0, "limit": 7_000}]
    assert central.asks("GetCompositeSchedule", evseId=5, duration=600) == {"status": "Rejected"}


# Cards and reservations.


def test_a_card_in_the_list_is_not_asked_for(central: Central) -> None:
    central.started()
    central.sets("AuthCtrlr", "LocalPreAuthorize", "true")
    entry = {"idToken": {"idToken": "04A1B2C3D4E5F6", "type": "ISO14443"}, "idTokenInfo": {"status": "Accepted"}}
    listed = {"updateType": "Full", "localAuthorizationList": [entry]}
    assert central.asks("SendLocalList", versionNumber=3, **listed) == {"status": "Accepted"}
    assert central.asks("GetLocalListVersion") == {"versionNumber": 3}
    differs = {"updateType": "Differential"}
    assert central.asks("SendLocalList", versionNumber=3, **differs) == {"status": "VersionMismatch"}
    while central.event()["triggerReason"] != "Authorized":
        pass
    assert "Authorize" not in [call.action for call in central.calls]


def test_a_reserved_evse_is_kept_for_its_card_and_told_when_that_ends(central: Central) -> None:
    central.started()
    asked = {"idToken": TOKEN, "evseId": 2, "expiryDateTime": after(8)}
    assert central.asks("ReserveNow", id=5, **asked) == {"status": "Accepted"}
    assert central.hears("StatusNotification")["connectorStatus"] == "Reserved"
    assert central.asks("ReserveNow", id=6, **asked) == {"status": "Occupied"}
    other = {"idToken": "OTHER", "type": "Central"}
    start = {"remoteStartId": 1, "evseId": 2}
    assert central.asks("RequestStartTransaction", idToken=other, **start)["status"] == "Rejected"
    told = central.hears("ReservationStatusUpdate")
    assert told == {"reservationId": 5, "reservationUpdateStatus": "Expired"}
    central.asks("ReserveNow", id=7, **asked | {"expiryDateTime": after(600)})
    assert central.asks("CancelReservation", reservationId=5) == {"status": "Rejected"}
    central.asks("RequestStartTransaction", idToken=TOKEN, **start)
    assert central.event()["reservationId"] == 7


def test_what_is_known_of_a_customer(central: Central) -> None:
    central.charging()
    token = {"idToken": "04A1B2C3D4E5F6", "type": "ISO14443"}
    asked = {"requestId": 3, "report": True, "idToken": token}
    assert central.asks("CustomerInformation", clear=True, **asked) == {"status": "Accepted"}
    assert central.hears("NotifyCustomerInformation")["data"] == "04A1B2C3D4E5F6: accepted"
    central.asks("CustomerInformation", clear=False, **asked)
    assert central.hears("NotifyCustomerInformation")["data"] == "Nothing is known"
    assert central.asks("CustomerInformation", requestId=4, report=True, clear=False) == {"status": "Invalid"}


# What is triggered.


@pytest.mark.parametrize(
    ("message", "comes"),
    [
        ("Heartbeat", "Heartbeat"),
        ("StatusNotification", "StatusNotification"),
        ("MeterValues", "MeterValues"),
        ("TransactionEvent", "TransactionEvent"),
        ("LogStatusNotification", "LogStatusNotification"),
        ("FirmwareStatusNotification", "FirmwareStatusNotification"),
        ("SignChargingStationCertificate", "SignCertificate"),
    ],
)
def test_every_message_it_has_can_be_triggered(central: Central, message: str, comes: str) -> None:
    central.charging()
    now = central.at
    assert central.asks("TriggerMessage", requestedMessage=message, evse={"id": 1}) == {"status": "Accepted"}
    central.hears(comes)
    assert central.at == now


def test_and_what_it_has_not(central: Central) -> None:
    central.started()
    asked = {"SignV2GCertificate": "NotImplemented", "BootNotification": "Rejected", "TransactionEvent": "Rejected"}
    answers = {name: central.asks("TriggerMessage", requestedMessage=name)["status"] for name in asked}
    assert answers == asked
    unknown = central.asks("TriggerMessage", requestedMessage="MeterValues", evse={"id": 9})
    assert unknown["status"] == "Rejected"


def test_clock_aligned_values_come_with_the_transaction_or_alone(central: Central) -> None:
    central.charging()
    central.sets("SampledDataCtrlr", "TxUpdatedInterval", "0")
    central.sets("AlignedDataCtrlr", "Interval", "7")
    event = central.event()
    assert event["triggerReason"] == "MeterValueClock"
    assert central.hears("MeterValues")["evseId"] == 2
    assert central.at % 7 == 0


# Firmware, logs, certificates, network.


def test_a_firmware_update_is_told_step_by_step(central: Central) -> None:
    central.started()
    firmware = {"location": "https://example.com/f.bin", "retrieveDateTime": after(4)}
    assert central.asks("UpdateFirmware", requestId=1, firmware=firmware) == {"status": "Accepted"}
    again = central.asks("UpdateFirmware", requestId=2, firmware=firmware | {"signingCertificate": CERTIFICATE})
    assert again == {"status": "AcceptedCanceled"}
    told = [central.hears("FirmwareStatusNotification") for _ in range(5)]
    assert [it["status"] for it in told] == [
        "Downloading",
        "Downloaded",
        "SignatureVerified",
        "Installing",
        "Installed",
    ]
    assert {it["requestId"] for it in told} == {2}
    broken = firmware | {"signingCertificate": "none"}
    assert central.asks("UpdateFirmware", requestId=3, firmware=broken) == {"status": "InvalidCertificate"}


def test_a_log_is_told_as_uploaded(central: Central) -> None:
    central.started()
    asked = {"logType": "DiagnosticsLog", "requestId": 4, "log": {"remoteLocation": "ftp://example.com/"}}
    assert central.asks("GetLog", **asked)["status"] == "Accepted"
    assert [central.hears("LogStatusNotification")["status"] for _ in range(2)] == ["Uploading", "Uploaded"]


def test_certificates_are_kept_told_and_deleted(central: Central) -> None:
    central.started()
    assert central.asks("GetInstalledCertificateIds") == {"status": "NotFound"}
    use = "CSMSRootCertificate"
    central.asks("InstallCertificate", certificateType=use, certificate=CERTIFICATE)
    (kept,) = central.asks("GetInstalledCertificateIds", certificateType=[use])["certificateHashDataChain"]
    assert kept["certificateType"] == use
    hashes = kept["certificateHashData"]
    assert central.asks("DeleteCertificate", certificateHashData=hashes) == {"status": "Accepted"}
    assert central.asks("DeleteCertificate", certificateHashData=hashes) == {"status": "NotFound"}
    assert central.asks("CertificateSigned", certificateChain=CERTIFICATE) == {"status": "Accepted"}
    assert central.asks("CertificateSigned", certificateChain="none")["status"] == "Rejected"


def test_a_network_profile_is_kept_in_a_slot(central: Central) -> None:
    central.started()
    data = {
        "ocppVersion": "OCPP20",
        "ocppTransport": "JSON",
        "ocppCsmsUrl": "wss://example.com/ocpp",
        "messageTimeout": 30,
        "securityProfile": 2,
        "ocppInterface": "Wired0",
    }
    assert central.asks("SetNetworkProfile", configurationSlot=1, connectionData=data) == {"status": "Accepted"}
    assert central.asks("SetNetworkProfile", configurationSlot=9, connectionData=data)["status"] == "Rejected"
    wrong = data | {"ocppCsmsUrl": "mailto:somebody"}
    assert central.asks("SetNetworkProfile", configurationSlot=1, connectionData=wrong)["status"] == "Rejected"
