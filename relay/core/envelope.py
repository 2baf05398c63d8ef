"""The envelopes of ``relay.v1``, as the bytes that go out. ``docs/wire.md`` tells what each means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson

from relay.core.knock import Reason

ABSENT = b'{"type":"absent"}'
BUS_LOST = b'{"type":"bus","state":"lost"}'
BUS_BACK = b'{"type":"bus","state":"back"}'


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known of a connection when it opens. ``at`` in Unix milliseconds; headers without secrets."""

    identity: str
    epoch: str
    at: int
    version: str
    offered: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    remote: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def envelope(self) -> bytes:
        """The envelope ``opened``; the identity is the client's to know."""
        return orjson.dumps(
            {
                "type": "opened",
                "epoch": self.epoch,
                "at": self.at,
                "version": self.version,
                "offered": self.offered,
                "flags": self.flags,
                "remote": self.remote,
                "headers": self.headers,
            }
        )


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who answers: a client's id, its label and what it attached as."""

    client: str
    name: str | None
    role: str


def closed(epoch: str, seq: int, at: int, code: int, reason: str, by: str) -> bytes:
    """The end of a session; ``seq`` is its last frame's number."""
    return _exact(
        orjson.dumps({"type": "closed", "epoch": epoch, "seq": seq, "at": at, "code": code, "reason": reason, "by": by})
    )


def replayed(epoch: str, first: int | None, last: int | None, complete: bool) -> bytes:
    """The end of a replay."""
    return orjson.dumps({"type": "replayed", "epoch": epoch, "first": first, "last": last, "complete": complete})


def role(answerer: Answerer | None, epoch: str, seq: int, at: int) -> bytes:
    """Who answers from frame ``seq`` on."""
    told = {
        "type": "role",
        "holder": answerer and answerer.client,
        "name": answerer and answerer.name,
        "role": answerer and answerer.role,
        "epoch": epoch,
        "seq": seq,
        "at": at,
    }
    return _exact(orjson.dumps(told))


def refused(of: str | None, reason: str, ref: str | int | None = None) -> bytes:
    """A request that was not carried out."""
    told = {"type": "refused", "of": of, "reason": reason}
    return orjson.dumps(told if ref is None else told | {"ref": ref})


def present(opened: Opened, seq: int, last: int | None, answerer: Answerer | None) -> bytes:
    """A charge point that is connected now, for the lobby."""
    return orjson.dumps(
        {
            "type": "present",
            "identity": opened.identity,
            "epoch": opened.epoch,
            "since": opened.at,
            "version": opened.version,
            "flags": opened.flags,
            "remote": opened.remote,
            "seq": seq,
            "last": last,
            "holder": answerer and answerer.client,
            "name": answerer and answerer.name,
            "role": answerer and answerer.role,
        }
    )


def gone(identity: str, epoch: str, seq: int, at: int, code: int, reason: str) -> bytes:
    """A charge point that left, for the lobby."""
    return orjson.dumps(
        {"type": "gone", "identity": identity, "epoch": epoch, "seq": seq, "at": at, "code": code, "reason": reason}
    )


def knock(at: int, remote: str, path: str, offered: Sequence[str], reason: Reason) -> bytes:
    """Somebody who was turned away, for the lobby."""
    return orjson.dumps(
        {
            "type": "knock",
            "at": at,
            "remote": remote,
            "path": path,
            "offered": offered,
            "reason": reason.title,
            "advice": reason.advice,
        }
    )


def _exact(encoded: bytes) -> bytes:
    """A copy for what is kept: the encoder's own takes 4 kB, however short it is."""
    return b"%b" % encoded
