"""One connection to Redis, read and written without redis-py's layers."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from functools import partial

import hiredis

from relay.bus.bus import Heard
from relay.bus.listeners import tell

PING = b"*1\r\n$4\r\nPING\r\n"
SILENT_BEATS = 4
UNSENT_BYTES = 32 * 1024 * 1024

Reply = int | bytes | list[bytes] | hiredis.ReplyError


class Link(asyncio.Protocol):
    """Sends commands, all of one turn in one write, and pairs the replies, which Redis gives in the same order.

    Once lost it stays lost: ``on_lost`` is told why, once, and then every answer still owed is given as None.
    """

    def __init__(self, transport: asyncio.WriteTransport, on_lost: Callable[[str], None]) -> None:
        self._transport = transport
        self._on_lost = on_lost
        self._loop = asyncio.get_running_loop()
        self._reader = hiredis.Reader()
        self._unsent: list[bytes] = []
        self._owed: deque[Heard | None] = deque()
        self._silent_beats = 0
        self._is_lost = False
        transport.set_protocol(self)

    def data_received(self, data: bytes) -> None:
        self._silent_beats = 0
        gets, take = self._reader.gets, self._take
        try:
            self._reader.feed(data)
            while (reply := gets()) is not False:
                take(reply)
        except hiredis.ProtocolError:
            self.lose("what answers there is not Redis")

    def connection_lost(self, exc: Exception | None) -> None:
        hung_up = exc is None or isinstance(exc, ConnectionError)  # said with or without a reset, it is the same
        self.lose("Redis closed the connection" if hung_up else str(exc))

    def send(self, command: bytes, answered: Heard | None = None) -> None:
        """Not to be called any more once ``on_lost`` was."""
        if not self._unsent:
            self._loop.call_soon(self._flush)
        self._unsent.append(command)
        self._owed.append(answered)

    def ask(self, command: bytes) -> asyncio.Future[bool]:
        """True once ``command``, and so all that was sent before it, is answered; False when the link is lost."""
        answer: asyncio.Future[bool] = self._loop.create_future()
        self.send(command, partial(_settle, answer))
        return answer

    def beat(self) -> None:
        """To be called once a second: a Redis that says nothing for ``SILENT_BEATS`` is frozen, and lost.

        Beats are counted, not seconds: when it was this process that slept, the answers still wait to be read.
        """
        if self._silent_beats == SILENT_BEATS:
            self.lose(f"Redis has not answered for {SILENT_BEATS} seconds")
        elif not self._is_lost:
            self._silent_beats += 1
            self.send(PING)

    def lose(self, reason: str) -> None:
        if self._is_lost:
            return
        self._is_lost = True
        self._transport.abort()
        self._unsent.clear()
        self._on_lost(reason)
        while self._owed:
            if (answered := self._owed.popleft()) is not None:
                tell(answered, None)

    def _take(self, reply: Reply) -> None:
        """The answer to the oldest command that has none: a number for PUBLISH; of others it counts that it came."""
        if isinstance(reply, hiredis.ReplyError):
            self.lose(f"Redis refuses: {reply}")
        elif self._owed and (answered := self._owed.popleft()) is not None:
            tell(answered, reply if isinstance(reply, int) else 1)

    def _flush(self) -> None:
        if not self._unsent:
            return  # lost in the meantime
        # Judged before the write: what counts is what Redis did not take, not how much one turn had to say.
        if self._transport.get_write_buffer_size() > UNSENT_BYTES:
            self.lose(f"Redis is too slow: more than {UNSENT_BYTES >> 20} MiB wait to be sent")
        else:
            self._transport.write(b"".join(self._unsent))
            self._unsent.clear()


def _settle(answer: asyncio.Future[bool], reply: int | None) -> None:
    if not answer.done():
        answer.set_result(reply is not None)
