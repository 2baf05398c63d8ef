"""Who listens to which channel."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from relay.bus.bus import Listener

Channel = TypeVar("Channel", str, bytes)
Argument = TypeVar("Argument")

logger = logging.getLogger(__name__)


class Listeners(dict[Channel, tuple[Listener, ...]]):
    """The listeners of each channel, in the order they came; a channel without any is not there."""

    def add(self, channel: Channel, listener: Listener) -> None:
        self[channel] = (*self.get(channel, ()), listener)

    def remove(self, channel: Channel, listener: Listener) -> bool:
        """True when nobody is left; a listener that is not there is no mistake."""
        before = self.get(channel, ())
        if listener not in before:
            return False
        place = before.index(listener)
        after = before[:place] + before[place + 1 :]
        if after:
            self[channel] = after
        else:
            del self[channel]
        return not after

    def deliver(self, channel: Channel, message: bytes, to: tuple[Listener, ...]) -> None:
        """Call each of ``to`` that still listens: one listener may have ended another a moment ago."""
        for listener in to:
            if listener in self.get(channel, ()):
                tell(listener, message)


def tell(listener: Callable[[Argument], object], what: Argument) -> None:
    """Call ``listener``; what it raises is logged and hurts nobody else."""
    try:
        listener(what)
    except Exception:
        logger.exception("A listener of the bus failed")
