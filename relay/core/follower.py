"""Where one client is in a session's log, and what it must ask for. Never trusts delivery, trusts numbers."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from relay.core import envelope

ASK_AGAIN_MS = 500
MOST_ASKS = 8
MOST_REFUSALS = 6
REMEMBERED_EPOCHS = 16


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
class _Question:
    """What came after a position; what its answers have shown so far, and who said that they cannot answer."""

    epoch: bytes
    after: int
    of_ended: bool
    asked_at: int = 0
    asks: int = 0
    hearers: int | None = None
    denials: int = 0
    refusals: int = 0
    has_opened: bool = False
    first: int | None = None
    last: int | None = None
    is_complete: bool = True

    def put(self, at: int) -> Ask:
        """Ask it, once more perhaps."""
        self.asked_at = at
        self.asks += 1
        self.hearers = None
        self.denials = 0
        return Ask(self.epoch, self.after, self.of_ended)

    def add(self, first: int, last: int) -> None:
        """Frames ``first`` to ``last`` have been shown in answer; so there is somebody who answers."""
        self.has_opened = True
        self.is_complete = self.is_complete and first == self.after + 1
        if last >= first:
            self.first = self.first or first
            self.last = last
        self.after = last
        self.asks = self.refusals = 0


class Follower:
    """Hands each envelope to its client once and in order, whatever the bus loses, repeats or reorders.

    A frame is shown when it is the next one; whatever else hints at something unseen makes the follower ask. Nothing
    is held back meanwhile: a live frame that comes during a question is in the answer, or is found missing after it.
    An epoch that was left is never entered again; one that merely nobody knew of is, when it shows up after all.
    Times are milliseconds of any steady clock.
    """

    __slots__ = (
        "_epoch",
        "_is_absence_told",
        "_is_absent",
        "_is_over",
        "_live",
        "_must_ask",
        "_past",
        "_question",
        "_role",
        "_said",
        "_seq",
    )

    def __init__(self, position: Position | None = None) -> None:
        self._epoch = position.epoch.encode() if position else b""
        self._seq = position.seq if position else 0
        self._is_over = position is None  # nothing more is to come from this epoch
        self._past: deque[bytes] = deque(maxlen=REMEMBERED_EPOCHS)
        self._live = b""  # the epoch that last gave a sign of life
        self._is_absent = False
        self._is_absence_told = False
        self._must_ask = True
        self._question: _Question | None = None
        self._said = (b"", b"")  # of which epoch who answers was told last, and the envelope
        self._role = b""

    @property
    def position(self) -> Position | None:
        """The last thing shown."""
        return Position(self._epoch.decode(), self._seq) if self._epoch else None

    @property
    def is_asking(self) -> bool:
        """Whether a question is under way, so that ``tick`` is wanted."""
        return self._question is not None

    def check(self) -> None:
        """Ask at the next sign of life even if nothing seems to be missing: the bus was away."""
        self._must_ask = True

    # What a session tells everyone

    def opened(self, epoch: bytes, opened: bytes, at: int) -> list[Act]:
        """A charge point connected."""
        is_expected = self._is_over and not self._must_ask and self._question is None
        if not is_expected or epoch == self._epoch or epoch in self._past:
            return self._notice(epoch, at)
        self._greet(epoch)
        self._enter(epoch)
        self._must_ask = False
        return [Show(opened)]

    def frame(self, epoch: bytes, seq: int, frame: bytes, at: int) -> list[Act]:
        """A frame crossed the charge point's socket."""
        if epoch != self._epoch or self._is_over:
            return self._notice(epoch, at)
        if self._question or seq <= self._seq:
            return []
        if seq > self._seq + 1:
            return self._ask(epoch, self._seq, self._live != epoch, at)
        self._seq = seq
        return [Show(frame)]

    def closed(self, epoch: bytes, seq: int, closed: bytes, at: int) -> list[Act]:
        """The charge point's connection ended after frame ``seq``."""
        if epoch in self._past:
            return []
        if epoch == self._live:
            self._live = b""
        question = self._question
        is_asked_for = question is not None and question.epoch == epoch
        if epoch == self._epoch and seq <= self._seq:
            return [Show(closed), *(self._end(question) if question and is_asked_for else []), *self._leave(at)]
        if is_asked_for or (epoch == self._epoch and question is None):
            return self._ask_the_keeper(epoch, at)
        return []

    def role(self, epoch: bytes, role: bytes) -> list[Act]:
        """Who answers; repeated with each sign of life, shown when it changed and its session is shown."""
        if epoch in self._past:
            return []
        self._said = (epoch, role)
        return self._show_role()

    # What is meant for this follower

    def alive(self, epoch: bytes, last: int, role: bytes, at: int) -> list[Act]:
        """The live session answered an attach or a renewal: its epoch and the number of its last frame."""
        if epoch in self._past:
            return []
        self._said = (epoch, role)
        self._greet(epoch)
        if epoch == self._epoch and last > self._seq and self._question is None:
            self._must_ask = True
        return self._settle(at)

    def nobody(self, at: int) -> list[Act]:
        """An attach or a renewal was heard by no session."""
        self._live = b""
        self._is_absent = True
        self._must_ask = True
        return self._settle(at)

    def page(self, epoch: bytes, last: int, after: int, first: int, end: int, body: bytes, at: int) -> list[Act]:
        """A page of the log: frames ``first`` to ``last`` of ``end``, as asked for after ``after``."""
        question = self._question
        if question is None or (epoch, after) != (question.epoch, question.after):
            return []
        if epoch != self._epoch:
            self._enter(epoch)
        opened, *rest = body.split(b"\n")
        acts: list[Act] = [Show(one) for one in (rest if question.has_opened else [opened, *rest])]
        question.add(first, last)
        self._seq = last
        if last < end:
            return [*acts, question.put(at)]
        acts += self._end(question)
        if len(rest) > last - first + 1:
            return acts + self._leave(at)
        if not self._live:
            self._greet(epoch)
        return acts + self._settle(at)

    def heard(self, count: int, at: int) -> list[Act]:
        """How many processes heard the question."""
        if self._question is None:
            return []
        self._question.hearers = count
        return self._weigh(self._question, at)

    def none(self, epoch: bytes, at: int) -> list[Act]:
        """One of those who heard the question does not know that session."""
        if self._question is None or self._question.epoch != epoch:
            return []
        self._question.denials += 1
        return self._weigh(self._question, at)

    def tick(self, at: int) -> list[Act]:
        """Time passes: a question without an answer is asked again."""
        question = self._question
        if question is None or at - question.asked_at < ASK_AGAIN_MS:
            return []
        if question.asks >= MOST_ASKS and question.epoch != self._live:
            return self._give_up(question, at)
        return [question.put(at)]

    # Signs of life

    def _notice(self, epoch: bytes, at: int) -> list[Act]:
        """A session that is not the one shown speaks: it is asked for when this is the first sign of it."""
        if epoch in self._past or epoch == self._live:
            return []
        self._greet(epoch)
        return self._settle(at)

    def _greet(self, epoch: bytes) -> None:
        self._live = epoch
        self._is_absent = self._is_absence_told = False
        expected = self._question.epoch if self._question else b"" if self._is_over else self._epoch
        if epoch != expected:
            self._must_ask = True
        if epoch == self._epoch:
            self._is_over = False

    # From where it is to where the charge point is

    def _settle(self, at: int) -> list[Act]:
        """Ask for what is not yet shown: the rest of this session, then the live one; or say that nobody is there."""
        if self._question:
            return []
        if not self._must_ask:
            return self._show_role()
        if not self._is_over:
            return self._ask(self._epoch, self._seq, self._live != self._epoch, at)
        if self._live:
            return self._ask(self._live, 0, of_ended=False, at=at)
        self._must_ask = False
        return self._tell_absence()

    def _tell_absence(self) -> list[Act]:
        if self._is_absence_told or not self._is_absent:
            return []
        self._is_absence_told = True
        return [Show(envelope.ABSENT)]

    def _show_role(self) -> list[Act]:
        epoch, role = self._said
        is_settled = not (self._must_ask or self._question or self._is_over)
        if not is_settled or epoch != self._epoch or role == self._role:
            return []
        self._role = role
        return [Show(role)]

    def _enter(self, epoch: bytes) -> None:
        if self._epoch not in self._past:
            self._past.append(self._epoch)
        self._epoch = epoch
        self._seq = 0
        self._is_over = False

    def _leave(self, at: int) -> list[Act]:
        """This session is shown to its end."""
        self._past.append(self._epoch)
        self._is_over = True
        if self._live == self._epoch:
            self._live = b""
        self._must_ask = self._must_ask or self._question is None
        return self._settle(at)

    # Questions

    def _ask(self, epoch: bytes, after: int, of_ended: bool, at: int) -> list[Act]:
        self._must_ask = False
        self._question = _Question(epoch, after, of_ended)
        return [self._question.put(at)]

    def _ask_the_keeper(self, epoch: bytes, at: int) -> list[Act]:
        """The session has ended before all was shown: whoever keeps its log knows the rest."""
        if self._question is None:
            self._is_over = False
            return self._ask(epoch, self._seq, of_ended=True, at=at)
        self._must_ask = True
        self._question.of_ended = True
        return [self._question.put(at)]

    def _weigh(self, question: _Question, at: int) -> list[Act]:
        """When nobody who heard it knows that session, ask the others: the live ones after the keepers, or the reverse.

        It may be moving from the one to the other just now, so both are asked more than once, with a pause between.
        """
        if question.hearers is None or question.denials < question.hearers:
            return []
        question.hearers = None
        question.refusals += 1
        if question.refusals == MOST_REFUSALS:
            return self._give_up(question, at)
        question.of_ended = not question.of_ended
        return [question.put(at)] if question.refusals % 2 else []

    def _end(self, question: _Question) -> list[Act]:
        self._question = None
        epoch = question.epoch.decode()
        return [Show(envelope.replayed(epoch, question.first, question.last, question.is_complete))]

    def _give_up(self, question: _Question, at: int) -> list[Act]:
        """Nobody knows that session, or nobody answers: the rest of it is lost, unless it shows up after all."""
        question.is_complete = False
        if question.epoch == self._live:
            self._live = b""
        if question.epoch == self._epoch:
            self._is_over = True
        self._must_ask = True
        return [*self._end(question), *self._settle(at)]
