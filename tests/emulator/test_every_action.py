"""Whatever a central system may ask of a version gets an answer that its schemas allow."""

from __future__ import annotations

import pytest
from ocpp import messages

from relay.emulator.frame import Call, CallError, CallResult, OneWay
from relay.emulator.pace import Pace
from relay.emulator.stations import Station, station
from tests.emulator.central import NOON, Central
from tests.emulator.minimal import SCHEMAS, of_central_systems, requests

NOT_SUPPORTED = {
    "1.6": set[str](),
    "2.0.1": {
        "ClearDisplayMessage",
        "GetDisplayMessages",
        "PublishFirmware",
        "SetDisplayMessage",
        "UnpublishFirmware",
    },
}
NOT_SUPPORTED["2.1"] = NOT_SUPPORTED["2.0.1"] | {
    "AFRRSignal", "ChangeTransactionTariff", "ClearDERControl", "ClearTariffs", "GetDERControl", "GetTariffs",
    "NotifyAllowedEnergyTransfer", "NotifyWebPaymentStarted", "RequestBatterySwap", "SetDERControl",
    "SetDefaultTariff", "UpdateDynamicSchedule", "UsePriorityCharging",
}  # fmt: skip

ACTIONS = [(version, action) for version in SCHEMAS for action in of_central_systems(version)]


def charging(version: str) -> Central[Station]:
    """After a while, with a car that charges."""
    central = Central(station(version, "CP1", NOON, Pace(), 5))
    central.connect()
    central.wait(30)
    return central


@pytest.mark.parametrize(("version", "action"), ACTIONS)
def test_it_is_answered_and_what_follows_fits_its_schema_too(version: str, action: str) -> None:
    for request in requests(version, action):
        central = charging(version)
        messages._validate_payload(messages.Call("ours", action, request), version)
        answer = central.sends(Call("ours", action, request))
        if action in NOT_SUPPORTED[version]:
            assert isinstance(answer, CallError)
            assert answer.code == "NotSupported"
        else:
            assert isinstance(answer, CallResult)
            messages._validate_payload(messages.CallResult("ours", answer.payload, action), version)
        central.wait(30)


@pytest.mark.parametrize("version", SCHEMAS)
def test_before_it_is_accepted_it_answers_and_says_nothing_of_itself(version: str) -> None:
    for action in of_central_systems(version):
        central = Central(station(version, "CP1", NOON, Pace(), 5))
        central.replies["BootNotification"] = {"status": "Pending", "currentTime": "", "interval": 600}
        central.connect()
        assert central.sends(Call("ours", action, next(requests(version, action))))
        central.wait(30)
        allowed = {"TransactionEvent", "StartTransaction", "StopTransaction", "Heartbeat", "MeterValues"}
        assert not allowed & {call.action for call in central.calls}, action


@pytest.mark.parametrize("version", SCHEMAS)
def test_what_no_version_knows_is_not_implemented(version: str) -> None:
    answer = charging(version).sends(Call("ours", "MakeCoffee", {}))
    assert isinstance(answer, CallError)
    assert (answer.unique_id, answer.code) == ("ours", "NotImplemented")


def test_a_send_of_the_central_system_is_passed_over() -> None:
    central = charging("2.1")
    assert central.sends(OneWay("1", "NotifyPeriodicEventStream", {})) is None
    assert central.saw("not for a charge point")
