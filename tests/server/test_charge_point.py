"""A charge point's side: handshake, identity, version, framing."""

from __future__ import annotations

import asyncio
import struct

import pytest
import websockets

from relay.bus.bus import Listener
from relay.core.version import VERSIONS
from relay.server.socket import WebSocket
from tests.server.running import (
    SECONDS,
    Client,
    Running,
    charge_point,
    eventually,
    follower,
    handshake,
    lobby,
    masked,
    raw,
    running,
)


@pytest.mark.parametrize(
    ("target", "identity", "flags"),
    [
        ("/ocpp/CP1", "CP1", []),
        ("/ocppj/CP1", "CP1", []),
        ("//ocpp///CP1//", "CP1", []),  # Q3, Q7
        ("///CP1", "CP1", ["odd-path"]),  # Q3
        ("/ws://host:9000/CP_1/SERIAL", "SERIAL", ["odd-path"]),  # Q4
        ("/ocpp/RDAM%7C123", "RDAM|123", []),  # Q8
        ("/ocpp/a%20b-c_d", "a b-c_d", []),
        ("/ocpp/a%2Fb", "a/b", []),
        ("/ocpp/a%252Fb", "a%2Fb", []),  # decoded once
        ("/ocpp/CP1?token=x", "CP1", []),
    ],
)
async def test_the_identity_is_found(target: str, identity: str, flags: list[str]) -> None:
    async with running() as server, lobby(server) as looker:
        answer, writer = await raw(server, handshake(target))
        assert answer.startswith(b"HTTP/1.1 101 ")
        present = await looker.until("present")
        assert (present["identity"], present["flags"]) == (identity, flags)
        writer.close()


async def test_the_identity_may_stand_in_the_query() -> None:
    async with running(identity_param="id") as server, lobby(server) as looker:
        answer, writer = await raw(server, handshake("/ocpp?id=CP%201"))  # Q6
        assert answer.startswith(b"HTTP/1.1 101 ")
        assert (await looker.until("present"))["identity"] == "CP 1"
        writer.close()


@pytest.mark.parametrize("target", ["/", "/ocpp", "/ocpp/", "/ocppj//", "/ocpp/?id=CP1"])
async def test_without_an_identity_it_is_turned_away_and_told(target: str) -> None:
    async with running() as server, lobby(server) as looker:
        answer, writer = await raw(server, handshake(target))  # Q5
        assert answer.startswith(b"HTTP/1.1 404 ")
        knock = await looker.until("knock")
        assert knock["reason"] == "No identity in the address"
        assert knock["advice"] == "The charger called without a name. Add one: /ocpp/CP1."
        assert (knock["path"], knock["offered"], knock["remote"]) == (target, ["ocpp1.6"], "127.0.0.1")
        writer.close()


@pytest.mark.parametrize("target", ["/ocpp/%00", "/ocpp/%FF%FE", "/ocpp/" + 256 * "x"])
async def test_an_unusable_identity_is_turned_away_and_told(target: str) -> None:
    async with running() as server, lobby(server) as looker:
        answer, writer = await raw(server, handshake(target))
        assert answer.startswith(b"HTTP/1.1 404 ")
        assert (await looker.until("knock"))["reason"] == "Unusable identity"
        writer.close()


@pytest.mark.parametrize("version", VERSIONS)
async def test_each_version_is_spoken(version: str) -> None:
    async with running() as server, lobby(server) as looker:
        async with charge_point(server, subprotocols=["ocpp0.9", version, "ocpp1.6"]) as cp:
            assert cp.subprotocol == version  # the charge point's order decides
        assert (await looker.until("present"))["version"] == version


async def test_no_subprotocol_is_taken_as_the_default() -> None:
    async with running(default_version="ocpp2.0.1") as server, lobby(server) as looker:
        answer, writer = await raw(server, handshake("/ocpp/CP1", without="Sec-WebSocket-Protocol"))  # Q1
        assert b"sec-websocket-protocol" not in answer.lower()
        present = await looker.until("present")
        assert (present["version"], present["flags"]) == ("ocpp2.0.1", ["no-subprotocol"])
        writer.close()


