"""One WebSocket over an asyncio transport. uvicorn makes one for each handshake."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.frames import Frame, Opcode
from websockets.http11 import Request, Response
from websockets.protocol import SEND_EOF, State

try:
    from websockets.speedups import apply_mask
except ImportError:  # no compiled wheel for this platform
    from websockets.utils import apply_mask

from relay.core.close import NOT_UTF8, RESTARTING, SILENT, TOO_SLOW
from relay.server.framing import Framing
from relay.server.side import Ending, Side, TurnedAway

if TYPE_CHECKING:
    from relay.server.relay import Relay

CLOSING_SECONDS = 5.0
SILENT_PERIODS = 3
WRITE_HIGH_WATER = 256 * 1024

# Without context takeover nothing is kept between frames, so an idle connection costs no compressor.
_DEFLATE = ServerPerMessageDeflateFactory(server_no_context_takeover=True, client_no_context_takeover=True)
_quiet = logging.getLogger("relay.websockets")
_quiet.setLevel(logging.ERROR)

_WHOLE_TEXT = 0x81  # FIN and opcode 1 (RFC 6455, section 5.2)
_PING = b"\x89\x00"


class WebSocket(asyncio.Protocol):
    """Handshake, control frames, fragments, limits and close by ``websockets``; whole text frames are taken past it."""

    __slots__ = (
        "_bytes_left",
        "_connections",
        "_ending",
        "_filled_at",
        "_frames_left",
        "_held",
        "_is_opened",
        "_is_preparing",
        "_is_slowed",
        "_loop",
        "_max_size",
        "_parts",
        "_protocol",
        "_silence",
        "_tasks",
        "_text_parts",
        "relay",
        "request",
        "side",
        "transport",
    )

    def __init__(self, config: Any, server_state: Any, app_state: dict[str, Any], _loop: Any = None) -> None:
        self.relay: Relay = app_state["relay"]
        self._loop = asyncio.get_running_loop()
        self._connections = server_state.connections
        self._tasks = server_state.tasks
        self._silence = 0
        self._is_slowed = False
        self._held = b""
        self._ending: Ending | None = None
        self._is_preparing = False
        self._is_opened = False
        self._parts: list[bytes] | None = None
        self._text_parts = False
        self._filled_at = self._loop.time()
        self._frames_left: float = 2 * self.relay.settings.rate_frames
        self._bytes_left: float = 2 * self.relay.settings.rate_bytes
        self._max_size = 0
        self._protocol = Framing(max_size=None, logger=_quiet)
        self.request: Request | None = None
        self.side: Side
        self.transport: asyncio.Transport

    # What asyncio and uvicorn call

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A connection was handed over, its handshake still to come."""
        assert isinstance(transport, asyncio.Transport) or hasattr(transport, "write")  # noqa: S101 - narrows the type
        self.transport = transport  # type: ignore[assignment]  # uvloop's transports derive from the base class only
        self.transport.set_write_buffer_limits(high=WRITE_HIGH_WATER)
        self._connections.add(self)

    def data_received(self, data: bytes) -> None:
        """Bytes came: whole text frames go straight to their side, the rest to the protocol."""
        self._silence = 0
        if self._is_slowed or self._is_preparing:
            self._held += data
            return
        if self._is_clean:
            data = self._take_whole_texts(data)
        if data:
            self._feed(data)

    def eof_received(self) -> None:
        """The other side will send no more; a WebSocket is then over (RFC 6455, section 7.1.1)."""

    def connection_lost(self, error: Exception | None) -> None:
        """TCP is over, with or without a goodbye before."""
        self._connections.discard(self)
        self._end(Ending(1006, "", "lost"))

    def resume_writing(self) -> None:
        """The transport has room again."""
        if self._is_opened and self._ending is None:
            self.side.drained()

    def shutdown(self) -> None:
        """The server is stopping; a handshake that is not yet answered will not be."""
        if self._is_preparing:
            self.cut("relay")
        self.close(RESTARTING.code, RESTARTING.words, "relay")

    def turn(self) -> bool:
        """Another ping period has passed: end who was silent for three of them, ping the others."""
        if self._ending is not None:
            return False
        if self._silence >= SILENT_PERIODS:
            seconds = round(SILENT_PERIODS * self.side.ping_seconds)
            self.close(SILENT.code, f"{SILENT.words} for {seconds} s", "relay")
            return False
        if self._silence == 0:
            self.side.renew()
        self._silence += 1
        self.relay.watch.log_life("ping to %s", self.remote)
        self.transport.write(_PING)
        return True

    # What its side calls

    @property
    def remote(self) -> str:
        """The other side's address."""
        peer = self.transport.get_extra_info("peername")
        return str(peer[0]) if isinstance(peer, tuple) else ""

    @property
    def is_open(self) -> bool:
        """Whether frames may still be written."""
        return self._is_opened and self._ending is None

    @property
    def is_compressed(self) -> bool:
        """Whether permessage-deflate (RFC 7692) was agreed on."""
        return bool(self._protocol.extensions)

    @property
    def backlog(self) -> int:
        """Bytes that were written and are not yet sent."""
        return self.transport.get_write_buffer_size()

    def send_text(self, text: bytes) -> None:
        """Write a text frame; a reader with too much unread is ended instead."""
        if self._may_write():
            self.transport.write(_header(_WHOLE_TEXT, len(text)) + text)

    def send_binary(self, content: bytes) -> None:
        """Write a binary frame; a reader with too much unread is ended instead."""
        if self._may_write():
            self.transport.write(_header(0x82, len(content)) + content)

    def close(self, code: int, reason: str, by: str) -> None:
        """Say goodbye; whoever does not answer it within 5 s is cut off."""
        if self._ending is not None or self._protocol.state is not State.OPEN:
            return
        self._protocol.send_close(code, _short(reason))
        self._flush()
        self._loop.call_later(CLOSING_SECONDS, self.transport.abort)
        self._end(Ending(code, reason, by))

    def cut(self, by: str) -> None:
        """End the TCP connection without a word."""
        self.transport.abort()
        self._end(Ending(1006, "", by))

    # The handshake

    def _handshake(self, request: Request) -> None:
        self.request = request
        self.side = self.relay.side_of(self, request)
        self._protocol.max_message_size = self._max_size = self.side.max_size
        self._protocol.too_large = self.side.too_large.code
        if self.side.compresses:
            self._protocol.available_extensions = [_DEFLATE]
        try:
            subprotocol = self.side.receive(request)
        except TurnedAway as turned_away:
            self._answer(self._protocol.reject(turned_away.status, turned_away.sentence + "\n"))
            return
        response = self._protocol.accept(request)
        if response.status_code != 101:
            self.side.refused(_plain(self._protocol.handshake_exc))
            self._answer(response)
            return
        if subprotocol is not None:
            response.headers["Sec-WebSocket-Protocol"] = subprotocol
        self._is_preparing = True
        self.transport.pause_reading()
        task = self._loop.create_task(self._open(response))
        self._tasks.add(task)  # uvicorn waits for these before it leaves
        task.add_done_callback(self._tasks.discard)

    async def _open(self, response: Response) -> None:
        close = await self.side.prepare()
        self._is_preparing = False
        if self._ending is not None:
            self.side.abandoned()
            return
        self._answer(response)
        self.transport.resume_reading()
        if close:
            self.close(close.code, close.words, "relay")
            return
        self._is_opened = True
        self.side.opened()
        if self.request is not None:
            self.request.headers.clear()  # the protocol's parser would keep them for as long as the connection lives
        if self.side.ping_seconds:
            self.relay.wheel.join(self, self.side.ping_seconds)
        self._take_held()

    def _answer(self, response: Response) -> None:
        self._protocol.send_response(response)
        self._flush()

    # Frames that came

    @property
    def _is_clean(self) -> bool:
        """Whether the protocol holds nothing half-read, so that a frame may be taken past it."""
        return (
            self._is_opened and self._ending is None and self._parts is None and self._protocol.reader.is_between_frames
        )

    def _take_whole_texts(self, data: bytes) -> bytes:
        """Take the masked, unfragmented, uncompressed text frames at the front of ``data``; the rest is returned."""
        start, size = 0, len(data)
        max_size = self._max_size
        while size - start >= 6 and data[start] == _WHOLE_TEXT:
            length, mask = data[start + 1] & 0x7F, start + 2
            if data[start + 1] < 0x80 or length == 127:
                break
            if length == 126:
                length, mask = int.from_bytes(data[mask : mask + 2], "big"), mask + 2
            end = mask + 4 + length
            if end > size or length > max_size:
                break
            self._deliver(apply_mask(data[mask + 4 : end], data[mask : mask + 4]), is_text=True)
            start = end
            if self._ending is not None:
                return b""
            if self._is_slowed:
                self._held = data[start:]
                return b""
        return data[start:] if start else data

    def _feed(self, data: bytes) -> None:
        protocol = self._protocol
        protocol.receive_data(data)
        for event in protocol.events_received():
            if isinstance(event, Request):
                self._handshake(event)
            elif self._ending is None:
                self._frame_arrived(event)  # type: ignore[arg-type]  # a server receives requests and frames only
        if protocol.handshake_exc is not None and self.request is None:
            self._refuse_unreadable(_plain(protocol.handshake_exc))
        self._flush()
        self._notice_close()
        if self.is_open:
            self._may_write()  # pongs, too, may wait to be read

    def _refuse_unreadable(self, fault: str) -> None:
        """The protocol only hangs up on a request that it cannot read; this one is told why."""
        self.relay.handshake_failed(self.remote, fault)
        if not any(self._protocol.writes):
            response = self._protocol.reject(400, f"The WebSocket handshake cannot be read: {fault}.\n")
            self.transport.write(response.serialize())

    def _notice_close(self) -> None:
        sent, received = self._protocol.close_sent, self._protocol.close_rcvd
        if self._ending is not None or sent is None:
            return
        if received is not None:
            self._end(Ending(received.code, received.reason, "charge-point"))
        else:
            self._end(Ending(sent.code, sent.reason, "relay"))

    def _frame_arrived(self, frame: Frame) -> None:
        """Put fragments together (RFC 6455, section 5.4)."""
        if frame.opcode in (Opcode.TEXT, Opcode.BINARY):
            self._parts, self._text_parts = [], frame.opcode is Opcode.TEXT
        elif frame.opcode is not Opcode.CONT:
            return
        if self._parts is None:
            return
        if frame.data:  # any number of empty ones may come
            self._parts.append(bytes(frame.data))
        if frame.fin:
            content, self._parts = b"".join(self._parts), None
            self._deliver(content, self._text_parts)

    def _deliver(self, content: bytes, is_text: bool) -> None:
        self._frames_left -= 1
        self._bytes_left -= len(content)
        if self._frames_left < 0 or self._bytes_left < 0:
            self._slow_down()
        if not is_text:
            self.side.binary_arrived(content)
            return
        try:
            self.side.text_arrived(content)
        except UnicodeDecodeError:
            self.close(NOT_UTF8.code, NOT_UTF8.words, "relay")

    def _slow_down(self) -> None:
        """A token bucket: what came too fast is read later, never dropped."""
        settings, now = self.relay.settings, self._loop.time()
        passed, self._filled_at = now - self._filled_at, now
        self._frames_left = min(self._frames_left + passed * settings.rate_frames, 2 * settings.rate_frames)
        self._bytes_left = min(self._bytes_left + passed * settings.rate_bytes, 2 * settings.rate_bytes)
        wait = max(-self._frames_left / settings.rate_frames, -self._bytes_left / settings.rate_bytes)
        if wait > 0 and not self._is_slowed:
            self.relay.counts.slowed += 1
            self._is_slowed = True
            self.transport.pause_reading()
            self._loop.call_later(wait, self._read_on)

    def _read_on(self) -> None:
        """First what was read and held, then what is to be read."""
        self._is_slowed = False
        if self.transport.is_closing():
            return
        self._take_held()
        if not self._is_slowed:
            self.transport.resume_reading()

    def _take_held(self) -> None:
        held, self._held = self._held, b""
        if held:
            self.data_received(held)

    # Writing and ending

    def _may_write(self) -> bool:
        if self._ending is not None or not self._is_opened:
            return False
        if self.transport.get_write_buffer_size() <= self.relay.max_backlog:
            return True
        self.relay.counts.slow_readers += 1
        self.close(TOO_SLOW.code, TOO_SLOW.words, "relay")
        return False

    def _flush(self) -> None:
        for data in self._protocol.data_to_send():
            if data is SEND_EOF:
                self._loop.call_later(CLOSING_SECONDS, self.transport.abort)
                self.transport.close()
            else:
                self.transport.write(data)

    def _end(self, ending: Ending) -> None:
        if self._ending is not None:
            return
        self._ending = ending
        if self._is_opened:
            self.side.ended(ending)


def _header(first: int, length: int) -> bytes:
    """An unmasked frame's header (RFC 6455, section 5.2)."""
    if length < 126:
        return bytes((first, length))
    if length < 65536:
        return bytes((first, 126)) + length.to_bytes(2, "big")
    return bytes((first, 127)) + length.to_bytes(8, "big")


def _short(reason: str) -> str:
    """A close reason has at most 123 bytes (RFC 6455, section 5.5)."""
    return reason.encode()[:123].decode(errors="ignore")


def _plain(error: Exception | None) -> str:
    chain = [str(error)]
    while error is not None and error.__cause__ is not None:
        error = error.__cause__ if isinstance(error.__cause__, Exception) else None
        chain.append(str(error))
    return ": ".join(chain)
