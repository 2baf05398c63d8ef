"""The envelopes are those that ``docs/wire.md`` shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import orjson
import pytest

from relay.core import envelope
from relay.core.envelope import Answerer, Opened
from relay.core.knock import NO_IDENTITY, broken_handshake, no_common_version
from relay.core.request import read_request
from relay.core.session import Session
from tests.core.post_office import ChargePoint, Client, PostOffice

PAGE = (Path(__file__).parents[2] / "docs" / "wire.md").read_text()
LINES = [
    json.loads(line)
    for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
    if '"type"' in line
]
TO_THE_RELAY = ("attach", "send", "claim", "release", "close", "drop")
EPOCH = "5b1e…"
OPENED = Opened("CP1", EPOCH, 1732086000123, "ocpp1.6", ("ocpp1.6",), (), "192.168.4.31", {"user-agent": "…"})
TAB = Answerer("tab-1", "Firefox on bench-2", "answer")


def shown(kind: str) -> list[dict[str, Any]]:
    """The examples of one kind of envelope."""
    return [line for line in LINES if line["type"] == kind]


def read(written: bytes) -> Any:
    return orjson.loads(written)


def test_the_ends_of_a_session() -> None:
    assert shown("opened") == [read(OPENED.envelope())]
    assert shown("closed") == [read(envelope.closed(EPOCH, 3, 1732086001000, 1001, "going away", "charge-point"))]
    assert shown("absent") == [read(envelope.ABSENT)]
    assert shown("replayed") == [read(envelope.replayed(EPOCH, 1, 3, complete=True))]


def test_the_frames() -> None:
    office = PostOffice(1732086000200)
    point = ChargePoint(office, EPOCH)
    point.connect()
    tab = Client(office, "tab-1", b"s1", "answer")
    office.clients.append(tab)
    tab.attach()
    office.settle()
    tab.seen.clear()
    point.say(b'[2,"a","Heartbeat",{}]')
    office.settle()
    office.at = 1732086000203
    tab.request(type="send", ref="7", text='[3,"a",{}]', by="rule: Accept all")
    office.settle()
    office.at = 1732086000300
    point.say(b"\x00\x01\x02", is_text=False)
    office.settle()
    assert [read(one) for one in tab.seen] == shown("frame")


def test_who_answers() -> None:
    assert shown("role") == [read(envelope.role(TAB, EPOCH, 1, 1732086000100))]
    nobody = read(envelope.role(None, EPOCH, 1, 1732086000100))
    assert (nobody["holder"], nobody["name"], nobody["role"]) == (None, None, None)


def test_refusals_and_the_bus() -> None:
    assert shown("refused") == [read(envelope.refused("send", "watching", "8"))]
    assert read(envelope.refused(None, "unreadable")) == {"type": "refused", "of": None, "reason": "unreadable"}
    assert read(envelope.refused("send", "absent", 0))["ref"] == 0
    assert shown("bus") == [read(envelope.BUS_LOST)]
    assert read(envelope.BUS_BACK) == {"type": "bus", "state": "back"}


def test_the_lobby() -> None:
    assert shown("present") == [read(envelope.present(OPENED, 3, 1732086000300, TAB))]
    assert shown("gone") == [read(envelope.gone("CP1", EPOCH, 3, 1732086001000, 1001, "going away"))]
    assert shown("knock") == [read(envelope.knock(1732086002000, "192.168.4.77", "/ocpp/", ["ocpp1.6"], NO_IDENTITY))]


def test_presence_is_told_as_it_stands() -> None:
    session = Session(OPENED, 500, 1000)
    assert read(session.presence()) == {
        **shown("present")[0],
        "seq": 0,
        "last": None,
        "holder": None,
        "name": None,
        "role": None,
    }
    session.receive(b"x", 1732086000300)
    assert (read(session.presence())["seq"], read(session.presence())["last"]) == (1, 1732086000300)


def test_a_knock_names_what_was_wrong() -> None:
    assert "ocpp3.0, mqtt" in no_common_version(["ocpp3.0", "mqtt"]).advice
    assert "Sec-WebSocket-Key" in broken_handshake("no Sec-WebSocket-Key").advice


@pytest.mark.parametrize("line", [line for line in LINES if line["type"] in TO_THE_RELAY], ids=json.dumps)
def test_every_request_shown_is_read(line: dict[str, Any]) -> None:
    assert read_request(orjson.dumps(line)).model_dump(include=set(line)) == line


def test_every_envelope_shown_is_of_a_known_kind() -> None:
    from_the_relay = {
        "opened",
        "frame",
        "closed",
        "absent",
        "replayed",
        "role",
        "refused",
        "bus",
        "present",
        "gone",
        "knock",
    }
    assert {line["type"] for line in LINES} == from_the_relay | set(TO_THE_RELAY)
