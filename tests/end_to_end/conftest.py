"""Real relays, a real browser, and one rule for all tests: the page's console stays clean."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Playwright, async_playwright, expect

from tests.end_to_end.browsers import started
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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test marked ``both_browsers`` runs in Firefox as well as in Chromium."""
    if "both_browsers" in (mark.name for mark in metafunc.definition.iter_markers()):
        metafunc.parametrize("browser_name", ["chromium", "firefox"])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """How many relays there are is nothing to a browser: Firefox is tried with one."""
    items[:] = [item for item in items if not ("firefox" in item.name and "two processes" in item.name)]


@pytest.fixture
def browser_name() -> str:
    return "chromium"


class Browsers:
    """Each is started when the first test asks for it, and serves all of them."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._started: dict[str, Browser] = {}

    async def get(self, name: str) -> Browser:
        if name not in self._started:
            self._started[name] = await started(self._playwright, name)
        return self._started[name]

    async def close(self) -> None:
        for browser in self._started.values():
            await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browsers() -> AsyncIterator[Browsers]:
    async with async_playwright() as playwright:
        all_of_them = Browsers(playwright)
        yield all_of_them
        await all_of_them.close()


@pytest_asyncio.fixture(loop_scope="session")
async def tabs(browsers: Browsers, browser_name: str) -> AsyncIterator[Tabs]:
    """Tabs that are closed after the test, whose consoles must have stayed clean: no error, no breach of the CSP."""
    opened = Tabs(await browsers.get(browser_name))
    yield opened
    for context in opened.contexts:
        await context.close()
    assert not opened.unforgiven
