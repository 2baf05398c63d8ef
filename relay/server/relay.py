"""What one process of the relay consists of."""

from __future__ import annotations

import asyncio
import gc
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from websockets.http11 import Request

from relay.bus.open import open_bus
from relay.core import knock
from relay.server.access import offered_by
from relay.server.audience import Audiences
from relay.server.central_system import RELAY_V1
from relay.server.charge_point import ChargePoint
from relay.server.lobby import Lobby
from relay.server.lobby_client import LobbyClient
from relay.server.plain_client import PlainClient
from relay.server.rich_client import RichClient
from relay.server.sessions import Sessions
from relay.server.side import Side
from relay.server.socket import WebSocket
from relay.server.watch import Counts, Watch
from relay.server.wheel import Wheel
from relay.settings import Settings


class Relay:
    """The parts of a process, and which side a socket belongs to.

    Holds nothing that another process could not rebuild by asking.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.logs_payload = settings.log_payload  # for the hot path: the settings' own attributes are slow to reach
        self.max_backlog = settings.max_backlog
        self.bus = open_bus(settings.bus)
        self.wheel = Wheel()
        self.counts = Counts()
        self.sessions = Sessions(self.bus, settings.keep_ended)
        self.audiences = Audiences(self.bus)
        self._process = secrets.token_hex(4)
        self._numbers = count(1)
        self.lobby = Lobby(self.bus, self.next_asker(), lambda: (one.session for one in self.sessions))
        self.watch = Watch(self)
        self.lobby.turned_away = self.watch.turned_away
        self.bus.on_change(self._bus_changed)
        for chore in (self.sessions.turn, self.audiences.turn, self.lobby.turn, self.watch.turn):
            self.wheel.every_turn(chore)

    def next_asker(self) -> bytes:
        """A name for one follower that no other follower of any process has."""
        return f"{self._process}-{next(self._numbers)}".encode()

    def side_of(self, socket: WebSocket, request: Request) -> Side:
        """Whose socket it is: ``/cs/…`` and ``/lobby`` are ours, any other path is taken as a charge point's."""
        first = next((segment for segment in request.path.partition("?")[0].split("/") if segment), "")
        if first == "lobby":
            return LobbyClient(self, socket)
        if first != "cs":
            return ChargePoint(self, socket)
        return RichClient(self, socket) if RELAY_V1 in offered_by(request) else PlainClient(self, socket)

    def handshake_failed(self, remote: str, fault: str) -> None:
        """A WebSocket handshake could not be read at all."""
        self.lobby.turn_away(remote, "", (), knock.broken_handshake(fault))

    @asynccontextmanager
    async def run(self) -> AsyncIterator[None]:
        """Keep the bus and the wheel going until the end."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.bus.run()), group.create_task(self.wheel.run())]
            await asyncio.sleep(0)
            # What is there now stays. To look through it, and through thousands of sockets, again and again costs most.
            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 20, 50)
            try:
                yield
            finally:
                for task in tasks:
                    task.cancel()

    def _bus_changed(self, is_up: bool) -> None:
        self.watch.bus_changed(is_up)
        if is_up:
            for charge_point in self.sessions:
                charge_point.announce("found")
        self.audiences.bus_changed(is_up)
        self.lobby.bus_changed(is_up)
