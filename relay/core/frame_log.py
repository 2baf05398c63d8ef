"""What crossed one connection, as far as it is still remembered."""

from __future__ import annotations

from collections import deque
from itertools import islice


class FrameLog:
    """Numbers frames 1, 2, 3 … and keeps the newest of them as envelopes.

    At most ``keep_frames`` frames and ``keep_bytes`` bytes are held; the newest frame is held however large it is,
    unless ``keep_frames`` is 0.
    """

    __slots__ = ("_held", "_keep_bytes", "_keep_frames", "last", "size")

    def __init__(self, keep_frames: int, keep_bytes: int) -> None:
        self._keep_frames = keep_frames
        self._keep_bytes = keep_bytes
        self._held: deque[bytes] = deque()
        self.last = 0
        self.size = 0

    @property
    def first(self) -> int:
        """The number of the oldest frame held; one more than ``last`` when none is."""
        return self.last - len(self._held) + 1

    def append(self, envelope: bytes) -> None:
        """Remember the envelope of frame ``last + 1``, and forget what no longer fits."""
        held = self._held
        held.append(envelope)
        self.last += 1
        self.size += len(envelope)
        while len(held) > self._keep_frames or (self.size > self._keep_bytes and len(held) > 1):
            self.size -= len(held.popleft())

    def after(self, seq: int, page_bytes: int) -> tuple[int, list[bytes]]:
        """The number of the first held frame after ``seq``, and the frames from there: about ``page_bytes`` or one."""
        first = min(max(seq + 1, self.first), self.last + 1)
        page: list[bytes] = []
        room = page_bytes
        for envelope in islice(self._held, first - self.first, None):
            room -= len(envelope)
            if page and room < 0:
                break
            page.append(envelope)
        return first, page
