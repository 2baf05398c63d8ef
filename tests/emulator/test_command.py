from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec

import pytest
from click.testing import CliRunner

from relay.emulator import run
from relay.emulator.command import emulate
from relay.emulator.pace import Pace


def test_options_become_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []

    async def record(
        url: str, identity: str, count: int, pace: Pace, meter_seconds: int, say: object, frames: tuple[str, ...]
    ) -> None:
        called.extend([url, identity, count, pace.charge, meter_seconds, frames])

    monkeypatch.setattr(run, "emulate", record)
    arguments = ["--url", "wss://cs.example/ocpp", "--identity", "A7", "--count", "2", "--speed", "9"]
    result = CliRunner().invoke(emulate, [*arguments, "--meter-seconds", "3", "--say", "[2,", "--say", "x"])
    assert result.exit_code == 0
    assert called == ["wss://cs.example/ocpp", "A7", 2, 10, 3, ("[2,", "x")]


@pytest.mark.parametrize("url", ["localhost:9000", "http://localhost:9000/ocpp", "ws://", ""])
def test_an_address_that_is_none_is_named(url: str) -> None:
    result = CliRunner().invoke(emulate, ["--url", url])
    assert result.exit_code == 2
    assert "no address of a central system" in result.output


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec

    def missing(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "ocpp" else found(name, package)

    monkeypatch.setattr("relay.emulator.command.find_spec", missing)
    result = CliRunner().invoke(emulate, [])
    assert result.exit_code == 1
    assert "pip install 'ocpp-relay[emulator]'" in result.output
