"""The dialect ``relay.v1``: envelopes both ways, with replay."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast, get_args

from relay.bus import channels
from relay.core import envelope
from relay.core.close import NOT_UNDERSTOOD, REPLACED
from relay.core.follower import Act, Ask, Follower, Position, Show
from relay.core.parcel import parcel
from relay.core.request import Attach, Claim, Release, Role, Send, Unreadable, read_request
from relay.server.central_system import RELAY_V1, CentralSystem
from relay.server.clock import steady
from relay.server.socket import WebSocket

if TYPE_CHECKING:
    from relay.server.relay import Relay

ATTACH_MS = 10_000
ROOM_FOR_A_PAGE = 256 * 1024


class RichClient(CentralSystem):
    """Hands its client what the follower lets through, and the client's requests to the session."""

    def __init__(self, relay: Relay, socket: WebSocket) -> None:
        super().__init__(relay, socket)
        self._follower = Follower()
        self._opened_at = steady()
        self._next_page: Ask | None = None

    def subprotocol(self, offered: Sequence[str]) -> str | None:
        """It was chosen because it was offered."""
        return RELAY_V1

    def opened(self) -> None:
        """The client speaks first."""
        self._opened_at = steady()
        if not self.relay.bus.is_up:
            self.socket.send_text(envelope.BUS_LOST)

    # From the client

    def text_arrived(self, text: bytes) -> None:
        """The client asks for something."""
        try:
            request = read_request(text)
        except Unreadable as unreadable:
            self._not_understood(unreadable.of, unreadable.ref)
            return
        if not self._has_attached:
            self._first(request if isinstance(request, Attach) else None)
            return
        match request:
            case Attach():
                self._not_understood("attach", None)
            case Claim(unless_held=True):
                self.move_role(b"claim-unheld")
            case Claim():
                self.move_role(b"claim")
            case Release():
                self.move_role(b"release")
            case Send() if len(request.content()) > self.relay.settings.max_frame:
                self._refuse("send", request.ref, "too-large")
            case _:
                ref = request.ref if isinstance(request, Send) else None
                heard = partial(self._request_heard, request.type, ref)
                self.relay.bus.publish(self._to, parcel("request", self.asker, body=text), heard)

    def binary_arrived(self, content: bytes) -> None:
        """Envelopes are text."""
        self._not_understood(None, None)

    def _first(self, request: Attach | None) -> None:
        if request is None:
            self.socket.close(NOT_UNDERSTOOD.code, NOT_UNDERSTOOD.words, "relay")
            return
        self.client = request.client
        self.name = request.name
        self.role = request.role
        if request.epoch is not None:
            self._follower = Follower(Position(request.epoch, request.seq))
        self.attach()

    def _not_understood(self, of: str | None, ref: str | int | None) -> None:
        if self._has_attached:
            self._refuse(of, ref, "unreadable")
        else:
            self._first(None)

    def _request_heard(self, of: str, ref: str | int | None, count: int | None) -> None:
        if count == 0:
            self._refuse(of, ref, "absent")
        elif count is None:
            self._refuse(of, ref, "bus-lost")

    def _refuse(self, of: str | None, ref: str | int | None, reason: str) -> None:
        self.relay.watch.refused(reason)
        self.socket.send_text(envelope.refused(of, reason, ref))

    # From the session

    def told(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """Bus → follower → client."""
        if not self._has_attached:
            return
        at = steady()
        match what:
            case b"cp" | b"cs":
                self._do(self._follower.frame(epoch, int(fields), body, at))
            case b"opened":
                self._do(self._follower.opened(epoch, body, at))
                self.attach()
            case b"closed":
                self._do(self._follower.closed(epoch, int(fields), body, at))
            case b"role":
                self._do(self._follower.role(epoch, body))

    def answered(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """The session answers what was asked of it."""
        at = steady()
        match what:
            case b"alive":
                seq, stamp, role, asked = fields.split(b" ")
                self._do(self._follower.alive(epoch, int(seq), body, at))
                self.listed(asked, int(stamp), _role(role))
            case b"page":
                last, after, first, end = map(int, fields.split(b" "))
                self._do(self._follower.page(epoch, last, after, first, end, body, at))
            case b"none":
                self._do(self._follower.none(epoch, at))
            case b"refused":
                self.socket.send_text(body)
            case b"replaced":
                self.socket.close(REPLACED.code, REPLACED.words, "relay")

    def nobody_there(self) -> None:
        """No session heard the attach."""
        self._do(self._follower.nobody(steady()))

    def bus_changed(self, is_up: bool) -> None:
        """Tell the client, and ask for what it missed."""
        self.socket.send_text(envelope.BUS_BACK if is_up else envelope.BUS_LOST)
        if is_up and self._has_attached:
            self._follower.check()
            self.attach()

    def tick(self) -> None:
        """Ask again for what was not answered; a client that never attaches is let go."""
        if self._follower.is_asking and self._next_page is None:
            self._do(self._follower.tick(steady()))
        elif not self._has_attached and steady() - self._opened_at > ATTACH_MS:
            self._first(None)

    def drained(self) -> None:
        """The client has read on: the next page may come."""
        ask, self._next_page = self._next_page, None
        if ask is not None:
            self._ask(ask)

    def _do(self, acts: Sequence[Act]) -> None:
        for act in acts:
            match act:
                case Show(shown):
                    self.socket.send_text(shown)
                case Ask() if self.socket.backlog > ROOM_FOR_A_PAGE:
                    self._next_page = act
                case Ask():
                    self._ask(act)

    def _ask(self, ask: Ask) -> None:
        self.relay.counts.replays += 1
        channel = channels.ended(self.key) if ask.of_ended else self._to
        self.relay.bus.publish(channel, parcel("ask", self.asker, ask.epoch, ask.after), self._ask_heard)

    def _ask_heard(self, count: int | None) -> None:
        if count is not None:
            self._do(self._follower.heard(count, steady()))


def _role(name: bytes) -> Role:
    role = name.decode()
    return cast("Role", role) if role in get_args(Role) else "watch"
