"""What takes a charge point a while, told step by step: firmware updates, diagnostics, logs."""

from __future__ import annotations

from relay.emulator.conversation import Conversation
from relay.emulator.frame import Payload

UPDATE = ("Downloading", "Downloaded", "Installing", "Installed")
SIGNED_UPDATE = ("Downloading", "Downloaded", "SignatureVerified", "Installing", "Installed")
UPLOAD = ("Uploading", "Uploaded")


class Jobs:
    """At most one job for each action that tells of it; nothing is really fetched or sent, only told."""

    def __init__(self, talk: Conversation) -> None:
        self._talk = talk
        self._begun: set[str] = set()
        self._told: dict[str, Payload] = {}

    def begin(self, action: str, steps: tuple[str, ...], also: Payload, at: float) -> bool:
        """``also`` goes with every status. False when nothing was interrupted for it."""
        interrupts = self._talk.agenda.is_planned(action)
        self._begun.add(action)
        self._talk.agenda.plan(action, at, lambda now: self._step(action, steps, also, now))
        return interrupts

    def report(self, action: str) -> None:
        """Tell the present status again; Idle when nothing is going on (OCPP 1.6, 5.17)."""
        self._talk.ask(action, self._told.get(action, {"status": "Idle"}))

    def drop(self) -> None:
        """A restart ends them all."""
        self._told.clear()
        self._talk.agenda.drop(*self._begun)

    def _step(self, action: str, steps: tuple[str, ...], also: Payload, at: float) -> None:
        status, *rest = steps
        self._talk.say(f"{action.removesuffix('StatusNotification')}: {status}")
        self._talk.ask(action, {"status": status, **also})
        if rest:
            self._told[action] = {"status": status, **also}
            later = at + self._talk.pace.step
            self._talk.agenda.plan(action, later, lambda now: self._step(action, tuple(rest), also, now))
        else:
            self._told.pop(action, None)
