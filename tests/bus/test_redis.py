"""What only a bus that can be lost has to promise. Redis is real, and is killed, frozen and slandered here."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import redis.asyncio

from relay.bus import link, pair
from relay.bus.address import Address
from relay.bus.dial import dialled, transport_of
from relay.bus.redis import RedisBus, pause
from tests.bus.conftest import running
from tests.bus.seen import Seen, heard
from tests.redis_server import RedisServer, free_port

Running = tuple[RedisBus, Seen[bool]]
BACK_SECONDS = 2.5


class Told(logging.Handler):
    """What the bus tells whoever reads the log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: Seen[str] = Seen()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines(record.getMessage())


@pytest.fixture
def told() -> Iterator[Seen[str]]:
    handler = Told()
    logger = logging.getLogger("relay.bus")
    logger.addHandler(handler)
    yield handler.lines
    logger.removeHandler(handler)


@asynccontextmanager
async def impostor(words: bytes) -> AsyncIterator[tuple[str, Seen[None]]]:
    """The address of something that answers ``words`` to whatever it is told and hangs up; and the visits it had."""
    visits: Seen[None] = Seen()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visits(None)
        await reader.read(1)
        writer.write(words)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"redis://127.0.0.1:{server.sockets[0].getsockname()[1]}", visits


# --- lost and found ---------------------------------------------------------------------------------------------------


