"""Who is connected, who was turned away, and who looks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import orjson

from relay.bus import channels
from relay.bus.bus import Bus
from relay.core import envelope
from relay.core.knock import Reason
from relay.core.parcel import EVERYONE, parcel, unpack
from relay.core.session import PAGE_BYTES, Session
from relay.server.clock import now
from relay.server.side import Ending

KNOCKS = 50
KNOCKS_A_SECOND = 10
TURNS_A_SECOND = 4
ASK_TURNS = 10 * TURNS_A_SECOND
STALE_TURNS = 25 * TURNS_A_SECOND


class Watcher(Protocol):
    """A socket that watches the lobby."""

    asker: bytes

    def show(self, about: str | bytes, envelope: bytes) -> None:
        """Hand an envelope to the client; a later one ``about`` the same thing may take its place until it is read."""


class Lobby:
    """Tells the other processes of this one's charge points, and those who look here of all of them.

    Nothing is stored: what is shown was told, or asked of every process, at most 10 s ago. Who is not told of any
    more has gone.
    """

    def __init__(self, bus: Bus, asker: bytes, sessions: Callable[[], Iterable[Session]]) -> None:
        self._bus = bus
        self.asker = asker
        self._sessions = sessions
        self._watchers: dict[bytes, Watcher] = {}
        self._present: dict[str, tuple[bytes, int]] = {}
        self._own_knocks: deque[bytes] = deque(maxlen=KNOCKS)
        self._knocks: dict[bytes, None] = {}
        self._turns = 0
        self._knocks_left = KNOCKS_A_SECOND
        self.turned_away: Callable[[str], None] = lambda _: None
        bus.listen(channels.LOBBY, self.parcel_arrived)

    def __len__(self) -> int:
        return len(self._watchers)

    # What happens in this process

    def tell_present(self, session: Session) -> None:
        """A charge point connected, or somebody else answers it."""
        self._bus.publish(channels.LOBBY, parcel("present", EVERYONE, body=session.presence()))

    def tell_gone(self, session: Session, ending: Ending) -> None:
        """A charge point left."""
        opened = session.opened
        gone = envelope.gone(opened.identity, opened.epoch, session.log.last, now(), ending.code, ending.reason)
        self._bus.publish(channels.LOBBY, parcel("gone", EVERYONE, body=gone))

    def turn_away(self, remote: str, path: str, offered: Sequence[str], reason: Reason) -> None:
        """Somebody was turned away. Told at most 10 times a second; the rest is only counted."""
        self.turned_away(reason.title)
        if self._knocks_left == 0:
            return
        self._knocks_left -= 1
        knock = envelope.knock(now(), remote, path, offered, reason)
        self._own_knocks.append(knock)
        self._bus.publish(channels.LOBBY, parcel("knock", EVERYONE, body=knock))

    # Who looks

    def join(self, watcher: Watcher) -> None:
        """Somebody looks: show what is known, and ask for what is not."""
        self._watchers[watcher.asker] = watcher
        for epoch, (present, _) in self._present.items():
            watcher.show(epoch, present)
        for knock in self._knocks:
            watcher.show(knock, knock)
        self._ask()

    def leave(self, watcher: Watcher) -> None:
        """Somebody looks no more; when nobody does, what was known is forgotten: it would only grow old."""
        self._watchers.pop(watcher.asker, None)
        if not self._watchers:
            self._present.clear()
            self._knocks.clear()

    def turn(self) -> None:
        """While somebody looks, ask every 10 s, and notice who is told of no more."""
        self._turns += 1
        if self._turns % TURNS_A_SECOND == 0:
            self._knocks_left = KNOCKS_A_SECOND
        if not self._watchers:
            return
        if self._turns % ASK_TURNS == 0:
            self._ask()
            self._drop_stale()

    def bus_changed(self, is_up: bool) -> None:
        """The bus is back: ask again."""
        if is_up and self._watchers:
            self._ask()

    # What the processes tell each other

    def parcel_arrived(self, packed: bytes) -> None:
        """News from a process, this one included; a question; or an answer to ours."""
        (what, to, *_), body = unpack(packed)
        if what == b"who":
            self._answer(to)
        elif not self._watchers:
            return
        elif what == b"here":
            for line in body.split(b"\n") if to == self.asker else []:
                self._take_in(line)
        else:
            self._take_in(body)

    def _ask(self) -> None:
        self._bus.publish(channels.LOBBY, parcel("who", self.asker))

    def _answer(self, asker: bytes) -> None:
        page: list[bytes] = []
        size = 0
        for line in [*self._own_knocks, *(session.presence() for session in self._sessions())]:
            page.append(line)
            size += len(line)
            if size > PAGE_BYTES:
                self._bus.publish(channels.LOBBY, parcel("here", asker, body=b"\n".join(page)))
                page, size = [], 0
        if page:
            self._bus.publish(channels.LOBBY, parcel("here", asker, body=b"\n".join(page)))

    def _take_in(self, told: bytes) -> None:
        news = orjson.loads(told)
        match news["type"]:
            case "present":
                before, _ = self._present.get(news["epoch"], (b"", 0))
                self._present[news["epoch"]] = told, self._turns
                if told != before:
                    self._show(news["epoch"], told)
            case "gone":
                self._present.pop(news["epoch"], None)
                self._show(news["epoch"], told)
            case _ if told not in self._knocks:
                self._knocks[told] = None
                if len(self._knocks) > KNOCKS:
                    del self._knocks[next(iter(self._knocks))]
                self._show(told, told)

    def _drop_stale(self) -> None:
        for epoch, (told, turn) in tuple(self._present.items()):
            if self._turns - turn > STALE_TURNS:
                news = orjson.loads(told)
                lost = envelope.gone(news["identity"], epoch, news["seq"], now(), 1006, "its relay is gone")
                self._take_in(lost)

    def _show(self, about: str | bytes, told: bytes) -> None:
        for watcher in tuple(self._watchers.values()):
            watcher.show(about, told)
