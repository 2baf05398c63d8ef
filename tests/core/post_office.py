"""Carries parcels between real sessions and followers as ``relay/server`` does, without a socket or a clock."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from relay.core.envelope import Opened
from relay.core.follower import Act as FollowerAct
from relay.core.follower import Ask, Follower, Position, Show
from relay.core.parcel import EVERYONE, parcel, unpack
from relay.core.session import Act as SessionAct
from relay.core.session import Cut, HangUp, Refused, RoleMoved, Session, Shout, Tell, Write

RENEW_MS = 10_000
TURN_MS = 250


class Recipient(Protocol):
    """Whoever listens to a channel."""

    def deliver(self, packed: bytes) -> None:
        """A parcel arrives."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A parcel on its way to one who listens."""

    to: Recipient
    packed: bytes
    is_count: bool = False  # not a parcel: how many heard a question


class PostOffice:
    """One charge point's channels. What is published waits in ``mail`` until it is delivered, in whatever order."""

    def __init__(self, at: int = 1_732_086_000_000) -> None:
        self.at = at
        self.is_up = True
        self.points: list[ChargePoint] = []
        self.clients: list[Client] = []
        self.keepers = [Keeper(self)]
        self.mail: deque[Letter] = deque()
        self.told_lobby: list[SessionAct] = []

    def publish(self, channel: str, packed: bytes, asker: Client | None = None) -> int | None:
        """Send a parcel; how many heard it, or None while the bus is away."""
        if not self.is_up:
            return None
        listeners = list(self._listeners(channel))
        self.mail.extend(Letter(to, packed) for to in listeners)
        if asker:
            self.mail.append(Letter(asker, b"%d" % len(listeners), is_count=True))
        return len(listeners)

    def _listeners(self, channel: str) -> Iterator[Recipient]:
        match channel:
            case "to":
                yield from self.points
            case "ended":
                yield from (keeper for keeper in self.keepers if keeper.sessions)
            case _:
                yield from self.clients

    def settle(self) -> None:
        """Deliver everything, and what comes of it."""
        while self.mail:
            self.hand_over(self.mail.popleft())

    def hand_over(self, letter: Letter) -> None:
        """Deliver one letter."""
        if letter.is_count:
            assert isinstance(letter.to, Client)
            letter.to.heard(int(letter.packed))
        else:
            letter.to.deliver(letter.packed)

    def pass_time(self, milliseconds: int) -> None:
        """Let everybody notice, in turns of a quarter of a second as in the server."""
        end = self.at + milliseconds
        while self.at < end:
            self.at = min(self.at + TURN_MS, end)
            for point in list(self.points):
                point.do(point.session.tick(self.at))
            for client in list(self.clients):
                client.turn()
            self.settle()

    def change(self, is_up: bool) -> None:
        """The bus is lost, or back."""
        self.is_up = is_up
        if is_up:
            for point in self.points:
                point.announce("found")
            for client in self.clients:
                client.bus_is_back()


class ChargePoint:
    """A charge point's connection: its session, and what reached the charge point."""

    def __init__(self, office: PostOffice, epoch: str, keep_frames: int = 500, keep_bytes: int = 262_144) -> None:
        self.office = office
        self.session = Session(Opened("CP1", epoch, office.at, "ocpp1.6"), keep_frames, keep_bytes)
        self.seen: list[str] = []
        self.refused: list[str] = []

    def connect(self, kind: str = "fresh") -> None:
        """The handshake is done."""
        self.office.points.append(self)
        self.announce(kind)

    def announce(self, kind: str) -> None:
        """Tell the other sessions and the followers."""
        self.office.publish("to", self.session.announcement(kind))
        self.office.publish("from", self.session.introduction())

    def say(self, content: bytes, is_text: bool = True) -> None:
        """The charge point sends a frame."""
        receive = self.session.receive if is_text else self.session.receive_binary
        self.office.publish("from", receive(content, self.office.at))

    def end(self, code: int, reason: str, by: str, keeper: int | None = 0) -> None:
        """The connection is over; a keeper keeps its log, if any does."""
        if self not in self.office.points:
            return
        self.office.points.remove(self)
        packed = self.session.end(code, reason, by, self.office.at)
        if keeper is not None:
            self.office.keepers[keeper].sessions[self.session.epoch] = self.session
        self.office.publish("from", packed)

    def deliver(self, packed: bytes) -> None:
        """A follower, or another session, says something."""
        if self in self.office.points:
            self.do(self.session.take(packed, self.office.at))

    def do(self, acts: Sequence[SessionAct]) -> None:
        """Do what the session says."""
        for act in acts:
            match act:
                case Tell(told):
                    self.office.publish("from", told)
                case Shout(told):
                    self.office.publish("to", told)
                case Write(content, is_text):
                    self.seen.append(content.decode() if is_text else f"binary {content.hex()}")
                case HangUp(code, reason, by):
                    self.seen.append(f"closed {code} {reason}")
                    self.end(code, reason, by)
                case Cut():
                    self.seen.append("cut")
                    self.end(1006, "", "central-system")
                case RoleMoved():
                    self.office.told_lobby.append(act)
                case Refused(reason):
                    self.refused.append(reason)


