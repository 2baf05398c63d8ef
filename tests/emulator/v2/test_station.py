"""The life of a charging station of OCPP 2.0.1 and 2.1, from its boot on."""

from __future__ import annotations

import pytest

from relay.emulator.pace import Pace
from tests.emulator.central import NOON
from tests.emulator.v2.central import Central


def test_it_boots_and_reports_its_connectors(central: Central) -> None:
    central.connect()
    boot = central.hears("BootNotification")
    assert (boot["reason"], boot["chargingStation"]["model"]) == ("PowerUp", "Emulator")
    assert central.hears("SecurityEventNotification")["type"] == "StartupOfTheDevice"
    reports = [central.hears("StatusNotification") for _ in range(2)]
    assert [(it["evseId"], it["connectorId"], it["connectorStatus"]) for it in reports] == [
        (1, 1, "Available"),
        (2, 1, "Available"),
    ]


def test_it_boots_until_it_is_accepted_and_says_nothing_else(central: Central) -> None:
    central.replies["BootNotification"] = {"status": "Pending", "currentTime": "", "interval": 20}
    central.connect()
    central.hears("BootNotification")
    central.hears_nothing(within=19.9)
    central.replies["BootNotification"] = {"status": "Rejected", "currentTime": "", "interval": 40}
    central.hears("BootNotification")
    central.hears_nothing(within=39.9)
    central.replies["BootNotification"] = {"status": "Accepted", "currentTime": "", "interval": 7}
    central.hears("BootNotification")
    accepted = central.at
    central.hears("Heartbeat")
    assert central.at == accepted + 7


def test_while_pending_it_can_be_set_up_asked_and_told_to_boot(central: Central) -> None:
    central.replies["BootNotification"] = {"status": "Pending", "currentTime": "", "interval": 600}
    central.connect()
    central.hears("BootNotification")
    assert central.sets("TxCtrlr", "StopTxOnInvalidId", "false") == "Accepted"
    assert central.gets("TxCtrlr", "StopTxOnInvalidId")["attributeValue"] == "false"
    assert central.asks("GetBaseReport", requestId=1, reportBase="FullInventory") == {"status": "Accepted"}
    central.hears("NotifyReport")
    token = {"idToken": "A", "type": "Central"}
    start = central.asks("RequestStartTransaction", idToken=token, remoteStartId=1)
    assert start["status"] == "Rejected"
    central.asks("TriggerMessage", requestedMessage="BootNotification")
    assert central.hears("BootNotification")["reason"] == "Triggered"
    assert central.at == NOON


def test_a_charging_session_from_plug_to_goodbye(central: Central) -> None:
    central.started()
    assert central.hears("StatusNotification")["connectorStatus"] == "Occupied"
    started = central.event()
    assert (started["eventType"], started["triggerReason"], started["seqNo"]) == ("Started", "CablePluggedIn", 0)
    assert started["transactionInfo"]["chargingState"] == "EVConnected"
    card = central.hears("Authorize")["idToken"]
    authorized, charges = central.event(), central.event()
    assert (authorized["triggerReason"], authorized["idToken"]) == ("Authorized", card)
    assert (charges["triggerReason"], charges["transactionInfo"]["chargingState"]) == (
        "ChargingStateChanged",
        "Charging",
    )
    periodic = central.event()
    assert periodic["triggerReason"] == "MeterValuePeriodic"
    ended = central.ended()
    assert (ended["triggerReason"], ended["transactionInfo"]["stoppedReason"]) == ("StopAuthorized", "Local")
    assert central.hears("StatusNotification")["connectorStatus"] == "Available"
    events = [call.payload for call in central.calls if call.action == "TransactionEvent"]
    assert [it["seqNo"] for it in events] == list(range(len(events)))
    assert len({it["transactionInfo"]["transactionId"] for it in events}) == 1


def test_meter_values_tell_of_each_phase_and_the_energy_rises(central: Central) -> None:
    central.charging()
    first, second = central.event(), central.event()
    sampled = first["meterValue"][0]["sampledValue"]
    told = {(it["measurand"], it.get("phase")): it for it in sampled}
    assert {phase for name, phase in told if name == "Current.Import"} == {"L1", "L2", "L3"}
    assert {phase for name, phase in told if name == "Voltage"} == {"L1-N", "L2-N", "L3-N"}
    assert told["SoC", None]["unitOfMeasure"] == {"unit": "Percent"}
    assert second["meterValue"][0]["sampledValue"][0]["value"] >= sampled[0]["value"]
    assert told["Power.Active.Import", None]["value"] <= 22_080


def test_a_car_whose_card_is_not_accepted_leaves(central: Central) -> None:
    central.replies["Authorize"] = {"idTokenInfo": {"status": "Blocked"}}
    central.started()
    ended = central.ended()
    assert ended["transactionInfo"]["stoppedReason"] == "EVDisconnected"
    assert central.saw("is Blocked")


def test_a_card_that_is_refused_with_the_event_stops_the_charging(central: Central) -> None:
    central.replies["TransactionEvent"] = {"idTokenInfo": {"status": "Expired"}}
    central.started()
    ended = central.ended()
    assert (ended["triggerReason"], ended["transactionInfo"]["stoppedReason"]) == ("Deauthorized", "DeAuthorized")


def test_or_only_suspends_it_when_so_set(central: Central) -> None:
    central.replies["TransactionEvent"] = {"idTokenInfo": {"status": "Expired"}}
    central.started()
    assert central.sets("TxCtrlr", "StopTxOnInvalidId", "false") == "Accepted"
    while (event := central.event())["transactionInfo"]["chargingState"] != "SuspendedEVSE":
        assert event["eventType"] != "Ended"


def test_a_refused_event_is_tried_again_before_those_after_it(central: Central) -> None:
    central.started()
    central.replies["TransactionEvent"] = "InternalError"
    first = central.event()
    central.replies["TransactionEvent"] = {}
    assert central.event() == first
    assert central.event()["seqNo"] == 1


def test_what_happens_while_the_connection_is_lost_is_told_later(central: Central) -> None:
    central.charging()
    central.lose()
    central.wait(100)
    central.connect()
    ended = central.ended()
    assert ended["offline"] is True
    assert "BootNotification" not in [call.action for call in central.calls[1:]]


def test_speed_shortens_what_cars_do_and_not_what_is_promised() -> None:
    central = Central(pace=Pace().faster(10), meter_seconds=1).started()
    central.ended()
    assert central.at < NOON + 13
    assert central.station.pace.answer == 30


def test_a_station_of_2_1_streams_the_power_and_waits_for_no_answer() -> None:
    central = Central("2.1").charging()
    opened = [call.payload for call in central.calls if call.action == "OpenPeriodicEventStream"]
    assert [it["constantStreamData"]["id"] for it in opened] == [1, 2]
    central.replies["TransactionEvent"] = None
    central.wait(12)
    assert central.open
    assert len(central.sent) == 2
    told = central.sent[-1].payload
    assert [it["t"] for it in told["data"]] == pytest.approx([0, 1, 2, 3, 4])
    assert float(told["data"][-1]["v"]) > 15_000


def test_one_of_2_0_1_does_not() -> None:
    central = Central("2.0.1").charging()
    central.wait(60)
    assert not central.sent
    assert "OpenPeriodicEventStream" not in [call.action for call in central.calls]