async def test_a_killed_redis_is_noticed_and_found_again(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, changes = redis_bus
    inbox: Seen[bytes] = Seen()
    for number in range(50):
        assert await bus.subscribe(f"channel:{number}", inbox)
    redis_server.kill()
    assert await changes.until(2) == [True, False]
    assert not bus.is_up
    redis_server.start()
    assert await changes.until(3, within=BACK_SECONDS) == [True, False, True]
    assert bus.is_up
    for number in range(50):
        assert await heard(bus, f"channel:{number}", b"%d" % number) == 1
    assert await inbox.until(50) == [b"%d" % number for number in range(50)]


async def test_both_sides_of_a_busy_bus_come_back(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, _ = redis_bus
    inbox: Seen[bytes] = Seen()
    answers: Seen[int | None] = Seen()
    other = RedisBus(redis_server.url)
    async with running(other) as others:
        await others.until(1)
        assert await other.subscribe("channel", inbox)

        async def talk() -> None:
            while True:
                bus.publish("channel", b"x" * 200, answers)
                await asyncio.sleep(0)

        talking = asyncio.create_task(talk())
        await inbox.until(1000)
        redis_server.kill()
        assert await others.until(2) == [True, False]
        redis_server.start()
        assert await others.until(3, within=BACK_SECONDS) == [True, False, True]
        before = len(inbox.all)
        await inbox.until(before + 1000)
        talking.cancel()
    assert answers.all.count(None) > 0
    assert set(answers.all) <= {None, 0, 1}


async def test_what_redis_did_not_answer_is_not_known(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, changes = redis_bus
    answers: Seen[tuple[int, int | None]] = Seen()
    redis_server.freeze()
    for number in range(10):
        bus.publish("channel", b"lost", lambda count, number=number: answers((number, count)))  # type: ignore[misc]
    await asyncio.sleep(0)
    redis_server.kill()
    assert await answers.until(10) == [(number, None) for number in range(10)]
    assert changes.all == [True, False]


async def test_what_is_published_while_away_is_not_known_soon(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, changes = redis_bus
    redis_server.kill()
    await changes.until(2)
    answers: Seen[int | None] = Seen()
    bus.publish("channel", b"", answers)
    bus.publish("channel", b"")
    assert answers.all == []
    assert await answers.until(1, within=0.5) == [None]


async def test_the_bus_is_down_before_anybody_is_told(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, _ = redis_bus
    seen: Seen[tuple[str, bool]] = Seen()
    bus.on_change(lambda is_up: seen(("change", bus.is_up)))
    redis_server.freeze()
    bus.publish("channel", b"", lambda count: seen(("heard", bus.is_up)))
    await asyncio.sleep(0)
    redis_server.kill()
    assert await seen.until(2) == [("change", False), ("heard", False)]


async def test_a_frozen_redis_is_noticed_and_comes_back(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, changes = redis_bus
    inbox: Seen[bytes] = Seen()
    assert await bus.subscribe("channel", inbox)
    redis_server.freeze()
    began = time.monotonic()
    assert await changes.until(2) == [True, False]
    assert 3.5 < time.monotonic() - began < 6
    redis_server.thaw()
    assert await changes.until(3, within=BACK_SECONDS + 4) == [True, False, True]
    assert await heard(bus, "channel", b"hello again") == 1
    assert await inbox.until(1) == [b"hello again"]


async def test_to_have_slept_ourselves_is_not_taken_for_a_frozen_redis(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pair, "BEAT_SECONDS", 0.02)
    bus = RedisBus(redis_server.url)
    async with running(bus) as changes:
        await changes.until(1)
        for _ in range(5):
            time.sleep(0.02 * link.SILENT_BEATS * 3)  # noqa: ASYNC251 - a loop that is stuck is what this is about
            assert await heard(bus, "channel") == 0
        assert changes.all == [True]


async def test_a_redis_that_does_not_keep_up_is_lost_before_memory_is(
    redis_server: RedisServer, redis_bus: Running, told: Seen[str]
) -> None:
    bus, changes = redis_bus
    redis_server.freeze()
    began = time.monotonic()
    for _ in range(100):
        bus.publish("channel", bytes(1 << 20))
        await asyncio.sleep(0)
        if not bus.is_up:
            break
    assert changes.all == [True, False]
    assert time.monotonic() - began < link.SILENT_BEATS
    assert "too slow" in (await told.until(1))[0]


# --- subscribing ------------------------------------------------------------------------------------------------------


async def test_a_subscription_under_way_when_redis_dies_is_put_right(
    redis_server: RedisServer, redis_bus: Running
) -> None:
    bus, changes = redis_bus
    inbox: Seen[bytes] = Seen()
    redis_server.freeze()
    subscribing = asyncio.create_task(bus.subscribe("channel", inbox))
    await asyncio.sleep(0)
    redis_server.kill()
    async with asyncio.timeout(1):
        assert await subscribing is False
    redis_server.start()
    await changes.until(3, within=BACK_SECONDS)
    assert await heard(bus, "channel", b"now") == 1
    assert await inbox.until(1) == [b"now"]


async def test_a_subscription_waits_two_seconds_at_most(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, changes = redis_bus
    inbox: Seen[bytes] = Seen()
    redis_server.freeze()
    began = time.monotonic()
    assert await bus.subscribe("channel", inbox) is False
    assert 1.9 < time.monotonic() - began < 3
    redis_server.thaw()
    assert await bus.subscribe("channel", Seen[bytes]())
    assert await heard(bus, "channel", b"late, but standing") == 1
    assert await inbox.until(1) == [b"late, but standing"]
    assert changes.all == [True]


async def test_subscribe_and_leave_while_away(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, changes = redis_bus
    came: Seen[bytes] = Seen()
    left: Seen[bytes] = Seen()
    await bus.subscribe("left", left)
    redis_server.kill()
    await changes.until(2)
    bus.unsubscribe("left", left)
    async with asyncio.timeout(0.5):
        assert await bus.subscribe("came", came) is False
    bus.listen("listened", Seen[bytes]())
    redis_server.start()
    await changes.until(3, within=BACK_SECONDS)
    assert (await heard(bus, "came"), await heard(bus, "left"), await heard(bus, "listened")) == (1, 0, 1)


async def test_everything_is_subscribed_again_before_the_bus_is_back(
    redis_server: RedisServer, redis_bus: Running
) -> None:
    bus, changes = redis_bus
    answers: Seen[int | None] = Seen()
    for number in range(500):
        await bus.subscribe(f"channel:{number}", Seen[bytes]())

    def ask_all(is_up: bool) -> None:
        for number in range(500 if is_up else 0):
            bus.publish(f"channel:{number}", b"", answers)

    bus.on_change(ask_all)
    redis_server.kill()
    await changes.until(2)
    redis_server.start()
    assert await answers.until(500) == [1] * 500


async def test_two_processes_count_as_two(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, _ = redis_bus
    other = RedisBus(redis_server.url)
    mine: Seen[bytes] = Seen()
    theirs: Seen[bytes] = Seen()
    async with running(other) as others:
        await others.until(1)
        assert await bus.subscribe("channel", mine)
        assert await other.subscribe("channel", theirs)
        assert await heard(bus, "channel", b"all") == 2
        assert await mine.until(1) == await theirs.until(1) == [b"all"]


# --- starting and stopping --------------------------------------------------------------------------------------------


async def test_an_unreachable_redis_is_told_once_and_tried_on(told: Seen[str]) -> None:
    async with impostor(b"") as (url, visits):
        bus = RedisBus(url)
        async with running(bus) as changes:
            await visits.until(8)
            assert not bus.is_up
            assert await bus.subscribe("channel", Seen[bytes]()) is False
            assert await heard(bus, "channel") is None
        assert changes.all == []
    assert len(told.all) == 1
    assert told.all[0].startswith("RELAY_BUS")


async def test_a_redis_that_comes_later_is_found(tmp_path: Path, told: Seen[str]) -> None:
    server = RedisServer(tmp_path)
    bus = RedisBus(server.url)
    inbox: Seen[bytes] = Seen()
    async with running(bus) as changes:
        assert "RELAY_BUS" in (await told.until(1))[0]
        assert await bus.subscribe("channel", inbox) is False
        with server:
            assert await changes.until(1, within=BACK_SECONDS) == [True]
            assert await heard(bus, "channel", b"hello") == 1
            assert await inbox.until(1) == [b"hello"]


async def test_what_was_published_before_the_end_still_leaves(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, _ = redis_bus
    inbox: Seen[bytes] = Seen()
    await bus.subscribe("channel", inbox)
    ending = RedisBus(redis_server.url)
    async with running(ending) as changes:
        await changes.until(1)
        for number in range(100):
            ending.publish("channel", b"%d" % number + bytes(50_000))
    assert not ending.is_up
    assert [message.rstrip(b"\0") for message in await inbox.until(100)] == [b"%d" % number for number in range(100)]


async def test_what_is_no_redis_is_said_so(told: Seen[str]) -> None:
    async with impostor(b"HTTP/1.1 400 Bad Request\r\n\r\n") as (url, _), running(RedisBus(url)):
        assert "not Redis" in (await told.until(1))[0]


async def test_a_redis_that_is_frozen_when_we_sign_in_is_said_so(redis_server: RedisServer, told: Seen[str]) -> None:
    redis_server.freeze()
    async with running(RedisBus(redis_server.url.replace("://", "://:s3cret@"))):
        assert "not answered within 2 seconds" in (await told.until(1))[0]


def test_pauses_grow_to_a_second_and_differ() -> None:
    assert all(0.05 <= pause(0) <= 0.1 for _ in range(100))
    assert all(0.5 <= pause(attempt) <= 1 for attempt in range(4, 10_000))
    assert len({pause(5) for _ in range(10)}) > 1


async def test_a_closed_port_is_said_so(told: Seen[str]) -> None:
    port = free_port()
    async with running(RedisBus(f"redis://:s3cret@127.0.0.1:{port}")):
        await told.until(1)
    assert f"redis://127.0.0.1:{port}" in told.all[0]
    assert "s3cret" not in told.all[0]


@pytest.mark.parametrize(
    ("user", "words"),
    [
        (":wr0ng@", "password"),
        ("", "NOAUTH"),
        ("mute:mute@", "NOPERM"),
        ("deaf:deaf@", "NOPERM"),
    ],
)
async def test_whom_redis_does_not_let_in_is_told_why(user: str, words: str, tmp_path: Path, told: Seen[str]) -> None:
    mute = ("--user", "mute", "on", ">mute", "&*", "+subscribe", "+ping")
    deaf = ("--user", "deaf", "on", ">deaf", "&relay:probe", "+subscribe", "+publish", "+ping")
    with RedisServer(tmp_path, "--requirepass", "s3cret", *mute, *deaf) as server:
        bus = RedisBus(server.url.replace("://", f"://{user}"))
        assert await bus.subscribe("channel", Seen[bytes]()) is False
        async with running(bus) as changes:
            assert words in (await told.until(1))[0]
            assert changes.all == []
    assert "wr0ng" not in told.all[0]


async def test_the_right_password_and_a_unix_socket_let_in(tmp_path: Path) -> None:
    socket = tmp_path / "redis.sock"
    with RedisServer(tmp_path, "--requirepass", "s/cret", "--unixsocket", str(socket)) as server:
        for url in (f"redis://:s%2Fcret@127.0.0.1:{server.port}/3", f"unix://:s%2Fcret@{socket}"):
            await converse(url)


async def test_tls(tmp_path: Path) -> None:
    certificate, key, port = tmp_path / "certificate.pem", tmp_path / "key.pem", free_port()
    make = (
        f"req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=redis -addext subjectAltName=IP:127.0.0.1 -keyout {key}"
    )
    openssl = await asyncio.create_subprocess_exec("openssl", *make.split(), "-out", certificate, stderr=-3)
    assert await openssl.wait() == 0
    files = ("--tls-cert-file", str(certificate), "--tls-key-file", str(key), "--tls-auth-clients", "no")
    with RedisServer(tmp_path, "--tls-port", str(port), *files):
        await converse(f"rediss://127.0.0.1:{port}?ssl_ca_certs={certificate}")


async def converse(url: str) -> None:
    bus = RedisBus(url)
    inbox: Seen[bytes] = Seen()
    large = bytes(range(256)) * 4096
    async with running(bus) as changes:
        assert await changes.until(1) == [True]
        assert await bus.subscribe("channel", inbox)
        assert await heard(bus, "channel", large) == 1
        assert await inbox.until(1) == [large]


# --- lean -------------------------------------------------------------------------------------------------------------


class Counting:
    """A transport that counts its writes."""

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self.writes: list[bytes] = []
        self._transport = transport

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        self.writes.append(data)
        self._transport.write(data)


async def test_what_one_turn_publishes_leaves_in_one_write(redis_bus: Running) -> None:
    bus, _ = redis_bus
    publisher = bus._publisher
    assert publisher
    counting = Counting(publisher._transport)
    publisher._transport = counting  # type: ignore[assignment]
    answers: Seen[int | None] = Seen()
    for _ in range(100):
        bus.publish("channel", b"x", answers)
    await answers.until(100)
    assert [write.count(b"PUBLISH") for write in counting.writes if b"PUBLISH" in write] == [100]


async def test_redis_reads_what_one_turn_publishes_at_once(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, _ = redis_bus
    answers: Seen[int | None] = Seen()
    async with redis.asyncio.Redis.from_url(redis_server.url) as client:
        before = (await client.info("stats"))["total_reads_processed"]
        for _ in range(200):
            bus.publish("channel", b"x", answers)
        await answers.until(200)
        after = (await client.info("stats"))["total_reads_processed"]
    assert after - before < 10


async def test_the_whole_process_uses_two_connections(redis_server: RedisServer, redis_bus: Running) -> None:
    bus, _ = redis_bus
    for number in range(100):
        await bus.subscribe(f"channel:{number}", Seen[bytes]())
    async with redis.asyncio.Redis.from_url(redis_server.url) as client:
        assert len(await client.client_list()) == 2 + 1


async def test_a_connection_not_dialled_has_no_transport() -> None:
    with pytest.raises(redis.RedisError):
        transport_of(Address("redis://localhost").connection())


async def test_redis_pys_transport_can_still_be_taken(redis_server: RedisServer) -> None:
    """Fails when redis-py renames what ``transport_of`` takes."""
    answers: Seen[bytes] = Seen()

    class Echo(asyncio.Protocol):
        def data_received(self, data: bytes) -> None:
            answers(data)

    async with dialled(Address(redis_server.url)) as transport:
        transport.set_protocol(Echo())
        transport.write(link.PING)
        assert await answers.until(1) == [b"+PONG\r\n"]
