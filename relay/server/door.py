"""The first bytes of every connection: HTTP, a WebSocket handshake, or neither."""

from __future__ import annotations

import re
import weakref
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from relay.core.knock import NEVER_ENDED, NOT_HTTP, TLS_HELLO, Reason
from relay.server.access import shown_path
from relay.server.socket import WebSocket

if TYPE_CHECKING:
    import asyncio

    from relay.server.relay import Relay

HANDSHAKE_SECONDS = 10.0
MAX_HEAD = 65536

_TLS_HANDSHAKE = 0x16  # RFC 8446, section 5.1: the first byte of a ClientHello
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_WEBSOCKET = re.compile(rb"\nupgrade:[ \t]*websocket[ \t]*\r?\n", re.IGNORECASE)


class Door(HttpToolsProtocol):
    """Reads a first request's head before uvicorn does.

    uvicorn's parser sees a handshake only where ``Connection: Upgrade`` is there, and answers what is no HTTP at all
    without telling anybody; chargers leave that header out, speak TLS to a plain port, or never end their request.
    """

    def __init__(self, config: Any, server_state: Any, app_state: dict[str, Any], _loop: Any = None) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._relay: Relay = app_state["relay"]
        self._head = b""
        self._is_read = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody connected; the head must come within 10 s."""
        super().connection_made(transport)
        self._relay.wheel.join(_Deadline(self), HANDSHAKE_SECONDS)

    def time_is_over(self) -> None:
        """The head should be here by now."""
        if not self._is_read and not self.transport.is_closing():
            if self._head:  # nothing at all is a health check or a browser that connects ahead
                self._turn_away(NEVER_ENDED)
            self.transport.close()

    def data_received(self, data: bytes) -> None:
        """Bytes came: part of the head, or of what follows it."""
        if self._is_read:
            super().data_received(data)
            return
        self._head += data
        if self._head[0] == _TLS_HANDSHAKE:
            self._turn_away(TLS_HELLO)
            self.transport.close()
        elif end := _HEAD_END.search(self._head):
            self._head_ended(end.end())
        elif len(self._head) > MAX_HEAD:
            self.send_400_response("The request's head is too large.")

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP: say so to the sender and in the lobby."""
        self._is_read = True
        self._turn_away(NOT_HTTP)
        super().send_400_response(msg)

    def _head_ended(self, end: int) -> None:
        self._is_read = True
        if _WEBSOCKET.search(self._head, 0, end):
            self._hand_over(self._head[:end], self._head[end:])
        else:
            super().data_received(self._head)

    def _hand_over(self, head: bytes, rest: bytes) -> None:
        self.connections.discard(self)
        websocket = WebSocket(self.config, self.server_state, self.app_state)
        websocket.connection_made(self.transport)
        self.transport.set_protocol(websocket)
        websocket.data_received(head)
        if rest:
            websocket.data_received(rest)
        del self.parser  # it and the door hold each other, and so would both wait for the garbage collector

    def _turn_away(self, reason: Reason) -> None:
        self._is_read = True
        line = self._head.split(b"\n", 1)[0][:200] if reason is not TLS_HELLO else b""
        self._relay.lobby.turn_away(self.client[0] if self.client else "", shown_path(_path_of(line)), (), reason)


class _Deadline:
    """Rides the wheel in a door's place, and does not keep it: most doors are gone long before the time is over."""

    __slots__ = ("_door",)

    def __init__(self, door: Door) -> None:
        self._door = weakref.ref(door)

    def turn(self) -> bool:
        """The time is over."""
        door = self._door()
        if door is not None:
            door.time_is_over()
        return False


def _path_of(line: bytes) -> str:
    words = line.decode("ascii", "replace").split()
    return words[1] if len(words) > 1 else ""
