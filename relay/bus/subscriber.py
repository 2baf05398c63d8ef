"""The connection that listens, for the whole process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from relay.bus.link import Link, Reply
from relay.bus.listeners import Listeners

SUBSCRIBE = b"*2\r\n$9\r\nSUBSCRIBE\r\n$%d\r\n%b\r\n"
UNSUBSCRIBE = b"*2\r\n$11\r\nUNSUBSCRIBE\r\n$%d\r\n%b\r\n"


class Subscriber(Link):
    """Hands each message to the listeners of its channel before it reads the next."""

    def __init__(
        self, transport: asyncio.WriteTransport, on_lost: Callable[[str], None], listeners: Listeners[bytes]
    ) -> None:
        super().__init__(transport, on_lost)
        self._listeners = listeners
        self._acknowledged: dict[bytes, asyncio.Future[bool]] = {}

    def subscribe(self, channel: bytes) -> asyncio.Future[bool]:
        """Ask for ``channel`` unless that was done; True once it is acknowledged, False when the link is lost."""
        if channel not in self._acknowledged:
            self._acknowledged[channel] = self.ask(SUBSCRIBE % (len(channel), channel))
        return self._acknowledged[channel]

    def unsubscribe(self, channel: bytes) -> None:
        del self._acknowledged[channel]
        self.send(UNSUBSCRIBE % (len(channel), channel))

    def _take(self, reply: Reply) -> None:
        if type(reply) is list and reply[0] == b"message":
            _, channel, message = reply
            self._listeners.deliver(channel, message, to=self._listeners.get(channel, ()))
        else:
            super()._take(reply)
