"""The central system's side: attach, replay, roles, refusals, both dialects."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import websockets

from tests.server.running import SECONDS, Client, Running, charge_point, eventually, follower, running


async def ask(tab: Client, text: str, **fields: Any) -> None:
    await tab.say("send", text=text, **fields)


async def test_a_refresh_in_the_middle_of_a_call_loses_nothing() -> None:
    async with running() as server, charge_point(server) as cp:
        async with follower(server, role="answer") as tab:
            await tab.until("role")
            await cp.send("one")
            position = await tab.until("frame")
        await cp.send("two")
        await cp.send("three")
        async with follower(server, role="answer", epoch=position["epoch"], seq=position["seq"]) as tab:
            replayed = await tab.until("replayed")
            assert (replayed["first"], replayed["last"], replayed["complete"]) == (2, 3, True)
            assert tab.frames == [(2, "two"), (3, "three")]
            await tab.until("role", holder="tab1")
            await ask(tab, "answer", ref="1")
            assert await asyncio.wait_for(cp.recv(), SECONDS) == "answer"


async def test_a_fresh_client_gets_all_that_is_kept() -> None:
    async with running(keep_frames="2") as server, charge_point(server) as cp:
        for text in "abcd":
            await cp.send(text)
        async with follower(server) as tab:
            replayed = await tab.until("replayed")
            assert [one["type"] for one in tab.seen] == ["opened", "frame", "frame", "replayed"]
            assert tab.frames == [(3, "c"), (4, "d")]
            assert (replayed["first"], replayed["last"], replayed["complete"]) == (3, 4, False)


async def test_a_long_log_is_replayed_in_pages() -> None:
    async with running(keep_bytes="4000000") as server, charge_point(server) as cp:
        for number in range(100):
            await cp.send(f"{number}:" + "x" * 10_000)
        async with follower(server) as tab:
            replayed = await tab.until("replayed")
            assert (replayed["first"], replayed["last"], replayed["complete"]) == (1, 100, True)
            assert [seq for seq, _ in tab.frames] == list(range(1, 101))


async def test_the_rest_of_an_ended_session_comes_before_the_live_one() -> None:
    async with running() as server:
        async with charge_point(server) as cp, follower(server) as tab:
            await cp.send("one")
            position = await tab.until("frame")
            await cp.send("two")
            await tab.until("frame", text="two")
        async with charge_point(server) as cp, follower(server, "CP1", "tab2") as other:
            await cp.send("three")
            await other.until("frame", text="three")
            async with follower(server, epoch=position["epoch"], seq=1) as tab:
                await tab.until("replayed", epoch=position["epoch"], first=2, last=2, complete=True)
                await tab.until("replayed", first=1, last=1, complete=True)
                kinds = [one["type"] for one in tab.seen]
                assert kinds == ["opened", "frame", "closed", "replayed", "opened", "frame", "replayed"]


async def test_a_forgotten_epoch_is_said_to_be_incomplete() -> None:
    async with running(keep_ended="0") as server:
        async with follower(server, epoch="long-ago", seq=7) as tab:
            assert await tab.next() == {
                "type": "replayed",
                "epoch": "long-ago",
                "first": None,
                "last": None,
                "complete": False,
            }
            assert await tab.next() == {"type": "absent"}
        async with charge_point(server), follower(server, epoch="long-ago", seq=7) as tab:
            assert (await tab.next())["complete"] is False
            assert (await tab.until("replayed"))["complete"] is True


async def test_ended_sessions_are_forgotten_after_a_while() -> None:
    async with running(keep_ended="1") as server:
        async with charge_point(server) as cp, follower(server) as tab:
            await cp.send("one")
            epoch = (await tab.until("frame"))["epoch"]
        async with follower(server, epoch=epoch, seq=0) as tab:
            assert (await tab.until("replayed"))["complete"] is True
        await asyncio.sleep(2.3)
        async with follower(server, epoch=epoch, seq=0) as tab:
            assert (await tab.until("replayed"))["complete"] is False


async def test_two_tabs_one_answers_and_both_know_who() -> None:
    async with (
        running() as server,
        charge_point(server) as cp,
        follower(server, client="a", name="Tab A", role="answer") as a,
        follower(server, client="b", name="Tab B") as b,
    ):
        assert (await a.until("role"))["holder"] == "a"
        role = await b.until("role")
        assert (role["holder"], role["name"], role["role"]) == ("a", "Tab A", "answer")
        await ask(b, "no", ref="r1")
        assert await b.until("refused") == {"type": "refused", "of": "send", "reason": "watching", "ref": "r1"}
        await b.say("claim", unless_held=True)
        await b.silence()
        await b.say("claim")
        assert await a.until("role", holder="b") == await b.until("role", holder="b")
        await ask(a, "no", ref="r2")
        assert (await a.until("refused"))["reason"] == "watching"
        await ask(b, "yes", ref="r3", by="by hand")
        assert await asyncio.wait_for(cp.recv(), SECONDS) == "yes"
        for tab in (a, b):
            receipt = await tab.until("frame")
            assert (receipt["from"], receipt["client"], receipt["ref"], receipt["by"]) == ("cs", "b", "r3", "by hand")
        await b.say("release")
        assert (await b.until("role"))["holder"] == "a"  # the latest remaining answer
        await b.say("claim")
        await a.until("role", holder="b")
        await b.connection.close()
        assert (await a.until("role"))["holder"] == "a"


async def test_a_standby_answers_when_nobody_else_does() -> None:
    async with (
        running() as server,
        charge_point(server),
        follower(server, client="headless", role="standby") as standby,
    ):
        await standby.until("role", holder="headless", role="standby")
        async with follower(server, client="tab", role="answer"):
            await standby.until("role", holder="tab")
        await standby.until("role", holder="headless")


async def test_a_claim_while_absent_is_remembered() -> None:
    async with (
        running() as server,
        follower(server, client="a", role="answer") as a,
        follower(server, client="b") as b,
    ):
        await a.until("absent")
        await b.until("absent")
        await b.say("claim")
        await ask(b, "x", ref="1")
        assert await b.until("refused") == {"type": "refused", "of": "send", "reason": "absent", "ref": "1"}
        async with charge_point(server):
            await a.until("role", holder="b")
        await b.say("release")
        async with charge_point(server):
            await a.until("role", holder="a")


async def test_an_unheld_claim_while_absent_takes_what_is_free() -> None:
    async with running() as server, follower(server, client="a") as a:
        await a.until("absent")
        await a.say("claim", unless_held=True)
        async with charge_point(server):
            await a.until("role", holder="a", role="answer")


async def test_after_a_reconnect_the_rank_is_as_before() -> None:
    async with running() as server, follower(server, client="a", role="answer") as a:
        await a.until("absent")
        await asyncio.sleep(0.01)  # acts are ranked by the millisecond
        async with follower(server, client="b", role="answer") as b:
            await b.until("absent")
            await claims_outlive_reconnects(server, a, b)


async def claims_outlive_reconnects(server: Running, a: Client, b: Client) -> None:
    """The later to attach answers, until the other claims; from then on that one does, whoever is listed first."""
    async with charge_point(server):
        await a.until("role", holder="b")
        await a.say("claim")
        await b.until("role", holder="a")
    for number in range(3):
        async with charge_point(server) as cp:
            await b.until("role", holder="a")
            await b.say("send", text="x", ref=number)
            assert (await b.until("refused"))["reason"] == "watching"
            await a.say("send", text="y", ref=number)
            assert await asyncio.wait_for(cp.recv(), SECONDS) == "y"


async def test_one_client_on_two_sockets_the_later_stays() -> None:
    async with running() as server, charge_point(server), follower(server, role="answer") as old:
        await old.until("role")
        async with follower(server, role="answer") as new:
            await new.until("role", holder="tab1")
            assert (await old.closed())[0] == 4409
            await new.silence()


async def test_a_repeated_ref_is_written_once() -> None:
    async with running() as server, charge_point(server) as cp, follower(server, role="answer") as tab:
        await tab.until("role")
        for text in ("a", "a", "b"):
            await ask(tab, text, ref=text)
        assert [await asyncio.wait_for(cp.recv(), SECONDS) for _ in "ab"] == ["a", "b"]


async def test_an_answer_never_reaches_a_connection_that_did_not_ask() -> None:
    async with running() as server, charge_point(server), follower(server, role="answer") as tab:
        epoch = (await tab.until("role"))["epoch"]
        async with charge_point(server) as cp:
            await tab.until("closed")
            await tab.until("role", holder="tab1")
            await ask(tab, "late", ref="1", epoch=epoch)
            assert (await tab.until("refused"))["reason"] == "no-such-epoch"
            await ask(tab, "now", ref="2")
            assert await asyncio.wait_for(cp.recv(), SECONDS) == "now"


async def test_the_charge_point_can_be_closed_and_cut() -> None:
    async with running() as server, follower(server, role="answer") as tab:
        async with charge_point(server) as cp:
            await tab.until("role")
            await tab.say("close", code=3001, reason="as you wish")
            closed = await tab.until("closed")
            assert (closed["code"], closed["reason"], closed["by"]) == (3001, "as you wish", "central-system")
            await asyncio.wait_for(cp.wait_closed(), SECONDS)
            assert (cp.close_code, cp.close_reason) == (3001, "as you wish")
        async with charge_point(server) as cp:
            await tab.until("role")
            await tab.say("drop")
            closed = await tab.until("closed")
            assert (closed["code"], closed["by"]) == (1006, "central-system")
            await asyncio.wait_for(cp.wait_closed(), SECONDS)
            assert cp.close_code == 1006


@pytest.mark.parametrize(
    ("text", "of", "ref"),
    [
        ("not json", None, None),
        ("[]", None, None),
        ("{}", None, None),
        ('{"type":"dance"}', "dance", None),
        ('{"type":"send","ref":"7"}', "send", "7"),
        ('{"type":"send","ref":7,"text":"a","base64":"AA=="}', "send", 7),
        ('{"type":"send","ref":"7","base64":"*"}', "send", "7"),
        ('{"type":"send","ref":"7","text":"\\ud83d"}', "send", "7"),
        ('{"type":"close","code":1006}', "close", None),
        ('{"type":"close","code":3000,"reason":"' + 124 * "x" + '"}', "close", None),
        ('{"type":"attach","client":"again"}', "attach", None),
        ("[" * 100_000, None, None),
    ],
)
async def test_what_cannot_be_read_is_refused_by_name(text: str, of: str | None, ref: str | int | None) -> None:
    async with running() as server, charge_point(server), follower(server, role="answer") as tab:
        await tab.until("role")
        await tab.connection.send(text)
        refused = await tab.until("refused")
        assert (refused["of"], refused.get("ref"), refused["reason"]) == (of, ref, "unreadable")
        await tab.connection.send(b"\x00")
        assert (await tab.until("refused"))["reason"] == "unreadable"


@pytest.mark.parametrize(
    "text", ["not json", "{}", '{"type":"claim"}', '{"type":"attach"}', '{"type":"attach","client":""}', b"\x00"]
)
async def test_a_wrong_first_message_ends_the_connection(text: str | bytes) -> None:
    async with running() as server, Client.connected(server, "/cs/CP1") as tab:
        await tab.connection.send(text)
        assert await tab.closed() == (4400, "the relay did not understand the first message")


async def test_too_large_is_refused_or_ends_the_connection() -> None:
    async with running(max_frame="1024") as server, charge_point(server) as cp, follower(server, role="answer") as tab:
        await tab.until("role")
        await ask(tab, "x" * 1025, ref="1")
        assert await tab.until("refused") == {"type": "refused", "of": "send", "reason": "too-large", "ref": "1"}
        await ask(tab, "\x00" * 1024, ref="2")
        assert await asyncio.wait_for(cp.recv(), SECONDS) == "\x00" * 1024
        await tab.connection.send("x" * 20_000)
        assert (await tab.closed())[0] == 4413


@pytest.mark.parametrize("path", ["/cs", "/cs/", "/cs/a/b", "/cs/%FF", "/cs/%00"])
async def test_a_wrong_path_is_answered_in_plain_words(path: str) -> None:
    async with running() as server:
        with pytest.raises(websockets.InvalidStatus) as refused:
            await websockets.connect(server.ws + path, subprotocols=[websockets.Subprotocol("relay.v1")])
        assert refused.value.response.status_code == 404
        assert b"/cs/" in bytes(refused.value.response.body or b"")


@pytest.mark.parametrize(
    ("origin", "code"),
    [
        ("http://evil.example", 4403),
        ("http://[", 4403),
        ("null", 4403),
        ("http://127.0.0.1:{port}", None),
        ("http://friend.example", None),
    ],
)
@pytest.mark.parametrize("path", ["/cs/CP1", "/lobby"])
async def test_pages_from_elsewhere_are_kept_out(path: str, origin: str, code: int | None) -> None:
    async with running(allowed_origins="http://friend.example") as server:
        origin = origin.format(port=server.port)
        async with Client.connected(server, path, origin=websockets.Origin(origin)) as tab:
            if code:
                assert (await tab.closed())[0] == code
            else:
                await tab.say("attach", client="x")
                await tab.connection.ping()


def plain(server: Running, *subprotocols: str, identity: str = "CP1") -> websockets.connect:
    offered = [websockets.Subprotocol(name) for name in subprotocols] or None
    return websockets.connect(f"{server.ws}/cs/{identity}", subprotocols=offered)


@pytest.mark.parametrize(
    ("offered", "named"), [((), None), (("ocpp1.6",), "ocpp1.6"), (("x", "ocpp2.1", "ocpp1.6"), "ocpp2.1")]
)
async def test_the_plain_dialect_bridges_frames_and_nothing_else(offered: tuple[str, ...], named: str | None) -> None:
    async with running() as server, plain(server, *offered) as cs:
        assert cs.subprotocol == named
        for _ in range(2):  # waits while the charge point is absent, stays when it reconnects
            async with charge_point(server) as cp:
                await cp.send("call")
                assert await asyncio.wait_for(cs.recv(), SECONDS) == "call"
                await cp.send(b"\x00\xff")
                assert await asyncio.wait_for(cs.recv(), SECONDS) == b"\x00\xff"
                await cs.send("answer")
                assert await asyncio.wait_for(cp.recv(), SECONDS) == "answer"
                await cs.send(b"\xff\x00")
                assert await asyncio.wait_for(cp.recv(), SECONDS) == b"\xff\x00"


async def test_a_plain_client_answers_until_another_takes_over() -> None:
    async with running() as server, charge_point(server) as cp, follower(server, client="tab", role="answer") as tab:
        await tab.until("role", holder="tab")
        async with plain(server, "ocpp1.6") as cs:
            await tab.until("role", name="OCPP client")
            await cs.send("from the plain one")
            assert await asyncio.wait_for(cp.recv(), SECONDS) == "from the plain one"
            assert (await tab.until("frame"))["from"] == "cs"
            await tab.say("claim")
            await tab.until("role", holder="tab")
            await cs.send("dropped")
            await ask(tab, "kept", ref="1")
            assert await asyncio.wait_for(cp.recv(), SECONDS) == "kept"
        text, _ = server.relay.watch.metrics()
        assert b'relay_refusals_total{reason="watching"}' in text


async def test_a_plain_client_that_sends_no_utf8_is_ended() -> None:
    async with running() as server, plain(server) as cs:
        cs.transport.write(b"\x81\x82\x00\x00\x00\x00\xff\xff")
        with pytest.raises(websockets.ConnectionClosed):
            await asyncio.wait_for(cs.recv(), SECONDS)
        assert cs.close_code == 1007


async def test_a_reader_that_does_not_read_is_ended_and_comes_back() -> None:
    async with running(max_backlog="65536", keep_frames="5000", keep_bytes="100000000") as server:
        async with charge_point(server) as cp, Client.connected(server, "/cs/CP1") as slow:
            await slow.say("attach", client="slow")
            position = await slow.until("replayed")
            slow.connection.transport.pause_reading()
            text = "x" * 50_000
            for _ in range(400):
                await cp.send(text)
            await eventually(lambda: not len(server.relay.audiences))
            slow.connection.transport.resume_reading()
            code, _ = await slow.closed()
            assert code == 4408
            last = max([seq for seq, _ in slow.frames], default=0)
            async with follower(server, client="slow", epoch=position["epoch"], seq=last) as back:
                replayed = await back.until("replayed")
                assert (replayed["last"], replayed["complete"]) == (400, True)
                assert [seq for seq, _ in slow.frames + back.frames] == list(range(1, 401))


@pytest.mark.parametrize("path", ["/cs/CP1", "/lobby"])
async def test_who_never_attaches_is_let_go(path: str) -> None:
    async with running() as server, Client.connected(server, path) as tab:
        async with asyncio.timeout(15):
            await tab.connection.wait_closed()
        assert tab.connection.close_code == 4400


async def test_frames_of_one_identity_stay_with_it() -> None:
    async with (
        running() as server,
        charge_point(server, "A") as a,
        charge_point(server, "B"),
        follower(server, "B", role="answer") as tab,
    ):
        await tab.until("role", holder="tab1")
        await a.send("for the followers of A")
        await tab.silence()
        assert not tab.frames