async def test_no_version_in_common_completes_the_handshake_and_closes() -> None:
    async with running() as server, lobby(server) as looker:
        answer, writer = await raw(
            server, handshake("/ocpp/CP1", Sec_WebSocket_Protocol="ocpp1.4, foo"), until=b"common"
        )
        head, _, frames = answer.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101 ")
        assert b"sec-websocket-protocol" not in head.lower()
        assert frames[:1] == b"\x88"
        assert struct.unpack("!H", frames[2:4]) == (1002,)
        assert (await looker.until("knock"))["advice"] == "It offered ocpp1.4, foo. Choose 1.6, 2.0.1 or 2.1."
        writer.close()


@pytest.mark.parametrize("connection", ["", "keep-alive"])
async def test_a_missing_connection_upgrade_is_forgiven_unless_strict(connection: str) -> None:
    request = (
        handshake("/ocpp/CP1", Connection=connection) if connection else handshake("/ocpp/CP1", without="Connection")
    )
    async with running() as server:
        answer, writer = await raw(server, request)  # Q9
        assert answer.startswith(b"HTTP/1.1 101 ")
        writer.close()
    async with running(strict="on") as server, lobby(server) as looker:
        answer, writer = await raw(server, request)
        assert answer.startswith(b"HTTP/1.1 426 ")
        assert (await looker.until("knock"))["reason"] == "A broken WebSocket handshake"
        writer.close()


async def test_a_connection_header_may_come_in_two_lines() -> None:
    request = handshake("/ocpp/CP1").replace(b"Connection: Upgrade", b"Connection: keep-alive\r\nConnection: Upgrade")
    async with running() as server:
        answer, writer = await raw(server, request)  # RFC 9110, section 5.3: the same as one line with a comma
        assert answer.startswith(b"HTTP/1.1 101 ")
        writer.close()


@pytest.mark.parametrize(
    ("request_", "word"),
    [
        (handshake("/ocpp/CP1", without="Sec-WebSocket-Key"), "Sec-WebSocket-Key"),
        (handshake("/ocpp/CP1", Sec_WebSocket_Version="8"), "Sec-WebSocket-Version"),
        (handshake("/ocpp/CP1").replace(b"HTTP/1.1", b"HTTP/1.0"), "HTTP/1.0"),
        (handshake("/ocpp/CP1").replace(b"GET", b"PUT"), "PUT"),
        (handshake("/ocpp/CP1").replace(b"Host: 127.0.0.1", b"Host"), "header"),
    ],
)
async def test_a_broken_handshake_is_told(request_: bytes, word: str) -> None:
    async with running() as server, lobby(server) as looker:
        answer, writer = await raw(server, request_)
        assert answer.split()[1][:1] in (b"4", b"5")
        knock = await looker.until("knock")
        assert knock["reason"] == "A broken WebSocket handshake"
        assert word in knock["advice"]
        writer.close()


async def test_a_foreign_origin_is_no_reason_to_refuse_a_charge_point() -> None:
    async with running() as server, charge_point(server, origin="http://evil.example") as cp:  # Q12
        await cp.ping()


async def test_secrets_in_headers_and_paths_are_not_shown() -> None:
    async with running() as server, follower(server) as tab:
        await tab.until("absent")
        headers = {
            "Authorization": "Basic c2VjcmV0",
            "Cookie": "s3cret",
            "X-Api-Key": "s3cret",
            "User-Agent": "Charger/1",
        }
        async with charge_point(server, additional_headers=headers, user_agent_header=None):
            opened = await tab.until("opened")
        shown = opened["headers"]
        assert shown["user-agent"] == "Charger/1"
        assert {shown["authorization"], shown["cookie"], shown["x-api-key"]} == {"(hidden)"}
        async with lobby(server) as looker:
            _, writer = await raw(server, handshake("/ocpp?token=s3cret&a=b"))
            assert (await looker.until("knock"))["path"] == "/ocpp?token=(hidden)&a=b"
            writer.close()


async def test_odd_identities_for_2x_are_flagged() -> None:
    async with running() as server, lobby(server) as looker:
        async with charge_point(server, "a:b", subprotocols=["ocpp2.0.1"]):
            assert (await looker.until("present"))["flags"] == ["odd-identity"]
        async with charge_point(server, 49 * "x", subprotocols=["ocpp2.1"]):
            assert (await looker.until("present", identity=49 * "x"))["flags"] == ["odd-identity"]
        async with charge_point(server, "c:d", subprotocols=["ocpp1.6"]):
            assert (await looker.until("present", identity="c:d"))["flags"] == []


