"""The HTTP side: the page, health, metrics, and plain words for who comes without a WebSocket."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import httpx
import pytest

from relay.server import app
from relay.server.clock import now
from tests.server.running import Running, charge_point, eventually, follower, lobby, raw, running


async def get(server: Running, path: str, method: str = "GET", **options: object) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.request(method, server.http + path, **options)  # type: ignore[arg-type]


async def test_about_says_what_a_page_needs() -> None:
    async with running(keep_frames="7", public_wss="wss://relay.example/") as server:
        before = now()
        told = (await get(server, "/about")).json()
        assert before <= told["now"] <= now()
    assert (told["version"], told["rooms"], told["token"], told["recorder"]) == ("0.1.0", False, False, False)
    assert (told["default_version"], told["local_only"]) == ("ocpp1.6", True)
    assert (told["public_ws"], told["public_wss"]) == (None, "wss://relay.example")
    assert told["limits"]["keep_frames"] == 7
    assert set(told["limits"]) == {
        *("keep_frames", "keep_bytes", "max_frame", "max_backlog", "rate_frames", "rate_bytes")
    }


@pytest.mark.parametrize(
    ("host", "is_local"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("relay.lan", False)],
)
def test_a_page_knows_whether_the_network_can_reach_the_relay(host: str, is_local: bool) -> None:
    assert app._is_loopback(host) is is_local


async def test_the_page_can_be_installed() -> None:
    async with running() as server:
        manifest = await get(server, "/manifest.webmanifest")
        assert manifest.headers["content-type"] == "application/manifest+json"
        for icon in manifest.json()["icons"]:
            answer = await get(server, icon["src"].removeprefix("."))
            assert (answer.status_code, answer.headers["content-type"]) == (200, icon["type"])


async def test_health_and_metrics() -> None:
    async with running() as server, charge_point(server) as cp, follower(server) as tab:
        await cp.send("x")
        await tab.until("frame")
        assert (await get(server, "/healthz")).text == "alive\n"
        assert (await get(server, "/readyz")).text == "ready\n"
        metrics = await get(server, "/metrics")
        assert metrics.headers["content-type"].startswith("text/plain")
        assert 'relay_connections{side="charge-point"} 1.0' in metrics.text
        assert 'relay_connections{side="central-system"} 1.0' in metrics.text
        for name in ("frames_total", "replays_total", "slow_readers_total", "loop_lag_seconds", "bus_up 1.0"):
            assert f"relay_{name}" in metrics.text


@pytest.mark.parametrize("path", ["/ocpp/CP1", "/ocppj/CP1", "/ocpp", "/ocpp/"])
async def test_http_on_a_charge_points_path_is_told(path: str) -> None:
    async with running() as server, lobby(server) as looker:
        answer = await get(server, path)
        assert (answer.status_code, answer.headers["upgrade"]) == (426, "websocket")
        knock = await looker.until("knock")
        assert (knock["path"], knock["reason"]) == (path, "An HTTP request, not a WebSocket")
        assert knock["advice"] in answer.text


@pytest.mark.parametrize("path", ["/ocpp/CP1", "/steve/services/CentralSystemService", "/"])
async def test_soap_is_told(path: str) -> None:
    async with running() as server, lobby(server) as looker:
        answer = await get(server, path, "POST", content=b"<soap:Envelope/>", headers={"Content-Type": "text/xml"})
        assert answer.status_code == 426
        assert "OCPP-J" in answer.text
        assert (await looker.until("knock"))["reason"] == "It speaks SOAP, not JSON"


@pytest.mark.parametrize("path", ["/cs/CP1", "/lobby"])
async def test_http_on_our_own_paths_is_no_knock(path: str) -> None:
    async with running() as server, lobby(server) as looker:
        assert (await get(server, path)).status_code == 426
        await looker.silence()


async def test_tls_on_the_plain_port_is_told() -> None:
    async with running() as server, lobby(server) as looker:
        answer, writer = await raw(server, b"\x16\x03\x01\x02\x00\x01\x00")
        assert answer == b""
        knock = await looker.until("knock")
        assert knock["reason"] == "TLS on a plain port"
        assert knock["advice"] == "The charger tried wss://. Give it the ws:// address."
        writer.close()


@pytest.mark.parametrize(
    "sent", [b"hello\r\n\r\n", b"[2,1]\n\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00\x01\r\n\r\n", b"x" * 70_000]
)
async def test_what_is_no_http_is_told(sent: bytes) -> None:
    async with running() as server, lobby(server) as looker:
        answer, writer = await raw(server, sent)
        assert answer.startswith(b"HTTP/1.1 400 ")
        assert (await looker.until("knock"))["reason"] == "Not an HTTP request"
        writer.close()


async def test_a_handshake_that_never_ends_is_told_and_a_mere_connection_is_not() -> None:
    async with running() as server, lobby(server) as looker:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        idle, idle_writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET /ocpp/CP1?token=abc HTTP/1.1\r\nHost: x\r\nUpgrade: webs")
        async with asyncio.timeout(15):
            assert await reader.read() == b""
            assert await idle.read() == b""
        knock = await looker.until("knock")
        assert (knock["reason"], knock["path"]) == ("The handshake never ended", "/ocpp/CP1?token=(hidden)")
        await looker.silence()
        writer.close()
        idle_writer.close()


async def test_a_handshake_in_pieces_is_one_handshake() -> None:
    async with running() as server, lobby(server) as looker:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        for piece in (b"GET /ocpp/CP1 HTTP/1.1\r\nHost: x\r\nUPGRADE:", b" WebSocket\r\nSec-WebSocket-Version: 13\r\n"):
            writer.write(piece)
            await asyncio.sleep(0.02)
        writer.write(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101 ")
        assert (await looker.until("present"))["identity"] == "CP1"
        writer.close()


async def test_an_upgrade_on_a_kept_connection_works_too() -> None:
    async with running() as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        await reader.readuntil(b"alive\n")
        writer.write(
            b"GET /ocpp/CP1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101 ")
        await eventually(lambda: len(server.relay.sessions) == 1)
        writer.close()


async def test_the_page_is_served_with_its_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>ocpp-relay</title>")
    (tmp_path / "assets" / "app-1a2b.js").write_text("1")
    monkeypatch.setattr(app, "WEB", tmp_path)
    async with running(public_ws="ws://charge.example") as server:
        page = await get(server, "/")
        assert "<title>ocpp-relay</title>" in page.text
        assert page.headers["cache-control"] == "no-cache"
        policy = page.headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "connect-src 'self' ws://charge.example;" in policy
        script = await get(server, "/assets/app-1a2b.js")
        assert "immutable" in script.headers["cache-control"]
        missing = await get(server, "/nowhere")
        assert missing.status_code == 404
        escaped = await get(server, "/..%2f..%2fetc%2fpasswd")
        assert escaped.status_code == 404


async def test_without_the_page_it_says_how_to_build_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "WEB", tmp_path)
    async with running() as server:
        page = await get(server, "/")
    assert page.status_code == 503
    assert "scripts/start" in page.text


async def test_a_flood_of_knocks_is_counted_and_not_all_told() -> None:
    async with running() as server, lobby(server) as looker:
        for _ in range(40):
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.sendall(b"\x16\x03\x01")
            await asyncio.sleep(0)
        await looker.until("knock")
        await eventually(lambda: b'relay_knocks_total{reason="TLS on a plain port"}' in server.relay.watch.metrics()[0])
        await asyncio.sleep(0.1)
        assert server.relay.lobby._knocks_left == 0
