"""The browser that the tests drive."""

from __future__ import annotations

import shutil

from playwright.async_api import Browser, Playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


async def started(playwright: Playwright) -> Browser:
    """This machine's Chromium, without a window."""
    program = shutil.which("chromium")
    assert program, "chromium is not installed; scripts/test installs it"
    return await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
