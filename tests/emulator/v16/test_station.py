"""The life of a charge point, from its boot on."""

from __future__ import annotations

import pytest

from relay.emulator import timestamp
from relay.emulator.frame import CallError, CallResult
from relay.emulator.pace import Pace
from tests.emulator.central import NOON
from tests.emulator.v16.central import Central


def test_it_boots_and_reports_its_connectors(central: Central) -> None:
    central.connect()
    assert central.hears("BootNotification")["chargePointModel"] == "Emulator"
    reports = [central.hears("StatusNotification") for _ in range(3)]
    assert [it["connectorId"] for it in reports] == [0, 1, 2]
    assert {it["status"] for it in reports} == {"Available"}


def test_it_beats_at_the_interval_it_was_given(central: Central) -> None:
    central.replies["BootNotification"] = {"status": "Accepted", "currentTime": "", "interval": 7}
    central.started()
    central.hears("Heartbeat")
    assert central.at == NOON + 7
    central.hears("Heartbeat")
    assert central.at == NOON + 14


def test_it_boots_until_it_is_accepted(central: Central) -> None:
    central.replies["BootNotification"] = {"status": "Pending", "currentTime": "", "interval": 20}
    central.connect()
    central.hears("BootNotification")
    central.hears_nothing(within=19.9)
    central.replies["BootNotification"] = {"status": "Rejected", "currentTime": "", "interval": 40}
    central.hears("BootNotification")
    assert central.at == NOON + 20
    central.hears_nothing(within=39.9)
    central.replies["BootNotification"] = {"status": "Accepted", "currentTime": "", "interval": 40}
    central.hears("BootNotification")
    central.hears("StatusNotification")


def test_pending_without_an_interval_does_not_flood(central: Central) -> None:
    central.replies["BootNotification"] = {"status": "Pending", "currentTime": "", "interval": 0}
    central.connect()
    central.wait(100)
    assert 5 < len(central.calls) <= 11


def test_while_pending_it_answers_and_can_be_told_to_boot(central: Central) -> None:
    central.replies["BootNotification"] = {"status": "Pending", "currentTime": "", "interval": 600}
    central.connect()
    central.hears("BootNotification")
    assert central.asks("GetConfiguration", key=["NumberOfConnectors"])["configurationKey"][0]["value"] == "2"
    assert central.asks("RemoteStartTransaction", idTag="A")["status"] == "Rejected"
    central.asks("TriggerMessage", requestedMessage="BootNotification")
    central.hears("BootNotification")
    assert central.at == NOON


def test_a_charging_session_from_card_to_goodbye(central: Central) -> None:
    central.started()
    assert central.hears("StatusNotification")["status"] == "Preparing"
    card = central.hears("Authorize")["idTag"]
    start = central.hears("StartTransaction")
    assert (start["connectorId"], start["idTag"]) == (1, card)
    assert central.hears("StatusNotification")["status"] == "Charging"
    meter = central.hears("MeterValues")
    assert (meter["connectorId"], meter["transactionId"]) == (1, 1001)
    stop = central.hears("StopTransaction", within=120)
    assert (stop["transactionId"], stop["reason"], stop["idTag"]) == (1001, "Local", card)
    assert stop["meterStop"] > start["meterStart"]
    assert [central.hears("StatusNotification")["status"] for _ in range(2)] == ["Finishing", "Available"]


def test_the_next_car_takes_the_other_connector(central: Central) -> None:
    central.started()
    assert central.hears("StartTransaction")["connectorId"] == 1
    assert central.hears("StartTransaction", within=200)["connectorId"] == 2


def test_it_stays_idle_when_the_card_is_not_accepted(central: Central) -> None:
    central.replies["Authorize"] = {"idTagInfo": {"status": "Blocked"}}
    central.started()
    central.hears("Authorize")
    assert central.hears("StatusNotification")["status"] == "Available"
    central.wait(600)
    assert not [call for call in central.calls if call.action == "StartTransaction"]
    assert central.saw("stays idle")


