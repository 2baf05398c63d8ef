"""What a client may ask for, and what becomes of a request that cannot be read."""

from __future__ import annotations

import pytest

from relay.core.request import Attach, Claim, CloseChargePoint, Drop, Release, Send, Unreadable, read_request


def unreadable(text: bytes | str) -> tuple[str | None, str | int | None]:
    with pytest.raises(Unreadable) as caught:
        read_request(text if isinstance(text, bytes) else text.encode())
    return caught.value.of, caught.value.ref


def test_requests_are_read_as_they_are_spelled() -> None:
    assert read_request(b'{"type":"attach","client":"tab-1"}') == Attach(client="tab-1")
    assert read_request(b'{"type":"claim","unless_held":true}') == Claim(unless_held=True)
    assert read_request(b'{"type":"claim"}') == Claim()
    assert read_request(b'{"type":"release"}') == Release()
    assert read_request(b'{"type":"drop"}') == Drop()
    assert read_request(b'{"type":"close"}') == CloseChargePoint(code=1000, reason="")
    assert read_request(b'{"type":"send","text":""}') == Send(text="")


def test_what_is_not_known_is_passed_over() -> None:
    assert read_request(b'{"type":"attach","client":"tab-1","token":"x","later":[1]}') == Attach(client="tab-1")


def test_a_ref_is_text_or_a_whole_number() -> None:
    for ref in ('"7"', "7", "0", "-7", '""', str(2**53)):
        request = read_request(f'{{"type":"send","text":"x","ref":{ref}}}'.encode())
        assert isinstance(request, Send)
        assert str(request.ref) == ref.strip('"')


@pytest.mark.parametrize(
    "ref", ["true", "1.5", "[]", "{}", '"\\ud800"', str(2**53 + 1), "1" + "0" * 30, '"' + "x" * 101 + '"']
)
def test_a_ref_of_another_kind_is_not_echoed(ref: str) -> None:
    assert unreadable(f'{{"type":"send","text":"x","ref":{ref}}}') == ("send", None)


def test_bytes_come_in_base64() -> None:
    request = read_request(b'{"type":"send","base64":"AAEC"}')
    assert isinstance(request, Send)
    assert request.content() == b"\x00\x01\x02"
    text = read_request('{"type":"send","text":"ä"}'.encode())
    assert isinstance(text, Send)
    assert text.content() == "ä".encode()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff",
        b"[2]",
        b"7",
        b'"send"',
        b"null",
        b"{",
        b"[" * 5000,
        b"{}",
        b'{"type":7}',
        b'{"type":["send"]}',
        b'{"type":"\\ud800"}',
    ],
)
def test_what_is_no_request_at_all_has_no_name(text: bytes) -> None:
    assert unreadable(text) == (None, None)


def test_a_long_type_is_not_echoed() -> None:
    assert unreadable(f'{{"type":"{"x" * 101}","ref":7}}') == (None, 7)


@pytest.mark.parametrize(
    "rest",
    [
        "",
        ',"text":"x","base64":"AAEC"',
        ',"text":7',
        ',"text":null',
        ',"text":"\\ud800"',
        ',"base64":"A"',
        ',"base64":"A A="',
        ',"base64":"ä"',
        ',"text":"x","epoch":7',
        f',"text":"x","by":"{"x" * 201}"',
        f',"text":"x","epoch":"{"x" * 101}"',
    ],
)
def test_a_malformed_send_is_named_with_its_ref(rest: str) -> None:
    assert unreadable(f'{{"type":"send","ref":"8"{rest}}}') == ("send", "8")


@pytest.mark.parametrize(
    ("of", "rest"),
    [
        ("attach", ""),
        ("attach", ',"client":""'),
        ("attach", ',"client":7'),
        ("attach", f',"client":"{"x" * 101}"'),
        ("attach", f',"client":"c","name":"{"x" * 101}"'),
        ("attach", ',"client":"c","role":"boss"'),
        ("attach", ',"client":"c","epoch":"e","seq":-1'),
        ("attach", ',"client":"c","epoch":"e","seq":"1"'),
        ("attach", ',"client":"c","epoch":"e","seq":1.5'),
        ("attach", ',"client":"c","epoch":"a b"'),
        ("attach", ',"client":"c","epoch":"a\\nb"'),
        ("attach", ',"client":"c","epoch":"e\\n"'),
        ("attach", ',"client":"c","epoch":""'),
        ("claim", ',"unless_held":1'),
        ("close", ',"code":999'),
        ("close", ',"code":1005'),
        ("close", ',"code":1006'),
        ("close", ',"code":2999'),
        ("close", ',"code":5000'),
        ("close", ',"code":"1000"'),
        ("close", f',"reason":"{"ä" * 62}"'),
        ("dance", ""),
    ],
)
def test_a_malformed_request_is_named(of: str, rest: str) -> None:
    assert unreadable(f'{{"type":"{of}"{rest}}}') == (of, None)


@pytest.mark.parametrize("code", [1000, 1001, 3000, 4999])
def test_a_charge_point_may_be_closed_with_what_an_application_may_say(code: int) -> None:
    reason = "x" * 123
    request = read_request(f'{{"type":"close","code":{code},"reason":"{reason}"}}'.encode())
    assert request == CloseChargePoint(code=code, reason=reason)
