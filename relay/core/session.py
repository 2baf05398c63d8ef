"""One connection of a charge point: what crossed it, and what its followers ask of it."""

from __future__ import annotations

from base64 import b64encode
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from relay.core import envelope
from relay.core.close import REPLACED
from relay.core.envelope import Answerer, Opened
from relay.core.frame_log import FrameLog
from relay.core.parcel import EVERYONE, parcel, unpack
from relay.core.request import CloseChargePoint, Drop, Send, Unreadable, read_request
from relay.core.roster import Attached, Roster

PAGE_BYTES = 64 * 1024
REMEMBERED_REFS = 1024


@dataclass(frozen=True, slots=True)
class Tell:
    """Publish a parcel to the followers."""

    parcel: bytes


@dataclass(frozen=True, slots=True)
class Shout:
    """Publish a parcel to the sessions of this identity, wherever they are."""

    parcel: bytes


@dataclass(frozen=True, slots=True)
class Write:
    """Write a frame to the charge point."""

    content: bytes
    is_text: bool


@dataclass(frozen=True, slots=True)
class HangUp:
    """Close the charge point's connection with a goodbye."""

    code: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Cut:
    """End the charge point's TCP connection without a word."""


@dataclass(frozen=True, slots=True)
class RoleMoved:
    """Another client answers now, or nobody."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A request was not carried out, for the reason its sender was told; the plain dialect has no way to tell."""

    reason: str


Act = Tell | Shout | Write | HangUp | Cut | RoleMoved | Refused


