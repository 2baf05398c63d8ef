"""Who may connect from a page, and what of a request may be shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from websockets.exceptions import InvalidHeader
from websockets.headers import parse_subprotocol
from websockets.http11 import Request

from relay.core.close import NOT_ALLOWED, Close

HIDDEN = "(hidden)"
_SECRET = re.compile(r"auth|cookie|token|secret|passw|api-?key|credential|session|signature", re.IGNORECASE)
_SECRET_PARAMETER = re.compile(r"([?&][^=&#]*(?:auth|token|secret|passw|key)[^=&#]*=)[^&#]*", re.IGNORECASE)


def offered_by(request: Request) -> tuple[str, ...]:
    """The subprotocols in the client's order of preference; a header that cannot be read offers nothing."""
    values = request.headers.get_all("Sec-WebSocket-Protocol")
    try:
        return tuple(name for value in values for name in parse_subprotocol(value))
    except InvalidHeader:
        return ()


def closed_to(request: Request, allowed: Collection[str]) -> Close | None:
    """Why the page that asks may not connect here, if it may not."""
    origin = ", ".join(request.headers.get_all("Origin")) or None
    host = ", ".join(request.headers.get_all("Host")) or None
    return None if is_origin_allowed(origin, host, allowed) else NOT_ALLOWED


def is_origin_allowed(origin: str | None, host: str | None, allowed: Collection[str]) -> bool:
    """Whether a page from ``origin`` may open a socket: the relay's own page, an allowed one, or no page at all.

    Browsers always send ``Origin`` with a WebSocket handshake (RFC 6455, section 10.2); other programs need not.
    """
    if origin is None or origin in allowed:
        return True
    try:
        return host is not None and urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:  # no address at all
        return False


def shown_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by lower-case name, repeated ones joined, secrets hidden."""
    shown: dict[str, str] = {}
    for name, value in headers:
        lower = name.lower()
        if _SECRET.search(lower):
            shown[lower] = HIDDEN
        else:
            shown[lower] = f"{shown[lower]}, {value}" if lower in shown else value
    return shown


def shown_path(target: str) -> str:
    """A request target whose secret parameters are hidden."""
    return _SECRET_PARAMETER.sub(rf"\1{HIDDEN}", target)
