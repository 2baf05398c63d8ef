"""Where Redis is, and how to sign in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from redis.asyncio.connection import AbstractConnection, Connection, parse_url
from redis.exceptions import RedisError

from relay.bus.bus import BusUnreachable

ATTEMPT_SECONDS = 2.0

# These win over what the address says. RESP2: a message of a subscription is a plain list in both versions, and
# RESP3 would only add a greeting. Pub/sub knows no databases, so none is selected (an ACL need not allow it).
OURS: dict[str, object] = {
    "db": 0,
    "protocol": 2,
    "driver_info": None,
    "socket_timeout": ATTEMPT_SECONDS,
    "socket_connect_timeout": ATTEMPT_SECONDS,
}


class Address:
    """A ``redis://``, ``rediss://`` or ``unix://`` address; its text has neither user, password nor options.

    Raises BusUnreachable for what can never work, without repeating it: a mistyped address may show the password.
    """

    def __init__(self, url: str) -> None:
        try:
            options = parse_url(url)
            make: Callable[..., AbstractConnection] = options.pop("connection_class", Connection)
            self._make = partial(make, **{**options, **OURS})
            self._text = _without_secrets(url)
            self.connection()
        except (ValueError, TypeError, RedisError):
            raise BusUnreachable(
                "RELAY_BUS cannot be understood. It looks like redis://user:password@host:6379, with / # ? @ : % in a "
                "password written as %2F %23 %3F %40 %3A %25, and after a ? only options of redis-py's connections"
            ) from None

    def __str__(self) -> str:
        return self._text

    def connection(self) -> AbstractConnection:
        """A connection of redis-py's, not yet dialled."""
        return self._make()


def _without_secrets(url: str) -> str:
    parts = urlsplit(url)
    place = parts.path if parts.scheme == "unix" else parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{place}"
