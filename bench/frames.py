"""As much of a WebSocket client as the load needs: it must not take the CPU that the server is measured by."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

TEXT, PING, PONG = 1, 9, 10
WHOLE_TEXT = 0x80 | TEXT
MASK = b"\0\0\0\0"  # a client must mask; with this key the bytes stay as they are, and the server's work is the same

REQUEST = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Protocol: {subprotocol}\r\n\r\n"
)


class Frame(NamedTuple):
    """A whole frame, and where in the bytes it ended."""

    opcode: int
    payload: bytes
    end: int


def read_frame(data: bytes, start: int) -> Frame | None:
    """The frame at ``start``, None while part of it is missing. A server does not mask, and here never fragments."""
    if len(data) < start + 2:
        return None
    body, length = start + 2, data[start + 1]
    if length > 125:
        body += 2 if length == 126 else 8
        if len(data) < body:
            return None
        length = int.from_bytes(data[start + 2 : body], "big")
    end = body + length
    return Frame(data[start] & 15, data[body:end], end) if end <= len(data) else None


def write_frame(opcode: int, payload: bytes) -> bytes:
    """A whole frame of at most 65,535 bytes, as a client sends it."""
    length = len(payload)
    size = bytes((0x80 | length,)) if length < 126 else b"\xfe" + length.to_bytes(2, "big")
    return bytes((0x80 | opcode,)) + size + MASK + payload


class Refused(Exception):
    """The server did not answer the handshake with 101, or ended a connection."""


class Client(asyncio.Protocol):
    """One connection; ``is_open`` is done once the handshake is answered, and fails when the connection ends."""

    __slots__ = ("_is_upgraded", "_rest", "is_open", "transport")

    def __init__(self, path: str) -> None:
        self.is_open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._is_upgraded = False
        self._rest = REQUEST.format(path=path, subprotocol="ocpp1.6").encode()
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = transport  # type: ignore[assignment]  # uvloop's transports derive from the base class only
        self.transport.write(self._rest)
        self._rest = b""

    def data_received(self, data: bytes) -> None:
        """Bytes came: hand over each whole text, answer each ping."""
        if not self._rest and self._is_upgraded and data[0] == WHOLE_TEXT and len(data) == data[1] + 2:
            self.text_arrived(data[2:])  # one short text: nearly all that comes
            return
        if self._rest:
            data, self._rest = self._rest + data, b""
        start = 0 if self._is_upgraded else self._read_answer(data)
        while (frame := read_frame(data, start)) is not None:
            opcode, payload, start = frame
            if opcode == TEXT:
                self.text_arrived(payload)
            elif opcode == PING:
                self.transport.write(write_frame(PONG, payload))
        if start < len(data):
            self._rest = data[start:]

    def _read_answer(self, data: bytes) -> int:
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return 0
        if not data.startswith(b"HTTP/1.1 101 "):
            self.transport.abort()
            self.is_open.set_exception(Refused(data[:100]))
            return len(data)
        self._is_upgraded = True
        self.is_open.set_result(None)
        return end + 4

    def connection_lost(self, error: Exception | None) -> None:
        """The server ended it, or the load is over."""
        if not self.is_open.done():
            self.is_open.set_exception(error or Refused("the connection ended"))

    def send_text(self, text: bytes) -> None:
        """Send one text frame."""
        self.transport.write(write_frame(TEXT, text))

    def text_arrived(self, text: bytes) -> None:
        """A text frame came."""
