"""The two clocks: what is shown goes by the wall, what is waited for by the steady one."""

from __future__ import annotations

import time


def now() -> int:
    """Unix time in milliseconds."""
    return time.time_ns() // 1_000_000


def steady() -> int:
    """Milliseconds of a clock that nobody sets."""
    return time.monotonic_ns() // 1_000_000
