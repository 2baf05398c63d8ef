"""A log becomes a file, and a file becomes a log."""

from __future__ import annotations

import asyncio
import base64
import csv
import io
import json
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.end_to_end.charger import Charger, charger_at
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SessionPage
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")

TAG = "04A1B2C3D4"


async def a_short_day(charger: Charger) -> None:
    await charger.boot()
    await charger.status("Preparing")
    await charger.authorize(TAG)
    started = await charger.start_transaction(TAG, 18204)
    await charger.meter_values(started.transaction_id, 18267)
    await charger.say("[2,")


async def exported(page: SessionPage, name: str, directory: Path) -> Path:
    """Save the log in a format; the menu is open or not."""
    item = page.page.get_by_role("menuitem", name=name)
    if not await item.is_visible():
        await page.button("Export").click()
    async with page.page.expect_download() as saving:
        await item.click()
    download = await saving.value
    path = directory / download.suggested_filename
    await download.save_as(path)
    return path


async def test_every_format_holds_what_crossed_the_socket(one_relay: RelayProcess, tabs: Tabs, tmp_path: Path) -> None:
    page = await tabs.session(one_relay, "FILES-1")
    async with charger_at(one_relay, "FILES-1") as charger:
        await page.answers()
        await a_short_day(charger)
        await expect(page.log.get_by_text("11 frames")).to_be_visible()
        said = [one.text for one in charger.said]

        lines = [json.loads(line) for line in (await exported(page, "JSON Lines", tmp_path)).read_text().splitlines()]
        assert lines[0]["identity"] == "FILES-1"
        assert [line["text"] for line in lines if line.get("type") == "frame"] == said
        assert lines[1]["type"] == "opened"

        traces = (await exported(page, "Open OCPP Trace", tmp_path)).read_text().splitlines()
        assert [json.loads(line)["raw"] for line in traces] == said[:-1]
        await expect(page.page.get_by_text("1 frame has no place in Open OCPP Trace 1.1")).to_be_visible()

        # By keyboard, and only what the filter shows.
        await page.page.get_by_role("textbox", name="Search text").fill("StartTransaction")
        await page.strip.get_by_role("button", name="More").click()
        await page.page.get_by_role("menuitem", name="Export").click()
        await page.page.get_by_role("menuitemradio", name="Shown frames").click()
        table = (await exported(page, "CSV", tmp_path)).read_text(encoding="utf-8-sig")
        rows = [row for row in csv.DictReader(io.StringIO(table)) if row["kind"] != "connection"]
        assert {row["action"] for row in rows} == {"StartTransaction"}
        assert rows[0]["frame"] in said


async def test_an_anonymised_file_names_nobody(one_relay: RelayProcess, tabs: Tabs, tmp_path: Path) -> None:
    page = await tabs.session(one_relay, "BER-GARAGE-07")
    async with charger_at(one_relay, "BER-GARAGE-07") as charger:
        await page.answers()
        await a_short_day(charger)
        await charger.say(f'[2,"cut","Authorize",{{"idTag":"{TAG}"')
        await expect(page.log.get_by_text("12 frames")).to_be_visible()
        for name in ("JSON Lines", "Open OCPP Trace", "CSV"):
            await page.button("Export").click()
            await page.page.get_by_role("menuitemcheckbox", name="Anonymise").click()
            path = await exported(page, name, tmp_path)
            text = path.name + path.read_text()
            for secret in ("BER-GARAGE", TAG):
                assert secret.lower() not in text.lower()
            assert "StartTransaction" in text
            assert "18204" in text


async def drop(page: Page, path: Path) -> None:
    """As a file manager does."""
    content = base64.b64encode(await asyncio.to_thread(path.read_bytes)).decode()
    transfer = await page.evaluate_handle(
        """([name, content]) => {
            const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], name));
            return transfer;
        }""",
        [path.name, content],
    )
    await page.dispatch_event("body", "dragover", {"dataTransfer": transfer})
    await expect(page.get_by_text("Drop the file to look at it")).to_be_visible()
    await page.dispatch_event("body", "drop", {"dataTransfer": transfer})


async def test_a_file_shows_the_rows_that_were_exported(one_relay: RelayProcess, tabs: Tabs, tmp_path: Path) -> None:
    page = await tabs.session(one_relay, "FILES-2")
    async with charger_at(one_relay, "FILES-2") as charger:
        await page.answers()
        await a_short_day(charger)
        await expect(page.log.get_by_text("11 frames")).to_be_visible()
        path = await exported(page, "JSON Lines", tmp_path)
        # A call that still waits is given up once it is in a file; here none does.
        before = await page.rows()

    elsewhere = await tabs.open(one_relay.page)
    await drop(elsewhere, path)
    await expect(elsewhere.get_by_role("heading", level=1)).to_have_text(path.name)
    await expect(elsewhere.get_by_text("This is a file; no charger is behind it.")).to_be_visible()
    shown = SessionPage(elsewhere, path.name)
    await expect(shown.log.get_by_text("11 frames")).to_be_visible()
    assert await shown.rows() == before
    assert await elsewhere.get_by_role("combobox", name="Send a command").count() == 0

    await elsewhere.reload()
    await expect(shown.log.get_by_text("11 frames")).to_be_visible()
    await elsewhere.set_viewport_size({"width": 390, "height": 844})
    await expect(shown.log.get_by_text("11 frames")).to_be_visible()
    again = await exported(shown, "Open OCPP Trace", tmp_path)
    assert "FILES-2" in again.name
