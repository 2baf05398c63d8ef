"""The connection that publishes."""

from __future__ import annotations

from relay.bus.bus import Heard
from relay.bus.link import Link


class Publisher(Link):
    """Sends messages; Redis answers each with the number of connections it was handed to."""

    def publish(self, channel: bytes, message: bytes, heard: Heard | None) -> None:
        self.send(publication(channel, message), heard)


def publication(channel: bytes, message: bytes) -> bytes:
    """The command that publishes. Formatted here, because it takes half the time of ``hiredis.pack_command``."""
    return b"*3\r\n$7\r\nPUBLISH\r\n$%d\r\n%b\r\n$%d\r\n%b\r\n" % (len(channel), channel, len(message), message)