FRAMES = [
    "[]",
    "",
    "null",
    '[2,"a","Heartbeat",{}]',
    ' [ 2 , "a" ,\t"Heartbeat", {"x":1.10e+2,"y":-0, "z":"\\u00e9é\\ud83d"} ] \n',
    '[2,19223201,"BootNotification",{}',  # truncated
    "nul\x00byte \x01\x1f \x7f",
    "日本語 🚗 \u2028",
    "x" * 125,
    "x" * 126,
    "é" * 40_000,
]


async def test_text_arrives_byte_for_byte_both_ways() -> None:
    async with running() as server, follower(server, role="answer") as tab, charge_point(server) as cp:
        await tab.until("role")
        for number, text in enumerate(FRAMES):
            await cp.send(text)
            assert (await tab.until("frame"))["text"] == text
            await tab.say("send", text=text, ref=number)
            assert await asyncio.wait_for(cp.recv(), SECONDS) == text
            assert (await tab.until("frame", **{"from": "cs"}))["text"] == text


async def test_garbage_does_not_make_the_relay_deaf() -> None:
    async with running() as server, follower(server, role="answer") as tab, charge_point(server) as cp:
        await cp.send("[]")
        await cp.send(b"\x00\xff")
        await cp.send('[2,"a","Heartbeat",{}]')
        await tab.until("frame", text='[2,"a","Heartbeat",{}]')
        await tab.say("send", text='[3,"a",{}]', ref="1")
        assert await asyncio.wait_for(cp.recv(), SECONDS) == '[3,"a",{}]'


async def test_a_binary_frame_is_logged_and_the_connection_lives_on() -> None:
    async with running() as server, follower(server, role="answer") as tab, charge_point(server) as cp:
        await cp.send(b"\x00\x01\xff")  # Q14
        assert (await tab.until("frame"))["base64"] == "AAH/"
        await tab.say("send", base64="AAH/", ref="1")
        assert await asyncio.wait_for(cp.recv(), SECONDS) == b"\x00\x01\xff"


async def test_fragments_are_put_together() -> None:
    async with running() as server, follower(server) as tab, charge_point(server) as cp:
        await cp.send(["[2,", '"a",', "", '"Heartbeat",{}]'])  # Q13
        assert (await tab.until("frame"))["text"] == '[2,"a","Heartbeat",{}]'
        await cp.send([b"\x00", b"\xff"])
        assert (await tab.until("frame"))["base64"] == "AP8="
        await cp.send("whole again")
        assert (await tab.until("frame"))["text"] == "whole again"


async def test_compressed_frames_are_read_and_flagged() -> None:
    async with running() as server, follower(server) as tab:
        await tab.until("absent")
        async with charge_point(server, compression="deflate") as cp:
            assert (await tab.until("opened"))["flags"] == ["compressed"]
            for text in ("x" * 5000, "[2]", "x" * 5000):
                await cp.send(text)
                assert (await tab.until("frame"))["text"] == text


@pytest.mark.parametrize(
    ("sent", "code", "frame"),
    [
        (masked(0x81, b"\xff\xfe"), 1007, {"base64": "//4="}),  # Q14: not UTF-8, shown all the same
        (masked(0xC1, b"\x00\x00"), 1002, None),  # Q10: RSV1 without negotiation
        (b"\x81\x02hi", 1002, None),  # not masked
        (masked(0x83, b""), 1002, None),  # unknown opcode
        (masked(0x80, b"x"), 1002, None),  # continuation of nothing
    ],
)
async def test_what_rfc_6455_forbids_ends_the_connection_with_a_reason(
    sent: bytes, code: int, frame: dict[str, str] | None
) -> None:
    async with running() as server, follower(server) as tab:
        await tab.until("absent")
        answer, writer = await raw(server, handshake("/ocpp/CP1"))
        assert answer.startswith(b"HTTP/1.1 101 ")
        writer.write(sent)
        closed = await tab.until("closed")
        assert (closed["code"], closed["by"]) == (code, "relay")
        assert closed["reason"]
        shown = [one for one in tab.seen if one["type"] == "frame"]
        assert [one.get("base64") for one in shown] == ([frame["base64"]] if frame else [])
        writer.close()