@pytest.mark.parametrize("reply", ["InternalError", {}, {"idTagInfo": "yes"}, {"idTagInfo": {"status": 1}}])
def test_no_readable_answer_is_no_authorization(central: Central, reply: str) -> None:
    central.replies["Authorize"] = reply
    central.started()
    central.wait(300)
    assert not [call for call in central.calls if call.action == "StartTransaction"]
    assert len([call for call in central.calls if call.action == "Authorize"]) > 5


def test_a_transaction_that_was_not_authorized_is_stopped(central: Central) -> None:
    central.replies["StartTransaction"] = {"idTagInfo": {"status": "Expired"}, "transactionId": 8}
    central.started()
    assert central.hears("StopTransaction")["reason"] == "DeAuthorized"


def test_or_only_suspended_when_so_configured(central: Central) -> None:
    central.replies["StartTransaction"] = {"idTagInfo": {"status": "Expired"}, "transactionId": 8}
    central.started()
    central.asks("ChangeConfiguration", key="StopTransactionOnInvalidId", value="false")
    central.hears("StartTransaction")
    assert central.hears("StatusNotification")["status"] == "SuspendedEVSE"
    central.hears("MeterValues")


def test_one_call_at_a_time_and_none_is_waited_for_longer_than_30_s(central: Central) -> None:
    central.replies["Authorize"] = None
    central.started()
    central.hears("Authorize")
    asked = central.at
    central.asks("TriggerMessage", requestedMessage="Heartbeat")
    central.hears_nothing(within=29.9)
    central.hears("Heartbeat")
    assert central.at == asked + 30
    assert central.saw("Authorize was not answered within 30 s")


def test_a_late_answer_is_not_taken_for_the_next_one(central: Central) -> None:
    central.replies["Authorize"] = None
    central.started()
    central.hears("Authorize")
    assert central.open
    late = central.open.unique_id
    central.wait(31)
    central.sends(CallResult(late, {"idTagInfo": {"status": "Accepted"}}))
    assert central.saw("got an answer to nothing it is waiting for")
    assert central.station.connectors[1].transaction is None


def test_a_refused_start_is_tried_again_and_then_given_up(central: Central) -> None:
    central.replies["StartTransaction"] = "InternalError"
    central.started()
    central.hears("StartTransaction")
    first = central.at
    central.hears("StartTransaction")
    assert central.at == first + 10
    central.hears("StartTransaction")
    assert central.at == first + 30
    while central.hears("StatusNotification")["status"] != "Finishing":
        pass
    assert not [call for call in central.calls if call.action == "StopTransaction"]


@pytest.mark.parametrize("number", [None, "7", 1.5, True])
def test_a_transaction_without_a_number_is_not_begun(central: Central, number: object) -> None:
    central.replies["StartTransaction"] = {"idTagInfo": {"status": "Accepted"}, "transactionId": number}
    central.started()
    central.hears("StartTransaction")
    assert central.station.connectors[1].transaction is None


def test_a_refused_stop_is_tried_again(central: Central) -> None:
    central.charging()
    central.replies["StopTransaction"] = "InternalError"
    stopped = central.hears("StopTransaction", within=120)
    central.replies["StopTransaction"] = {}
    assert central.hears("StopTransaction") == stopped


def test_a_lost_connection_does_not_end_a_transaction(central: Central) -> None:
    central.charging()
    central.lose()
    central.wait(30)
    central.connect()
    assert central.calls[-1].action == "Heartbeat"
    assert central.hears("MeterValues")["transactionId"] == 1001
    assert central.hears("StopTransaction", within=120)["transactionId"] == 1001


def test_what_ended_meanwhile_is_told_when_it_is_back(central: Central) -> None:
    central.charging()
    central.lose()
    central.wait(600)
    central.connect()
    assert central.hears("StopTransaction")["transactionId"] == 1001
    assert central.saw("connector 1 is Preparing")
    assert not [call for call in central.calls if call.action == "BootNotification"][1:]


def test_a_start_whose_answer_was_lost_is_asked_again(central: Central) -> None:
    central.started()
    central.replies["StartTransaction"] = None
    start = central.hears("StartTransaction")
    central.lose()
    central.replies["StartTransaction"] = {"idTagInfo": {"status": "Accepted"}, "transactionId": 5}
    central.connect()
    assert central.hears("StartTransaction") == start
    assert central.hears("MeterValues")["transactionId"] == 5


