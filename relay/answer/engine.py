"""The web app's own engine and rules, in a JavaScript engine inside this process. The only place where JSON enters."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import orjson
import quickjs

SCRIPT = Path(__file__).parent / "engine.js"

MOST_BYTES = 512 * 1024 * 1024
STACK_BYTES = 4 * 1024 * 1024

Role = Literal["standby", "answer"]


class NotBuilt(Exception):
    """The engine's script is not there: it is made with the web app."""


class WrongRules(Exception):
    """The rules cannot be read; one line for each thing that is wrong."""


@dataclass(frozen=True, slots=True)
class Options:
    """Who answers whom. The keys are the engine's own."""

    identity: str
    client: str
    name: str
    role: Role
    refPrefix: str  # noqa: N815 - crosses as it is
    seed: str | None
    chance: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has to go to the relay, and what happened, both ready to be written."""

    send: list[str]
    happened: list[dict[str, Any]]


class Engine:
    """Text in, outcomes out. Pure: it is told the time, in Unix milliseconds."""

    def __init__(self, options: Options, rules: str, now: float) -> None:
        if not SCRIPT.exists():
            raise NotBuilt(f"{SCRIPT.name} is missing. Build the web app, or install a released package.")
        context = quickjs.Context()
        context.set_memory_limit(MOST_BYTES)
        context.set_max_stack_size(STACK_BYTES)
        context.eval(SCRIPT.read_text(encoding="utf-8"))
        self._context = context
        self._functions: dict[str, Any] = {
            name: context.eval(f"ocppRelay.{name}")
            for name in ("start", "attach", "said", "tick", "lost", "nextDue", "verdicts")
        }
        self.started = self._start(options, rules, now)

    def attach(self) -> Outcome:
        """The socket to the relay is open."""
        return outcome(self._functions["attach"]())

    def said(self, text: str, now: float) -> Outcome:
        """The relay said something."""
        return outcome(self._functions["said"](text, now))

    def tick(self, now: float) -> Outcome:
        """Something may be due."""
        return outcome(self._functions["tick"](now))

    def lost(self, now: float) -> None:
        """The socket to the relay ended."""
        self._functions["lost"](now)

    def next_due(self) -> float | None:
        """When to call ``tick``."""
        due = float(self._functions["nextDue"]())
        return None if due < 0 else due

    def verdicts(self, now: float) -> list[dict[str, Any]]:
        """How each expectation of the rules stands; ``met`` is None while it may still go either way."""
        found: list[dict[str, Any]] = orjson.loads(self._functions["verdicts"](now))
        return found

    def _start(self, options: Options, rules: str, now: float) -> dict[str, Any]:
        started: dict[str, Any] = orjson.loads(
            self._functions["start"](orjson.dumps(asdict(options)).decode(), rules, now)
        )
        if "wrong" in started:
            raise WrongRules("\n".join(f"{wrong['path']}: {wrong['words']}" for wrong in started["wrong"]))
        return started


def outcome(text: str) -> Outcome:
    """What the engine returned, with each request to the relay as its own text."""
    read = orjson.loads(text)
    return Outcome([orjson.dumps(request).decode() for request in read["send"]], read["happened"])