async def test_frames_that_arrive_cut_and_glued_are_whole() -> None:
    async with running() as server, follower(server) as tab:
        await tab.until("absent")
        _, writer = await raw(server, handshake("/ocpp/CP1"))
        texts = [b"a" * size for size in (0, 1, 125, 126, 300)]
        stream = b"".join(masked(0x81, text) for text in texts) + masked(0x89, b"ping") + masked(0x81, b"end")
        for start in range(0, len(stream), 7):
            writer.write(stream[start : start + 7])
            await writer.drain()
            await asyncio.sleep(0)
        writer.write(stream)
        await tab.until("frame", text="end", seq=2 * len(texts) + 2)
        assert [text.encode() for _, text in tab.frames] == 2 * [*texts, b"end"]
        writer.close()


async def test_empty_fragments_take_no_room() -> None:
    async with running() as server, follower(server) as tab:
        await tab.until("absent")
        _, writer = await raw(server, handshake("/ocpp/CP1"))
        writer.write(masked(0x01, b"be") + 10_000 * masked(0x00, b"") + masked(0x00, b"gin"))
        writer.write(masked(0x89, b"still there?"))
        await writer.drain()
        await eventually(lambda: bool(fragments(server)))
        assert fragments(server) == [b"be", b"gin"]
        writer.write(masked(0x80, b""))
        assert (await tab.until("frame"))["text"] == "begin"
        writer.close()


def fragments(server: Running) -> list[bytes]:
    """What a charge point's socket holds of a frame that is not yet whole, once its end was read."""
    held = [one._parts for one in server.server.server_state.connections if isinstance(one, WebSocket) and one._parts]
    return held[0] if held and held[0][-1] == b"gin" else []


async def test_who_pings_and_reads_no_pong_is_ended() -> None:
    async with running(max_backlog="65536") as server:
        _, writer = await raw(server, handshake("/ocpp/CP1"))
        writer.transport.pause_reading()  # type: ignore[attr-defined]  # asyncio's own transports can
        await eventually(lambda: len(server.relay.sessions) == 1)
        pings = 2000 * masked(0x89, 125 * b"x")
        for _ in range(200):
            writer.write(pings)
            await asyncio.sleep(0)
            if not server.relay.sessions:
                break
        await eventually(lambda: not len(server.relay.sessions))
        writer.transport.abort()


async def test_a_frame_with_its_handshake_is_not_lost() -> None:
    async with running() as server, follower(server) as tab:
        await tab.until("absent")
        _, writer = await raw(server, handshake("/ocpp/CP1") + masked(0x81, b"early"))
        assert (await tab.until("frame"))["text"] == "early"
        writer.close()


async def test_a_frame_too_large_ends_the_connection_with_1009() -> None:
    async with running(max_frame="1024") as server, follower(server) as tab:
        await tab.until("absent")
        async with charge_point(server) as cp:
            await cp.send("x" * 1024)
            await cp.send("x" * 1025)
            closed = await tab.until("closed")
            assert (closed["code"], closed["seq"], closed["by"]) == (1009, 1, "relay")
            await cp.wait_closed()
            assert cp.close_code == 1009


@pytest.mark.parametrize(
    ("how", "code", "reason", "by"),
    [
        ("goodbye", 1001, "see you", "charge-point"),
        ("no code", 1005, "", "charge-point"),
        ("cut", 1006, "", "lost"),
    ],
)
async def test_the_end_is_told_as_it_was(how: str, code: int, reason: str, by: str) -> None:
    async with running() as server, follower(server) as tab:
        await tab.until("absent")
        async with charge_point(server) as cp:
            await cp.send("x")
            await tab.until("frame")
            if how == "goodbye":
                await cp.close(1001, "see you")
            elif how == "no code":
                cp.transport.write(masked(0x88, b""))
            else:
                cp.transport.abort()
            closed = await tab.until("closed")
        assert (closed["code"], closed["reason"], closed["by"], closed["seq"]) == (code, reason, by, 1)


async def test_the_newest_connection_wins_and_stays() -> None:
    async with running() as server, follower(server, role="answer") as tab:
        async with charge_point(server) as old, charge_point(server) as new:
            await asyncio.wait_for(old.wait_closed(), SECONDS)  # Q20
            assert (old.close_code, old.close_reason) == (4409, "another connection took this identity")
            closed = await tab.until("closed")
            assert closed["by"] == "superseded"
            await tab.until("opened")
            await tab.until("role", holder="tab1")
            await new.send("still here")  # Q21
            await tab.until("frame", text="still here")
            await tab.say("send", text="you too", ref="1")
            assert await asyncio.wait_for(new.recv(), SECONDS) == "you too"


