"""Whatever a central system does, a charging station goes on and keeps to one Call at a time."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from relay.emulator.frame import Call, CallError, CallResult
from tests.emulator.minimal import of_central_systems, requests
from tests.emulator.v2.central import Central

REQUESTS = [(action, it) for action in of_central_systems("2.1") for it in requests("2.1", action)]

json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
status = some.sampled_from(["Accepted", "Pending", "Rejected", "Blocked"])
about = some.fixed_dictionaries({"status": status | json}) | json
replies = some.fixed_dictionaries(
    {
        "BootNotification": some.fixed_dictionaries({"status": status | json, "interval": some.integers() | json}),
        "Authorize": some.fixed_dictionaries({"idTokenInfo": about}),
        "TransactionEvent": some.just({}) | some.fixed_dictionaries({"idTokenInfo": about}),
        "OpenPeriodicEventStream": some.fixed_dictionaries({"status": status | json}),
    }
)
action = some.sampled_from(["Authorize", "Heartbeat", "TransactionEvent", "OpenPeriodicEventStream"])
events = some.one_of(
    some.tuples(some.just("call"), some.sampled_from(REQUESTS)),
    some.tuples(some.just("wait"), some.floats(0, 200)),
    some.tuples(some.just("lose")),
    some.tuples(some.sampled_from(["silence", "error"]), action),
    some.tuples(some.just("stray")),
)


@settings(max_examples=40, deadline=None)
@given(some.sampled_from(["2.0.1", "2.1"]), replies, some.lists(events, max_size=15))
def test_it_goes_on(version: str, answers: dict[str, Any], script: list[tuple[Any, ...]]) -> None:
    central = Central(version)
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
        case "call", ((name, payload),):
            assert central.sends(Call("ours", name, payload))
        case "wait", (seconds,):
            central.wait(seconds)
        case "lose", ():
            central.lose()
            central.connect()
        case "silence", (name,):
            central.replies[name] = None
        case "error", (name,):
            central.replies[name] = "InternalError"
        case "stray", ():
            central.sends(CallResult("stray", {}))
            central.sends(CallError("stray", "GenericError", ""))
