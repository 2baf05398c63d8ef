"""Real relays, a real browser, and one rule for all tests: the page's console stays clean."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.end_to_end.chromium import started
from tests.end_to_end.relay_process import Pair, RelayProcess, StartRelay
from tests.end_to_end.session_page import SECONDS
from tests.end_to_end.tabs import Tabs
from tests.redis_server import RedisServer

expect.set_options(timeout=SECONDS * 1000)


@pytest.fixture
def start_relay(tmp_path: Path) -> Iterator[StartRelay]:
    """Starts relays that are stopped after the test."""
    with ExitStack() as running:

        def start(**settings: str) -> RelayProcess:
            return running.enter_context(RelayProcess(tmp_path, **settings))

        yield start


@pytest.fixture(scope="session")
def one_relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RelayProcess]:
    """Runs for the whole session with the memory bus: use identities of your own, and do it no harm."""
    with RelayProcess(tmp_path_factory.mktemp("relay")) as relay:
        yield relay


@pytest.fixture(scope="session")
def two_relays(tmp_path_factory: pytest.TempPathFactory, shared_redis: RedisServer) -> Iterator[Pair]:
    """The same, of two processes that only share a Redis."""
    directory = tmp_path_factory.mktemp("relays")
    with (
        RelayProcess(directory, bus=shared_redis.url) as first,
        RelayProcess(directory, bus=shared_redis.url) as second,
    ):
        yield Pair(first, second)


@pytest.fixture(params=["one process", "two processes on Redis"])
def pair(request: pytest.FixtureRequest) -> Pair:
    """The same test with the memory bus, and over Redis with charger and browser on different processes."""
    if request.param == "one process":
        relay: RelayProcess = request.getfixturevalue("one_relay")
        return Pair(relay, relay)
    two: Pair = request.getfixturevalue("two_relays")
    return two


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await started(playwright)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def tabs(chromium: Browser) -> AsyncIterator[Tabs]:
    """Tabs that are closed after the test, whose consoles must have stayed clean: no error, no breach of the CSP."""
    opened = Tabs(chromium)
    yield opened
    for context in opened.contexts:
        await context.close()
    assert not opened.unforgiven
