"""Several processes over a real Redis, and what happens when it goes away."""

from __future__ import annotations

import asyncio

import pytest

from tests.redis_server import RedisServer
from tests.server.running import SECONDS, charge_point, eventually, follower, handshake, masked, raw, running


async def test_charge_point_and_browser_meet_over_redis(shared_redis: RedisServer) -> None:
    async with (
        running(bus=shared_redis.url) as one,
        running(bus=shared_redis.url) as other,
        follower(other, "R1", role="answer") as tab,
    ):
        assert await tab.next() == {"type": "absent"}
        async with charge_point(one, "R1") as cp:
            await cp.send('[2,"a","Heartbeat",{}]')
            await tab.until("role", holder="tab1")
            await tab.until("frame") if not tab.frames else None
            await tab.say("send", text="answer", ref="1")
            assert await asyncio.wait_for(cp.recv(), SECONDS) == "answer"
        await tab.until("closed")


async def test_back_on_another_process_the_old_one_goes(shared_redis: RedisServer) -> None:
    async with (
        running(bus=shared_redis.url) as one,
        running(bus=shared_redis.url) as other,
        follower(other, "R2", role="answer") as tab,
    ):
        async with charge_point(one, "R2") as old, charge_point(other, "R2") as new:
            await asyncio.wait_for(old.wait_closed(), SECONDS)
            assert old.close_code == 4409
            await new.send("still here")
            await tab.until("frame", text="still here")
            closed = [envelope for envelope in tab.seen if envelope["type"] == "closed"]
            assert [envelope["by"] for envelope in closed] == ["superseded"]
            told = [one for one in tab.seen if one["type"] == "role" and one["epoch"] == tab.seen[-1]["epoch"]]
            await tab.until("role", holder="tab1") if not told else None
            await tab.say("send", text="you too", ref="1")
            assert await asyncio.wait_for(new.recv(), SECONDS) == "you too"
        assert len(one.relay.sessions) == 0


async def test_redis_killed_under_traffic_loses_nothing(redis_server: RedisServer) -> None:
    async with (
        running(bus=redis_server.url) as one,
        running(bus=redis_server.url) as other,
        charge_point(one) as cp,
        follower(other, role="answer") as tab,
    ):
        await tab.until("role", holder="tab1")
        for number in range(50):
            await cp.send(f"before {number}")
        redis_server.kill()
        for number in range(50):
            await cp.send(f"meanwhile {number}")
            await asyncio.sleep(0.002)
        await tab.until("bus", state="lost")
        await tab.say("send", text="lost?", ref="r1")
        refused = await tab.until("refused")
        assert (refused["ref"], refused["reason"]) == ("r1", "bus-lost")
        redis_server.start()
        await tab.until("bus", state="back")
        for number in range(50):
            await cp.send(f"after {number}")
        while len(tab.frames) < 150:
            await tab.until("frame")
        texts = [f"{when} {number}" for when in ("before", "meanwhile", "after") for number in range(50)]
        assert tab.frames == list(enumerate(texts, start=1))
        await tab.say("send", text="lost?", ref="r1")
        await tab.say("send", text="lost?", ref="r1")
        await tab.say("send", text="next", ref="r2")
        assert [await asyncio.wait_for(cp.recv(), SECONDS) for _ in range(2)] == ["lost?", "next"]
        opened = {envelope["epoch"] for envelope in tab.seen if envelope["type"] == "opened"}
        assert len(opened) == 1  # no socket was closed


async def test_two_that_connected_while_redis_was_away_find_each_other(redis_server: RedisServer) -> None:
    async with running(bus=redis_server.url) as one, running(bus=redis_server.url) as other:
        redis_server.kill()
        await eventually(lambda: not one.relay.bus.is_up and not other.relay.bus.is_up, 10)
        async with charge_point(one) as earlier:
            await asyncio.sleep(0.01)
            async with charge_point(other) as later:
                redis_server.start()
                await asyncio.wait_for(earlier.wait_closed(), 10)
                assert earlier.close_code == 4409
                async with follower(one) as tab:
                    await tab.until("replayed")
                    await later.send("the later one stays")
                    await tab.until("frame", text="the later one stays")


async def test_redis_unreachable_at_the_start(redis_server: RedisServer) -> None:
    redis_server.kill()
    async with running(needs_bus=False, bus=redis_server.url) as server:
        assert not server.relay.bus.is_up
        async with charge_point(server) as cp, follower(server, role="answer") as tab:
            assert await tab.next() == {"type": "bus", "state": "lost"}
            await cp.send("kept")
            redis_server.start()
            await tab.until("bus", state="back")
            await tab.until("frame", text="kept")
            await tab.until("role", holder="tab1")
            await tab.say("send", text="hello", ref="1")
            assert await asyncio.wait_for(cp.recv(), SECONDS) == "hello"


async def test_a_session_whose_process_died_is_given_up(shared_redis: RedisServer) -> None:
    async with running(bus=shared_redis.url) as one, running(bus=shared_redis.url) as other:
        async with charge_point(one, "R3") as cp, follower(other, "R3", role="answer") as tab:
            await cp.send("x")
            await tab.until("frame")
            session = next(iter(one.relay.sessions))
            one.relay.bus.unsubscribe("relay:{R3}:to", session.parcel_arrived)  # as if its process was killed
            async with charge_point(other, "R3") as new:
                await new.send("y")
                replayed = await tab.until("replayed", complete=False)
                assert replayed["epoch"] == session.session.opened.epoch
                await tab.until("frame", text="y")


@pytest.mark.parametrize("bus", ["redis", "memory"])
async def test_a_plain_pair_bridges_on_each_bus(bus: str, shared_redis: RedisServer) -> None:
    import websockets

    url = shared_redis.url if bus == "redis" else "memory://"
    async with running(bus=url) as server, charge_point(server, "R4") as cp:
        subprotocols = [websockets.Subprotocol("ocpp1.6")]
        async with websockets.connect(f"{server.ws}/cs/R4", subprotocols=subprotocols) as cs:
            await eventually(lambda: next(iter(server.relay.sessions)).session.answerer is not None)
            for number in range(200):
                await cp.send(str(number))
                assert await asyncio.wait_for(cs.recv(), SECONDS) == str(number)
                await cs.send(f"-{number}")
                assert await asyncio.wait_for(cp.recv(), SECONDS) == f"-{number}"


async def test_a_plain_client_that_waited_hears_the_first_frame(shared_redis: RedisServer) -> None:
    """It comes with the handshake: sooner than the client's attach can reach the session through Redis."""
    import websockets

    async with running(bus=shared_redis.url) as one, running(bus=shared_redis.url) as other:
        subprotocols = [websockets.Subprotocol("ocpp1.6")]
        async with websockets.connect(f"{other.ws}/cs/R5", subprotocols=subprotocols) as cs:
            boot = b'[2,"a","BootNotification",{}]'
            _, charger = await raw(one, handshake("/ocpp/R5") + masked(0x81, boot))
            assert await asyncio.wait_for(cs.recv(), SECONDS) == boot.decode()
            charger.close()
