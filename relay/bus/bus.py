"""What every bus promises, whatever carries it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Listener = Callable[[bytes], None]
"""Called with each message of a channel, in the loop's thread; must not block."""

Heard = Callable[[int | None], None]
"""Told once how many subscribers heard a message; None: not known, the bus was lost meanwhile."""


class BusUnreachable(Exception):
    """The address in ``RELAY_BUS`` cannot be understood."""


class Bus(Protocol):
    """Publish and subscribe, at most once: a message may be lost, repeated or cut off; its readers number theirs.

    Messages of one publisher arrive in the order they were published, over all channels. A process hears its own.
    Nothing here raises because the bus is away: publishing then drops, and says so to ``heard``.
    """

    @property
    def is_up(self) -> bool:
        """Whether the last thing known is that messages get through."""

    def publish(self, channel: str, message: bytes, heard: Heard | None = None) -> None:
        """Send ``message`` to whoever listens; all that is published in one turn of the loop leaves in one write.

        ``heard`` is told how many subscribers (processes, not listeners) the channel had: 0 is known at once.
        """

    async def subscribe(self, channel: str, listener: Listener) -> bool:
        """Call ``listener`` with what is published from now on; several may listen to one channel.

        Returns True once the bus has acknowledged it; False after 2 s without an answer, or at once when the bus is
        away: the subscription stands all the same and is put right when the bus is back.
        """

    def listen(self, channel: str, listener: Listener) -> None:
        """The same for who need not know when the bus has acknowledged it."""

    def unsubscribe(self, channel: str, listener: Listener) -> None:
        """Stop calling ``listener``; the channel is given up when nobody here listens any more."""

    def on_change(self, listener: Callable[[bool], None]) -> None:
        """Call ``listener`` with False when the bus is lost, with True when it is back and every channel subscribed."""

    async def run(self) -> None:
        """Keep the bus connected until cancelled; ends only by cancellation."""
