"""Who is connected and who was turned away, over all processes."""

from __future__ import annotations

import asyncio

import pytest
import websockets

from relay.bus import channels
from relay.core.envelope import Opened
from relay.core.parcel import parcel
from relay.core.session import Session
from relay.server import lobby as lobby_module
from tests.redis_server import RedisServer
from tests.server.running import Client, charge_point, eventually, follower, handshake, lobby, raw, running


async def test_comings_and_goings_are_told() -> None:
    async with running() as server, charge_point(server, "EARLY"), lobby(server) as looker:
        early = await looker.until("present")
        assert (early["identity"], early["version"], early["holder"], early["seq"]) == ("EARLY", "ocpp1.6", None, 0)
        assert early["last"] is None
        async with (
            charge_point(server, "LATE") as late,
            follower(server, "LATE", client="tab", name="T", role="answer"),
        ):
            await looker.until("present", identity="LATE", holder=None)
            role = await looker.until("present", identity="LATE", holder="tab")
            assert (role["name"], role["role"]) == ("T", "answer")
            await late.close(1001, "bye")
            gone = await looker.until("gone")
            assert (gone["identity"], gone["epoch"], gone["code"]) == ("LATE", role["epoch"], 1001)
            assert gone["reason"] == "bye"


async def test_ten_thousand_chargers_are_told_of_and_nobody_is_too_slow_for_them() -> None:
    async with running() as server:
        opened = [Opened(f"CP{number}", f"{number:016x}", 1_732_086_000_123, "ocpp1.6") for number in range(10_000)]
        pages = [
            b"\n".join(Session(one, 1, 1).presence() for one in opened[at : at + 100]) for at in range(0, 10_000, 100)
        ]
        async with lobby(server) as looker:
            await eventually(lambda: len(server.relay.lobby) == 1)
            for page in pages:
                server.relay.bus.publish(channels.LOBBY, parcel("here", server.relay.lobby.asker, body=page))
            told = [(await looker.until("present"))["identity"] for _ in opened]
            async with lobby(server) as second:
                assert [(await second.until("present"))["identity"] for _ in opened] == told
        assert sorted(told) == sorted(one.identity for one in opened)


async def test_what_changed_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lobby_module, "ASK_TURNS", 2)
    async with running() as server, charge_point(server) as cp, lobby(server) as looker:
        await looker.until("present", seq=0)
        await cp.send("x")
        present = await looker.until("present", seq=1)
        assert present["last"] >= present["since"]
        await looker.silence(1.2)  # asked again meanwhile, but nothing has changed


@pytest.mark.parametrize("text", ["", "{}", '{"type":"claim"}', b"\x00"])
async def test_the_first_message_must_be_attach(text: str | bytes) -> None:
    async with running() as server, Client.connected(server, "/lobby") as looker:
        await looker.connection.send(text)
        assert (await looker.closed())[0] == 4400


async def test_the_lobby_speaks_one_dialect() -> None:
    async with running() as server:
        with pytest.raises(websockets.InvalidStatus) as refused:
            await websockets.connect(f"{server.ws}/lobby")
        assert refused.value.response.status_code == 400
        assert b"relay.v1" in bytes(refused.value.response.body or b"")


async def test_it_is_one_lobby_over_all_processes(shared_redis: RedisServer) -> None:
    async with running(bus=shared_redis.url) as one, running(bus=shared_redis.url) as other:
        _, writer = await raw(one, handshake("/ocpp/"))
        writer.close()
        async with charge_point(one, "BEFORE"), lobby(other) as looker:
            assert (await looker.next())["type"] in ("present", "knock")
            assert {(await looker.next())["type"], looker.seen[0]["type"]} == {"present", "knock"}
            async with charge_point(one, "AFTER"):
                await looker.until("present", identity="AFTER")
            await looker.until("gone", identity="AFTER")


async def test_who_is_told_of_no_more_has_gone(shared_redis: RedisServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lobby_module, "ASK_TURNS", 2)
    monkeypatch.setattr(lobby_module, "STALE_TURNS", 4)
    async with running(bus=shared_redis.url) as one, running(bus=shared_redis.url) as other, lobby(other) as looker:
        async with charge_point(one, "LOST"):
            await looker.until("present", identity="LOST")
            one.relay.bus.unsubscribe("relay:lobby", one.relay.lobby.parcel_arrived)  # as if its process was cut off
            gone = await looker.until("gone", identity="LOST")
            assert (gone["code"], gone["reason"]) == (1006, "its relay is gone")


async def test_many_charge_points_come_in_several_parcels() -> None:
    async with running() as server:
        connections = await asyncio.gather(*(charge_point(server, f"{number:0>200}") for number in range(250)))
        async with lobby(server) as looker:
            seen = {(await looker.until("present"))["identity"] for _ in range(250)}
            assert len(seen) == 250
        await asyncio.gather(*(connection.close() for connection in connections))
