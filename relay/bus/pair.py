"""The two connections of a process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from relay.bus import channels
from relay.bus.link import PING
from relay.bus.listeners import Listeners
from relay.bus.publisher import Publisher, publication
from relay.bus.subscriber import Subscriber

BEAT_SECONDS = 1.0
GOODBYE_SECONDS = 1.0
PROBE = publication(channels.PROBE.encode(), b"")


class Pair:
    """A subscriber and a publisher that are lost together, so that "up" is one word.

    ``on_lost`` is called before anything else that follows from the loss; ``lost`` then holds the reason.
    """

    def __init__(
        self,
        one: asyncio.WriteTransport,
        other: asyncio.WriteTransport,
        listeners: Listeners[bytes],
        on_lost: Callable[[], None],
    ) -> None:
        self._on_lost = on_lost
        self.lost: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.subscriber = Subscriber(one, self._lose, listeners)
        self.publisher = Publisher(other, self._lose)

    async def beat(self) -> None:
        """Notice a frozen Redis, until the pair is lost: nothing else would."""
        while not self.lost.done():
            self.subscriber.beat()
            self.publisher.beat()
            await asyncio.wait((self.lost,), timeout=BEAT_SECONDS)

    async def caught_up(self) -> bool:
        """True once everything sent is answered, and Redis lets us publish; False when the pair is lost first."""
        answers = await asyncio.gather(self.subscriber.ask(PING), self.publisher.ask(PROBE))
        return all(answers) and not self.lost.done()

    async def close(self) -> None:
        """Let what was published arrive, within ``GOODBYE_SECONDS``.

        Its answers are waited for: a socket that is closed with answers unread is reset, and Redis forgets what it had
        not read yet (RFC 1122, section 4.2.2.13).
        """
        if not self.lost.done():
            await asyncio.wait((self.publisher.ask(PING),), timeout=GOODBYE_SECONDS)
        self._lose("the relay is stopping")

    def _lose(self, reason: str) -> None:
        if self.lost.done():
            return
        self.lost.set_result(reason)
        self._on_lost()
        self.subscriber.lose(reason)
        self.publisher.lose(reason)
