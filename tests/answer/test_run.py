"""Headless answers from a real relay to the charge point of the `ocpp` package."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import websockets
from click.testing import CliRunner
from ocpp.v16 import ChargePoint, call

from relay.answer.command import answer as command
from relay.answer.run import Task, answer
from tests.server.running import Running, charge_point, follower, running

PENDING_TWICE = {
    "name": "Pending twice",
    "when": {"action": "BootNotification"},
    "answer": {
        "mode": "sequence",
        "steps": [
            {"times": 2, "reply": {"kind": "result", "payload": boot}}
            for boot in (
                {"status": "Pending", "currentTime": "{{now}}", "interval": 5},
                {"status": "Accepted", "currentTime": "{{now}}", "interval": 60},
            )
        ],
    },
}


def rules(*expect: dict[str, Any]) -> str:
    return json.dumps({"format": 1, "name": "Bench", "rules": [PENDING_TWICE], "expect": expect})


def task(server: Running, *expect: dict[str, Any], exit_after: float | None = 20) -> Task:
    return Task(server.ws, "CP1", rules(*expect), exit_after=exit_after)


async def boots(server: Running, times: int) -> list[str]:
    """What the charge point of the package is told when it boots."""
    statuses = []
    async with charge_point(server) as socket:
        station = ChargePoint("CP1", socket, response_timeout=10)
        listening = asyncio.create_task(station.start())
        for _ in range(times):
            response = await station.call(call.BootNotification("V2", "Acme"))
            statuses.append(response.status)
        listening.cancel()
    return statuses


async def test_a_charger_is_answered_by_rules_without_a_browser() -> None:
    lines: list[dict[str, Any]] = []
    async with running() as server:
        wanted = {"action": "BootNotification", "times": 3, "withinSeconds": 15}
        headless = asyncio.create_task(answer(task(server, wanted, exit_after=None), lines.append))
        assert await boots(server, 3) == ["Pending", "Pending", "Accepted"]
        assert await headless is True
    answers = [line for line in lines if line["happened"] == "answer"]
    assert [line["by"] for line in answers][:2] == [
        "headless: Pending twice (step 1, 1 of 2)",
        "headless: Pending twice (step 1, 2 of 2)",
    ]
    assert all(line["ms"] >= 0 and line["action"] == "BootNotification" for line in answers)
    assert lines[-1] == {"happened": "expectation", **wanted, "seen": 3, "met": True}


async def test_what_does_not_come_is_told_in_the_end() -> None:
    lines: list[dict[str, Any]] = []
    async with running() as server:
        wanted = {"action": "StartTransaction", "times": 1, "withinSeconds": 0.3}
        assert await answer(task(server, wanted), lines.append) is False
    assert lines[-1] == {"happened": "expectation", **wanted, "seen": 0, "met": False}


async def test_it_stands_by_while_a_tab_answers() -> None:
    lines: list[dict[str, Any]] = []
    async with running() as server, follower(server, role="answer") as tab:
        headless = asyncio.create_task(answer(task(server, exit_after=3), lines.append))
        async with charge_point(server) as socket:
            await tab.until("role", holder="tab1")
            await socket.send('[2,"a","Heartbeat",{}]')
            await tab.until("frame", seq=1)
            await tab.say("send", ref="1", text='[3,"a",{"currentTime":"by hand"}]')
            assert "by hand" in str(await socket.recv())
            await tab.connection.close()
            await asyncio.sleep(0.2)
            await socket.send('[2,"b","MeterValues",{}]')
            assert await socket.recv() == '[3,"b",{}]'
        assert await headless is True
    assert [line["by"] for line in lines if line["happened"] == "answer" and "by" in line] == ["headless: default"]


async def test_it_comes_back_when_the_relay_does() -> None:
    lines: list[dict[str, Any]] = []
    refusals = 0

    async def serve_once(socket: websockets.ServerConnection) -> None:
        nonlocal refusals
        refusals += 1
        await socket.recv()
        await socket.close(1012, "restarting")

    async with websockets.serve(serve_once, "127.0.0.1", 0, subprotocols=[websockets.Subprotocol("relay.v1")]) as relay:
        port = relay.sockets[0].getsockname()[1]
        await answer(Task(f"ws://127.0.0.1:{port}", "CP1", rules(), exit_after=3), lines.append)
    assert refusals >= 2
    assert {"happened": "relay lost", "code": 1012, "reason": "restarting"} in lines


def test_the_command_says_what_is_wrong_with_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text('{"format":1,"name":"x","rules":[{}]}')
    result = CliRunner().invoke(command, ["--identity", "CP1", "--rules", str(file)])
    assert result.exit_code == 1
    assert "$.rules[0].name: This is missing." in result.output


def test_the_command_refuses_what_is_no_time_and_no_seed(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text(rules())
    for wrong in (["--exit-after", "soon"], ["--seed", "xyz"], ["--url", "http://x"]):
        result = CliRunner().invoke(command, ["--identity", "CP1", "--rules", str(file), *wrong])
        assert result.exit_code == 2, result.output


def test_the_command_ends_with_1_when_something_did_not_come(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text(rules({"action": "Heartbeat", "withinSeconds": 0.2}))
    options = ["--identity", "CP1", "--rules", str(file), "--url", "ws://127.0.0.1:9", "--exit-after", "5s"]
    result = CliRunner().invoke(command, options)
    assert result.exit_code == 1
    assert json.loads(result.output.splitlines()[-1])["met"] is False
