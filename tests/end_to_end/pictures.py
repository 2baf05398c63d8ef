"""Takes README's pictures: `scripts/pictures`. A real relay, the emulator charging, and commands that were answered."""

from __future__ import annotations

import asyncio
import base64
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from playwright.async_api import Browser, async_playwright, expect

from tests.end_to_end.browsers import started
from tests.end_to_end.relay_process import ROOT, RelayProcess
from tests.end_to_end.session_page import SessionPage
from tests.end_to_end.tabs import Tabs

IDENTITY = "BER-GARAGE-01"
CHARGING_MS = 60_000

PIXELS = """
async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const url = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(new Blob([data]));
  });
  return [width, height, url.split(",")[1]];
}
"""


async def take(folder: Path) -> None:
    """``session.png``, ``charge-point.png`` and ``commands.png``."""
    with tempfile.TemporaryDirectory() as directory, RelayProcess(Path(directory)) as relay:
        async with async_playwright() as playwright:
            browser = await started(playwright, "chromium")
            page = await Tabs(browser).session(relay, IDENTITY, color_scheme="light", reduced_motion="reduce")
            emulator = emulating(relay)
            try:
                await charge(page)
                await shoot(browser, page, folder / "session.png")
                await command(page)
                await shoot(browser, page, folder / "commands.png")
                await glance(page)
                await shoot(browser, page, folder / "charge-point.png")
            finally:
                emulator.terminate()
                emulator.wait()
                await browser.close()


async def shoot(browser: Browser, page: SessionPage, file: Path) -> None:
    picture = await small(browser, await page.page.screenshot(animations="disabled"))
    await asyncio.to_thread(file.write_bytes, picture)


def emulating(relay: RelayProcess) -> subprocess.Popen[bytes]:
    options = ["--url", f"{relay.ws}/ocpp", "--identity", IDENTITY, "--meter-seconds", "3", "--quiet"]
    return subprocess.Popen([sys.executable, "-m", "relay.cli", "emulate", *options], cwd=ROOT)


async def charge(page: SessionPage) -> None:
    """Until a car charges, two commands were answered, and the start of the transaction is open."""
    await page.answers()
    await expect(page.frames.get_by_role("row", name="answer BootNotification")).to_be_visible()
    await page.send("GetConfiguration", '{"key": ["HeartbeatInterval"]}')
    started = page.frames.get_by_role("row", name=re.compile("From charge point: call StartTransaction"))
    await expect(started).to_be_visible(timeout=CHARGING_MS)
    await page.send("TriggerMessage", '{"requestedMessage": "MeterValues", "connectorId": 1}')
    measured = page.frames.get_by_role("row", name=re.compile("From charge point: call MeterValues"))
    await expect(measured.nth(2)).to_be_visible(timeout=CHARGING_MS)
    await started.click()
    await expect(page.page.get_by_role("region", name="Frame", exact=True)).to_be_visible()


async def command(page: SessionPage) -> None:
    """A charging profile is about to be sent."""
    await page.page.goto(f"{page.page.url.split('#')[0]}#/cp/{IDENTITY}/commands/SetChargingProfile")
    await expect(page.commands.get_by_role("textbox", name="JSON")).to_be_visible()
    await expect(page.commands.get_by_text("chargingSchedulePeriod").first).to_be_visible()


async def glance(page: SessionPage) -> None:
    """Two cars have charged for a while, the configuration was read, and a curve is drawn."""
    await page.page.goto(f"{page.page.url.split('#')[0]}#/cp/{IDENTITY}/charge-point")
    await page.button("Read").click()
    await page.button("Read everything").click()
    await expect(page.page.get_by_text("AuthorizeRemoteTxRequests")).to_be_visible()
    ended = page.page.get_by_role("row").filter(has_text="Local")
    await expect(ended.nth(1)).to_be_visible(timeout=4 * CHARGING_MS)
    await asyncio.sleep(20)  # so that the running transaction has a curve, too


async def small(browser: Browser, png: bytes) -> bytes:
    """The same picture in fewer bytes: text and flat colours deflate best as they are, without PNG's filters."""
    page = await browser.new_page()
    width, height, encoded = await page.evaluate(PIXELS, base64.b64encode(png).decode())
    pixels = base64.b64decode(encoded)
    rows = (pixels[start : start + 4 * width] for start in range(0, len(pixels), 4 * width))
    unfiltered = b"".join(b"\0" + bytes(byte for at, byte in enumerate(row) if at % 4 != 3) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(unfiltered, 9)) + chunk(b"IEND", b"")
    return png[:8] + body


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1])))
