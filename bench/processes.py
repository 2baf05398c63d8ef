"""Servers and load as processes of their own: started, pinned, measured, ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import orjson
import psutil
import redis

from tests.redis_server import RedisServer, free_port

ROOT = Path(__file__).parent.parent
START_SECONDS = 20.0
STOP_SECONDS = 15.0


def pin(pid: int, core: int) -> None:
    """Keep a process and what it will start on one core, where the system can: a move costs it its caches."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if len(cores) > 1:
        os.sched_setaffinity(pid, {cores[core]})


class Ended(Exception):
    """A process that should still run does not."""


class Program:
    """A Python module that runs as a process, from the repository's root."""

    def __init__(self, module: str, *arguments: str, core: int, environment: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | (environment or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        pin(self._process.pid, core)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        try:
            self._process.communicate(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            for process in self.family():
                process.kill()
            self._process.communicate()

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def family(self) -> list[psutil.Process]:
        """The process and its workers."""
        process = psutil.Process(self._process.pid)
        return [process, *process.children(recursive=True)]

    def say(self, line: str) -> None:
        """Write a line to its input."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def hear(self) -> bytes:
        """The next line of its output."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise Ended(f"{self._process.args!r} ended with {self._process.wait()}")
        return line


class Server(Program):
    """A relay under load, with a Redis of its own if it needs one; both on the first core, the load on the second."""

    def __init__(self, module: str, *arguments: str, redis_server: RedisServer | None = None, **environment: str):
        self.port = free_port()
        super().__init__(module, *arguments, "--port", str(self.port), core=0, environment=environment)
        self._redis = redis.Redis.from_url(redis_server.url) if redis_server else None
        if self._redis:
            pin(self._redis.info("server")["process_id"], 0)

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    def wait_until_ready(self) -> None:
        """Returns once it can bridge."""
        limit = time.monotonic() + START_SECONDS
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=1):
                    return
            except (urllib.error.URLError, OSError):
                if time.monotonic() > limit or not self.is_running:
                    raise
                time.sleep(0.05)

    def cpu_seconds(self) -> float:
        """User and system time of all its processes."""
        return sum(sum(process.cpu_times()[:2]) for process in self.family())

    def redis_seconds(self) -> float:
        """User and system time of its Redis; 0 without one."""
        cpu = self._redis.info("cpu") if self._redis else {"used_cpu_user": 0.0, "used_cpu_sys": 0.0}
        return float(cpu["used_cpu_user"]) + float(cpu["used_cpu_sys"])

    def memory_bytes(self) -> int:
        """What its processes alone hold; pages shared with others are not counted."""
        return sum(process.memory_full_info().uss for process in self.family())


class Load:
    """Pairs that are connected to a server, from as many processes as the file limit asks for."""

    def __init__(self, url: str, pairs: int, processes: int, options: Sequence[str] = ()) -> None:
        self._programs = []
        share = -(-pairs // processes)
        for first in range(1, pairs + 1, share):
            arguments = ("--first", str(first), "--pairs", str(min(share, pairs - first + 1)))
            self._programs.append(Program("bench.load", url, *arguments, *options, core=1))
        for program in self._programs:
            assert program.hear() == b"ready\n"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for program in self._programs:
            program.__exit__(kind, error, trace)

    def play(self, seconds: float) -> list[int]:
        """One round; the microseconds that each Call took."""
        for program in self._programs:
            program.say(str(seconds))
        return sorted(took for program in self._programs for took in orjson.loads(program.hear()))
