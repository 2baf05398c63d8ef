"""What a callback was called with, so that a test can wait for it."""

from __future__ import annotations

import asyncio
from typing import Generic, TypeVar

from relay.bus.bus import Bus

T = TypeVar("T")


class Seen(Generic[T]):
    """A callback that remembers, in order."""

    def __init__(self) -> None:
        self.all: list[T] = []
        self._grew = asyncio.Event()

    def __call__(self, what: T) -> None:
        self.all.append(what)
        self._grew.set()

    async def until(self, count: int, within: float = 10.0) -> list[T]:
        """All, once there are ``count``."""
        async with asyncio.timeout(within):
            while len(self.all) < count:
                self._grew.clear()
                await self._grew.wait()
        return self.all


async def heard(bus: Bus, channel: str, message: bytes = b"anybody?") -> int | None:
    """Publish, and wait for how many heard it."""
    answers: Seen[int | None] = Seen()
    bus.publish(channel, message, answers)
    return (await answers.until(1))[0]
