from __future__ import annotations

import pytest

from relay.bus.address import Address
from relay.bus.bus import BusUnreachable
from relay.bus.memory import MemoryBus
from relay.bus.open import open_bus
from relay.bus.redis import RedisBus


def test_memory_is_one_process() -> None:
    assert isinstance(open_bus("memory://"), MemoryBus)


@pytest.mark.parametrize(
    "url",
    [
        "redis://localhost",
        "redis://:secret@[::1]:6380/2",
        "rediss://user:secret@redis.example",
        "unix:///run/redis.sock",
    ],
)
def test_redis_is_several_and_nothing_is_dialled_yet(url: str) -> None:
    assert isinstance(open_bus(url), RedisBus)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:6379",
        "nats://localhost",
        "redis+cluster://localhost:7000",
        "redis://user:s3cret/more@host:6379",
        "redis://user:s3cret#more@host:6379",
        "redis://host:s3cret",
        "redis://host?s3cret=1",
        "redis://host?db=s3cret",
    ],
)
def test_what_names_no_bus_is_refused_by_name_without_repeating_it(url: str) -> None:
    with pytest.raises(BusUnreachable, match="RELAY_BUS") as refusal:
        open_bus(url)
    assert "s3cret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("redis://user:s3cret@host:6379/1?password=s3cret", "redis://host:6379"),
        ("rediss://:s3cret@[::1]:6380", "rediss://[::1]:6380"),
        ("unix://user:s3cret@/run/redis.sock?password=s3cret", "unix:///run/redis.sock"),
    ],
)
def test_an_address_is_shown_without_its_secrets(url: str, text: str) -> None:
    assert str(Address(url)) == text
