"""The command, as a person runs it: real processes, real signals."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import urllib.request
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator

import orjson
import pytest
import websockets

from tests.redis_server import RedisServer, free_port

SECONDS = 20.0


async def start(*arguments: str, **environment: str) -> Process:
    command = [sys.executable, "-m", "relay.cli", *arguments]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("RELAY_", "LOG_"))}
    return await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE, env=clean | environment)


async def finished(*arguments: str, **environment: str) -> tuple[int | None, str, str]:
    """Run to the end: exit status, standard output, standard error."""
    process = await start(*arguments, **environment)
    out, err = await asyncio.wait_for(process.communicate(), SECONDS)
    return process.returncode, out.decode(), err.decode()


@contextlib.asynccontextmanager
async def serving(*arguments: str, **environment: str) -> AsyncIterator[tuple[Process, int]]:
    """A relay as a process of its own, ended with SIGTERM, and its port."""
    port = free_port()
    process = await start("serve", "--port", str(port), *arguments, **environment)
    try:
        async with asyncio.timeout(SECONDS):
            while not await asyncio.to_thread(is_ready, port):
                assert process.returncode is None, await process.communicate()
                await asyncio.sleep(0.05)
        yield process, port
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.communicate(), SECONDS)


def is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


async def test_it_starts_and_says_what_to_type() -> None:
    async with serving() as (process, port):
        assert process.stdout is not None
        lines = [(await process.stdout.readline()).decode() for _ in range(3)]
        assert f"http://localhost:{port}" in lines[0]
        assert f"ws://localhost:{port}/ocpp/CP1" in lines[1]
        assert "RELAY_HOST=0.0.0.0" in lines[2]


async def test_an_address_of_ipv6_is_said_as_one_types_it() -> None:
    async with serving(RELAY_HOST="::ffff:127.0.0.1") as (process, port):
        assert process.stdout is not None
        assert f"http://[::ffff:127.0.0.1]:{port}" in (await process.stdout.readline()).decode()


async def test_a_port_in_use_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, _, err = await finished("serve", "--port", str(port))
    assert status == 1
    assert f"Cannot listen on 127.0.0.1:{port}" in err
    assert "RELAY_PORT" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "environment", "word"),
    [
        ([], {"RELAY_PROT": "1"}, "RELAY_PROT is not a setting"),
        (["--port", "x"], {}, "RELAY_PORT='x' cannot be used"),
        (["--bus", "amqp://x"], {}, "RELAY_BUS"),
        (["--workers", "2"], {}, "RELAY_BUS=memory:// stays within one process"),
        (["--workers", "0"], {}, "--workers"),
        (["--prot", "1"], {}, "--prot"),
    ],
)
async def test_a_wrong_start_is_refused_by_name(arguments: list[str], environment: dict[str, str], word: str) -> None:
    status, _, err = await finished("serve", *arguments, **environment)
    assert status in (1, 2)
    assert word in err
    assert "Traceback" not in err


async def test_settings_are_listed_and_flags_beat_the_environment() -> None:
    status, out, _ = await finished("settings")
    assert status == 0
    assert "RELAY_PORT = 9000" in out
    async with serving("--keep-frames", "7", RELAY_KEEP_FRAMES="8", RELAY_KEEP_BYTES="9999") as (_, port):
        limits = orjson.loads(await asyncio.to_thread(read, port, "/about"))["limits"]
    assert (limits["keep_frames"], limits["keep_bytes"]) == (7, 9999)


async def test_sigterm_closes_everybody_with_come_back_and_leaves_within_10_s() -> None:
    loop = asyncio.get_running_loop()
    async with serving() as (process, port):
        relay_v1 = [websockets.Subprotocol("relay.v1")]
        async with (
            websockets.connect(f"ws://127.0.0.1:{port}/ocpp/CP1") as cp,
            websockets.connect(f"ws://127.0.0.1:{port}/cs/CP1", subprotocols=relay_v1) as tab,
            websockets.connect(f"ws://127.0.0.1:{port}/lobby", subprotocols=relay_v1) as looker,
        ):
            began = loop.time()
            process.send_signal(signal.SIGTERM)
            for connection in (cp, tab, looker):
                await asyncio.wait_for(connection.wait_closed(), SECONDS)
                assert connection.close_code == 1012
            await asyncio.wait_for(process.wait(), SECONDS)
            assert loop.time() - began < 10
    assert process.returncode in (0, -signal.SIGTERM)


async def test_workers_share_a_port_and_add_their_metrics_up(shared_redis: RedisServer) -> None:
    async with serving("--workers", "2", RELAY_BUS=shared_redis.url) as (_, port):
        connections = [await websockets.connect(f"ws://127.0.0.1:{port}/ocpp/W{number}") for number in range(20)]
        async with asyncio.timeout(SECONDS):
            while 'relay_connections{side="charge-point"} 20.0' not in await asyncio.to_thread(read, port, "/metrics"):
                await asyncio.sleep(0.1)
        for connection in connections:
            await connection.close()


def read(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        return str(answer.read().decode())


async def test_frames_and_lives_are_logged_on_demand_without_secrets() -> None:
    async with serving(LOG_PAYLOAD="on", LOG_LIFECYCLE="on", RELAY_PING_SECONDS="1") as (process, port):
        headers = {"Authorization": "Basic c2VjcmV0"}
        async with websockets.connect(f"ws://127.0.0.1:{port}/ocpp/CP1", additional_headers=headers) as cp:
            await cp.send('[2,"a",\n"Heartbeat",{}]')
            await cp.send(b"\x00\xff")
            await asyncio.sleep(1.5)
        process.terminate()
        _, err = await asyncio.wait_for(process.communicate(), SECONDS)
        lines = err.decode()
    assert lines.count("LOG_PAYLOAD is on") == 1
    assert 'CP1, from the charge point: [2,"a",\\n"Heartbeat",{}]' in lines
    assert "CP1, from the charge point: \x00\\xff" in lines
    for word in ("CP1 connected from 127.0.0.1", "CP1 disconnected: 1000", "ping to 127.0.0.1"):
        assert word in lines
    assert "c2VjcmV0" not in lines


async def test_nothing_is_logged_of_frames_by_default() -> None:
    async with serving() as (process, port):
        async with websockets.connect(f"ws://127.0.0.1:{port}/ocpp/CP1") as cp:
            await cp.send("secret")
        process.terminate()
        out, err = await asyncio.wait_for(process.communicate(), SECONDS)
    assert b"secret" not in out + err
    assert b"CP1 connected" not in err


async def test_an_unreachable_redis_is_named_and_readyz_says_503() -> None:
    port = free_port()
    process = await start("serve", "--port", str(port), RELAY_BUS=f"redis://127.0.0.1:{free_port()}")
    try:
        assert process.stderr is not None
        line = (await asyncio.wait_for(process.stderr.readline(), SECONDS)).decode()
        assert "RELAY_BUS" in line
        assert not await asyncio.to_thread(is_ready, port)
    finally:
        process.terminate()
        await asyncio.wait_for(process.communicate(), SECONDS)
