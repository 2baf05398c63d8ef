"""What crosses the charge point's socket, and what is refused."""

from __future__ import annotations

import orjson
import pytest

from relay.core.envelope import Opened
from relay.core.parcel import parcel
from relay.core.session import REMEMBERED_REFS, Session
from tests.core.script import Script


def test_what_is_written_is_shown_to_everybody_with_its_sender(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab2> attach
        cp>   [2,"a","Heartbeat",{}]
        tab1> {"type":"send","ref":"7","text":"[3,\\"a\\",{}]","by":"rule: Accept all"}
        cp    sees [3,"a",{}]
        tab1  sees 1 e1 cp, 2 e1 cs tab1
        tab2  sees 1 e1 cp, 2 e1 cs tab1
    """)


def test_a_watcher_sends_nothing(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab2> attach
        tab2> {"type":"send","ref":8,"text":"x"}
        tab2> {"type":"close"}
        tab2> {"type":"drop"}
        cp    sees nothing
        tab2  sees refused watching send 8, refused watching close, refused watching drop
        tab1  sees nothing
    """)
    assert script.point.refused == ["watching"] * 3


def test_who_has_not_attached_sends_nothing(script: Script) -> None:
    acts = script.point.session.take(parcel("request", "stranger", body=b'{"type":"drop"}'), at=0)
    assert b'"watching"' in acts[0].parcel  # type: ignore[union-attr]  # anything else would fail the test


def test_an_answer_never_reaches_a_connection_that_did_not_ask(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab1> {"type":"send","ref":1,"text":"x","epoch":"e0"}
        tab1  sees refused no-such-epoch send 1
        cp    sees nothing
        tab1> {"type":"send","ref":1,"text":"x","epoch":"e1"}
        tab1  sees 1
        cp    sees x
    """)


def test_a_request_that_cannot_be_read_is_named(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab1> {"type":"send","ref":"8"}
        tab1> {"type":"dance"}
        tab1> {"type":"claim"}
        tab1  sees refused unreadable send 8, refused unreadable dance, refused unreadable claim
    """)


def test_the_same_ref_is_written_once(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab1> {"type":"send","ref":1,"text":"x"}
        cp    sees x
        tab1> {"type":"send","ref":1,"text":"x"}
        tab1> {"type":"send","ref":"1","text":"y"}
        cp    sees y
        tab1  sees 1, 2
        tab2> attach answer
        tab2> {"type":"send","ref":1,"text":"z"}
        cp    sees z
        tab2> {"type":"send","text":"z"}
        cp    sees z
        tab2> {"type":"send","text":"z"}
        cp    sees z
    """)


def test_a_ref_is_remembered_for_long_but_not_for_ever(script: Script) -> None:
    script.run("tab1> attach answer")
    tab1 = script.clients["tab1"]
    for ref in [*range(REMEMBERED_REFS), 0, REMEMBERED_REFS, 0]:
        tab1.request(type="send", ref=ref, text=str(ref))
    script.office.settle()
    assert script.point.seen == [str(ref) for ref in [*range(REMEMBERED_REFS), REMEMBERED_REFS, 0]]


def test_bytes_are_written_and_shown_as_bytes(script: Script) -> None:
    script.run("""
        tab1> attach answer
        cp>   binary 00ff
        tab1> {"type":"send","base64":"AAEC"}
        cp    sees binary 000102
    """)
    frames = [orjson.loads(one) for one in script.clients["tab1"].seen[-2:]]
    assert [frame["base64"] for frame in frames] == ["AP8=", "AAEC"]


@pytest.mark.parametrize("text", ['[2,"a","X",{}]', "", "\x00", '"\\\n\t', "ä€😀\u2028", "[2,"])
def test_a_frame_of_any_text_is_shown_as_it_is(script: Script, text: str) -> None:
    script.run("tab1> attach")
    script.point.say(text.encode())
    script.office.settle()
    assert orjson.loads(script.clients["tab1"].seen[-1])["text"] == text


def test_a_text_frame_that_is_not_utf_8_is_not_numbered(script: Script) -> None:
    with pytest.raises(UnicodeDecodeError):
        script.point.session.receive(b"\xff", at=0)
    assert script.point.session.log.last == 0


def test_the_charge_point_may_be_told_goodbye(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab1> {"type":"close","code":1001,"reason":"see you later"}
        cp    sees closed 1001 see you later
        tab1  sees closed 1001 central-system
    """)


def test_the_charge_point_may_be_cut_off(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab1> {"type":"drop"}
        cp    sees cut
        tab1  sees closed 1006 central-system
    """)


def test_frames_before_anybody_is_on_the_list_are_published() -> None:
    """A plain client that waited hears them, though its attach is still on its way."""
    session = Session(Opened("CP1", "e1", 0, "ocpp1.6"), 500, 1000)
    text = session.receive(b"[2]", at=1)
    assert text == b'cp * e1 1\n{"type":"frame","epoch":"e1","seq":1,"at":1,"from":"cp","text":"[2]"}'
    binary = session.receive_binary(b"\0", at=2)
    assert binary == b'cp * e1 2\n{"type":"frame","epoch":"e1","seq":2,"at":2,"from":"cp","base64":"AA=="}'
    assert (session.log.last, session.last_at) == (2, 2)


def test_a_plain_client_speaks_ocpp_and_nothing_else(script: Script) -> None:
    script.run("""
        lib>  attach plain
        cp>   [2,"a","Heartbeat",{}]
        lib   sees [2,"a","Heartbeat",{}]
        lib>  [3,"a",{}]
        cp    sees [3,"a",{}]
        lib   sees nothing
        tab1> attach
        cp>   [2,"c","Heartbeat",{}]
        lib   sees [2,"c","Heartbeat",{}]
        lib>  [2,"b","Reset",{}]
        tab1  sees 1 e1 cp, 2 e1 cs, 3 e1 cp, 4 e1 cs
        tab1> gone
        cp>   [2,"d","Heartbeat",{}]
        lib   sees [2,"d","Heartbeat",{}]
    """)
    script.office.publish("to", parcel("binary", script.clients["lib"].asker, body=b"\x00"))
    script.office.settle()
    assert script.point.seen == ['[2,"b","Reset",{}]', "binary 00"]


def test_a_plain_client_that_may_not_is_not_heard(script: Script) -> None:
    script.run("""
        lib>  attach plain
        tab1> attach answer
        lib>  [3,"a",{}]
        cp    sees nothing
    """)
    assert script.point.refused == ["watching"]


def test_a_plain_client_waits_and_stays(quiet: Script) -> None:
    quiet.run("""
        lib>  attach plain
        lib   sees nothing
        cp>   connects
        cp>   [2,"a","BootNotification",{}]
        lib   sees [2,"a","BootNotification",{}]
        cp>   vanishes
        cp>   connects
        cp>   [2,"b","BootNotification",{}]
        lib   sees [2,"b","BootNotification",{}]
    """)
