"""Emulated charge points on real sockets: one task for each, connected for as long as it is not cancelled."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from urllib.parse import quote

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from relay.emulator import wire
from relay.emulator.effect import Effect, HangUp, Say, Send
from relay.emulator.pace import Pace
from relay.emulator.stations import Station, station

Print = Callable[[str], None]

AT_ONCE = 50
"""Connections that may be under way at the same time: a thousand at once would only time each other out."""

LONGEST_PAUSE = 30.0
"""Seconds between two attempts to connect, at most."""

GOOD_CONNECTION = 10.0
"""A connection that lasted for so many seconds makes the next pause short again."""


async def emulate(
    url: str,
    identity: str,
    count: int = 1,
    pace: Pace | None = None,
    meter_seconds: int = 5,
    say: Print = print,
    frames: Sequence[str] = (),
    version: str = "1.6",
) -> None:
    """Run ``count`` charge points until cancelled; with more than one, ``identity`` is numbered on: CP1, CP2, CP3.

    Each sends ``frames`` as they stand on every new connection, beside what it does by itself.
    """
    gate = asyncio.Semaphore(AT_ONCE)
    async with asyncio.TaskGroup() as group:
        for name in identities(identity, count):
            one = station(version, name, time.time(), pace or Pace(), meter_seconds)
            group.create_task(ChargePoint(url, one, gate, say, frames).run())


def identities(first: str, count: int) -> list[str]:
    """``first`` and those after it: a number at its end counts on, otherwise one is added."""
    stem = first.rstrip("0123456789")
    digits = first[len(stem) :] or "1"
    if count == 1:
        return [first]
    return [f"{stem}{int(digits) + n:0{len(digits)}}" for n in range(count)]


def pause_before(attempt: int, roll: float) -> float:
    """Seconds to wait before the attempt after ``attempt`` failures: twice as long each time, half of it by chance."""
    longest = min(LONGEST_PAUSE, 2.0 ** min(attempt, 10))
    return longest * (0.5 + roll / 2)


class ChargePoint:
    """Carries a station's effects out, and tells it what arrives and what time it is."""

    def __init__(
        self, url: str, station: Station, gate: asyncio.Semaphore, say: Print, frames: Sequence[str] = ()
    ) -> None:
        self._url = f"{url.rstrip('/')}/{quote(station.identity, safe='')}"
        self._station = station
        self._gate = gate
        self._print = say
        self._frames = frames
        self._back_after: float | None = None

    async def run(self) -> None:
        """Connect, stay, come back, for ever."""
        failures = 0
        while True:
            lasted = await self._one_connection()
            failures = 0 if lasted >= GOOD_CONNECTION else failures + 1
            if self._back_after is not None:
                failures, pause = 0, self._back_after
            else:
                pause = pause_before(failures, random.random())  # noqa: S311 - spreads the load
                self._say(f"tries again in {pause:.1f} s")
            self._back_after = None
            await asyncio.sleep(pause)

    async def _one_connection(self) -> float:
        """Returns for how many seconds there was one."""
        try:
            async with self._gate:
                socket = await self._dial()
        except (OSError, TimeoutError, InvalidHandshake) as why:
            self._say(f"cannot connect to {self._url}: {str(why) or type(why).__name__}")
            return 0.0
        begun = time.monotonic()
        try:
            await self._converse(socket)
        except ConnectionClosed as why:
            self._say(f"lost the connection: {why}")
        finally:
            await socket.close()
        await self._perform(None, self._station.talk.disconnected(time.time()))
        return time.monotonic() - begun

    async def _dial(self) -> ClientConnection:
        return await connect(
            self._url,
            subprotocols=[Subprotocol(f"ocpp{self._station.version}")],
            user_agent_header="ocpp-relay emulator",
            compression=None,
            ping_interval=self._station.ping_seconds or None,
            close_timeout=2,
            proxy=None,
        )

    async def _converse(self, socket: ClientConnection) -> None:
        """Until the connection ends, or the station ends it."""
        self._say(f"is connected to {self._url}")
        for text in self._frames:
            await socket.send(text)
            self._say(f"says {text}")
        effects = self._station.talk.connected(time.time())
        while await self._perform(socket, effects):
            effects = await self._next_effects(socket)

    async def _next_effects(self, socket: ClientConnection) -> list[Effect]:
        wait = max(0.0, self._station.talk.due - time.time())
        try:
            async with asyncio.timeout(min(wait, 3600)):
                text = await socket.recv()
        except TimeoutError:
            return self._station.talk.tick(time.time())
        return await self._heard(text)

    async def _heard(self, text: str | bytes) -> list[Effect]:
        if self._frames:
            self._say(f"hears {text if isinstance(text, str) else text.hex(' ')}")
        try:
            frame = await wire.read(text, self._station.version)
        except wire.Unreadable as why:
            return [Say(f"got something it cannot read: {why}")]
        except wire.Broken as why:
            return [Say(f"refuses a Call: {why}"), Send(why.error)]
        return self._station.talk.received(frame, time.time())

    async def _perform(self, socket: ClientConnection | None, effects: list[Effect]) -> bool:
        """False when the connection shall end."""
        for effect in effects:
            match effect:
                case Say(text):
                    self._say(text)
                case Send(frame) if socket:
                    await socket.send(wire.write(frame))
                case HangUp(back_after):
                    self._back_after = back_after
                    return False
        return True

    def _say(self, text: str) -> None:
        self._print(f"{time.strftime('%H:%M:%S')} {printable(self._station.identity)} {printable(text)}")


def printable(text: str) -> str:
    """One line whatever the other side sent, and nothing in it that a terminal obeys."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
