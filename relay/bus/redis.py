"""The bus of a relay that is several processes."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable

from redis import exceptions

from relay.bus.address import ATTEMPT_SECONDS, Address
from relay.bus.bus import Heard, Listener
from relay.bus.dial import dialled
from relay.bus.listeners import Listeners, tell
from relay.bus.pair import Pair
from relay.bus.publisher import Publisher
from relay.bus.subscriber import Subscriber

ACKNOWLEDGE_SECONDS = 2.0
SHORTEST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 1.0
STEADY_SECONDS = 10.0

logger = logging.getLogger(__name__)


class RedisBus:
    """Redis pub/sub: one connection listens for the whole process, one publishes."""

    def __init__(self, url: str) -> None:
        self._address = Address(url)
        self._listeners: Listeners[bytes] = Listeners()
        self._on_change: list[Callable[[bool], None]] = []
        self._subscriber: Subscriber | None = None
        self._publisher: Publisher | None = None
        self._reported: set[str] = set()

    @property
    def is_up(self) -> bool:
        return self._publisher is not None

    def publish(self, channel: str, message: bytes, heard: Heard | None = None) -> None:
        if self._publisher is not None:
            self._publisher.publish(channel.encode(), message, heard)
        elif heard is not None:
            asyncio.get_running_loop().call_soon(heard, None)

    async def subscribe(self, channel: str, listener: Listener) -> bool:
        self.listen(channel, listener)
        if self._subscriber is None:
            return False
        acknowledged = self._subscriber.subscribe(channel.encode())
        # Not wait_for, which would cancel it: others may wait for the same acknowledgement, and it may still come.
        await asyncio.wait((acknowledged,), timeout=ACKNOWLEDGE_SECONDS)
        return acknowledged.done() and acknowledged.result()

    def listen(self, channel: str, listener: Listener) -> None:
        name = channel.encode()
        self._listeners.add(name, listener)
        if self._subscriber is not None:
            self._subscriber.subscribe(name)

    def unsubscribe(self, channel: str, listener: Listener) -> None:
        name = channel.encode()
        if self._listeners.remove(name, listener) and self._subscriber is not None:
            self._subscriber.unsubscribe(name)

    def on_change(self, listener: Callable[[bool], None]) -> None:
        self._on_change.append(listener)

    async def run(self) -> None:
        clock = asyncio.get_running_loop().time
        attempt = 0
        while True:
            began = clock()
            self._report(await self._live())
            attempt = 0 if clock() - began > STEADY_SECONDS else attempt + 1
            await asyncio.sleep(pause(attempt))

    async def _live(self) -> str:
        """From dialling to the loss; returns what was the matter."""
        try:
            async with dialled(self._address) as one, dialled(self._address) as other:
                pair = Pair(one, other, self._listeners, self._fell)
                try:
                    return await self._serve(pair)
                finally:
                    await pair.close()
        except exceptions.RedisError as error:
            return _plainly(error)

    async def _serve(self, pair: Pair) -> str:
        self._subscriber = pair.subscriber
        for channel in self._listeners:
            pair.subscriber.subscribe(channel)
        async with asyncio.TaskGroup() as group:
            group.create_task(pair.beat())
            if await pair.caught_up():
                self._rose(pair.publisher)
            await asyncio.wait((pair.lost,))
        return pair.lost.result()

    def _rose(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self._reported.clear()
        logger.info("RELAY_BUS: connected to %s", self._address)
        self._tell(True)

    def _fell(self) -> None:
        was_up = self.is_up
        self._subscriber = self._publisher = None
        if was_up:
            self._tell(False)

    def _tell(self, is_up: bool) -> None:
        for listener in self._on_change:
            tell(listener, is_up)

    def _report(self, reason: str) -> None:
        """One line for each reason of an outage, not one for each attempt."""
        if reason not in self._reported:
            self._reported.add(reason)
            logger.warning("RELAY_BUS: no connection to %s, trying again until there is one: %s", self._address, reason)


def pause(attempt: int) -> float:
    """Seconds to wait before an attempt: more with each, and not the same for everybody who lost Redis just now."""
    longest = min(SHORTEST_PAUSE_SECONDS * 2.0 ** min(attempt, 10), LONGEST_PAUSE_SECONDS)
    return random.uniform(longest / 2, longest)  # noqa: S311 - no secret


def _plainly(error: exceptions.RedisError) -> str:
    match error:
        case exceptions.AuthenticationError():
            return f"Redis refuses the user name or the password ({error})"
        case exceptions.TimeoutError():
            return f"Redis has not answered within {ATTEMPT_SECONDS:g} seconds"
        case _:
            return str(error)
