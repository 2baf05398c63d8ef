"""The sessions this process holds: the live ones, and for a while those that have ended."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from relay.bus import channels
from relay.bus.bus import Bus
from relay.core.parcel import unpack
from relay.core.session import Session
from relay.server.charge_point import ChargePoint
from relay.server.clock import steady

KEEP_BYTES = 64 * 1024 * 1024
SESSION_BYTES = 2048  # what a session without frames takes, roughly
TURNS_BETWEEN_TICKS = 4


@dataclass(frozen=True, slots=True)
class Ended:
    """An ended session and until when (steady milliseconds) its log can be asked for."""

    key: str
    session: Session
    until: int


class Sessions:
    """One live session an identity; ended ones for ``keep_ended`` seconds, 64 MiB of them at most, oldest out first."""

    def __init__(self, bus: Bus, keep_ended: int) -> None:
        self._bus = bus
        self._keep_ended = keep_ended
        self._live: dict[str, ChargePoint] = {}
        self._ended: OrderedDict[bytes, Ended] = OrderedDict()
        self._by_key: dict[str, set[bytes]] = {}
        self._listeners: dict[str, partial[None]] = {}
        self._ended_bytes = 0
        self._turns = 0

    def __iter__(self) -> Iterator[ChargePoint]:
        return iter(tuple(self._live.values()))

    def __len__(self) -> int:
        return len(self._live)

    def enter(self, charge_point: ChargePoint) -> None:
        """A charge point connected; the one that was here under this identity goes."""
        old = self._live.get(charge_point.key)
        self._live[charge_point.key] = charge_point
        if old is not None:
            old.supersede()

    def leave(self, charge_point: ChargePoint) -> None:
        """A charge point's connection ended; a newer one under its identity stays."""
        if self._live.get(charge_point.key) is charge_point:
            del self._live[charge_point.key]
        if self._keep_ended:
            self._keep(charge_point.key, charge_point.session)

    def turn(self) -> None:
        """Let leases and ended sessions run out, once a second."""
        self._turns += 1
        if self._turns % TURNS_BETWEEN_TICKS:
            return
        for charge_point in self:
            charge_point.tick()
        self._forget_old(steady())

    def _keep(self, key: str, session: Session) -> None:
        self._ended[session.epoch] = Ended(key, session, steady() + self._keep_ended * 1000)
        self._ended_bytes += session.log.size + SESSION_BYTES
        epochs = self._by_key.setdefault(key, set())
        epochs.add(session.epoch)
        if key not in self._listeners:
            self._listeners[key] = partial(self._asked, key)
            self._bus.listen(channels.ended(key), self._listeners[key])
        while self._ended_bytes > KEEP_BYTES:
            self._forget_oldest()

    def _asked(self, key: str, packed: bytes) -> None:
        """A follower asks for an ended session of this identity."""
        (_, _, epoch, _), _ = unpack(packed)
        epochs = self._by_key[key]
        session = self._ended[epoch if epoch in epochs else next(iter(epochs))].session
        self._bus.publish(channels.from_session(key), session.ask_ended(packed))

    def _forget_old(self, at: int) -> None:
        while self._ended and next(iter(self._ended.values())).until <= at:
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        epoch, ended = self._ended.popitem(last=False)
        self._ended_bytes -= ended.session.log.size + SESSION_BYTES
        epochs = self._by_key[ended.key]
        epochs.discard(epoch)
        if not epochs:
            del self._by_key[ended.key]
            self._bus.unsubscribe(channels.ended(ended.key), self._listeners.pop(ended.key))