class Keeper:
    """A process that keeps ended sessions for a while."""

    def __init__(self, office: PostOffice) -> None:
        self.office = office
        self.sessions: dict[bytes, Session] = {}

    def deliver(self, packed: bytes) -> None:
        """A follower asks; one answer a process."""
        if self.sessions:
            epoch = unpack(packed)[0][2]
            session = self.sessions.get(epoch) or next(iter(self.sessions.values()))
            self.office.publish("from", session.ask_ended(packed))


@dataclass
class Client:
    """A central system's socket: a follower, its place on the session's list, and what it was shown."""

    office: PostOffice
    client: str
    asker: bytes
    role: str = "watch"
    is_plain: bool = False
    position: Position | None = None
    seen: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.follower = Follower(self.position)
        self.acted_at = self.renewed_at = self.office.at
        self.stamp = 0
        self.has_attached = False
        self.is_replaced = False

    # Its place on the list

    def attach(self) -> None:
        """Ask to be on the list, or to stay there."""
        stamp = self.stamp or -max(1, self.office.at - self.acted_at) if self.has_attached else 0
        self.has_attached = True
        self.renewed_at = self.office.at
        who = {"client": self.client, "name": f"Browser of {self.client}", "role": self.role, "plain": self.is_plain}
        count = self.office.publish("to", parcel("attach", self.asker, stamp, body=orjson.dumps(who)))
        if count == 0 and not self.is_plain:
            self.do(self.follower.nobody(self.office.at))

    def move_role(self, what: str) -> None:
        """Claim or release; remembered when nobody is there."""
        self.acted_at = self.office.at
        if self.office.publish("to", parcel(what, self.asker)) == 0:
            self.role = "watch" if what == "release" else "answer"
            self.stamp = 0

    def request(self, **asked: Any) -> None:
        """Send a request as ``relay.v1`` spells it."""
        self.office.publish("to", parcel("request", self.asker, body=orjson.dumps(asked)))

    def go(self) -> None:
        """The socket ends."""
        self.office.publish("to", parcel("leave", self.asker))
        self.office.clients.remove(self)

    def turn(self) -> None:
        """A quarter of a second has passed."""
        if self.office.at - self.renewed_at >= RENEW_MS:
            self.attach()
        if self.follower.is_asking:
            self.do(self.follower.tick(self.office.at))

    def bus_is_back(self) -> None:
        """Ask for what was missed."""
        self.follower.check()
        self.attach()

    # What arrives

    def deliver(self, packed: bytes) -> None:
        """A session says something."""
        if self not in self.office.clients:
            return
        (what, to, epoch, *fields), body = unpack(packed)
        numbers = [int(one) for one in fields if one.isdigit()]
        if to == EVERYONE and self.is_plain:
            self._told_plainly(what, body)
        elif to == EVERYONE:
            self._told(what, epoch, numbers, body)
        elif to == self.asker:
            self._answered(what, epoch, numbers, fields, body)

    def _told_plainly(self, what: bytes, body: bytes) -> None:
        if what == b"opened":
            self.attach()
        elif what == b"text":
            self.seen.append(body)
        elif what == b"cp":
            self.seen.append(orjson.loads(body)["text"].encode())

    def _told(self, what: bytes, epoch: bytes, numbers: list[int], body: bytes) -> None:
        at = self.office.at
        match what:
            case b"cp" | b"cs":
                self.do(self.follower.frame(epoch, numbers[0], body, at))
            case b"opened":
                self.do(self.follower.opened(epoch, body, at))
                self.attach()
            case b"closed":
                self.do(self.follower.closed(epoch, numbers[0], body, at))
            case b"role":
                self.do(self.follower.role(epoch, body))

    def _answered(self, what: bytes, epoch: bytes, numbers: list[int], fields: list[bytes], body: bytes) -> None:
        at = self.office.at
        match what:
            case b"alive":
                if not self.is_plain:
                    self.do(self.follower.alive(epoch, numbers[0], body, at))
                self.stamp = numbers[1]
                self.role = fields[2].decode()
            case b"page":
                last, after, first, end = numbers
                self.do(self.follower.page(epoch, last, after, first, end, body, at))
            case b"none":
                self.do(self.follower.none(epoch, at))
            case b"refused":
                self.seen.append(body)
            case b"replaced":
                self.is_replaced = True
                self.go()

    def heard(self, count: int) -> None:
        """How many heard its question."""
        self.do(self.follower.heard(count, self.office.at))

    def do(self, acts: Sequence[FollowerAct]) -> None:
        """Do what the follower says."""
        for act in acts:
            match act:
                case Show(shown):
                    self.seen.append(shown)
                case Ask(epoch, after, of_ended):
                    channel = "ended" if of_ended else "to"
                    self.office.publish(channel, parcel("ask", self.asker, epoch, after), asker=self)
