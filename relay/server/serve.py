"""Start the server: one process or several on one socket."""

from __future__ import annotations

import logging
import os
import shlex
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from uvicorn.supervisors import Multiprocess

from relay.bus.bus import BusUnreachable
from relay.bus.open import open_bus
from relay.settings import Settings, read_settings

STOP_SECONDS = 8  # with what comes before and after, a process leaves within 10 s
BACKLOG = 4096
DEFAULT_PORT = 9000  # which the emulator dials by itself


class CannotServe(Exception):
    """The server cannot start; says why and what to change."""


def serve_forever(settings: Settings, workers: int) -> None:
    """Serve until SIGTERM or Ctrl+C. Raises CannotServe."""
    _check(settings, workers)
    listening = _bind(settings)
    with _shared_metrics(workers):
        config = configured("relay.server.serve:application", workers)
        _greet(settings, listening)
        if workers > 1:
            Multiprocess(config, sockets=[listening]).run()
        else:
            uvicorn.Server(config).run(sockets=[listening])


def application() -> Starlette:
    """The application of one worker, by the settings in its environment."""
    from relay.server.app import create_app

    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO)
    return create_app(read_settings())


def configured(application: str | Callable[[], Starlette], workers: int = 1) -> uvicorn.Config:
    """How uvicorn hosts the relay: our door before its HTTP, our sockets in place of its own."""
    return uvicorn.Config(
        application,
        factory=True,
        http="relay.server.door:Door",
        ws="relay.server.socket:WebSocket",
        workers=workers,
        backlog=BACKLOG,
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


def _check(settings: Settings, workers: int) -> None:
    try:
        open_bus(settings.bus)
    except BusUnreachable as reason:
        raise CannotServe(str(reason)) from None
    if workers > 1 and settings.bus.startswith("memory:"):
        raise CannotServe(
            "--workers needs a bus that reaches all of them: a charger and its browser may meet different workers, and "
            "RELAY_BUS=memory:// stays within one process. Set RELAY_BUS=redis://…, or leave --workers out."
        )


def _bind(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # asyncio turns off Nagle's algorithm only where the protocol is named; with it on, each answer waits 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":  # on Windows it would let two relays have one port, and neither would be told
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise CannotServe(
            f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}. "
            "Choose another RELAY_PORT or RELAY_HOST."
        ) from None
    listening.set_inheritable(True)
    return listening


def _greet(settings: Settings, listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else host  # noqa: S104 - compared, not bound
    shown = f"[{shown}]" if ":" in shown else shown
    print(f"The page is at           http://{shown}:{port}", flush=True)  # noqa: T201
    print(f"A charger connects to    ws://{shown}:{port}/ocpp/CP1", flush=True)  # noqa: T201
    if host in ("127.0.0.1", "::1"):
        print("Only this machine can reach it. RELAY_HOST=0.0.0.0 opens it to your network.", flush=True)  # noqa: T201
    program = Path(sys.argv[0])
    if program.stem == "ocpp-relay":
        url = "" if port == DEFAULT_PORT else f" --url ws://{shown}:{port}/ocpp"
        command = shlex.quote(os.path.relpath(program))
        print(f"No charger at hand?      {command} emulate{url}", flush=True)  # noqa: T201


@contextmanager
def _shared_metrics(workers: int) -> Iterator[None]:
    """Several workers add their metrics up in files, in a folder that must be named before the library is imported."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="ocpp-relay-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield
