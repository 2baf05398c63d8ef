"""The page of one charger, as its user sees it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

from tests.end_to_end.charger import Said, row_names

SECONDS = 10.0

# Only what can be seen is drawn, so the list is walked from its top to its end.
READ_ROWS = """
async (grid) => {
  const rows = () => [...grid.querySelectorAll('[role=row][aria-rowindex]:not([aria-rowindex="1"])')];
  const scroller = rows()[0]?.closest('[role=rowgroup]');
  if (!scroller) return [];
  const found = new Map();
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // A frame that comes just now takes the list to its end again.
  for (let tries = 0; tries === 0 || (scroller.scrollTop > 0 && tries < 100); tries += 1) {
    scroller.scrollTop = 0;
    await drawn();
  }
  for (;;) {
    await drawn();
    for (const row of rows()) {
      const name = row.getAttribute("aria-label");
      found.set(Number(row.getAttribute("aria-rowindex")), { name, words: row.textContent });
    }
    if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4) break;
    scroller.scrollTop += scroller.clientHeight * 0.7;
  }
  return [...found].sort(([one], [other]) => one - other).map(([, row]) => row);
}
"""


async def write(field: Locator, text: str) -> None:
    """Put a text in the place of a field's own, key by key: in Firefox ``fill`` goes past what the page notices."""
    await field.press("ControlOrMeta+a")
    await field.press_sequentially(text)


@dataclass(frozen=True)
class Row:
    """A line of the log; ``name`` is what a screen reader says of a frame, None for a line about the connection."""

    name: str | None
    words: str


class SessionPage:
    """One charger's page in one tab."""

    def __init__(self, page: Page, identity: str) -> None:
        self.page = page
        self.identity = identity
        self.strip = page.get_by_role("region", name="Charge point", exact=True)
        self.log = page.get_by_role("region", name="Log", exact=True)
        self.commands = page.get_by_role("region", name="Commands", exact=True)
        self.frames = page.get_by_role("grid", name="Frames")
        self.bar = page.get_by_role("banner")
        self.box = page.get_by_role("combobox", name="Send a command")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def banner(self, words: str) -> Locator:
        """The one banner over the regions."""
        return self.page.get_by_role("status").or_(self.page.get_by_role("alert")).filter(has_text=words)

    async def answers(self) -> None:
        """Wait until this tab is the charger's central system."""
        await expect(self.strip.get_by_text("This tab answers")).to_be_visible()

    async def prepare(self, action: str, payload: str | None = None) -> Locator:
        """Open a command's draft; returns its group."""
        await self.box.click()
        await self.box.press_sequentially(action)
        await self.box.press("Enter")
        draft = self.commands.get_by_role("group", name=action)
        if payload is not None:
            await self.write(draft, payload)
        return draft

    async def write(self, draft: Locator, payload: str) -> None:
        """Put this into a draft as JSON."""
        switch, box = draft.get_by_text("JSON", exact=True), draft.get_by_role("textbox", name="JSON")
        await expect(switch.or_(box)).to_be_visible()
        if await switch.is_visible():  # where there is no room for form and JSON side by side
            await switch.click()
        await box.fill(payload)

    async def send(self, action: str, payload: str | None = None) -> None:
        draft = await self.prepare(action, payload)
        await draft.get_by_role("button", name="Send", exact=True).click()

    async def rows(self) -> list[Row]:
        """All lines of the log."""
        if await self.frames.count() == 0:
            return []
        return [Row(**row) for row in await self.frames.evaluate(READ_ROWS)]

    async def shows(self, said: Sequence[Said]) -> None:
        """Every frame the charger sent or received stands in the log, once, and in the order of its direction."""
        expected = row_names(said)
        shown: list[str] = []
        limit = time.monotonic() + SECONDS
        while len(shown) < len(expected) and time.monotonic() < limit:
            shown = [row.name for row in await self.rows() if row.name is not None]
            await asyncio.sleep(0.05)
        for side in ("From charge point", "From central system"):
            wanted = [name for name in expected if name.startswith(side)]
            assert [
                re.split(r"(?<!From charge point)(?<!From central system): ", name)[0]
                for name in shown
                if name.startswith(side)
            ] == wanted