def test_a_boot_that_is_cut_off_is_done_again(central: Central) -> None:
    central.replies["BootNotification"] = None
    central.connect()
    central.hears("BootNotification")
    central.lose()
    central.hears_nothing(within=100)
    central.connect()
    central.hears("BootNotification")


def test_it_takes_the_time_from_the_central_system(central: Central) -> None:
    central.replies["BootNotification"] = {
        "status": "Accepted",
        "currentTime": "2031-05-05T10:00:00.000Z",
        "interval": 60,
    }
    central.connect()
    assert central.hears("StatusNotification")["timestamp"] == "2031-05-05T10:00:00.000Z"


@pytest.mark.parametrize("time", ["", "noon", "0001-01-01T00:00:00Z", 5, None])
def test_but_not_one_that_cannot_be(central: Central, time: object) -> None:
    central.replies["BootNotification"] = {"status": "Accepted", "currentTime": time, "interval": 60}
    central.connect()
    assert central.hears("StatusNotification")["timestamp"] == timestamp.to_text(NOON)


@pytest.mark.parametrize("reply", ["InternalError", {}, {"status": None}, {"status": "Accepted", "interval": "soon"}])
def test_no_answer_to_its_boot_confuses_it(central: Central, reply: str) -> None:
    central.replies["BootNotification"] = reply
    central.connect()
    central.wait(60)
    central.replies["BootNotification"] = {"status": "Accepted", "currentTime": "", "interval": 60}
    central.asks("TriggerMessage", requestedMessage="BootNotification")
    central.hears("StatusNotification")


def test_an_error_to_nothing_is_passed_over(central: Central) -> None:
    central.started()
    central.sends(CallError("nobody's", "GenericError", ""))
    central.hears("StartTransaction")


def test_a_slow_central_system_gets_fewer_meter_values_and_not_later_ones(central: Central) -> None:
    central.charging()
    central.replies["MeterValues"] = None
    begun = central.at
    stop = central.hears("StopTransaction", within=150)
    assert stop["timestamp"] == timestamp.to_text(begun + 90)
    assert central.at <= begun + 90 + 2 * 30
    assert 3 <= [call.action for call in central.calls].count("MeterValues") <= 5


def test_soft_reset_stops_hangs_up_and_boots_again(central: Central) -> None:
    central.charging()
    assert central.asks("Reset", type="Soft") == {"status": "Accepted"}
    assert central.hears("StopTransaction")["reason"] == "SoftReset"
    central.wait(1)
    assert central.hung_up
    central.restart()
    central.hears("BootNotification")
    central.hears("StartTransaction")


def test_a_stop_that_was_not_answered_before_a_reset_comes_after_the_boot(central: Central) -> None:
    central.charging()
    central.replies["StopTransaction"] = None
    central.asks("Reset", type="Hard")
    assert central.hears("StopTransaction")["reason"] == "HardReset"
    central.wait(6)
    central.replies["StopTransaction"] = {}
    central.restart()
    after = [call.action for call in central.calls]
    assert after[after.index("BootNotification", 1) :][:2] == ["BootNotification", "StopTransaction"]


def test_a_reset_while_the_start_is_unanswered_still_says_goodbye(central: Central) -> None:
    central.replies["StartTransaction"] = None
    central.started()
    central.hears("StartTransaction")
    central.asks("Reset", type="Soft")
    central.answers({"idTagInfo": {"status": "Accepted"}, "transactionId": 77})
    assert central.hears("StopTransaction")["transactionId"] == 77


def test_a_connection_lost_during_a_reset_is_followed_by_a_boot(central: Central) -> None:
    central.charging()
    central.replies["StopTransaction"] = None
    central.asks("Reset", type="Soft")
    central.lose()
    central.connect()
    central.hears("BootNotification")


def test_speed_shortens_what_cars_do_and_not_what_is_promised() -> None:
    central = Central(Pace().faster(10), meter_seconds=1).started()
    central.replies["Authorize"] = {"idTagInfo": {"status": "Accepted"}}
    central.hears("StopTransaction")
    assert central.at < NOON + 13
    assert central.station.pace.answer == 30
