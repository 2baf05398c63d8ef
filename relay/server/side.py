"""Whose socket it is, and what the socket tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from websockets.http11 import Request

from relay.core.close import Close


@dataclass(frozen=True, slots=True)
class Ending:
    """How a connection ended; ``by`` as in the envelope ``closed``."""

    code: int
    reason: str
    by: str


class TurnedAway(Exception):
    """The handshake is refused with an HTTP status and a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(status, sentence)
        self.status = status
        self.sentence = sentence


class Side(Protocol):
    """Whose socket it is: a charge point's, a central system's, or one that watches the lobby."""

    @property
    def compresses(self) -> bool:
        """Whether permessage-deflate may be agreed on."""

    @property
    def max_size(self) -> int:
        """The largest message it may send, in bytes."""

    @property
    def too_large(self) -> Close:
        """What ends the connection when a message is larger."""

    @property
    def ping_seconds(self) -> float:
        """Seconds between pings; 0 for none, and then silence is no sign of death."""

    def receive(self, request: Request) -> str | None:
        """Look at the handshake; the subprotocol to name, if any. Raises TurnedAway."""

    async def prepare(self) -> Close | None:
        """Do what must be done before the handshake is answered; a Close ends the connection right after it."""

    def opened(self) -> None:
        """The handshake is answered; frames may come."""

    def text_arrived(self, text: bytes) -> None:
        """A text frame came whole. Raises UnicodeDecodeError."""

    def binary_arrived(self, content: bytes) -> None:
        """A binary frame came whole."""

    def drained(self) -> None:
        """What was written is on its way; there is room again."""

    def renew(self) -> None:
        """Another period has passed and the other side is alive."""

    def ended(self, ending: Ending) -> None:
        """The connection is over; told once, if it was opened."""

    def abandoned(self) -> None:
        """The connection was over before its handshake was answered: undo what was prepared."""

    def refused(self, fault: str) -> None:
        """The handshake broke a rule of HTTP or of WebSocket."""
