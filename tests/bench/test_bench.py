"""The benchmark's parts work; how fast anything is, is not a test's business."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.frames import TEXT, Frame, read_frame, write_frame

ROOT = Path(__file__).parent.parent.parent


def run(module: str, *arguments: str) -> str:
    """What a benchmark prints."""
    command = [sys.executable, "-m", module, *arguments]
    ran = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_table_has_every_shape_and_the_ratios() -> None:
    printed = run("bench.side_by_side", "--pairs", "5", "--seconds", "0.5", "--rounds", "1")
    for shape in ("naive, Redis", "ocpp-relay, Redis", "ocpp-relay, memory"):
        assert f"| {shape} | 5 | " in printed
    assert "Naive relay to ours at 5 pairs" in printed


def test_a_reader_that_stopped_is_measured_on_both_buses() -> None:
    printed = run("bench.slow_reader", "--megabytes", "2")
    assert "| ocpp-relay, Redis | 2 MB | " in printed
    assert "| ocpp-relay, memory | 2 MB | " in printed


def test_a_frame_cut_anywhere_is_read_once_it_is_whole() -> None:
    for length in (0, 125, 126, 65_535):
        sent = write_frame(TEXT, b"x" * length)
        as_a_server_sends = bytes((sent[0], sent[1] & 0x7F)) + sent[2:].replace(b"\0\0\0\0", b"", 1)
        for cut in {0, 1, 2, 3, len(as_a_server_sends) - 1}:
            if cut < len(as_a_server_sends):
                assert read_frame(as_a_server_sends[:cut], 0) is None
        assert read_frame(as_a_server_sends + b"next", 0) == Frame(TEXT, b"x" * length, len(as_a_server_sends))
