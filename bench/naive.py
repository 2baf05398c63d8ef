"""The relay as most projects write it, to compare with: Starlette, and redis-py with a pub/sub object for each socket.

    REDIS_URL=redis://127.0.0.1:6379 python -m bench.naive --port 9001

It bridges frames and does nothing else: no log, no roles, no replay, no lobby.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypedDict

import uvicorn
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket


class State(TypedDict):
    """What is shared by all connections: the client, and the pool of connections in it."""

    redis: Redis


@asynccontextmanager
async def lifespan(_: Starlette) -> AsyncIterator[State]:
    """One Redis client for the process."""
    async with Redis.from_url(os.environ["REDIS_URL"], decode_responses=True, max_connections=20_000) as redis:
        yield {"redis": redis}


async def charge_point(websocket: WebSocket) -> None:
    """What the charge point says goes to its central systems, and back."""
    identity = websocket.path_params["identity"]
    await bridge(websocket, hears=f"{identity}:to", tells=f"{identity}:from")


async def central_system(websocket: WebSocket) -> None:
    """What a central system says goes to its charge point, and back."""
    identity = websocket.path_params["identity"]
    await bridge(websocket, hears=f"{identity}:from", tells=f"{identity}:to")


async def bridge(websocket: WebSocket, hears: str, tells: str) -> None:
    """From the socket to one channel, from the other channel to the socket, until the socket ends."""
    redis: Redis = websocket.state.redis
    async with redis.pubsub(ignore_subscribe_messages=True) as pubsub:
        await pubsub.subscribe(hears)
        await websocket.accept(subprotocol="ocpp1.6")
        forwarding = asyncio.create_task(forward(pubsub, websocket))
        try:
            async for text in websocket.iter_text():
                await redis.publish(tells, text)
        finally:
            forwarding.cancel()


async def forward(pubsub: PubSub, websocket: WebSocket) -> None:
    """From Redis to the socket."""
    async for message in pubsub.listen():
        await websocket.send_text(message["data"])


async def readyz(_: Request) -> Response:
    """It has started."""
    return PlainTextResponse("ready\n")


app = Starlette(
    routes=[
        Route("/readyz", readyz),
        WebSocketRoute("/ocpp/{identity}", charge_point),
        WebSocketRoute("/cs/{identity}", central_system),
    ],
    lifespan=lifespan,
)


def main() -> None:
    """The command's entry."""
    parser = argparse.ArgumentParser(description="A relay as most projects write it")
    parser.add_argument("--port", type=int, default=9001)
    uvicorn.run(app, port=parser.parse_args().port, log_level="warning", access_log=False, backlog=4096)


if __name__ == "__main__":
    main()
