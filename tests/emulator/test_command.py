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
        url: str, identity: str, count: int, pace: Pace, meter_seconds: int, _say: object, *more: object
    ) -> None:
        called.extend([url, identity, count, pace.charge, meter_seconds, *more])

    monkeypatch.setattr(run, "emulate", record)
    arguments = ["--url", "wss://cs.example/ocpp", "--identity", "A7", "--count", "2", "--speed", "9"]
    result = CliRunner().invoke(emulate, [*arguments, "--meter-seconds", "3", "--say", "[2,", "--say", "x"])
    assert result.exit_code == 0
    assert called == ["wss://cs.example/ocpp", "A7", 2, 10, 3, ("[2,", "x"), "1.6"]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("1.6", "1.6"),
        ("2.0.1", "2.0.1"),
        ("2.1", "2.1"),
        ("ocpp1.6", "1.6"),
        ("ocpp2.0.1", "2.0.1"),
        ("OCPP2.1", "2.1"),
    ],
)
def test_a_version_goes_by_its_number_and_by_its_subprotocol(
    monkeypatch: pytest.MonkeyPatch, given: str, meant: str
) -> None:
    called: list[object] = []

    async def record(*arguments: object) -> None:
        called.append(arguments[-1])

    monkeypatch.setattr(run, "emulate", record)
    assert CliRunner().invoke(emulate, ["--version", given]).exit_code == 0
    assert called == [meant]


@pytest.mark.parametrize("version", ["1.5", "2.0", "ocpp2.0", "3", ""])
def test_another_version_is_refused_by_name(version: str) -> None:
    result = CliRunner().invoke(emulate, ["--version", version])
    assert result.exit_code == 2
    assert f"{version} is no version it speaks: 1.6, 2.0.1, 2.1" in result.output


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