class Session:
    """Told what arrived and what time it is (Unix milliseconds), it returns what is to be done.

    The session alone decides who answers, and is the one that numbers frames.
    """

    __slots__ = (
        "_closed",
        "_cp",
        "_cs",
        "_is_announced",
        "_refs",
        "_role",
        "_roster",
        "epoch",
        "last_at",
        "log",
        "opened",
    )

    def __init__(self, opened: Opened, keep_frames: int, keep_bytes: int) -> None:
        self.opened = opened
        self.epoch = opened.epoch.encode()
        self.log = FrameLog(keep_frames, keep_bytes)
        self.last_at: int | None = None
        self._roster = Roster()
        self._role = envelope.role(None, opened.epoch, 1, opened.at)
        self._refs: OrderedDict[tuple[str, str | int], None] = OrderedDict()
        self._closed = b""
        self._is_announced = False
        head = b'{"type":"frame","epoch":"%b","seq":%%d,"at":%%d,"from":' % self.epoch
        self._cp = head + b'"cp","%b":%b}'
        self._cs = head + b'"cs",%b}'

    @property
    def answerer(self) -> Answerer | None:
        """Who answers now."""
        holder = self._roster.holder
        return holder.answerer if holder else None

    def announcement(self, kind: str) -> bytes:
        """The parcel that tells other sessions of this identity about this one: ``fresh`` or ``found``."""
        return parcel("announce", self.epoch, self.opened.at, kind)

    def introduction(self) -> bytes:
        """The parcel that tells the followers that a charge point connected."""
        return parcel("opened", EVERYONE, self.epoch, 0, body=self.opened.envelope())

    def presence(self) -> bytes:
        """The envelope ``present`` as it stands."""
        return envelope.present(self.opened, self.log.last, self.last_at, self.answerer)

    # From the charge point

    def receive(self, text: bytes, at: int) -> bytes:
        """A text frame arrived: its parcel for the followers. Raises UnicodeDecodeError.

        It is published though nobody is on the list yet: a plain client that waited for the charge point is about to
        attach, and asks for nothing again.
        """
        frame = self._remember(b"text", orjson.dumps(text.decode()), at)
        if self._roster and not self._roster.has_rich:
            return b"text * %b %d\n%b" % (self.epoch, self.log.last, text)
        return b"cp * %b %d\n%b" % (self.epoch, self.log.last, frame)

    def receive_binary(self, content: bytes, at: int) -> bytes:
        """A binary frame arrived; it is shown in base64."""
        frame = self._remember(b"base64", b'"%b"' % b64encode(content), at)
        return b"cp * %b %d\n%b" % (self.epoch, self.log.last, frame)

    def _remember(self, key: bytes, value: bytes, at: int) -> bytes:
        frame = self._cp % (self.log.last + 1, at, key, value)
        self.log.append(frame)
        self.last_at = at
        return frame

    def end(self, code: int, reason: str, by: str, at: int) -> bytes:
        """The connection ended: its parcel for the followers. ``by``: who ended it, as ``docs/wire.md`` lists them."""
        self._closed = envelope.closed(self.opened.epoch, self.log.last, at, code, reason, by)
        return parcel("closed", EVERYONE, self.epoch, self.log.last, body=self._closed)

    # From the bus

    def take(self, packed: bytes, at: int) -> Sequence[Act]:
        """A parcel came from a follower, or from another session of this identity."""
        (what, asker, *fields), body = unpack(packed)
        match what:
            case b"text":
                told = b'"text":' + orjson.dumps(body.decode())
                return self._write_plain(asker, Write(body, is_text=True), told, at)
            case b"binary":
                told = b'"base64":"%b"' % b64encode(body)
                return self._write_plain(asker, Write(body, is_text=False), told, at)
            case b"request":
                return self._request(asker, body, at)
            case b"ask":
                return [Tell(self._page(asker, epoch=fields[0], after=int(fields[1])))]
            case b"attach":
                return self._attach(asker, int(fields[0]), body, at)
            case b"announce":
                return self._meet(asker, int(fields[0]), fields[1])
            case _:
                return self._move_role(what, asker, at)

    def tick(self, at: int) -> list[Act]:
        """Forget the clients that were silent for 30 s."""
        before = self.answerer
        self._roster.forget_silent(at)
        return self._tell_role(before, at)

    def ask_ended(self, packed: bytes) -> bytes:
        """A follower asks the keeper of this ended session: a page, or the word that another session was meant."""
        (_, asker, epoch, after), _ = unpack(packed)
        return self._page(asker, epoch, int(after))

    def _page(self, asker: bytes, epoch: bytes, after: int) -> bytes:
        if epoch != self.epoch:
            return parcel("none", asker, epoch, 0)
        first, frames = self.log.after(after, PAGE_BYTES)
        last = first + len(frames) - 1
        is_end = bool(self._closed) and last == self.log.last
        body = b"\n".join([self.opened.envelope(), *frames, *([self._closed] if is_end else [])])
        return parcel("page", asker, epoch, last, after, first, self.log.last, body=body)

    def _meet(self, epoch: bytes, since: int, kind: bytes) -> list[Act]:
        """Another session of this identity: a fresh one always wins; of two that find each other, the later one.

        A fresh one that is heard before this one's own announcement was there first, and is about to hear of this one.
        """
        if epoch == self.epoch:
            self._is_announced = True
            return []
        if kind == b"fresh" and not self._is_announced:
            return []
        if kind == b"found" and (since, epoch) < (self.opened.at, self.epoch):
            return [Shout(self.announcement("found"))]
        return [HangUp(REPLACED.code, "another connection took this identity", "superseded")]

    # Who answers

    def _attach(self, asker: bytes, stamp: int, body: bytes, at: int) -> list[Act]:
        known = self._roster.find(asker)
        if known and stamp:  # a renewal changes nothing: what it says may be older than a claim
            known.seen = at
            return [self._alive(known, b"attach")]
        told = orjson.loads(body)
        answerer = Answerer(told["client"], told["name"], told["role"])
        new = Attached(asker, answerer, told["plain"], self._roster.stamp(stamp, at), at)
        twin = self._roster.twin(answerer.client, asker)
        if twin and twin.stamp > new.stamp:
            return [Tell(parcel("replaced", asker, self.epoch, 0))]
        before = self.answerer
        if twin:
            self._roster.remove(twin.asker)
        self._roster.add(new)
        replaced = [Tell(parcel("replaced", twin.asker, self.epoch, 0))] if twin else []
        return [*replaced, *self._tell_role(before, at), self._alive(new, b"attach")]

    def _move_role(self, what: bytes, asker: bytes, at: int) -> list[Act]:
        attached, before = self._roster.find(asker), self.answerer
        if attached is None:
            return []
        if what == b"leave":
            self._roster.remove(asker)
            return self._tell_role(before, at)
        if what == b"release":
            self._roster.appoint(attached, "watch")
        elif what == b"claim" or (what == b"claim-unheld" and self._roster.holder is None):
            attached.stamp = self._roster.stamp(0, at)
            self._roster.appoint(attached, "answer")
        return [*self._tell_role(before, at), self._alive(attached, what)]

    def _tell_role(self, before: Answerer | None, at: int) -> list[Act]:
        if self.answerer == before:
            return []
        seq = self.log.last + 1
        self._role = envelope.role(self.answerer, self.opened.epoch, seq, at)
        return [Tell(parcel("role", EVERYONE, self.epoch, seq, body=self._role)), RoleMoved()]

    def _alive(self, attached: Attached, after: bytes) -> Tell:
        fields = ("alive", attached.asker, self.epoch, self.log.last, attached.stamp, attached.answerer.role, after)
        return Tell(parcel(*fields, body=self._role))

    # To the charge point

    def _write_plain(self, asker: bytes, write: Write, told: bytes, at: int) -> list[Act]:
        holder = self._roster.holder
        if holder is None or holder.asker != asker:
            return [Refused("watching")]
        return self._write(write, told, at)

    def _write(self, write: Write, told: bytes, at: int) -> list[Act]:
        seq = self.log.last + 1
        frame = self._cs % (seq, at, told)
        self.log.append(frame)
        self.last_at = at
        return [write, Tell(b"cs * %b %d\n%b" % (self.epoch, seq, frame))] if self._roster.has_rich else [write]

    def _request(self, asker: bytes, body: bytes, at: int) -> list[Act]:
        try:
            request = read_request(body)
        except Unreadable as unreadable:
            return self._refuse(asker, unreadable.of, "unreadable", unreadable.ref)
        holder = self._roster.holder
        if holder is None or holder.asker != asker:
            return self._refuse(asker, request.type, "watching", request.ref if isinstance(request, Send) else None)
        match request:
            case Send():
                return self._send(holder, request, at)
            case CloseChargePoint():
                return [HangUp(request.code, request.reason, "central-system")]
            case Drop():
                return [Cut()]
            case _:
                return self._refuse(asker, request.type, "unreadable", None)

    def _send(self, holder: Attached, request: Send, at: int) -> list[Act]:
        if request.epoch is not None and request.epoch != self.opened.epoch:
            return self._refuse(holder.asker, "send", "no-such-epoch", request.ref)
        if request.ref is not None and self._is_repeated(holder.answerer.client, request.ref):
            return []
        told = request.model_dump(include={"text", "base64", "ref", "by"}, exclude_none=True)
        receipt = orjson.dumps(told | {"client": holder.answerer.client})[1:-1]
        return self._write(Write(request.content(), request.text is not None), receipt, at)

    def _is_repeated(self, client: str, ref: str | int) -> bool:
        if (client, ref) in self._refs:
            return True
        self._refs[client, ref] = None
        if len(self._refs) > REMEMBERED_REFS:
            self._refs.popitem(last=False)
        return False

    def _refuse(self, asker: bytes, of: str | None, reason: str, ref: str | int | None) -> list[Act]:
        refused = envelope.refused(of, reason, ref)
        return [Tell(parcel("refused", asker, self.epoch, 0, body=refused)), Refused(reason)]
