"""How long a page keeps its main thread busy at one time, read from Chromium's own trace."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Page

CATEGORIES = ["disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"]
LONG_MS = 50.0


@dataclass
class Tasks:
    """The tasks of a page's main thread, in milliseconds: by the clock, and of CPU."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    inside: dict[str, float] = field(default_factory=dict)
    """Of the task with the most CPU: what it did, by the name of the trace's event, in milliseconds."""

    @property
    def long(self) -> int:
        return sum(task > LONG_MS for task in self.wall)

    def share(self, share: float) -> float:
        """The task that this share of all is shorter than, by the clock; of those of a millisecond and more."""
        counted = sorted(task for task in self.wall if task >= 1)
        return counted[min(len(counted) - 1, int(len(counted) * share))] if counted else 0.0


@asynccontextmanager
async def traced(page: Page) -> AsyncIterator[Tasks]:
    """Filled in when the block ends."""
    tasks = Tasks()
    browser = page.context.browser
    assert browser
    await browser.start_tracing(page=page, categories=CATEGORIES)
    yield tasks
    read(json.loads(await browser.stop_tracing())["traceEvents"], tasks)


def read(events: list[dict[str, Any]], tasks: Tasks) -> None:
    """The tasks of the busiest renderer's main thread."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    threads: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for event in events:
        if event.get("ph") == "X" and (event["pid"], event["tid"]) in mains:
            threads[event["pid"], event["tid"]].append(event)
    busiest = max(threads.values(), key=lambda thread: sum(event["dur"] for event in thread if is_task(event)))
    found = [event for event in busiest if is_task(event)]
    tasks.wall = [event["dur"] / 1000 for event in found]
    tasks.cpu = [event.get("tdur", event["dur"]) / 1000 for event in found]
    longest = max(found, key=lambda event: event.get("tdur", event["dur"]))
    begin, end = longest["ts"], longest["ts"] + longest["dur"]
    sums: dict[str, float] = defaultdict(float)
    for event in busiest:
        if begin <= event["ts"] < end and not is_task(event):
            sums[event["name"]] += event["dur"] / 1000
    tasks.inside = dict(sorted(sums.items(), key=lambda item: -item[1])[:8])


def is_task(event: dict[str, Any]) -> bool:
    return bool(event["name"] == "RunTask")
