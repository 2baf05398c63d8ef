"""Whatever a central system does, a charge point goes on and keeps to one Call at a time."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from relay.emulator.frame import CallError, CallResult, Payload
from tests.emulator.v16.central import Central

json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
number = some.integers(-2, 3) | some.integers()
status = some.sampled_from(["Accepted", "Pending", "Rejected", "Blocked"])

replies = some.fixed_dictionaries(
    {
        "BootNotification": some.fixed_dictionaries({"status": status | json, "interval": number | json}),
        "Authorize": some.fixed_dictionaries({"idTagInfo": some.fixed_dictionaries({"status": status | json}) | json}),
        "StartTransaction": some.fixed_dictionaries(
            {"idTagInfo": some.fixed_dictionaries({"status": status | json}) | json, "transactionId": number | json}
        ),
    }
)

schedule = some.fixed_dictionaries(
    {
        "chargingRateUnit": some.sampled_from("AW"),
        "chargingSchedulePeriod": some.lists(
            some.fixed_dictionaries({"startPeriod": number, "limit": some.integers(-1000, 10**6)}), max_size=3
        ),
    },
    optional={"duration": number, "startSchedule": some.sampled_from(["2027-01-15T08:00:00Z", "never", "9999-12-31"])},
)
profile = some.fixed_dictionaries(
    {
        "chargingProfileId": number,
        "stackLevel": number,
        "chargingProfilePurpose": some.sampled_from(["ChargePointMaxProfile", "TxDefaultProfile", "TxProfile"]),
        "chargingProfileKind": some.sampled_from(["Absolute", "Recurring", "Relative"]),
        "chargingSchedule": schedule,
    },
    optional={"recurrencyKind": some.sampled_from(["Daily", "Weekly"]), "validFrom": some.just("2027-01-15T08:00:00Z")},
)
key = some.sampled_from(["HeartbeatInterval", "MeterValueSampleInterval", "ClockAlignedDataInterval", "Nonsense"])


def call(action: str, **payload: some.SearchStrategy[Any]) -> some.SearchStrategy[tuple[str, str, Payload]]:
    return some.tuples(some.just("call"), some.just(action), some.fixed_dictionaries(payload))


calls = some.one_of(
    call("Reset", type=some.sampled_from(["Hard", "Soft"])),
    call("RemoteStartTransaction", idTag=some.just("A"), connectorId=number, chargingProfile=profile),
    call("RemoteStopTransaction", transactionId=number),
    call("ChangeAvailability", connectorId=number, type=some.sampled_from(["Operative", "Inoperative"])),
    call("ChangeConfiguration", key=key, value=some.integers(-1, 10).map(str) | some.text(max_size=3)),
    call("SetChargingProfile", connectorId=number, csChargingProfiles=profile),
    call("GetCompositeSchedule", connectorId=number, duration=number),
    call("UnlockConnector", connectorId=number),
    call("TriggerMessage", requestedMessage=some.sampled_from(["BootNotification", "MeterValues", "Heartbeat"])),
)
events = some.one_of(
    calls,
    some.tuples(some.just("wait"), some.floats(0, 200)),
    some.tuples(some.just("lose")),
    some.tuples(some.just("silence"), some.sampled_from(["Authorize", "Heartbeat", "MeterValues", "StopTransaction"])),
    some.tuples(some.just("error"), some.sampled_from(["Authorize", "StartTransaction", "StopTransaction"])),
    some.tuples(some.just("stray")),
)


@settings(max_examples=60, deadline=None)
@given(replies, some.lists(events, max_size=15))
def test_it_goes_on(answers: dict[str, Payload], script: list[tuple[Any, ...]]) -> None:
    central = Central()
    central.replies.update(answers)
    central.connect()
    for event in script:
        play(central, *event)
        central.wait(1)
        if central.hung_up:
            central.restart()
    assert central.station.talk.due > central.at


def play(central: Central, event: str, *rest: Any) -> None:
    match event, rest:
        case "call", (action, payload):
            central.asks(action, **payload)
        case "wait", (seconds,):
            central.wait(seconds)
        case "lose", ():
            central.lose()
            central.connect()
        case "silence", (action,):
            central.replies[action] = None
        case "error", (action,):
            central.replies[action] = "InternalError"
        case "stray", ():
            central.sends(CallResult("stray", {}))
            central.sends(CallError("stray", "GenericError", ""))
