"""How a connection is taken from redis-py."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from redis.asyncio.connection import AbstractConnection
from redis.exceptions import RedisError

from relay.bus.address import Address


@asynccontextmanager
async def dialled(address: Address) -> AsyncIterator[asyncio.WriteTransport]:
    """The transport of a connection that is signed in to ``address``; it ends with the block.

    Raises RedisError when there is none to be had. Whoever sets a protocol on it before awaiting anything misses
    nothing: with RESP2 Redis only speaks when spoken to, and every reply of the greeting was read.
    """
    connection = address.connection()
    try:
        await connection.connect()  # type: ignore[no-untyped-call]  # redis-py says nothing of what it returns
        transport = transport_of(connection)
        yield transport
        transport.abort()
    finally:
        await connection.disconnect(nowait=True)


def transport_of(connection: AbstractConnection) -> asyncio.WriteTransport:
    """The one private thing taken from redis-py, which has no public way to a connection's transport.

    ``connection`` must live as long as the transport is used: it closes the transport when it is collected.
    """
    writer: asyncio.StreamWriter | None = connection._writer  # noqa: SLF001 - see above
    if writer is None:
        raise RedisError("redis-py has no transport")
    return writer.transport
