"""A charge point's socket: the shell around its session."""

from __future__ import annotations

import secrets
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from websockets.http11 import Request

from relay.bus import channels
from relay.core import identity, knock
from relay.core.close import FRAME_TOO_LARGE, PROTOCOL_ERROR, REPLACED, Close
from relay.core.envelope import Opened
from relay.core.session import Act, Cut, HangUp, Refused, RoleMoved, Session, Shout, Tell, Write
from relay.core.version import NoCommonVersion, Version, choose_version
from relay.server.access import offered_by, shown_headers, shown_path
from relay.server.clock import now
from relay.server.side import Ending, TurnedAway
from relay.server.socket import WebSocket

if TYPE_CHECKING:
    from relay.server.relay import Relay

_NO_COMMON_VERSION = Close(PROTOCOL_ERROR.code, "no OCPP version in common", "yes")


class ChargePoint:
    """Tells its session what arrived and does what the session says."""

    __slots__ = (
        "_address",
        "_from",
        "_no_version",
        "_offered",
        "_relay",
        "_socket",
        "_to",
        "_version",
        "key",
        "ping_seconds",
        "session",
    )

    compresses = True
    too_large = FRAME_TOO_LARGE

    def __init__(self, relay: Relay, socket: WebSocket) -> None:
        self._relay = relay
        self._socket = socket
        self._offered: tuple[str, ...] = ()
        self._no_version = False
        self.ping_seconds: float = 0
        self._address: identity.Address
        self._version: Version
        self.key: str
        self._from: str
        self._to: str
        self.session: Session

    @property
    def max_size(self) -> int:
        """The largest frame it may send."""
        return self._relay.settings.max_frame

    # The handshake

    def receive(self, request: Request) -> str | None:
        """Find out who it is and what it speaks."""
        settings = self._relay.settings
        if not settings.strict and "upgrade" not in ", ".join(request.headers.get_all("Connection")).lower():
            request.headers["Connection"] = "Upgrade"
        self._offered = offered_by(request)
        try:
            self._address = identity.read_address(request.path, settings.identity_param)
        except identity.NoIdentity:
            raise self._turned_away(request, knock.NO_IDENTITY) from None
        except identity.UnusableIdentity:
            raise self._turned_away(request, knock.UNUSABLE_IDENTITY) from None
        self.key = channels.key_of(self._address.identity)
        self._from, self._to = channels.from_session(self.key), channels.to_session(self.key)
        try:
            self._version = choose_version(self._offered, settings.default_version)
        except NoCommonVersion:
            self._no_version = True
            self._tell(request, knock.no_common_version(self._offered))
            return None
        if not any(fnmatchcase(self._address.identity, pattern) for pattern in settings.no_ping):
            self.ping_seconds = settings.ping_seconds
        return None if self._version.is_assumed else self._version.name

    def refused(self, fault: str) -> None:
        """Its handshake was not acceptable."""
        if self._socket.request is not None:
            self._tell(self._socket.request, knock.broken_handshake(fault))

    async def prepare(self) -> Close | None:
        """Listen for what followers send, before it may send anything itself."""
        if self._no_version:
            # OCPP-J 1.6, section 3.2: complete the handshake, name no subprotocol, close at once.
            return _NO_COMMON_VERSION
        await self._relay.bus.subscribe(self._to, self.parcel_arrived)
        return None

    def opened(self) -> None:
        """It is connected: a new session begins and takes the place of any other of this identity."""
        settings = self._relay.settings
        self.session = Session(self._describe(), settings.keep_frames, settings.keep_bytes)
        self._relay.watch.log_life("%s connected from %s", self._address.identity, self._socket.remote)
        self._relay.sessions.enter(self)
        self.announce("fresh")

    def announce(self, kind: str) -> None:
        """Tell other sessions of this identity, the followers and the lobby that this one is here."""
        bus = self._relay.bus
        bus.publish(self._to, self.session.announcement(kind))
        bus.publish(self._from, self.session.introduction())
        self._relay.lobby.tell_present(self.session)

    def _describe(self) -> Opened:
        request = self._socket.request
        headers = shown_headers(request.headers.raw_items()) if request else {}
        return Opened(
            identity=self._address.identity,
            epoch=secrets.token_hex(8),
            at=now(),
            version=self._version.name,
            offered=self._offered,
            flags=tuple(self._flags()),
            remote=self._socket.remote,
            headers=headers,
        )

    def _flags(self) -> list[str]:
        flags = {
            "no-subprotocol": self._version.is_assumed,
            "odd-path": self._address.is_odd,
            "odd-identity": identity.is_odd_for(self._version.name, self._address.identity),
            "compressed": self._socket.is_compressed,
        }
        return [flag for flag, is_set in flags.items() if is_set]

    # The way of a frame

    def text_arrived(self, text: bytes) -> None:
        """Charge point → session → bus."""
        self._relay.counts.from_charge_points += 1
        if self._relay.logs_payload:
            self._relay.watch.log_frame(self._address.identity, "charge point", text)
        try:
            parcel = self.session.receive(text, now())
        except UnicodeDecodeError:
            self._show_binary(text)  # shown all the same; RFC 6455, section 8.1, demands that the connection ends
            raise
        self._relay.bus.publish(self._from, parcel)

    def binary_arrived(self, content: bytes) -> None:
        """The same for a frame that is no text."""
        self._relay.counts.from_charge_points += 1
        if self._relay.logs_payload:
            self._relay.watch.log_frame(self._address.identity, "charge point", content)
        self._show_binary(content)

    def _show_binary(self, content: bytes) -> None:
        self._relay.bus.publish(self._from, self.session.receive_binary(content, now()))

    def parcel_arrived(self, parcel: bytes) -> None:
        """Bus → session → charge point."""
        if not self._socket.is_open:
            return
        for act in self.session.take(parcel, now()):
            if isinstance(act, Write):  # nearly all are; a match takes eight times as long to see it
                self._write(act.content, act.is_text)
            else:
                self._do(act)

    def _do(self, act: Act) -> None:
        match act:
            case Tell(told):
                self._relay.bus.publish(self._from, told)
            case Shout(told):
                self._relay.bus.publish(self._to, told)
            case RoleMoved():
                self._relay.lobby.tell_present(self.session)
            case Refused(reason):
                self._relay.watch.refused(reason)
            case HangUp(code, reason, by):
                self._socket.close(code, reason, by)
            case Cut():
                self._socket.cut("central-system")

    def _write(self, content: bytes, is_text: bool) -> None:
        self._relay.counts.from_central_systems += 1
        if self._relay.logs_payload:
            self._relay.watch.log_frame(self._address.identity, "central system", content)
        if is_text:
            self._socket.send_text(content)
        else:
            self._socket.send_binary(content)

    def tick(self) -> None:
        """Forget followers that are silent."""
        for act in self.session.tick(now()):
            if isinstance(act, Tell):
                self._relay.bus.publish(self._from, act.parcel)
            elif isinstance(act, RoleMoved):
                self._relay.lobby.tell_present(self.session)

    # The end

    def supersede(self) -> None:
        """Another connection in this process took the identity."""
        self._socket.close(REPLACED.code, "another connection took this identity", "superseded")

    def drained(self) -> None:
        """Nothing waits for room on this side."""

    def renew(self) -> None:
        """Nothing is leased on this side."""

    def ended(self, ending: Ending) -> None:
        """The connection is over: tell the followers and the lobby, keep the log for a while."""
        relay = self._relay
        relay.watch.log_life("%s disconnected: %s %s", self._address.identity, ending.code, ending.reason)
        relay.bus.unsubscribe(self._to, self.parcel_arrived)
        session = self.session
        parcel = session.end(ending.code, ending.reason, ending.by, now())
        relay.sessions.leave(self)
        relay.bus.publish(self._from, parcel)
        relay.lobby.tell_gone(session, ending)

    def abandoned(self) -> None:
        """It went away before its handshake was answered."""
        self._relay.bus.unsubscribe(self._to, self.parcel_arrived)

    def _turned_away(self, request: Request, reason: knock.Reason) -> TurnedAway:
        self._tell(request, reason)
        return TurnedAway(
            404, reason.advice
        )  # OCPP-J 1.6, section 3.1: the status for an identity that is not accepted

    def _tell(self, request: Request, reason: knock.Reason) -> None:
        self._relay.lobby.turn_away(self._socket.remote, shown_path(request.path), self._offered, reason)
