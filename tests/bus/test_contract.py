"""What every bus promises, asked of every bus."""

from __future__ import annotations

import logging
import uuid

import pytest

from relay.bus.bus import Bus
from tests.bus.seen import Seen, heard


@pytest.fixture
def channel() -> str:
    return f"test:{uuid.uuid4().hex}"


async def test_a_message_is_heard(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    assert await bus.subscribe(channel, inbox)
    bus.publish(channel, b"hello")
    assert await inbox.until(1) == [b"hello"]


async def test_a_bus_that_runs_is_up(bus: Bus) -> None:
    assert bus.is_up


async def test_nothing_is_delivered_inside_publish(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    counts: Seen[int | None] = Seen()
    await bus.subscribe(channel, inbox)
    bus.publish(channel, b"later", counts)
    assert (inbox.all, counts.all) == ([], [])
    await inbox.until(1)
    await counts.until(1)


async def test_a_listener_may_publish_and_is_not_entered_again(bus: Bus, channel: str) -> None:
    depth = 0
    inbox: Seen[bytes] = Seen()

    def count_down(message: bytes) -> None:
        nonlocal depth
        depth += 1
        assert depth == 1
        inbox(message)
        if number := int(message):
            bus.publish(channel, b"%d" % (number - 1))
        depth -= 1

    await bus.subscribe(channel, count_down)
    bus.publish(channel, b"20")
    assert await inbox.until(21) == [b"%d" % number for number in range(20, -1, -1)]


async def test_order_is_kept_within_a_channel(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    await bus.subscribe(channel, inbox)
    sent = [b"%d" % number for number in range(2000)]
    for message in sent:
        bus.publish(channel, message)
    assert await inbox.until(2000) == sent


async def test_order_is_kept_across_channels(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    for number in range(7):
        await bus.subscribe(f"{channel}:{number}", inbox)
    sent = [b"%d" % number for number in range(700)]
    for number, message in enumerate(sent):
        bus.publish(f"{channel}:{number * 3 % 7}", message)
    assert await inbox.until(700) == sent


async def test_nobody_listens_and_that_is_known(bus: Bus, channel: str) -> None:
    assert await heard(bus, channel) == 0


async def test_listeners_of_one_process_count_once(bus: Bus, channel: str) -> None:
    first: Seen[bytes] = Seen()
    second: Seen[bytes] = Seen()
    await bus.subscribe(channel, first)
    await bus.subscribe(channel, second)
    assert await heard(bus, channel, b"both") == 1
    assert await first.until(1) == await second.until(1) == [b"both"]


async def test_counts_come_in_the_order_of_the_messages(bus: Bus, channel: str) -> None:
    await bus.subscribe(channel, Seen[bytes]())
    counts: Seen[int | None] = Seen()
    for number in range(20):
        bus.publish(channel if number % 3 else f"{channel}:nobody", b"", counts)
    assert await counts.until(20) == [1 if number % 3 else 0 for number in range(20)]


async def test_a_listener_that_left_hears_nothing(bus: Bus, channel: str) -> None:
    left: Seen[bytes] = Seen()
    stays: Seen[bytes] = Seen()
    await bus.subscribe(channel, left)
    await bus.subscribe(channel, stays)
    bus.unsubscribe(channel, left)
    bus.publish(channel, b"after")
    assert await stays.until(1) == [b"after"]
    assert left.all == []


async def test_a_message_under_way_does_not_reach_a_listener_that_left(bus: Bus, channel: str) -> None:
    left: Seen[bytes] = Seen()
    end: Seen[bytes] = Seen()
    await bus.subscribe(channel, left)
    await bus.subscribe(f"{channel}:end", end)
    bus.publish(channel, b"under way")
    bus.publish(f"{channel}:end", b"end")
    bus.unsubscribe(channel, left)
    await end.until(1)
    assert left.all == []


async def test_a_listener_may_end_the_next_one(bus: Bus, channel: str) -> None:
    next_one: Seen[bytes] = Seen()
    end: Seen[bytes] = Seen()
    await bus.subscribe(channel, lambda message: bus.unsubscribe(channel, next_one))
    await bus.subscribe(channel, next_one)
    await bus.subscribe(channel, end)
    bus.publish(channel, b"x")
    await end.until(1)
    assert next_one.all == []


async def test_a_channel_is_given_up_with_its_last_listener(bus: Bus, channel: str) -> None:
    first: Seen[bytes] = Seen()
    second: Seen[bytes] = Seen()
    await bus.subscribe(channel, first)
    await bus.subscribe(channel, second)
    bus.unsubscribe(channel, first)
    assert await heard(bus, channel) == 1
    bus.unsubscribe(channel, second)
    await bus.subscribe(f"{channel}:other", first)  # acknowledged after the channel was given up
    assert await heard(bus, channel) == 0


async def test_to_leave_where_one_is_not_is_no_mistake(bus: Bus, channel: str) -> None:
    bus.unsubscribe(channel, Seen[bytes]())
    await bus.subscribe(channel, Seen[bytes]())
    bus.unsubscribe(channel, Seen[bytes]())
    assert await heard(bus, channel) == 1


async def test_left_and_back_in_one_turn(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    await bus.subscribe(channel, inbox)
    for _ in range(10):
        bus.unsubscribe(channel, inbox)
        assert await bus.subscribe(channel, inbox)
    assert await heard(bus, channel, b"once") == 1
    assert await inbox.until(1) == [b"once"]


async def test_to_listen_without_waiting_is_to_subscribe(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    bus.listen(channel, inbox)
    assert await bus.subscribe(f"{channel}:later", inbox)  # acknowledged after the first was
    assert await heard(bus, channel, b"hello") == 1
    assert await inbox.until(1) == [b"hello"]


async def test_any_bytes_pass(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    await bus.subscribe(channel, inbox)
    sent = [b"", bytes(range(256)), b"\r\n", b"$5\r\nhello\r\n", "Łódź ⚡".encode(), b"\0" * 10]
    for message in sent:
        bus.publish(channel, message)
    assert await inbox.until(len(sent)) == sent


async def test_a_mebibyte_passes(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    await bus.subscribe(channel, inbox)
    large = bytes(range(256)) * 4096
    bus.publish(channel, large)
    bus.publish(channel, b"small")
    assert await inbox.until(2) == [large, b"small"]


async def test_any_channel_name_passes(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    names = [f"{channel} with blanks\r\n", f"{channel}*?[a]", f"{channel}:Łódź ⚡"]
    for name in names:
        assert await bus.subscribe(name, inbox)
    for name in names:
        bus.publish(name, name.encode())
    assert await inbox.until(3) == [name.encode() for name in names]


async def test_what_is_published_right_after_subscribing_is_heard(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    for number in range(100):
        assert await bus.subscribe(f"{channel}:{number}", inbox)
        assert await heard(bus, f"{channel}:{number}", b"%d" % number) == 1
    assert await inbox.until(100) == [b"%d" % number for number in range(100)]


async def test_a_listener_that_raises_hurts_nobody(bus: Bus, channel: str, caplog: pytest.LogCaptureFixture) -> None:
    def broken(message: bytes) -> None:
        raise ValueError("broken on purpose")

    def broken_count(count: int | None) -> None:
        raise ValueError("broken on purpose")

    inbox: Seen[bytes] = Seen()
    await bus.subscribe(channel, broken)
    await bus.subscribe(channel, inbox)
    with caplog.at_level(logging.ERROR, logger="relay.bus"):
        bus.publish(channel, b"1", broken_count)
        bus.publish(channel, b"2")
        assert await inbox.until(2) == [b"1", b"2"]
        assert await heard(bus, channel) == 1
    assert "broken on purpose" in caplog.text


async def test_many_channels(bus: Bus, channel: str) -> None:
    inbox: Seen[bytes] = Seen()
    for number in range(1000):
        await bus.subscribe(f"{channel}:{number}", inbox)
    sent = [b"%d" % number for number in range(1000)]
    for message in sent:
        bus.publish(f"{channel}:{message.decode()}", message)
    assert await inbox.until(1000) == sent
