"""A real Redis for tests: on its own port of this machine, keeping nothing, to be killed and frozen at will."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

START_SECONDS = 10.0
STOP_SECONDS = 5.0


class RedisServer:
    """One redis-server; ``options`` go to its command line. It keeps its port when it is started again."""

    def __init__(self, directory: Path, *options: str) -> None:
        self.port = free_port()
        self._log = directory / f"redis-{self.port}.log"
        self._command = [
            *(program(), "--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(directory)),
            *("--save", "", "--appendonly", "no", "--daemonize", "no", *options),
        ]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns once Redis answers."""
        assert self._process is None, "already started"
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        limit = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > limit:
                self.kill()
                raise AssertionError(f"redis-server did not start: {self._log.read_text()}")
            time.sleep(0.02)

    def kill(self) -> None:
        """As if the power failed: nobody is told. Works on a frozen one too."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """The machine still acknowledges what is sent, but nobody reads it."""
        self._running.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._running.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """In order; does nothing when it does not run."""
        if self._process is not None:
            self.thaw()
            self._end(signal.SIGTERM)

    def __enter__(self) -> Self:
        self.start()
        return self

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

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                connection.sendall(b"PING\r\n")
                return bool(connection.recv(1))
        except OSError:
            return False


def program() -> str:
    found = shutil.which("redis-server")
    assert found, "redis-server is not installed; scripts/test installs it"
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
