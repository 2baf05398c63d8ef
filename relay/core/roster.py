"""Who follows a session, and who of them answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from relay.core.envelope import Answerer

LEASE_MS = 30_000
ROLES = ("watch", "standby", "answer")  # in the order in which the role passes on, last first


@dataclass(slots=True)
class Attached:
    """A client on the list. ``stamp``: when it last asked to answer; ``seen``: when it was last heard of."""

    asker: bytes
    answerer: Answerer
    is_plain: bool
    stamp: int
    seen: int

    def becomes(self, role: str) -> None:
        """From now on it is attached as ``role``."""
        self.answerer = replace(self.answerer, role=role)


class Roster:
    """The clients of one session. The latest ``answer`` holds the role, else the latest ``standby``, else nobody."""

    __slots__ = ("_attached", "_stamp", "has_rich", "holder")

    def __init__(self) -> None:
        self._attached: dict[bytes, Attached] = {}
        self._stamp = 0
        self.has_rich = False
        self.holder: Attached | None = None

    def __bool__(self) -> bool:
        return bool(self._attached)

    def find(self, asker: bytes) -> Attached | None:
        """The client of that socket."""
        return self._attached.get(asker)

    def twin(self, client: str, asker: bytes) -> Attached | None:
        """The same client on another socket."""
        others = (one for one in self._attached.values() if one.answerer.client == client and one.asker != asker)
        return next(others, None)

    def stamp(self, given: int, at: int) -> int:
        """When a client acted: as stamped before, so many milliseconds ago (negative), or now (0): after all others."""
        stamp = given if given > 0 else at + given if given < 0 else max(at, self._stamp + 1)
        self._stamp = max(self._stamp, stamp)
        return stamp

    def add(self, attached: Attached) -> None:
        """Put a client on the list, in place of what its socket was before."""
        self._attached[attached.asker] = attached
        self._settle()

    def remove(self, asker: bytes) -> None:
        """Take a client off the list, if it is there."""
        self._attached.pop(asker, None)
        self._settle()

    def appoint(self, attached: Attached, role: str) -> None:
        """A client on the list is from now on attached as ``role``."""
        attached.becomes(role)
        self._settle()

    def forget_silent(self, at: int) -> None:
        """Take off the list who was not heard of for 30 s."""
        for asker in [one.asker for one in self._attached.values() if at - one.seen > LEASE_MS]:
            self.remove(asker)

    def _settle(self) -> None:
        self.has_rich = any(not one.is_plain for one in self._attached.values())
        best = max(reversed(self._attached.values()), key=_rank, default=None)  # of two in one millisecond, the later
        self.holder = best if best and best.answerer.role != "watch" else None


def _rank(attached: Attached) -> tuple[int, int]:
    return ROLES.index(attached.answerer.role), attached.stamp
