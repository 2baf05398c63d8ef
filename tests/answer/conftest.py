"""Without the engine's script, which the build makes, or the extra `answer` there is nothing to test."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

ENGINE = Path(__file__).parents[2] / "relay" / "answer" / "engine.js"

collect_ignore_glob = [] if ENGINE.exists() and find_spec("quickjs") else ["test_*.py"]
