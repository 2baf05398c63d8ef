"""Whatever the bus loses, repeats or reorders, and however charge points and clients come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle, islice, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relay.core.follower import Position
from tests.core.post_office import ChargePoint, Letter, PostOffice
from tests.core.witness import FullLog, Witness

WINDOW = 4


class Connection(ChargePoint):
    """A charge point's connection beside which older ones may linger, half-open: they end before it does."""

    def end(self, code: int, reason: str, by: str, keeper: int | None = 0) -> None:
        for older in [one for one in self.office.points if one.session.epoch < self.session.epoch]:
            older.end(1006, "", "lost", keeper)
        super().end(code, reason, by, keeper)

    def deliver(self, packed: bytes) -> None:
        """One that lingers only answers questions: whatever else it says looks like news to who knows its successor."""
        if self.office.points[-1:] == [self] or packed.startswith((b"announce", b"ask")):
            super().deliver(packed)


class World:
    """A post office whose mail may go wrong, and all who use it."""

    def __init__(self, keep_frames: int, keep_bytes: int) -> None:
        self.office = PostOffice()
        self.office.keepers.append(type(self.office.keepers[0])(self.office))
        self.keep = keep_frames, keep_bytes
        self.connections: list[ChargePoint] = []
        self.witnesses: list[Witness] = []
        self.refs = 0

    # What happens to the charge point

    def connect(self) -> None:
        point = Connection(self.office, f"e{len(self.connections):03}", *self.keep)
        point.session.log = FullLog(*self.keep)
        self.connections.append(point)
        point.connect()

    def end(self, keeper: int | None) -> None:
        for point in self.office.points[-1:]:
            point.end(1001, "", "charge-point", keeper)

    def end_unkept(self) -> None:
        self.end(None)

    def end_old(self) -> None:
        for point in self.office.points[:-1]:
            point.end(1006, "", "lost")

    def say(self, size: int) -> None:
        for point in self.office.points[-1:]:
            point.say(b"x" * size)

    def forget(self, keeper: int) -> None:
        self.office.keepers[keeper].sessions.clear()

    # What clients do

    def attach(self, role: str, back: int | None, seq: int) -> None:
        position = None
        if back is not None and self.connections:
            session = self.connections[-1 - back % len(self.connections)].session
            position = Position(session.opened.epoch, min(seq, session.log.last))
        self._follow(f"c{len(self.witnesses)}", role, position)

    def refresh(self, who: int) -> None:
        for old in self._one_of(who):
            old.go()
            self._follow(old.client, old.role, old.follower.position)

    def _follow(self, client: str, role: str, position: Position | None) -> None:
        asker = f"s{len(self.witnesses)}".encode()
        witness = Witness(self.office, client, asker, role, position=position, connections=self.connections)
        self.witnesses.append(witness)
        self.office.clients.append(witness)
        witness.attach()

    def renew(self, who: int) -> None:
        for witness in self._one_of(who):
            witness.attach()

    def claim(self, who: int) -> None:
        for witness in self._one_of(who):
            witness.move_role("claim")

    def send(self, who: int) -> None:
        self.refs += 1
        for witness in self._one_of(who):
            witness.request(type="send", ref=self.refs, text="answer")

    def _one_of(self, who: int) -> list[Witness]:
        here = [one for one in self.witnesses if one in self.office.clients]
        return [here[who % len(here)]] if here else []

    # What happens to the mail

    def deliver(self, some: int, then: int) -> None:
        """Some letters in order, then one out of order."""
        for position in [0] * some + [then]:
            letter = self._take(position)
            if letter:
                self.office.hand_over(letter)

    def lose(self, position: int) -> None:
        letter = self._take(position)
        if letter and letter.is_count:
            self.office.mail.appendleft(letter)

    def repeat(self, position: int) -> None:
        """Twice is what a bus may do; that a keeper said no, it says once."""
        letter = self._take(position)
        if letter:
            self.office.hand_over(letter)
            if not letter.is_count and not letter.packed.startswith(b"none"):
                self.office.hand_over(letter)

    def _take(self, position: int) -> Letter | None:
        """One of the first letters, unless a later session's would overtake an older one's to the same recipient."""
        mail = self.office.mail
        if not mail:
            return None
        position %= min(len(mail), WINDOW)
        if not all(may_overtake(mail[position], mail[earlier]) for earlier in range(position)):
            position = 0
        letter = mail[position]
        del mail[position]
        return letter

    def pass_time(self, milliseconds: int) -> None:
        self.office.at += milliseconds
        for point in list(self.office.points):
            point.do(point.session.tick(self.office.at))
        for witness in self._all_here():
            witness.do(witness.follower.tick(self.office.at))

    def change(self, is_up: bool) -> None:
        if is_up != self.office.is_up:
            self.office.change(is_up)

    def _all_here(self) -> list[Witness]:
        return [one for one in self.witnesses if one in self.office.clients]

    def come_to_rest(self) -> None:
        """The bus is reliable again; a few renewals pass."""
        self.change(is_up=True)
        self.office.settle()
        self.end_old()
        self.office.settle()
        self.office.pass_time(35_000)
        for witness in self._all_here():
            witness.is_at_rest()


