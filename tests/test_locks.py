"""The locks say what to install and how to know it again, never where from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted(ROOT.glob("requirements*.lock"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    assert "://" not in lock.read_text()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_everything_in_a_lock_is_pinned_and_hashed(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", lock.read_text(), flags=re.MULTILINE).strip())
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_locks_agree() -> None:
    everything = set(ROOT.joinpath("requirements-dev.lock").read_text().splitlines())
    for lock in LOCKS:
        pinned = [line for line in lock.read_text().splitlines() if not line.startswith("#")]
        assert set(pinned) <= everything, lock.name


@pytest.mark.parametrize("folder", ["webapp", "tests/end_to_end/ocpp_rpc"])
def test_an_npm_lock_names_no_address(folder: str) -> None:
    lock = ROOT / folder / "package-lock.json"
    packages = json.loads(lock.read_text())["packages"]
    assert packages
    assert not [name for name, entry in packages.items() if "resolved" in entry]
