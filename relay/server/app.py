"""The HTTP side: the page, health, metrics, and plain words for who comes without a WebSocket."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypedDict

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from relay import __version__
from relay.core import knock
from relay.core.identity import PREFIXES
from relay.server.access import shown_path
from relay.server.clock import now
from relay.server.relay import Relay
from relay.settings import Settings

WEB = Path(__file__).parent.parent / "web"
NO_PAGE = "The web page is not built. Run scripts/start, or `npm ci && npm run build` in webapp/."
NOT_A_WEBSOCKET = "This address is for a WebSocket (ws://), not for {method}. {advice}\n"
ON_THE_LOBBY = "Open it as a WebSocket with the subprotocol relay.v1; docs/wire.md tells how."


class State(TypedDict):
    """What uvicorn hands to every protocol."""

    relay: Relay


def create_app(settings: Settings) -> Starlette:
    """The application of one process."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[State]:
        relay = Relay(settings)
        async with relay.run():
            yield {"relay": relay}

    any_method = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]
    charge_point_paths = [
        Route(f"/{prefix}{rest}", charge_point_path, methods=any_method)
        for prefix in PREFIXES
        for rest in ("", "/{rest:path}")
    ]
    return Starlette(
        routes=[
            Route("/about", about),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
            Route("/lobby", central_system_path, methods=any_method),
            Route("/cs/{rest:path}", central_system_path, methods=any_method),
            *charge_point_paths,
            Route("/{rest:path}", charge_point_path, methods=["POST"]),
            Mount("/", Page(settings)),
        ],
        lifespan=lifespan,
    )


async def about(request: Request) -> Response:
    """What a page needs to know of this relay."""
    settings = _relay(request).settings
    limits = ("keep_frames", "keep_bytes", "max_frame", "max_backlog", "rate_frames", "rate_bytes")
    told = {
        "version": __version__,
        "now": now(),
        "rooms": False,
        "token": False,
        "recorder": False,
        "default_version": settings.default_version,
        "local_only": _is_loopback(settings.host),
        "public_ws": settings.public_ws or None,
        "public_wss": settings.public_wss or None,
        "limits": {name: getattr(settings, name) for name in limits},
    }
    return Response(orjson.dumps(told), media_type="application/json", headers={"Cache-Control": "no-store"})


async def healthz(_: Request) -> Response:
    """The process is alive."""
    return PlainTextResponse("alive\n")


async def readyz(request: Request) -> Response:
    """The process can bridge: its bus is reachable."""
    if _relay(request).bus.is_up:
        return PlainTextResponse("ready\n")
    return PlainTextResponse("not ready: RELAY_BUS cannot be reached\n", status_code=503)


async def metrics(request: Request) -> Response:
    """Prometheus' text format, added up over the workers."""
    text, media_type = _relay(request).watch.metrics()
    return Response(text, headers={"Content-Type": media_type})


async def charge_point_path(request: Request) -> Response:
    """A charge point that speaks no WebSocket: SOAP, or a person with a browser. Says so, and in the lobby too."""
    reason = knock.SOAP if request.method == "POST" else knock.PLAIN_GET
    remote = request.client.host if request.client else ""
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    _relay(request).lobby.turn_away(remote, shown_path(target), (), reason)
    return _upgrade_required(request, reason.advice)


async def central_system_path(request: Request) -> Response:
    """A program that forgot to ask for a WebSocket."""
    return _upgrade_required(request, ON_THE_LOBBY)


def _upgrade_required(request: Request, advice: str) -> Response:
    sentence = NOT_A_WEBSOCKET.format(method=request.method, advice=advice)
    # RFC 9110, section 15.5.22: 426 names the protocol to change to.
    return PlainTextResponse(sentence, status_code=426, headers={"Upgrade": "websocket", "Connection": "Upgrade"})


class Page(StaticFiles):
    """The web app's files, with the headers that keep foreign code out."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(directory=WEB, html=True, check_dir=False)
        self.config_checked = True  # where there is no page yet, get_response says so
        self._headers = security_headers(settings)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file; names with a hash in them never change."""
        if not (WEB / "index.html").is_file():
            return PlainTextResponse(NO_PAGE + "\n", status_code=503)
        response = await super().get_response(path, scope)
        response.headers.update(self._headers)
        is_hashed = path.startswith("assets/") and isinstance(response, FileResponse)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if is_hashed else "no-cache"
        return response


def security_headers(settings: Settings) -> Mapping[str, str]:
    """Headers of every file of the page. Styles may be inline: the component library writes its variables into one."""
    addresses = " ".join(filter(None, ("'self'", settings.public_ws, settings.public_wss)))
    policy = (
        "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data:; font-src 'self'; connect-src {addresses}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _relay(request: Request) -> Relay:
    relay = request.state.relay
    assert isinstance(relay, Relay)  # noqa: S101 - narrows the type
    return relay


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