async def test_a_silent_charge_point_is_ended_after_three_periods() -> None:
    async with running(ping_seconds="1") as server, follower(server) as tab:
        await tab.until("absent")
        _, writer = await raw(server, handshake("/ocpp/CP1"))  # never answers a ping
        await tab.until("opened")
        closed = await tab.until("closed")
        assert (closed["code"], closed["by"], closed["reason"]) == (1011, "relay", "no sign of life for 3 s")
        assert closed["at"] - tab.seen[1]["at"] >= 3_000
        writer.close()


async def test_who_bears_no_pings_gets_none_and_is_not_ended() -> None:
    async with running(ping_seconds="1", no_ping="OLD-*,X") as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(handshake("/ocpp/OLD-7"))  # Q18
        await reader.readuntil(b"\r\n\r\n")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.read(1), 4.5)
        writer.close()


async def test_a_pong_or_a_frame_is_a_sign_of_life() -> None:
    async with running(ping_seconds="1") as server, charge_point(server, ping_interval=None) as cp:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(cp.recv(), 4.5)
        assert cp.state is websockets.protocol.State.OPEN


async def test_a_flood_is_slowed_and_nothing_is_dropped() -> None:
    async with running(rate_frames="200", keep_frames="2000") as server, follower(server) as tab:
        await tab.until("absent")
        loop = asyncio.get_running_loop()
        async with charge_point(server) as cp:
            began = loop.time()
            for number in range(600):  # bursts of twice the rate pass, the rest comes at the rate
                await cp.send(str(number))
            while len(tab.frames) < 600:
                await tab.until("frame")
            assert loop.time() - began > 0.9
        assert [text for _, text in tab.frames] == [str(number) for number in range(600)]


async def test_a_flood_of_bytes_is_slowed_too() -> None:
    async with running(rate_bytes="1024") as server, follower(server) as tab:
        await tab.until("absent")
        loop = asyncio.get_running_loop()
        async with charge_point(server) as cp:
            began = loop.time()
            for _ in range(5):
                await cp.send("x" * 800)
            await tab.until("frame", seq=5)
            assert loop.time() - began > 0.9


@pytest.mark.parametrize("cut", range(1, 16))
async def test_a_frame_cut_anywhere_is_whole_again(cut: int) -> None:
    mask = b"\x81\x82\x00\x00"  # what comes after the cut may look like the start of a frame
    sent = b"\x81\x88" + mask + bytes(byte ^ mask[place % 4] for place, byte in enumerate(b'[2,"a",]'))
    async with running() as server, follower(server) as tab:
        _, writer = await raw(server, handshake("/ocpp/CP1"))
        await tab.until("opened")
        for part in (sent[:cut], sent[cut:] + sent):
            writer.write(part)
            await asyncio.sleep(0.02)
        assert [(await tab.until("frame"))["text"] for _ in range(2)] == ['[2,"a",]'] * 2
        writer.close()


async def test_knocks_are_told_to_those_who_look_later() -> None:
    async with running() as server:
        _, writer = await raw(server, handshake("/ocpp/"))
        writer.close()
        async with lobby(server) as looker:
            assert (await looker.until("knock"))["path"] == "/ocpp/"


async def test_who_leaves_during_the_handshake_leaves_nothing_behind() -> None:
    async with running() as server:
        for _ in range(20):
            _, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(handshake("/ocpp/CP1"))
            writer.transport.abort()
        async with Client.connected(server, "/cs/CP1") as tab:
            await tab.say("attach", client="tab1")
            await asyncio.sleep(0.05)
            assert len(server.relay.sessions) == 0
            await tab.until("absent")


async def test_a_handshake_that_waits_for_the_bus_does_not_hold_up_the_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    async def subscribe(channel: str, listener: Listener) -> bool:
        await asyncio.sleep(1)
        return False

    loop = asyncio.get_running_loop()
    async with running() as server:
        monkeypatch.setattr(server.relay.bus, "subscribe", subscribe)
        _, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(handshake("/ocpp/CP1"))
        await eventually(lambda: bool(server.server.server_state.tasks))
        stopping = loop.time()
    assert loop.time() - stopping < 4
    writer.transport.abort()
