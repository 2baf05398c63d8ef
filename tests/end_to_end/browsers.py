"""The browsers that the tests drive: this machine's own, without a window."""

from __future__ import annotations

import shutil

from playwright.async_api import Browser, Playwright

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


async def started(playwright: Playwright, name: str) -> Browser:
    """``chromium`` or ``firefox``, as the system's packages bring them."""
    if name == "firefox":
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        assert program, "Firefox is not installed; scripts/test installs it"
        return await playwright.firefox.launch(channel="moz-firefox", executable_path=program)
    program = shutil.which("chromium")
    assert program, "chromium is not installed; scripts/test installs it"
    return await playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
