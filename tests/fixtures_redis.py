"""Redis for tests: one for all that leave it alone, and one for each that hurts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.redis_server import RedisServer


@pytest.fixture(scope="session")
def shared_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """Runs for the whole session: use channels of your own, and neither kill nor freeze it."""
    with RedisServer(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    """Yours alone, running."""
    with RedisServer(tmp_path) as server:
        yield server
