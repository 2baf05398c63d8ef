"""The one timer: who fails on it hurts nobody else."""

from __future__ import annotations

from relay.server.wheel import TURN_SECONDS, Wheel


class Rider:
    """Counts its turns; fails in the one named."""

    def __init__(self, fails_at: int = 0) -> None:
        self.turns = 0
        self._fails_at = fails_at

    def turn(self) -> bool:
        self.turns += 1
        if self.turns == self._fails_at:
            raise OSError("no space left")
        return True


def test_who_fails_leaves_the_wheel_and_the_others_ride_on() -> None:
    rides: list[bool] = []
    wheel, failing, steady, chore = Wheel(), Rider(fails_at=2), Rider(), Rider(fails_at=2)
    wheel.join(failing, TURN_SECONDS)
    wheel.join(steady, TURN_SECONDS)
    wheel.every_turn(lambda: rides.append(chore.turn()))
    for _ in range(4):
        wheel.turn()
    assert (failing.turns, steady.turns) == (2, 4)
    assert chore.turns == 4  # a chore is tried again
