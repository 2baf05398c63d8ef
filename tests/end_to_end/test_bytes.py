"""Any text arrives as it was, both ways, and no bytes hurt anybody else."""

from __future__ import annotations

import asyncio
import random
import string

import pytest
import websockets

from tests.redis_server import RedisServer
from tests.server.running import SECONDS, Running, charge_point, eventually, follower, handshake, running

FRAMES = 10_000
SEED = 20_261_120
SPACES = ("", " ", "\n", "\t", "\r\n", "   ")
NUMBERS = ("0", "-0", "1.0", "1e5", "1E+05", "0.1e-7", "12345678901234567890", "1.7976931348623157e308", "3.14000")
WORDS = (
    "é",
    "日本",
    "🚗⚡",
    "\\u00e9",
    "\\ud83d\\ude97",
    "\\ud83d",
    "\\/",
    "\\u0000",
    "\u2028",
    "\ufeff",
    "\x7f",
    "a" * 300,
)


def odd_json(rng: random.Random, depth: int = 0) -> str:
    """A JSON text as somebody else's library might spell it."""
    space = rng.choice(SPACES)
    kind = rng.randrange(7 if depth < 3 else 5)
    if kind == 0:
        return rng.choice(NUMBERS)
    if kind == 1:
        return rng.choice(("true", "false", "null"))
    if kind < 5:
        letters = "".join(rng.choices(string.ascii_letters, k=rng.randrange(12)))
        return f'"{letters}{rng.choice(WORDS)}"'
    items = [odd_json(rng, depth + 1) for _ in range(rng.randrange(4))]
    if kind == 5:
        return "[" + space + f"{space},{space}".join(items) + space + "]"
    return "{" + space + f",{space}".join(f'"{rng.choice(WORDS)}"{space}:{item}' for item in items) + "}"


def odd_frame(rng: random.Random) -> str:
    """A frame: mostly OCPP's shape, sometimes truncated, sometimes nothing of the kind."""
    space = rng.choice(SPACES)
    frame = f'{space}[2,{space}"{rng.randrange(10**6)}",{space}"Heartbeat",{odd_json(rng)}]{space}'
    if rng.random() < 0.1:
        return frame[: rng.randrange(len(frame))]
    if rng.random() < 0.05:
        return "".join(chr(rng.choice((rng.randrange(1, 0xD800), rng.randrange(0xE000, 0x110000)))) for _ in range(20))
    return frame


@pytest.mark.parametrize("bus", ["memory", "redis"])
async def test_ten_thousand_frames_arrive_byte_for_byte_both_ways(bus: str, shared_redis: RedisServer) -> None:
    rng = random.Random(SEED)
    texts = [odd_frame(rng) for _ in range(FRAMES)]
    url = shared_redis.url if bus == "redis" else "memory://"
    async with running(rate_frames="1000000", bus=url) as server, charge_point(server, "BYTES") as cp:
        subprotocols = [websockets.Subprotocol("ocpp1.6")]
        async with websockets.connect(f"{server.ws}/cs/BYTES", subprotocols=subprotocols) as cs:
            await eventually(lambda: next(iter(server.relay.sessions)).session.answerer is not None)
            for one, other in ((cp, cs), (cs, cp)):
                for start in range(0, FRAMES, 100):
                    for text in texts[start : start + 100]:
                        await one.send(text)
                    for text in texts[start : start + 100]:
                        assert await asyncio.wait_for(other.recv(), SECONDS) == text


async def test_envelopes_carry_any_text(shared_redis: RedisServer) -> None:
    rng = random.Random(SEED)
    texts = [odd_frame(rng) for _ in range(FRAMES // 10)]
    async with (
        running(rate_frames="1000000", bus=shared_redis.url) as server,
        charge_point(server, "TEXTS") as cp,
        follower(server, "TEXTS", role="answer") as tab,
    ):
        await tab.until("role", holder="tab1")
        for number, text in enumerate(texts):
            await cp.send(text)
            assert (await tab.until("frame"))["text"] == text
            await tab.say("send", text=text, ref=number)
            assert await asyncio.wait_for(cp.recv(), SECONDS) == text
            assert (await tab.until("frame"))["text"] == text


def garbage(rng: random.Random) -> bytes:
    """What a port scan, a broken stack or somebody malicious may send."""
    path = rng.choice(("/ocpp/FUZZ", "/cs/FUZZ", "/lobby", "/", "/%", "/ocpp/%zz", "/cs/../../x", "//"))
    noise = rng.randbytes(rng.randrange(300))
    request = handshake(path, Sec_WebSocket_Protocol=rng.choice(("ocpp1.6", "relay.v1", "", ",,", "é")))
    match rng.randrange(6):
        case 0:
            return noise
        case 1:
            return request[: rng.randrange(len(request))] + noise
        case 2:
            return request + noise
        case 3:
            return request + bytes((0x81, 0x80 | 5, 0, 0, 0, 0)) + rng.randbytes(5)
        case 4:
            return request + bytes((rng.randrange(256), 0xFF)) + rng.randbytes(12)
        case _:
            return bytes(byte if rng.random() > 0.02 else rng.randrange(256) for byte in request) + noise


async def throw(server: Running, thrown: bytes) -> None:
    """Send bytes, take what comes for a moment, and leave without a word."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        writer.write(thrown)
        await asyncio.wait_for(reader.read(1000), 0.02)
    except (TimeoutError, ConnectionError):
        pass
    finally:
        writer.transport.abort()


async def test_no_garbage_ends_the_process_or_another_connection(caplog: pytest.LogCaptureFixture) -> None:
    rng = random.Random(SEED)
    async with (
        running() as server,
        charge_point(server, "HEALTHY") as cp,
        follower(server, "HEALTHY", role="answer") as tab,
    ):
        await tab.until("role", holder="tab1")
        for number in range(60):
            await asyncio.gather(*(throw(server, garbage(rng)) for _ in range(10)))
            await cp.send(f"call {number}")
            await tab.until("frame", text=f"call {number}")
            await tab.say("send", text=f"answer {number}", ref=number)
            assert await asyncio.wait_for(cp.recv(), SECONDS) == f"answer {number}"
        await eventually(lambda: len(server.relay.sessions) == 1)
    faults = [record for record in caplog.records if record.exc_info or record.levelname == "ERROR"]
    assert not faults, faults[0].getMessage()
