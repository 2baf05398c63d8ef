"""A headless central system on a real socket: connected until its time is over or its expectations are decided."""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from relay.answer.engine import Engine, Options, Outcome, Role
from relay.core.close import CLOSES

Print = Callable[[dict[str, Any]], None]

LONGEST_PAUSE = 10.0
"""Seconds between two attempts to connect, at most."""

BEAT = 0.25
"""Seconds between two looks at the time, when nothing is due earlier."""


class Ended(Exception):
    """The relay ended the connection and does not want this client back."""


@dataclass(frozen=True, slots=True)
class Task:
    """What one run has to do."""

    url: str
    identity: str
    rules: str
    role: Role = "standby"
    name: str = "headless"
    seed: str | None = None
    exit_after: float | None = None


async def answer(task: Task, say: Print) -> bool:
    """Answer until the end; whether everything that was expected came."""
    run = Run(task, say)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(task.exit_after):
            await run.until_decided()
    return run.verdict()


class Run:
    """Carries out what the engine wants, and tells it what arrives and what time it is."""

    def __init__(self, task: Task, say: Print) -> None:
        self._task = task
        self._say = say
        options = Options(
            identity=task.identity,
            client=f"headless-{secrets.token_hex(8)}",
            name=task.name,
            role=task.role,
            refPrefix=f"h-{secrets.token_hex(4)}",
            seed=task.seed,
            chance=random.random(),  # noqa: S311 - a seed that is printed is no secret
        )
        self._engine = Engine(options, task.rules, milliseconds())
        say({"happened": "started", "at": int(milliseconds()), "identity": task.identity, **self._engine.started})

    async def until_decided(self) -> None:
        """Stay connected; come back when the relay goes. With nothing expected, for ever."""
        failures = 0
        while not self._is_decided():
            try:
                async with connect(
                    f"{self._task.url.rstrip('/')}/cs/{quote(self._task.identity, safe='')}",
                    subprotocols=[Subprotocol("relay.v1")],
                    max_size=None,
                ) as socket:
                    failures = 0
                    await self._converse(socket)
            except (OSError, InvalidHandshake, TimeoutError) as reason:
                self._say({"happened": "relay unreachable", "reason": str(reason) or type(reason).__name__})
            if not self._is_decided():
                failures += 1
                await asyncio.sleep(min(LONGEST_PAUSE, 0.25 * 2 ** min(failures, 10)) * (0.5 + random.random() / 2))  # noqa: S311

    def verdict(self) -> bool:
        """Tell how each expectation ended; what is still open has not come."""
        verdicts = self._engine.verdicts(milliseconds())
        for one in verdicts:
            self._say({"happened": "expectation", **one, "met": one["met"] is True})
        return all(one["met"] is True for one in verdicts)

    async def _converse(self, socket: ClientConnection) -> None:
        self._say({"happened": "relay connected"})
        try:
            await self._carry_out(socket, self._engine.attach())
            while not self._is_decided():
                await self._one_step(socket)
        except ConnectionClosed:
            self._lost(socket.close_code, socket.close_reason)
        else:
            self._engine.lost(milliseconds())

    async def _one_step(self, socket: ClientConnection) -> None:
        """What the relay says next, or what is due by itself, whichever comes first."""
        now = milliseconds()
        due = self._engine.next_due()
        wait = BEAT if due is None else min(BEAT, max(0.0, (due - now) / 1000))
        try:
            async with asyncio.timeout(wait):
                text = await socket.recv()
        except TimeoutError:
            await self._carry_out(socket, self._engine.tick(milliseconds()))
            return
        if isinstance(text, str):
            await self._carry_out(socket, self._engine.said(text, milliseconds()))

    async def _carry_out(self, socket: ClientConnection, outcome: Outcome) -> None:
        for request in outcome.send:
            await socket.send(request)
        for line in outcome.happened:
            self._say(line)

    def _lost(self, code: int | None, reason: str | None) -> None:
        self._engine.lost(milliseconds())
        row = next((close for close in CLOSES if close.code == code), None)
        words = reason or (row.words if row else "")
        self._say({"happened": "relay lost", "code": code, "reason": words})
        if row is not None and row.come_back == "no":
            raise Ended(f"The relay ended this: {words} ({code}).")

    def _is_decided(self) -> bool:
        """Everything expected came, or something can come no more. With ``exit_after`` the time decides, too."""
        verdicts = self._engine.verdicts(milliseconds())
        if not verdicts:
            return False
        if any(one["met"] is False for one in verdicts):
            return True
        return self._task.exit_after is None and all(one["met"] is True for one in verdicts)


def milliseconds() -> float:
    """Unix time, as the relay counts it."""
    return time.time() * 1000
