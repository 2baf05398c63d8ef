"""WebSocket's handshake and framing without input and output: ``websockets``' own, with two things more."""

from __future__ import annotations

from collections.abc import Generator

from websockets.server import ServerProtocol
from websockets.streams import StreamReader

from relay.core.close import FRAME_TOO_LARGE


class Reader(StreamReader):
    """Knows whether the protocol waits for a new frame: there is nothing to see of a header that it has taken."""

    is_between_frames = False

    def at_eof(self) -> Generator[None, None, bool]:
        """Asked by the protocol before each frame."""
        self.is_between_frames = True
        is_at_eof = yield from super().at_eof()
        self.is_between_frames = False
        return is_at_eof


class Framing(ServerProtocol):
    """Fails a frame that is too large with the code that its side wants told."""

    too_large = FRAME_TOO_LARGE.code
    reader: Reader

    def parse(self) -> Generator[None]:
        """Begins before anything is read."""
        self.reader = Reader()
        yield from super().parse()

    def fail(self, code: int, reason: str = "") -> None:
        super().fail(self.too_large if code == FRAME_TOO_LARGE.code else code, reason)
