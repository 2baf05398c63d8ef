"""A central system's socket: who it is to the session, in either dialect."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import orjson
from websockets.http11 import Request

from relay.bus import channels
from relay.core.close import TOO_LARGE, Close
from relay.core.identity import NoIdentity, UnusableIdentity, read_followed
from relay.core.parcel import parcel
from relay.core.request import Role
from relay.server.access import closed_to, offered_by
from relay.server.clock import steady
from relay.server.side import Ending, TurnedAway
from relay.server.socket import WebSocket

if TYPE_CHECKING:
    from relay.server.relay import Relay

RELAY_V1 = "relay.v1"
RENEW_SECONDS = 10.0
NO_SUCH_PATH = "A central system connects to /cs/ and the charge point's identity, such as /cs/CP1."


class CentralSystem(ABC):
    """Attaches to the session under an id of its own, renews that every 10 s, and asks for the role.

    What it asked last, and when, it remembers itself: the session's list is lost with the session.
    """

    compresses = False
    too_large = TOO_LARGE
    ping_seconds = RENEW_SECONDS

    def __init__(self, relay: Relay, socket: WebSocket) -> None:
        self.relay = relay
        self.socket = socket
        self.asker = relay.next_asker()
        self.client = self.asker.decode()
        self.name: str | None = None
        self.role: Role = "watch"
        self.is_plain = False
        self._acted_at = steady()
        self._stamp = 0
        self._has_attached = False
        self._wish = b""
        self._closed: Close | None = None
        self.key: str
        self._to: str

    @property
    def max_size(self) -> int:
        """The largest message: JSON may spell one byte of a frame with six."""
        return self.relay.settings.max_frame if self.is_plain else 6 * self.relay.settings.max_frame + 4096

    # The handshake

    def receive(self, request: Request) -> str | None:
        """Find out whom it follows."""
        try:
            self.key = channels.key_of(read_followed(request.path))
        except (NoIdentity, UnusableIdentity):
            raise TurnedAway(404, NO_SUCH_PATH) from None
        self._to = channels.to_session(self.key)
        self._closed = closed_to(request, self.relay.settings.allowed_origins)
        return self.subprotocol(offered_by(request))

    @abstractmethod
    def subprotocol(self, offered: Sequence[str]) -> str | None:
        """The dialect to name in the answer."""

    @abstractmethod
    def told(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """The session tells everyone something."""

    @abstractmethod
    def answered(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """The session answers this client."""

    @abstractmethod
    def bus_changed(self, is_up: bool) -> None:
        """The bus was lost, or is back."""

    @abstractmethod
    def tick(self) -> None:
        """A quarter of a second has passed."""

    @abstractmethod
    def nobody_there(self) -> None:
        """No session heard the attach."""

    @abstractmethod
    def opened(self) -> None:
        """The handshake is answered."""

    @abstractmethod
    def text_arrived(self, text: bytes) -> None:
        """The client says something."""

    @abstractmethod
    def binary_arrived(self, content: bytes) -> None:
        """The client says something that is no text."""

    @abstractmethod
    def drained(self) -> None:
        """There is room to write again."""

    def refused(self, fault: str) -> None:
        """Its handshake broke a rule; the answer tells it which."""
        self.relay.watch.log_life("a central system's handshake was refused: %s", fault)

    async def prepare(self) -> Close | None:
        """Listen to the session before anything is asked of it."""
        if self._closed is None:
            self.relay.watch.log_life("central system of %s connected from %s", self.key, self.socket.remote)
            await self.relay.audiences.join(self.key, self)
        return self._closed

    def abandoned(self) -> None:
        """It left before its handshake was answered."""
        if self._closed is None:
            self.relay.audiences.leave(self.key, self)

    def ended(self, ending: Ending) -> None:
        """It left: the role passes on."""
        self.relay.watch.log_life("central system of %s disconnected: %s", self.key, ending.code)
        if self._has_attached:
            self.relay.bus.publish(self._to, parcel("leave", self.asker))
        self.relay.audiences.leave(self.key, self)

    # On the session's list

    def attach(self) -> None:
        """Ask to be on the session's list, or to stay on it; the first time this is a deliberate act."""
        stamp = self._stamp or -max(1, steady() - self._acted_at) if self._has_attached else 0
        self._has_attached = True
        who = {"client": self.client, "name": self.name, "role": self.role, "plain": self.is_plain}
        self.relay.bus.publish(
            self._to, parcel("attach", self.asker, stamp, body=orjson.dumps(who)), self._attach_heard
        )

    def renew(self) -> None:
        """It is still there: renew its place."""
        if self._has_attached:
            self.attach()

    def listed(self, asked: bytes, stamp: int, role: Role) -> None:
        """The session says how it has this client on its list, and what that answers; another wish is told again."""
        self._stamp = stamp
        self.role = role
        if asked == self._wish:
            self._wish = b""
        elif self._wish:
            self._tell_wish()

    def move_role(self, wish: bytes) -> None:
        """Claim or release the role: a wish until a session has answered it, be it the next one."""
        self._acted_at = steady()
        self._wish = wish
        self._tell_wish()

    def _tell_wish(self) -> None:
        self.relay.bus.publish(self._to, parcel(self._wish, self.asker), partial(self._wish_heard, self._wish))

    def _wish_heard(self, wish: bytes, count: int | None) -> None:
        """Nobody is there: what needs no asking is done, and told when somebody comes."""
        if count == 0 and wish != b"claim-unheld":
            self._wish = b""
            self.role = "answer" if wish == b"claim" else "watch"
            self._stamp = 0

    def _attach_heard(self, count: int | None) -> None:
        if count == 0:
            self.nobody_there()
