"""The relay as its users run it: a process of its own, to be stopped, killed, frozen and started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import httpx
import psutil

from tests.redis_server import free_port

ROOT = Path(__file__).parent.parent.parent
START_SECONDS = 20.0
STOP_SECONDS = 12.0


class RelayProcess:
    """``ocpp-relay serve`` with these settings (``keep_frames="3"``). It keeps its port when it is started again."""

    def __init__(self, directory: Path, **settings: str) -> None:
        self.port = free_port()
        self._log = directory / f"relay-{self.port}.log"
        others = {name: value for name, value in os.environ.items() if not name.startswith(("RELAY_", "LOG_"))}
        mine = {f"RELAY_{name.upper()}": value for name, value in settings.items()}
        self._environment = {**others, **mine, "RELAY_PORT": str(self.port)}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def page(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    @property
    def memory(self) -> int:
        """Bytes of this machine's memory that it holds."""
        return int(psutil.Process(self._running.pid).memory_info().rss)

    @property
    def said(self) -> str:
        """All that it printed."""
        return self._log.read_text()

    def start(self) -> Self:
        with self._log.open("ab") as log:
            command = [sys.executable, "-m", "relay.cli", "serve"]
            self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)
        limit = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > limit:
                self.kill()
                raise AssertionError(f"the relay did not start: {self.said}")
            time.sleep(0.02)
        return self

    def kill(self) -> None:
        """As if the power failed."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """In order; does nothing when it does not run."""
        if self._process is not None:
            self._end(signal.SIGTERM)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "not started"
        return self._process

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._running, None
        process.send_signal(how)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)
            raise AssertionError(f"the relay did not leave within {STOP_SECONDS} s: {self.said}") from None

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.page}readyz", timeout=1).status_code == 200
        except httpx.TransportError:
            return False


@dataclass(frozen=True)
class Pair:
    """Where the charger connects, and where the browser does."""

    charger: RelayProcess
    browser: RelayProcess


class StartRelay(Protocol):
    def __call__(self, **settings: str) -> RelayProcess: ...
