"""A client that believes nothing: each envelope it is shown is held against what really happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson

from relay.core.follower import Act, Ask, Show
from relay.core.frame_log import FrameLog
from tests.core.post_office import ChargePoint, Client


class FullLog(FrameLog):
    """A log that forgets as told, and remembers all of it for the witness."""

    def __init__(self, keep_frames: int, keep_bytes: int) -> None:
        super().__init__(keep_frames, keep_bytes)
        self.all: list[bytes] = []

    def append(self, envelope: bytes) -> None:
        super().append(envelope)
        self.all.append(envelope)


def full_log(point: ChargePoint) -> FullLog:
    assert isinstance(point.session.log, FullLog)
    return point.session.log


@dataclass
class Witness(Client):
    """Knows all connections there ever were, in order."""

    connections: list[ChargePoint] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.epoch = self.position.epoch if self.position else ""
        self.last = self.position.seq if self.position else 0
        self.opened_epochs = {self.epoch}
        self.closed_epochs: set[str] = set()
        self.lost_epochs: set[str] = set()
        self.shortened_epochs: set[str] = set()
        self.owes_a_word = False  # frames were left out, and ``replayed`` must say so
        self.least_answers: dict[tuple[bytes, int], int] = {}
        self.least_answer = 0

    def log_of(self, epoch: str) -> FullLog:
        return next(full_log(one) for one in self.connections if one.session.opened.epoch == epoch)

    def number_of(self, epoch: str) -> int:
        return next((n for n, one in enumerate(self.connections, 1) if one.session.opened.epoch == epoch), 0)

    def do(self, acts: Sequence[Act]) -> None:
        for act in acts:
            if isinstance(act, Ask):
                self._asks(act)
            elif isinstance(act, Show):
                self._is_shown(act.envelope)
        super().do(acts)

    def _asks(self, ask: Ask) -> None:
        """What there is when a question is first put must be shown when it ends, or else be said to be missing."""
        known = self.log_of(ask.epoch.decode()).last if self.number_of(ask.epoch.decode()) else 0
        self.least_answer = self.least_answers.setdefault((ask.epoch, ask.after), known)

    def _is_shown(self, envelope: bytes) -> None:
        told = orjson.loads(envelope)
        match told["type"]:
            case "opened":
                self._opened(told["epoch"])
            case "frame":
                self._frame(told["epoch"], told["seq"], envelope)
            case "closed":
                self._closed(told["epoch"], told["seq"])
            case "replayed":
                self._replayed(told["epoch"], told["last"], told["complete"])
            case "role":
                assert told["epoch"] == self.epoch, "a role in a session that is not shown"

    def _opened(self, epoch: str) -> None:
        assert self.number_of(epoch) >= self.number_of(self.epoch), "epochs went back"
        assert epoch not in self.closed_epochs, "opened after closed"
        if epoch != self.epoch:
            assert self.epoch in {"", *self.closed_epochs, *self.lost_epochs}, "left in the middle"
            assert not self.owes_a_word, "left without a word about what was left out"
            self.epoch = epoch
            self.last = 0
        self.opened_epochs.add(epoch)

    def _frame(self, epoch: str, seq: int, envelope: bytes) -> None:
        assert epoch == self.epoch, "a frame of another session"
        assert epoch in self.opened_epochs, "a frame before opened"
        assert epoch not in self.closed_epochs, "a frame after closed"
        assert seq > self.last, "shown twice, or out of order"
        log = self.log_of(epoch)
        assert envelope == log.all[seq - 1], "not what was sent"
        self._leaves_out(seq)
        self.last = seq

    def _leaves_out(self, before: int) -> None:
        if before > self.last + 1:
            assert self.log_of(self.epoch).first >= before, "a frame that is still held was not shown"
            self.owes_a_word = True
            self.shortened_epochs.add(self.epoch)

    def _closed(self, epoch: str, seq: int) -> None:
        assert epoch == self.epoch, "closed before opened"
        assert epoch not in self.closed_epochs, "closed twice"
        assert seq == self.log_of(epoch).last
        self._leaves_out(seq + 1)
        self.closed_epochs.add(epoch)

    def _replayed(self, epoch: str, last: int | None, is_complete: bool) -> None:
        if is_complete:
            assert epoch == self.epoch
            assert not self.owes_a_word, "complete, though something was left out"
            assert self.last >= self.least_answer, "complete, though there is more"
        else:
            self.lost_epochs.add(epoch)
            self.owes_a_word = False
            self._skips_what_is_gone(epoch)
        assert last is None or last == self.last

    def _skips_what_is_gone(self, epoch: str) -> None:
        """An incomplete replay may have nothing left to show, and goes on after that."""
        position = self.follower.position
        if position and position.epoch == epoch == self.epoch and position.seq > self.last:
            self._leaves_out(position.seq + 1)
            self.owes_a_word = False
            self.last = position.seq

    def is_at_rest(self) -> None:
        """Nothing is owed, and it is where the charge point is, or was told that there is none."""
        assert not self.follower.is_asking, "still asking"
        assert not self.owes_a_word, "left something out without a word"
        position = self.follower.position
        live = [one for one in self.connections if one in self.office.points]
        if live:
            session = live[-1].session
            assert position, "has seen nothing"
            assert (position.epoch, position.seq) == (session.opened.epoch, session.log.last), (
                "not where the charge point is"
            )
            assert self.last == session.log.last
            return
        told = [orjson.loads(one)["type"] for one in self.seen]
        assert "absent" in told
        assert "opened" not in told[max(n for n, kind in enumerate(told) if kind == "absent") :], "not told absent"
        assert not position or position.epoch in self.closed_epochs | self.lost_epochs, "not told how it ended"
