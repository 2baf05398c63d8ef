"""Browser tabs whose consoles are listened to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SessionPage

DESKTOP = {"width": 1440, "height": 900}
# Firefox says so of every socket that a reload ends, open or not.
NO_FAULT = (
    r"The connection to wss?://\S+ was interrupted while the page was loading"
    r"|Firefox can’t establish a connection to the server at wss?://"
)


@dataclass
class Tabs:
    """Opens tabs and listens to their consoles; ``forgiven`` are the errors that a test provokes."""

    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    forgiven: list[str] = field(default_factory=list)

    def forgive_lost_relay(self) -> None:
        """The browser itself writes into the console when it cannot connect."""
        self.forgiven.append(r"WebSocket connection to '.*' failed")
        self.forgiven.append(r"Failed to load resource: net::ERR_CONNECTION_REFUSED")

    async def open(self, address: str, **options: Any) -> Page:
        """A tab in a browser of its own, with its own storage."""
        context = await self.browser.new_context(**{"viewport": DESKTOP, **options})
        self.contexts.append(context)
        return await self.beside(context, address)

    async def beside(self, context: BrowserContext, address: str) -> Page:
        """One more tab in the same browser."""
        page = await context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        await page.goto(address)
        return page

    async def session(self, relay: RelayProcess, identity: str, **options: Any) -> SessionPage:
        """The page of one charger in a browser of its own."""
        page = await self.open(f"{relay.page}#/cp/{identity}", **options)
        await expect(page.get_by_role("heading", level=1)).to_have_text(identity)
        return SessionPage(page, identity)

    @property
    def unforgiven(self) -> list[str]:
        forgiven = (NO_FAULT, *self.forgiven)
        return [error for error in self.errors if not any(re.search(one, error) for one in forgiven)]

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.type}: {message.text}")
