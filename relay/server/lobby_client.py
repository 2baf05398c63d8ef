"""The socket of somebody who watches the lobby."""

from __future__ import annotations

from typing import TYPE_CHECKING

from websockets.http11 import Request

from relay.core.close import NOT_UNDERSTOOD, TOO_LARGE, Close
from relay.core.request import Attach, Unreadable, read_request
from relay.server.access import closed_to, offered_by
from relay.server.central_system import RELAY_V1, RENEW_SECONDS
from relay.server.side import Ending, TurnedAway
from relay.server.socket import WRITE_HIGH_WATER, WebSocket

if TYPE_CHECKING:
    from relay.server.relay import Relay


class LobbyClient:
    """Says ``attach`` first and then only listens."""

    compresses = False
    max_size = 4096
    too_large = TOO_LARGE
    ping_seconds = RENEW_SECONDS

    def __init__(self, relay: Relay, socket: WebSocket) -> None:
        self._relay = relay
        self._socket = socket
        self._closed: Close | None = None
        self._has_attached = False
        self._waiting: dict[str | bytes, bytes] = {}  # the newest about each charge point: no more than there are
        self.asker = relay.next_asker()

    def receive(self, request: Request) -> str | None:
        """The lobby speaks ``relay.v1`` only."""
        if RELAY_V1 not in offered_by(request):
            raise TurnedAway(400, f"The lobby speaks the WebSocket subprotocol {RELAY_V1}; offer it.")
        self._closed = closed_to(request, self._relay.settings.allowed_origins)
        return RELAY_V1

    async def prepare(self) -> Close | None:
        """Nothing to prepare: every process listens to the lobby."""
        return self._closed

    def opened(self) -> None:
        """The client speaks first."""

    def text_arrived(self, text: bytes) -> None:
        """The one thing to say is ``attach``."""
        try:
            request = read_request(text)
        except Unreadable:
            request = None
        if self._has_attached or not isinstance(request, Attach):
            self._socket.close(NOT_UNDERSTOOD.code, NOT_UNDERSTOOD.words, "relay")
            return
        self._has_attached = True
        self._relay.lobby.join(self)

    def binary_arrived(self, content: bytes) -> None:
        """Envelopes are text."""
        self._socket.close(NOT_UNDERSTOOD.code, NOT_UNDERSTOOD.words, "relay")

    def show(self, about: str | bytes, envelope: bytes) -> None:
        """Hand an envelope to the client, now or when it has read on: thousands of chargers may be told of at once."""
        if self._waiting or self._socket.backlog > WRITE_HIGH_WATER:
            self._waiting[about] = envelope
        else:
            self._socket.send_text(envelope)

    def drained(self) -> None:
        """The client has read on."""
        while self._waiting and self._socket.backlog <= WRITE_HIGH_WATER:
            self._socket.send_text(self._waiting.pop(next(iter(self._waiting))))

    def renew(self) -> None:
        """Ten seconds have passed: whoever has not attached by now is let go."""
        if not self._has_attached:
            self._socket.close(NOT_UNDERSTOOD.code, NOT_UNDERSTOOD.words, "relay")

    def refused(self, fault: str) -> None:
        """Its handshake broke a rule; the answer tells it which."""

    def abandoned(self) -> None:
        """Nothing was prepared."""

    def ended(self, ending: Ending) -> None:
        """It looks no more."""
        self._relay.lobby.leave(self)