def may_overtake(letter: Letter, earlier: Letter) -> bool:
    """A session's mail is not overtaken by its successor's: connecting again takes longer than the mail."""
    if letter.to is not earlier.to or letter.is_count or earlier.is_count:
        return True
    return epoch_of(letter) <= epoch_of(earlier) and not letter.packed.startswith(b"announce")


def epoch_of(letter: Letter) -> bytes:
    fields = letter.packed.partition(b"\n")[0].split(b" ")
    return fields[2] if len(fields) > 3 and fields[2].startswith(b"e") else b""


@dataclass(frozen=True)
class Step:
    """Something that happens; reads as the call it is."""

    name: str
    arguments: tuple[object, ...] = ()

    def __repr__(self) -> str:
        return f"{self.name}({', '.join(map(repr, self.arguments))})"


NTH = range(WINDOW)
ARGUMENTS: dict[str, Iterable[tuple[object, ...]]] = {
    "nothing": [()],
    "deliver": product(range(8), NTH),
    "say": product([1, 20, 400]),
    "attach": product(["watch", "answer"], [None, 0, 1, 2], range(7)),
    "connect": [()],
    "end": product([0, 1]),
    "end_unkept": [()],
    "end_old": [()],
    "pass_time": product([250, 600, 600, 11_000]),
    "change": product([True, True, False]),
    "forget": product([0, 1]),
    **{name: product(NTH) for name in ("send", "refresh", "renew", "claim", "repeat", "lose")},
}
STEPS = {name: [Step(name, some) for some in arguments] for name, arguments in ARGUMENTS.items()}
HARMLESS = {
    "nothing": 1,
    "deliver": 30,
    "say": 12,
    "send": 5,
    "attach": 4,
    "refresh": 3,
    "renew": 4,
    "claim": 2,
    "connect": 3,
    "end": 3,
    "end_old": 1,
    "repeat": 4,
}
HARMFUL = {**HARMLESS, "lose": 4, "pass_time": 5, "change": 2, "forget": 1, "end_unkept": 1}


def schedules_of(weights: dict[str, int]) -> st.SearchStrategy[list[Step]]:
    """Long ones, for it takes a while to get into trouble; they shrink by doing nothing. One choice a step is quick."""
    steps = [step for name, weight in weights.items() for step in islice(cycle(STEPS[name]), 20 * weight)]
    schedules = st.lists(st.sampled_from(steps), min_size=30, max_size=120)
    return schedules.map(lambda schedule: [one for one in schedule if one.name != "nothing"])


calm = schedules_of(HARMLESS)
schedules = schedules_of(HARMFUL)
keeps = st.tuples(st.sampled_from([0, 1, 3, 500]), st.sampled_from([100, 1000, 262_144]))


def play(keep: tuple[int, int], schedule: list[Step]) -> World:
    world = World(*keep)
    for one in schedule:
        getattr(world, one.name)(*one.arguments)
    world.come_to_rest()
    return world


quick = settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
thorough = settings(quick, max_examples=20_000)


def check_anything(keep: tuple[int, int], schedule: list[Step]) -> None:
    play(keep, schedule)


def check_calm(keep: tuple[int, int], schedule: list[Step]) -> None:
    for witness in play(keep, schedule).witnesses:
        assert witness.lost_epochs <= witness.shortened_epochs, "called incomplete, though nothing was left out"


test_frames_are_shown_once_and_loss_is_said = quick(given(keeps, schedules)(check_anything))
test_nothing_is_called_lost_that_is_not = quick(given(keeps, calm)(check_calm))
test_frames_are_shown_once_at_length = pytest.mark.long(thorough(given(keeps, schedules)(check_anything)))
test_nothing_is_called_lost_at_length = pytest.mark.long(thorough(given(keeps, calm)(check_calm)))
