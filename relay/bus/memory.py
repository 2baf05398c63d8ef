"""The bus of a relay that is one process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from relay.bus.bus import Heard, Listener
from relay.bus.listeners import Listeners, tell

Published = tuple[str, bytes, Heard | None, tuple[Listener, ...]]


class MemoryBus:
    """Always up. What one turn of the loop publishes is delivered in a later one: no listener runs inside another."""

    def __init__(self) -> None:
        self._listeners: Listeners[str] = Listeners()
        self._published: list[Published] = []

    @property
    def is_up(self) -> bool:
        return True

    def publish(self, channel: str, message: bytes, heard: Heard | None = None) -> None:
        if not self._published:
            asyncio.get_running_loop().call_soon(self._deliver)
        self._published.append((channel, message, heard, self._listeners.get(channel, ())))

    def _deliver(self) -> None:
        """Deliver what is there now; what listeners publish meanwhile waits a turn, so that sockets get theirs too."""
        published, self._published = self._published, []
        for channel, message, heard, listeners in published:
            self._listeners.deliver(channel, message, to=listeners)
            if heard is not None:
                tell(heard, 1 if listeners else 0)

    async def subscribe(self, channel: str, listener: Listener) -> bool:
        self.listen(channel, listener)
        return True

    def listen(self, channel: str, listener: Listener) -> None:
        self._listeners.add(channel, listener)

    def unsubscribe(self, channel: str, listener: Listener) -> None:
        self._listeners.remove(channel, listener)

    def on_change(self, listener: Callable[[bool], None]) -> None:
        """Never calls ``listener``: nothing here can be lost."""

    async def run(self) -> None:
        await asyncio.get_running_loop().create_future()
