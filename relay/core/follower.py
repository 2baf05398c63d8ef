"""Where one client is in a session's log, and what it must ask for. Never trusts delivery, trusts numbers."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from relay.core import envelope

ASK_AGAIN_MS = 500
ASKS_OF_THE_ENDED = 4


@dataclass(frozen=True, slots=True)
class Position:
    """How far a client has got. Only comparable within one epoch."""

    epoch: str
    seq: int


@dataclass(frozen=True, slots=True)
class Show:
    """Hand an envelope to the client."""

    envelope: bytes


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the live session, or (``of_ended``) whoever keeps an ended one's log, what came after a position."""

    epoch: bytes
    after: int
    of_ended: bool


Act = Show | Ask


@dataclass(slots=True)
class _Replay:
    """A question under way and what has been shown since it began.

    ``retries``: how often an ended session that nobody keeps is asked for again: its keeper may just be subscribing.
    """

    asked_at: int
    of_ended: bool
    retries: int
    asks: int = 1
    keepers: int | None = None
    refusals: int = 0
    first: int | None = None
    last: int | None = None
    is_complete: bool = True
    has_opened: bool = False


class Follower:
    """Hands each envelope to its client once and in order, whatever the bus loses, repeats or reorders.

    One publisher's parcels keep their order on the bus, and a page reaches to the log's end or says that it does
    not. So nothing need be held back while a question is under way: a live frame that comes meanwhile is in the page,
    or follows it.
    Times are milliseconds of any steady clock.
    """

    __slots__ = (
        "_ended",
        "_epoch",
        "_is_absence_told",
        "_is_absent",
        "_live",
        "_must_ask",
        "_next_role",
        "_past",
        "_replay",
        "_role",
        "_seq",
    )

    def __init__(self, position: Position | None = None) -> None:
        self._epoch = position.epoch.encode() if position else b""
        self._seq = position.seq if position else 0
        self._ended = False
        self._live = b""
        self._is_absent = False
        self._is_absence_told = False
        self._must_ask = True
        self._replay: _Replay | None = None
        self._past: deque[bytes] = deque(maxlen=16)
        self._role = b""
        self._next_role = b""

    @property
    def position(self) -> Position | None:
        """The last thing shown."""
        return Position(self._epoch.decode(), self._seq) if self._epoch else None

    @property
    def is_asking(self) -> bool:
        """Whether a question is under way, so that ``tick`` is wanted."""
        return self._replay is not None

    def check(self) -> None:
        """Ask at the next sign of life even if nothing seems to be missing: the bus was away."""
        self._must_ask = True

    # What a session tells everyone

    def opened(self, epoch: bytes, opened: bytes, at: int) -> list[Act]:
        """A charge point connected."""
        if not self._is_news(epoch):
            return []
        self._greet(epoch)
        if self._replay or not self._is_between:
            return self._catch_up(at)
        self._move_to(epoch)
        return [Show(opened)]

    def frame(self, epoch: bytes, seq: int, frame: bytes, at: int) -> list[Act]:
        """A frame crossed the charge point's socket."""
        if epoch == self._epoch:
            if self._replay or self._ended or seq <= self._seq:
                return []
            if seq == self._seq + 1:
                self._seq = seq
                return [Show(frame)]
            return self._ask(at)
        if not self._is_news(epoch):
            return []
        self._greet(epoch)
        return self._catch_up(at)

    def closed(self, epoch: bytes, seq: int, closed: bytes, at: int) -> list[Act]:
        """The charge point's connection ended after frame ``seq``."""
        if epoch == self._live:
            self._live = b""
        if epoch != self._epoch or self._ended:
            return []
        if self._replay:
            return self._ask_the_keeper(self._replay, at)
        if seq > self._seq:
            return self._ask(at, of_ended=True, retries=1)
        return [Show(closed), *self._leave(at)]

    def role(self, epoch: bytes, role: bytes) -> list[Act]:
        """Who answers; repeated with each sign of life, shown when it changed and its session is shown."""
        if epoch != self._epoch or self._must_ask or self._replay or self._ended:
            self._next_role = role if epoch == self._live else self._next_role
            return []
        return self._show_role(role)

    # What is meant for this follower

    def alive(self, epoch: bytes, last: int, role: bytes, at: int) -> list[Act]:
        """The live session answered an attach or a renewal: its epoch and the number of its last frame."""
        if epoch in self._past or (epoch == self._epoch and self._ended):
            return []
        self._greet(epoch)
        self._next_role = role
        if self._replay:
            return []
        if epoch == self._epoch and not self._must_ask and last <= self._seq:
            return self._show_role(role)
        return self._catch_up(at)

    def nobody(self, at: int) -> list[Act]:
        """An attach or a renewal was heard by no session."""
        self._live = b""
        self._is_absent = True
        if self._replay:
            return []
        return self._catch_up(at)

    def page(self, epoch: bytes, last: int, after: int, first: int, end: int, body: bytes, at: int) -> list[Act]:
        """A page of the log: frames ``first`` to ``last`` of ``end``, as asked for after ``after``."""
        replay = self._replay
        if replay is None or epoch != self._epoch or after != self._seq:
            return []
        opened, *rest = body.split(b"\n")
        acts: list[Act] = [] if replay.has_opened else [Show(opened)]
        acts += [Show(one) for one in rest]
        replay.has_opened = True
        replay.is_complete = replay.is_complete and first == after + 1
        if last >= first:
            replay.first = replay.first or first
            replay.last = last
        self._seq = max(self._seq, last)
        if last < end:
            replay.asks = 0
            return [*acts, self._ask_again(replay, epoch, at)]
        return [*acts, *self._end_replay(replay, has_closed=len(rest) > last - first + 1, at=at)]

    def heard(self, count: int, at: int) -> list[Act]:
        """How many heard the question; more than one process may keep ended sessions of one identity."""
        replay = self._replay
        if replay is None:
            return []
        if not replay.of_ended:
            return [] if count else self._ask_the_keeper(replay, at)
        replay.keepers = count
        return self._judge(replay, at)

    def none(self, epoch: bytes, at: int) -> list[Act]:
        """One of those who keep ended sessions does not keep this one."""
        replay = self._replay
        if replay is None or not replay.of_ended or epoch != self._epoch:
            return []
        replay.refusals += 1
        return self._judge(replay, at)

    def tick(self, at: int) -> list[Act]:
        """Time passes: a question without an answer is asked again; one for an ended session is given up in the end."""
        replay = self._replay
        if replay is None or at - replay.asked_at < ASK_AGAIN_MS:
            return []
        if replay.of_ended and replay.asks >= ASKS_OF_THE_ENDED:
            return self._give_up(replay, at)
        return [self._ask_again(replay, self._epoch, at)]

    # How it gets from where it is to where the charge point is

    @property
    def _is_between(self) -> bool:
        return not self._epoch or self._ended

    def _is_news(self, epoch: bytes) -> bool:
        return epoch != self._epoch and epoch not in self._past

    def _greet(self, epoch: bytes) -> None:
        if epoch != self._live:
            self._next_role = b""
        self._live = epoch
        self._is_absent = False
        self._is_absence_told = False

    def _move_to(self, epoch: bytes) -> None:
        self._epoch = epoch
        self._seq = 0
        self._ended = False

    def _catch_up(self, at: int) -> list[Act]:
        """Ask for what is not yet shown: the rest of this session, then the live one; or say that nobody is there."""
        if self._replay:
            return []
        if not self._is_between:
            is_here = self._live == self._epoch
            return self._ask(at, of_ended=not is_here, retries=0 if self._must_ask else 1)
        if self._live:
            self._move_to(self._live)
            return self._ask(at)
        return self._tell_absence()

    def _tell_absence(self) -> list[Act]:
        self._must_ask = False
        if self._is_absence_told or not self._is_absent:
            return []
        self._is_absence_told = True
        return [Show(envelope.ABSENT)]

    def _ask(self, at: int, of_ended: bool = False, retries: int = 1) -> list[Act]:
        self._must_ask = self._must_ask and of_ended
        self._replay = _Replay(at, of_ended, retries)
        return [Ask(self._epoch, self._seq, of_ended)]

    def _ask_the_keeper(self, replay: _Replay, at: int) -> list[Act]:
        """The session under question has ended meanwhile: whoever keeps its log knows the rest."""
        if replay.of_ended:
            return []
        replay.of_ended = True
        replay.asks = 0
        return [self._ask_again(replay, self._epoch, at)]

    def _ask_again(self, replay: _Replay, epoch: bytes, at: int) -> Ask:
        replay.asked_at = at
        replay.asks += 1
        replay.keepers = None
        replay.refusals = 0
        return Ask(epoch, self._seq, replay.of_ended)

    def _judge(self, replay: _Replay, at: int) -> list[Act]:
        is_kept_by_nobody = replay.keepers is not None and replay.refusals >= replay.keepers
        return self._give_up(replay, at) if is_kept_by_nobody and replay.asks > replay.retries else []

    def _give_up(self, replay: _Replay, at: int) -> list[Act]:
        replay.is_complete = False
        return self._end_replay(replay, has_closed=True, at=at)

    def _end_replay(self, replay: _Replay, has_closed: bool, at: int) -> list[Act]:
        self._replay = None
        shown: list[Act] = [
            Show(envelope.replayed(self._epoch.decode(), replay.first, replay.last, replay.is_complete))
        ]
        if has_closed:
            return [*shown, *self._leave(at)]
        return [*shown, *self._show_role(self._next_role)]

    def _leave(self, at: int) -> list[Act]:
        """This session is shown to its end."""
        self._ended = True
        self._past.append(self._epoch)
        self._role = b""
        return self._catch_up(at)

    def _show_role(self, role: bytes) -> list[Act]:
        self._next_role = b""
        if not role or role == self._role:
            return []
        self._role = role
        return [Show(role)]
