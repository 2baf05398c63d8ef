"""From the setting ``RELAY_BUS`` to a bus."""

from __future__ import annotations

from relay.bus.bus import Bus, BusUnreachable
from relay.bus.memory import MemoryBus
from relay.bus.redis import RedisBus


def open_bus(url: str) -> Bus:
    """The bus that ``url`` names, not connected yet: ``run`` does that. Raises BusUnreachable for what names none."""
    match url.partition("://")[0].lower():
        case "memory":
            return MemoryBus()
        case "redis" | "rediss" | "unix":
            return RedisBus(url)
        case "redis+cluster":
            raise BusUnreachable("RELAY_BUS: redis+cluster:// cannot be used yet; use redis:// or rediss://")
        case _:
            raise BusUnreachable("RELAY_BUS must begin with memory://, redis://, rediss:// or unix://")
