"""The emulator as its users run it, beside a relay."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.end_to_end.relay_process import ROOT, RelayProcess


@contextmanager
def emulating(relay: RelayProcess, identity: str, *options: str) -> Iterator[None]:
    """``ocpp-relay emulate`` with these options, until the end of the block."""
    address = ["--url", f"{relay.ws}/ocpp", "--identity", identity]
    command = [sys.executable, "-m", "relay.cli", "emulate", *address, "--quiet", *options]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
