"""A command's draft: form and JSON are one text, notes hold nothing back, and the page's CSP holds."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.end_to_end.charger import charger_at
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.tabs import Tabs

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_form_and_json_are_one_draft(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "DRAFT-1")
    complaints: list[str] = []
    session.page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    async with charger_at(one_relay, "DRAFT-1") as charger:
        await session.answers()
        await charger.boot()
        draft = await session.prepare("Reset")
        await draft.get_by_text("Hard", exact=True).click()
        await draft.get_by_text("JSON", exact=True).click()
        box = draft.get_by_role("textbox", name="JSON")
        await expect(box).to_contain_text('"type": "Hard"')
        await expect(draft.get_by_text("fits OCPP 1.6")).to_be_visible()

        await box.fill('{"type": "hard"}')
        await draft.get_by_role("button", name="1 note").click()
        await expect(draft.get_by_text("type is hard; OCPP 1.6 spells it Hard.")).to_be_visible()
        await draft.get_by_role("button", name="Go to").click()
        await session.page.keyboard.type('"Hard"')
        await expect(box).to_contain_text('"type": "Hard"')
        await box.press("Control+Enter")
        await expect(session.commands.get_by_role("listitem")).to_contain_text("Accepted")
        assert charger.resets == ["Hard"]
    assert complaints == []
