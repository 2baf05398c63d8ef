"""The central systems of this process, by the charge point that they follow."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Protocol

from relay.bus import channels
from relay.bus.bus import Bus
from relay.core.parcel import EVERYONE


class Member(Protocol):
    """A central system's socket that follows one charge point."""

    asker: bytes

    def told(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """The session tells everyone something; ``fields`` are those of the header after the epoch."""

    def answered(self, what: bytes, epoch: bytes, fields: bytes, body: bytes) -> None:
        """The session answers this member."""

    def bus_changed(self, is_up: bool) -> None:
        """The bus was lost, or is back."""

    def tick(self) -> None:
        """A quarter of a second has passed."""


class Audience:
    """Those who follow one charge point; reads each parcel's header once for all of them."""

    def __init__(self) -> None:
        self.members: dict[bytes, Member] = {}
        self.listening: asyncio.Future[bool] | None = None

    def parcel_arrived(self, parcel: bytes) -> None:
        """The session published something: to everyone, or to one of them."""
        header, _, body = parcel.partition(b"\n")
        what, to, epoch, fields = header.split(b" ", 3)
        if to == EVERYONE:
            for member in tuple(self.members.values()):
                member.told(what, epoch, fields, body)
        elif to in self.members:
            self.members[to].answered(what, epoch, fields, body)


class Audiences:
    """Keeps one subscription a charge point, however many follow it here."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._audiences: dict[str, Audience] = {}

    def __iter__(self) -> Iterator[Member]:
        return iter([member for audience in self._audiences.values() for member in audience.members.values()])

    def __len__(self) -> int:
        return sum(len(audience.members) for audience in self._audiences.values())

    async def join(self, key: str, member: Member) -> None:
        """Follow a charge point; returns once the bus has acknowledged it, or after 2 s."""
        audience = self._audiences.setdefault(key, Audience())
        audience.members[member.asker] = member
        if audience.listening is None:
            subscribing = self._bus.subscribe(channels.from_session(key), audience.parcel_arrived)
            audience.listening = asyncio.ensure_future(subscribing)
        await asyncio.shield(audience.listening)

    def leave(self, key: str, member: Member) -> None:
        """Follow no longer."""
        audience = self._audiences[key]
        del audience.members[member.asker]
        if not audience.members:
            del self._audiences[key]
            self._bus.unsubscribe(channels.from_session(key), audience.parcel_arrived)

    def turn(self) -> None:
        """Let everyone notice that time passes."""
        for audience in self._audiences.values():
            for member in audience.members.values():
                member.tick()

    def bus_changed(self, is_up: bool) -> None:
        """Tell everyone that the bus was lost, or is back."""
        for member in self:
            member.bus_changed(is_up)
