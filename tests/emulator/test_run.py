"""Emulated charge points on real sockets, with the `ocpp` package as the central system."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call, call_result
from ocpp.v16.enums import Action
from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol

from relay.emulator import run, wire
from relay.emulator.frame import Call, CallError, CallResult, Frame
from relay.emulator.pace import Pace

FAST = Pace(pause=0.1, plug=0.05, charge=0.6, leave=0.05, restart=0.1, step=0.05, answer=0.5, retry=0.1)

SUBPROTOCOLS = [Subprotocol(name) for name in ("ocpp1.6", "ocpp2.0.1", "ocpp2.1")]

TIME = "2030-01-01T00:00:00.000Z"


class Central(ChargePoint):  # type: ignore[misc] # the package ships no types
    """Accepts everything. The package holds every frame of the charge point against its schema."""

    def __init__(self, socket: ServerConnection) -> None:
        assert socket.request
        super().__init__(socket.request.path.removeprefix("/ocpp/"), socket, response_timeout=5)
        self.socket = socket
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        self.statuses: Iterator[str] = iter(())

    async def hears(self, action: str) -> None:
        async with asyncio.timeout(10):
            while await self.heard.get() != action:
                pass

    async def _handle_call(self, message: Any) -> None:
        await super()._handle_call(message)
        self.heard.put_nowait(message.action)

    @on(Action.boot_notification)  # type: ignore[untyped-decorator]
    def booted(self, **_payload: object) -> object:
        status = next(self.statuses, "Accepted")
        return call_result.BootNotification(current_time=TIME, interval=1, status=status)

    @on(Action.heartbeat)  # type: ignore[untyped-decorator]
    def beat(self, **_payload: object) -> object:
        return call_result.Heartbeat(current_time=TIME)

    @on(Action.status_notification)  # type: ignore[untyped-decorator]
    def changed(self, **_payload: object) -> object:
        return call_result.StatusNotification()

    @on(Action.authorize)  # type: ignore[untyped-decorator]
    def authorized(self, **_payload: object) -> object:
        return call_result.Authorize(id_tag_info={"status": "Accepted"})

    @on(Action.start_transaction)  # type: ignore[untyped-decorator]
    def begun(self, **_payload: object) -> object:
        return call_result.StartTransaction(transaction_id=7, id_tag_info={"status": "Accepted"})

    @on(Action.meter_values)  # type: ignore[untyped-decorator]
    def metered(self, **_payload: object) -> object:
        return call_result.MeterValues()

    @on(Action.stop_transaction)  # type: ignore[untyped-decorator]
    def ended(self, **_payload: object) -> object:
        return call_result.StopTransaction()


class Bench:
    """A WebSocket server that plays the central system for whoever connects."""

    def __init__(self, play: Callable[[ServerConnection], Awaitable[None]] | None = None) -> None:
        self.said: list[str] = []
        self._something_said = asyncio.Event()
        self.arrived: asyncio.Queue[Central] = asyncio.Queue()
        self.play = play or self._play_ocpp
        self.url = ""

    async def _play_ocpp(self, socket: ServerConnection) -> None:
        central = Central(socket)
        self.arrived.put_nowait(central)
        await central.start()

    async def next_charge_point(self) -> Central:
        async with asyncio.timeout(10):
            return await self.arrived.get()

    @asynccontextmanager
    async def server(self, port: int = 0) -> AsyncIterator[int]:
        async with serve(self.play, "127.0.0.1", port, subprotocols=SUBPROTOCOLS) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            self.url = f"ws://127.0.0.1:{port}/ocpp"
            yield port

    @asynccontextmanager
    async def emulating(
        self,
        identity: str = "CP1",
        count: int = 1,
        pace: Pace = FAST,
        frames: tuple[str, ...] = (),
        version: str = "1.6",
    ) -> AsyncIterator[None]:
        task = asyncio.create_task(run.emulate(self.url, identity, count, pace, 1, self.say, frames, version))
        try:
            yield
        finally:
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    def say(self, line: str) -> None:
        self.said.append(line)
        self._something_said.set()

    async def until_said(self, text: str) -> None:
        async with asyncio.timeout(10):
            while not any(text in line for line in self.said):
                self._something_said.clear()
                await self._something_said.wait()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LONGEST_PAUSE", 0.1)


async def test_a_charging_session_that_fits_every_schema() -> None:
    bench = Bench()
    async with bench.server(), bench.emulating():
        central = await bench.next_charge_point()
        for action in ["BootNotification", "StatusNotification", "Authorize", "StartTransaction", "StopTransaction"]:
            await central.hears(action)
        await central.hears("Heartbeat")
    assert central.id == "CP1"
    assert not [line for line in bench.said if "refused" in line]


async def test_it_answers_what_it_is_asked() -> None:
    bench = Bench()
    async with bench.server(), bench.emulating():
        central = await bench.next_charge_point()
        await central.hears("StatusNotification")
        answer = await central.call(call.GetConfiguration(key=["NumberOfConnectors"]))
        assert answer.configuration_key[0]["value"] == "2"
        answer = await central.call(call.GetCompositeSchedule(connector_id=1, duration=60))
        assert answer.status == "Accepted"
        limit = {"charging_rate_unit": "A", "charging_schedule_period": [{"start_period": 0, "limit": 16.1}]}
        profile = {
            "charging_profile_id": 1,
            "stack_level": 0,
            "charging_profile_purpose": "TxDefaultProfile",
            "charging_profile_kind": "Relative",
            "charging_schedule": limit,
        }
        answer = await central.call(call.SetChargingProfile(connector_id=1, cs_charging_profiles=profile))
        assert answer.status == "Accepted"


async def test_it_comes_back_after_a_reset_and_boots() -> None:
    bench = Bench()
    async with bench.server(), bench.emulating():
        central = await bench.next_charge_point()
        await central.hears("BootNotification")
        answer = await central.call(call.Reset(type="Hard"))
        assert answer.status == "Accepted"
        central = await bench.next_charge_point()
        await central.hears("BootNotification")
    assert not [line for line in bench.said if "tries again" in line]


async def test_it_comes_back_when_the_server_does() -> None:
    bench = Bench()
    async with bench.server() as port:
        pass
    async with bench.emulating():
        await bench.until_said("cannot connect")
        async with bench.server(port):
            central = await bench.next_charge_point()
            await central.hears("BootNotification")
            central.socket.transport.abort()
            central = await bench.next_charge_point()
            await central.hears("Heartbeat")


async def test_it_waits_while_it_is_pending() -> None:
    bench = Bench()
    async with bench.server(), bench.emulating():
        central = await bench.next_charge_point()
        central.statuses = iter(["Pending", "Rejected"])
        for _ in range(3):
            await central.hears("BootNotification")
        await central.hears("StatusNotification")
    again = [line for line in bench.said if "again in 1 s" in line]
    assert len(again) == 2


async def test_several_have_their_own_names() -> None:
    bench = Bench()
    async with bench.server(), bench.emulating("CP08", count=3):
        names = {(await bench.next_charge_point()).id for _ in range(3)}
    assert names == {"CP08", "CP09", "CP10"}


async def test_given_frames_go_out_as_they_stand_and_what_comes_back_is_printed() -> None:
    async def play(socket: ServerConnection) -> None:
        heard.extend([await socket.recv(), await socket.recv()])
        await socket.send('[3, "a", {"currentTime": "x"}]')
        await socket.wait_closed()

    heard: list[str | bytes] = []
    frames = ('[2,  "a","Heartbeat", {}]', '[2,"b","Authori')
    bench = Bench(play)
    async with bench.server(), bench.emulating(frames=frames):
        await bench.until_said('hears [3, "a", {"currentTime": "x"}]')
    assert heard == list(frames)
    assert any('says [2,"b","Authori' in line for line in bench.said)


async def test_silence_is_borne() -> None:
    async def silent(socket: ServerConnection) -> None:
        heard.append(await socket.recv())
        heard.append(await socket.recv())
        done.set()
        await socket.wait_closed()

    heard: list[str | bytes] = []
    done = asyncio.Event()
    bench = Bench(silent)
    async with bench.server(), bench.emulating():
        async with asyncio.timeout(10):
            await done.wait()
    assert [json.loads(text)[2] for text in heard] == ["BootNotification", "BootNotification"]
    assert any("was not answered within 0.5 s" in line for line in bench.said)


GARBAGE: list[str | bytes] = [
    "",
    "{",
    "null",
    "[]",
    "{}",
    "7",
    "[3]",
    '[9,"a",{}]',
    "[3,7,{}]",
    '[3,"never-asked",{}]',
    '[4,"never-asked","\\u001b[31m\\ud800",7,[]]',
    '[3,"never-asked",[1,2]]',
    "[" * 100_000,
    b"\x00\xff",
]

WRONG_CALLS = [
    ('[2,"q",7,{}]', "FormationViolation"),
    ('[2,"q","Reset",[]]', "FormationViolation"),
    ('[2,"q","Reset",{}]', "ProtocolError"),
    ('[2,"q","Reset",{"type":"Soft","more":1}]', "FormationViolation"),
    ('[2,"q","Reset",{"type":7}]', "TypeConstraintViolation"),
    ('[2,"q","MakeCoffee",{}]', "NotImplemented"),
    ('[2,"q","Heartbeat",{}]', "NotImplemented"),
]


REPLIES: dict[str, dict[str, object]] = {
    "BootNotification": {"status": "Accepted", "currentTime": TIME, "interval": 60},
    "Authorize": {"idTokenInfo": {"status": "Accepted"}},
    "OpenPeriodicEventStream": {"status": "Accepted"},
}


@pytest.mark.parametrize(("version", "last"), [("2.0.1", "Ended"), ("2.1", "NotifyPeriodicEventStream")])
async def test_a_charging_session_of_a_later_version(version: str, last: str) -> None:
    async def play(socket: ServerConnection) -> None:
        spoken.append(socket.subprotocol or "")
        async for text in socket:
            kind, unique_id, action, payload = json.loads(text)
            heard.append((kind, action))
            if kind == 2:
                await socket.send(json.dumps([3, unique_id, REPLIES.get(action, {})]))
            if last in {action, payload.get("eventType")}:
                done.set()

    heard: list[tuple[int, str]] = []
    spoken: list[str] = []
    done = asyncio.Event()
    bench = Bench(play)
    async with bench.server(), bench.emulating(pace=replace(FAST, charge=1.5), version=version), asyncio.timeout(10):
        await done.wait()
    assert spoken == [f"ocpp{version}"]
    assert (2, "TransactionEvent") in heard
    assert {action for kind, action in heard if kind == 6} <= {"NotifyPeriodicEventStream"}
    assert not [line for line in bench.said if "refused" in line]


@pytest.mark.parametrize(
    ("version", "text", "code"),
    [
        ("1.6", '[2,"q","Reset",[]]', "FormationViolation"),
        ("2.0.1", '[2,"q","Reset",[]]', "FormatViolation"),
        ("2.0.1", '[2,"q","Reset",{}]', "ProtocolError"),
        ("2.1", '[2,"q","Reset",{"type":"Immediate","more":1}]', "FormatViolation"),
        ("2.1", '[2,"q","ChangeAvailability",{"operationalStatus":7}]', "TypeConstraintViolation"),
        ("2.1", '[2,"q","MakeCoffee",{}]', "NotImplemented"),
    ],
)
async def test_each_version_spells_its_errors(version: str, text: str, code: str) -> None:
    with pytest.raises(wire.Broken) as refused:
        await wire.read(text, version)
    assert refused.value.error.code == code


async def test_no_garbage_disturbs_it() -> None:
    async def rude(socket: ServerConnection) -> None:
        await socket.recv()
        for text in GARBAGE:
            await socket.send(text)
        for text, code in WRONG_CALLS:
            await socket.send(text)
            answer = json.loads(await socket.recv())
            codes.append((answer[2], code))
        done.set()
        await socket.wait_closed()

    codes: list[tuple[str, str]] = []
    done = asyncio.Event()
    bench = Bench(rude)
    async with bench.server(), bench.emulating(pace=Pace()), asyncio.timeout(20):
        await done.wait()
    assert [got for got, _ in codes] == [wanted for _, wanted in codes]
    assert all(line.isprintable() for line in bench.said)


@pytest.mark.parametrize(
    ("first", "count", "names"),
    [
        ("CP1", 1, ["CP1"]),
        ("CP1", 3, ["CP1", "CP2", "CP3"]),
        ("CP009", 2, ["CP009", "CP010"]),
        ("bench", 2, ["bench1", "bench2"]),
        ("7", 2, ["7", "8"]),
    ],
)
def test_names_count_on(first: str, count: int, names: list[str]) -> None:
    assert run.identities(first, count) == names


def test_pauses_grow_and_stay_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LONGEST_PAUSE", 30.0)
    assert [run.pause_before(attempt, 1.0) for attempt in (0, 1, 2, 3, 99)] == [1, 2, 4, 8, 30]
    assert run.pause_before(99, 0.0) == 15


@pytest.mark.parametrize("frame", [Call("1", "Heartbeat", {}), CallResult("1", {"a": 1}), CallError("1", "x", "y")])
async def test_what_is_written_can_be_read(frame: Frame) -> None:
    if isinstance(frame, Call):
        frame = Call("1", "Reset", {"type": "Soft"})
    assert await wire.read(wire.write(frame), "1.6") == frame


async def test_nan_is_refused_like_any_other_wrong_number() -> None:
    periods = '[{"startPeriod":0,"limit":NaN}]'
    profile = (
        '{"chargingProfileId":1,"stackLevel":0,"chargingProfilePurpose":"TxProfile","chargingProfileKind":"Relative",'
        f'"chargingSchedule":{{"chargingRateUnit":"A","chargingSchedulePeriod":{periods}}}}}'
    )
    with pytest.raises(wire.Broken):
        await wire.read(f'[2,"q","SetChargingProfile",{{"connectorId":1,"csChargingProfiles":{profile}}}]', "1.6")
