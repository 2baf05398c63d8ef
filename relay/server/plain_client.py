"""The plain dialect: OCPP frames and nothing else, as if the charge point had dialled this central system."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from typing import TYPE_CHECKING

import orjson

from relay.core.parcel import parcel
from relay.core.request import Role
from relay.core.version import VERSIONS
from relay.server.central_system import CentralSystem
from relay.server.socket import WebSocket

if TYPE_CHECKING:
    from relay.server.relay import Relay


class PlainClient(CentralSystem):
    """Any OCPP central-system library. Live only; what it sends while it may not is dropped and counted."""

    def __init__(self, relay: Relay, socket: WebSocket) -> None:
        super().__init__(relay, socket)
        self.is_plain = True
        self.role: Role = "answer"
        self.name = "OCPP client"
        self._epoch = b""
        self._seq = 0
        self._text = b"text %b\n" % self.asker

    def subprotocol(self, offered: Sequence[str]) -> str | None:
        """The first OCPP version that was offered."""
        return next((name for name in offered if name in VERSIONS), None)

    def opened(self) -> None:
        """From now on it answers."""
        self.attach()

    def text_arrived(self, text: bytes) -> None:
        """Central system → bus."""
        text.decode()
        self.relay.bus.publish(self._to, self._text + text, self.relay.watch.plain_send_heard)

    def binary_arrived(self, content: bytes) -> None:
        """The same for a binary frame."""
        self.relay.bus.publish(self._to, parcel("binary", self.asker, body=content), self.relay.watch.plain_send_heard)

    def nobody_there(self) -> None:
        """It waits for the charge point to come."""

    def drained(self) -> None:
        """Nothing waits for room."""

    def told(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """Bus → central system: what the charge point sent, once each."""
        if what in (b"text", b"cp"):
            seq = int(fields)
            if epoch == self._epoch and seq <= self._seq:
                return
            self._epoch, self._seq = epoch, seq
            if what == b"text":
                self.socket.send_text(body)
            else:
                self._show(body)
        elif what == b"opened":
            self.attach()

    def _show(self, frame: bytes) -> None:
        told = orjson.loads(frame)
        if "text" in told:
            self.socket.send_text(told["text"].encode())
        else:
            self.socket.send_binary(b64decode(told["base64"]))

    def answered(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """The session has it on its list."""
        if what == b"alive":
            _, stamp, _, asked = fields.split(b" ")
            self.listed(asked, int(stamp), "answer")

    def bus_changed(self, is_up: bool) -> None:
        """After a loss it must be on the list again."""
        if is_up:
            self.attach()

    def tick(self) -> None:
        """It asks for nothing."""
