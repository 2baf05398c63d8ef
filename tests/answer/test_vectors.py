"""The rules that the page's tests run, through the engine that the command runs."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from relay.answer.engine import Engine, Options, Outcome, WrongRules

NOON = datetime.fromisoformat("2026-11-20T12:00:00Z").timestamp() * 1000
VECTORS = Path(__file__).parents[1] / "vectors"
RULES: list[dict[str, Any]] = json.loads((VECTORS / "rules.json").read_text())
TEMPLATES: dict[str, Any] = json.loads((VECTORS / "templates.json").read_text())


def engine(rules: list[Any], seed: str | None = None, expect: tuple[dict[str, Any], ...] = ()) -> Engine:
    options = Options("CP1", "me", "headless", "standby", "h", seed, 0.0)
    return Engine(options, json.dumps({"format": 1, "name": "test", "rules": rules, "expect": expect}), NOON)


class Conversation:
    """A charge point that calls, and a relay that confirms at once; time is told."""

    def __init__(self, answering: Engine) -> None:
        self.engine = answering
        self.now = NOON
        self.seq = 0
        self.epoch = ""
        self.said: list[str] = []
        self.by: list[str] = []

    def open(self, epoch: str) -> None:
        self.epoch, self.seq = epoch, 0
        about: dict[str, Any] = {"epoch": epoch, "at": self.now}
        connection = {"version": "ocpp1.6", "offered": [], "flags": [], "remote": "", "headers": {}}
        self._hear({"type": "opened", **about, **connection})
        self._hear({"type": "role", "holder": "me", "name": "headless", "role": "standby", "seq": 0, **about})

    def call(self, text: str) -> None:
        self._frame("cp", text)

    def wait(self, seconds: float) -> None:
        end = self.now + seconds * 1000
        while self.now < end:
            self.now = min(end, self.now + 100)
            self._relay(self.engine.tick(self.now))

    def take(self) -> list[str]:
        said, self.said = self.said, []
        return said

    def _frame(self, sender: str, text: str, **extra: str) -> None:
        self.seq += 1
        about: dict[str, Any] = {"epoch": self.epoch, "seq": self.seq, "at": self.now}
        self._hear({"type": "frame", **about, "from": sender, "text": text, **extra})

    def _hear(self, envelope: dict[str, Any]) -> None:
        self._relay(self.engine.said(json.dumps(envelope), self.now))

    def _relay(self, outcome: Outcome) -> None:
        for request in map(json.loads, outcome.send):
            if request["type"] != "send":
                close = request["type"] == "close"
                self.said.append(f"close {request['code']} {request['reason']}" if close else request["type"])
                continue
            self.said.append(request["text"])
            self.by.append(request["by"])
            self._frame("cs", request["text"], client="me", ref=request["ref"], by=request["by"])


@pytest.mark.parametrize("vector", [pytest.param(vector, id=vector["name"]) for vector in RULES])
def test_rules_answer_as_in_the_page(vector: dict[str, Any]) -> None:
    asks = any(rule["answer"].get("reply", {}).get("kind") == "ask" for rule in vector["rules"])
    conversation = Conversation(engine(vector["rules"], vector.get("seed")))
    conversation.open("e1")
    for line in vector["conversation"]:
        if "opened" in line:
            conversation.open(line["opened"])
        elif "cp" in line:
            conversation.call(line["cp"])
        else:
            conversation.wait(line["wait"])
        if asks:
            continue
        assert conversation.take() == line.get("cs", [])
        if "by" in line:
            assert f"headless: {line['by'].removeprefix('rule: ')}" in conversation.by
    if asks:
        expected = [text for line in vector["conversation"] for text in line["cs"]]
        assert conversation.take() == expected, "nobody can be asked: the fallback goes out at once"


@pytest.mark.parametrize(("template", "filled"), TEMPLATES["filled"])
def test_templates_are_filled_as_in_the_page(template: Any, filled: Any) -> None:
    reply = {"kind": "result", "payload": template}
    rules = [{"name": "t", "when": {}, "answer": {"mode": "always", "reply": reply}}]
    conversation = Conversation(engine(rules, TEMPLATES["seed"]))
    conversation.open("e1")
    if template == "{{nextTransactionId}}":
        filled = int(NOON / 1000)
    conversation.call(TEMPLATES["call"])
    [answer] = conversation.take()
    assert json.loads(answer) == [3, 19223201, filled]


def test_wrong_rules_are_told_with_their_place() -> None:
    with pytest.raises(WrongRules, match=r"\$\.rules\[0\]\.name: This is missing\."):
        engine([{"answer": {"mode": "always", "reply": {"kind": "silence"}}}])
    with pytest.raises(WrongRules, match="This is not JSON: line 1"):
        Engine(Options("CP1", "me", "n", "standby", "h", None, 0.0), "{", NOON)


def test_no_expression_keeps_the_engine_busy() -> None:
    condition = {"path": "$.a", "test": "matches", "value": "(a+)+$"}
    reply = {"kind": "silence"}
    conversation = Conversation(
        engine([{"name": "evil", "when": {"conditions": [condition]}, "answer": {"mode": "always", "reply": reply}}])
    )
    conversation.open("e1")
    conversation.call(json.dumps([2, "a", "MeterValues", {"a": "a" * 10_000 + "!"}]))
    assert conversation.take() == ['[3,"a",{}]']


def test_expectations_are_decided_by_what_came_in_time() -> None:
    wanted = ({"action": "Heartbeat", "times": 2, "withinSeconds": 10}, {"action": "MeterValues", "withinSeconds": 5})
    conversation = Conversation(engine([], expect=wanted))
    conversation.open("e1")
    conversation.call('[2,"1","Heartbeat",{}]')
    assert [one["met"] for one in conversation.engine.verdicts(conversation.now)] == [None, None]
    conversation.call('[2,"2","Heartbeat",{}]')
    conversation.wait(6)
    conversation.call('[2,"3","MeterValues",{}]')
    verdicts = conversation.engine.verdicts(conversation.now)
    assert [(one["seen"], one["met"]) for one in verdicts] == [(2, True), (0, False)]


def test_what_was_before_this_run_counts_for_nothing() -> None:
    answering = engine([], expect=({"action": "Heartbeat", "withinSeconds": 10},))
    about: dict[str, Any] = {"epoch": "e1", "at": NOON - 60_000}
    connection = {"version": "ocpp1.6", "offered": [], "flags": [], "remote": "", "headers": {}}
    frames = [('[2,"a","Heartbeat",{}]', "cp"), ('[3,"a",{}]', "cs")]
    answering.said(json.dumps({"type": "opened", **about, **connection}), NOON)
    for seq, (text, sender) in enumerate(frames, 1):
        answering.said(json.dumps({"type": "frame", **about, "seq": seq, "from": sender, "text": text}), NOON)
    answering.said(json.dumps({"type": "replayed", "epoch": "e1", "first": 1, "last": 2, "complete": True}), NOON)
    assert answering.verdicts(NOON)[0]["seen"] == 0
