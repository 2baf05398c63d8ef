"""Rules are written in the page, and a real charge point gets what they say."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
import websockets
from ocpp.v16 import call
from playwright.async_api import Locator, Page, expect

from tests.end_to_end.charger import charger_at, dial
from tests.end_to_end.relay_process import RelayProcess
from tests.end_to_end.session_page import SECONDS, SessionPage
from tests.end_to_end.tabs import Tabs
from tests.end_to_end.test_accessibility import has_no_violations
from tests.end_to_end.test_keyboard import tab_to

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUIET_SECONDS = 1.0
# The page writes its counters down ten times a second.
WRITTEN_SECONDS = 0.5

ACCEPTED = {"status": "Accepted"}
# What a rule says, and what the charge point then gets: its frames, and the code it was closed with.
REPLIES: dict[str, tuple[dict[str, Any], list[str], int | None]] = {
    "result": ({"kind": "result", "payload": {"status": "{{call.messageId}}"}}, ['[3,"u",{"status":"result"}]'], None),
    "error": (
        {"kind": "error", "code": "MyOwnError", "description": "on purpose", "details": {"n": 1}},
        ['[4,"u","MyOwnError","on purpose",{"n":1}]'],
        None,
    ),
    "silence": ({"kind": "silence"}, [], None),
    "close": ({"kind": "close", "code": 3001, "reason": "as asked"}, [], 3001),
    "cut": ({"kind": "cut"}, [], 1006),
    "raw": ({"kind": "raw", "text": "no frame for {{uniqueId}}"}, ["no frame for u"], None),
    "twice": ({"kind": "result", "payload": {}, "fault": "twice"}, ['[3,"u",{}]', '[3,"u",{}]'], None),
    "wrong id": ({"kind": "result", "payload": {}, "fault": "wrong unique id"}, ['[3,"not-u",{}]'], None),
    "wrong type": ({"kind": "result", "payload": {}, "fault": "wrong message type"}, ['[9,"u",{}]'], None),
    "default": ({"kind": "default"}, ['[3,"u",{"status":"Accepted"}]'], None),
    "truncated": ({"kind": "result", "payload": ACCEPTED, "fault": "truncated"}, ['[3,"u",{"status'], None),
    "empty": ({"kind": "result", "payload": {}, "fault": "empty"}, [""], None),
    "delayed": (
        {"kind": "result", "payload": {}, "delay": {"kind": "fixed", "ms": 300}},
        ['[3,"u",{}]'],
        None,
    ),
}


def rule(name: str, reply: dict[str, Any]) -> dict[str, Any]:
    when = {"action": "DataTransfer", "conditions": [{"path": "$.messageId", "test": "is", "value": name}]}
    return {"id": name, "name": name, "on": True, "when": when, "answer": {"mode": "always", "reply": reply}}


async def answers_view(session: SessionPage) -> Locator:
    await session.answers()
    await session.strip.get_by_role("link", name="Answers").click()
    return session.page.get_by_role("region", name="Answers", exact=True)


async def import_rules(page: Page, rules: list[dict[str, Any]], name: str) -> None:
    text = json.dumps({"format": 1, "name": name, "rules": rules})
    await page.get_by_role("button", name="More for this profile").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("menuitem", name="Import…").click()
    await (await chooser.value).set_files(
        {"name": "rules.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    await expect(page.get_by_role("combobox", name="Profile")).to_have_value(name)


async def heard(connection: websockets.ClientConnection) -> list[str]:
    """Everything until it is quiet, or until the connection ends."""
    frames = []
    while True:
        try:
            frames.append(await asyncio.wait_for(connection.recv(decode=True), QUIET_SECONDS))
        except (TimeoutError, websockets.ConnectionClosed):
            return frames


async def test_a_charger_gets_each_kind_of_reply(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "REPLIES")
    async with dial(one_relay, "REPLIES"):
        await answers_view(session)
        rules = [rule(name, reply) for name, (reply, _, _) in REPLIES.items()]
        await import_rules(session.page, rules, "Every kind")
    for name, (_, frames, code) in REPLIES.items():
        async with dial(one_relay, "REPLIES") as connection:
            await expect(session.strip.get_by_text("This tab answers")).to_be_visible()
            await connection.send(json.dumps([2, "u", "DataTransfer", {"vendorId": "v", "messageId": name}]))
            got = await heard(connection)
            assert got == frames, name
            assert connection.close_code == code, name
    for name in REPLIES:
        switch = session.page.get_by_role("switch", name=name, exact=True)
        row = session.page.get_by_role("listitem").filter(has=switch)
        await expect(row.get_by_text("1 hit", exact=True)).to_be_visible()


@pytest.mark.long
async def test_a_late_answer_comes_after_the_charger_has_given_up(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "LATE")
    async with dial(one_relay, "LATE") as connection:
        await answers_view(session)
        late = {"kind": "result", "payload": {}, "fault": "late"}
        await import_rules(session.page, [rule("late", late)], "Too late")
        await connection.send(json.dumps([2, "u", "DataTransfer", {"vendorId": "v", "messageId": "late"}]))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(connection.recv(), 30)
        assert await asyncio.wait_for(connection.recv(), 5) == '[3,"u",{}]'


@pytest.mark.both_browsers
async def test_a_rule_without_a_mouse(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "RULE-KEYS")
    page, keyboard = session.page, session.page.keyboard
    async with charger_at(one_relay, "RULE-KEYS") as charger:
        await session.answers()
        await charger.authorize("04A1")
        await keyboard.press("3")
        region = page.get_by_role("region", name="Answers", exact=True)
        await tab_to(page, region.get_by_role("button", name="New rule", exact=True).first)
        await keyboard.press("Enter")
        editor = page.get_by_role("group", name="Editor")
        await tab_to(page, editor.get_by_label("Action", exact=True))
        await keyboard.press("Control+a")
        await keyboard.type("Authorize")
        await keyboard.press("Escape")
        await tab_to(page, editor.get_by_role("button", name="Condition"))
        await keyboard.press("Enter")
        await tab_to(page, editor.get_by_label("Path", exact=True), back=True)
        await keyboard.press("Control+a")
        await keyboard.type("$.idTag")
        await keyboard.press("Escape")
        await tab_to(page, editor.get_by_role("textbox", name="Value"))
        await keyboard.type("04BAD")
        await tab_to(page, editor.get_by_role("combobox", name="Kind of answer"))
        await keyboard.press("Enter")
        error = page.get_by_role("option", name="Error", exact=True)
        await expect(error).to_be_visible()
        async with asyncio.timeout(SECONDS):  # a list that has only just opened may not hear the first arrow
            while await error.get_attribute("data-combobox-selected") != "true":
                await keyboard.press("ArrowDown")
                await asyncio.sleep(0.1)
        await keyboard.press("Enter")
        await expect(editor.get_by_role("heading", name="When Authorize arrives")).to_have_text(
            "When Authorize arrives and idTag is “04BAD”, answer error InternalError"
        )
        await expect(editor.get_by_text("Saved in this browser")).to_be_visible()
        await charger.authorize("04A1")
        with pytest.raises(Exception, match="InternalError"):
            await charger.call(call.Authorize(id_tag="04BAD"), suppress=False)
        await expect(region.get_by_role("button", name="Authorize 1 hit")).to_be_visible()
        await has_no_violations(page, "the rule editor")


@pytest.mark.both_browsers
async def test_rules_are_dragged_into_another_order(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "DRAGGED")
    page = session.page
    async with charger_at(one_relay, "DRAGGED"):
        await answers_view(session)
        await import_rules(page, [rule(name, {"kind": "silence"}) for name in ("one", "two", "three")], "Three")
        rules = page.get_by_role("list", name="Rules").get_by_role("switch")
        handle = page.get_by_title("Drag to move").nth(2)
        place, top = await handle.bounding_box(), await page.get_by_title("Drag to move").nth(0).bounding_box()
        assert place
        assert top
        await page.mouse.move(place["x"] + 4, place["y"] + 4)
        await page.mouse.down()
        await page.mouse.move(place["x"] + 4, top["y"] - 10, steps=8)
        await page.mouse.up()
        await expect(rules.first).to_have_accessible_name("three")
        await asyncio.sleep(WRITTEN_SECONDS)
        await page.reload()
        await expect(rules.first).to_have_accessible_name("three")


# A browser without a window shows no notifications and always has the focus: what would be shown is written down.
UNFOCUSED = """
window.shown = [];
document.hasFocus = () => false;
window.Notification = class extends EventTarget {
  static permission = "default";
  static requestPermission = async () => (Notification.permission = "granted");
  constructor(title, { body }) { super(); window.shown.push(`${title} | ${body}`); }
  close() {}
};
"""


async def test_a_held_call_is_told_on_the_desktop_once_it_was_allowed(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "DESKTOP")
    page = session.page
    await page.context.add_init_script(UNFOCUSED)
    await page.reload()
    async with charger_at(one_relay, "DESKTOP") as charger:
        region = await answers_view(session)
        ask = rule("Let me see tags", {"kind": "ask"})
        ask["when"] = {"action": "Authorize", "conditions": []}
        await import_rules(page, [ask], "Ask me")
        assert await page.evaluate("Notification.permission") == "default"  # never asked for on load
        await region.get_by_role("button", name="Show them").click()
        asking = asyncio.create_task(charger.authorize("04FF"))
        shown: list[str] = []
        async with asyncio.timeout(SECONDS):
            while not shown:  # the page's CSP forbids to wait by a function in it
                shown = await page.evaluate("shown")
                await asyncio.sleep(0.05)
        assert shown == ["Authorize waits for your answer | DESKTOP"]
        await page.get_by_role("button", name="Send answer").first.click()
        assert (await asking).id_tag_info["status"] == "Accepted"


@pytest.mark.both_browsers
async def test_rules_and_counters_outlive_a_refresh(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "REFRESHED")
    async with charger_at(one_relay, "REFRESHED") as charger:
        await answers_view(session)
        await session.page.get_by_role("combobox", name="Profile").click()
        await session.page.get_by_role("option", name="Pending twice, then Accepted").click()
        await expect(session.page.get_by_role("switch", name="Pending twice", exact=True)).to_be_checked()
        assert (await charger.boot()).status == "Pending"
        await expect(session.page.get_by_text("Next: step 1, second time")).to_be_visible()
        await asyncio.sleep(WRITTEN_SECONDS)
        await session.page.reload()
        await session.answers()
        await expect(session.page.get_by_text("Next: step 1, second time")).to_be_visible()
        assert (await charger.boot()).status == "Pending"
        assert (await charger.boot()).status == "Accepted"
        await session.page.get_by_role("button", name="Start over").click()
        await expect(session.page.get_by_text("Next: step 1, first time")).to_be_visible()
        assert (await charger.boot()).status == "Pending"


@pytest.mark.both_browsers
async def test_a_held_call_is_answered_by_hand(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "BY-HAND")
    page = session.page
    async with charger_at(one_relay, "BY-HAND") as charger:
        await answers_view(session)
        ask = rule("Let me see tags", {"kind": "ask"})
        ask["when"] = {"action": "Authorize", "conditions": []}
        await import_rules(page, [ask], "Ask me")
        await page.keyboard.press("Escape")
        await page.keyboard.press("1")
        asking = asyncio.create_task(charger.authorize("04FF"))
        card = page.get_by_role("region", name="Authorize waits for your answer")
        await expect(card).to_be_visible()
        await expect(page).to_have_title("(1) Authorize waits – BY-HAND")
        await has_no_violations(page, "a held call")
        await page.keyboard.press("a")
        await expect(card.locator("[data-card]")).to_be_focused()
        await card.get_by_role("button", name="Hold", exact=True).click()
        await expect(card.get_by_role("button", name="Held until you answer")).to_be_visible()
        await card.get_by_role("radio", name="Result").focus()
        await page.keyboard.press("Control+Enter")
        assert (await asking).id_tag_info["status"] == "Accepted"
        await expect(card).to_be_hidden()
        await expect(page).to_have_title("BY-HAND – ocpp-relay")
        await session.frames.get_by_role("row", name="answer Authorize").click()
        await expect(page.get_by_text("Answered by hand.")).to_be_visible()


async def test_shared_rules_come_back(one_relay: RelayProcess, tabs: Tabs) -> None:
    session = await tabs.session(one_relay, "SHARED", permissions=["clipboard-read", "clipboard-write"])
    page = session.page
    await page.goto(f"{one_relay.page}#/cp/SHARED/answers")
    await page.get_by_role("combobox", name="Profile").click()
    await page.get_by_role("option", name="Pending twice, then Accepted").click()
    await page.get_by_role("button", name="Copy a link with these rules").click()
    await expect(page.get_by_role("button", name="Copy a link with these rules")).to_have_text("Copied")
    link = await page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{one_relay.page}#/take/")

    other = await tabs.open(link)
    await expect(other.get_by_text("These rules came with the link. Nothing has changed yet.")).to_be_visible()
    await expect(other.get_by_text("1 rule ·")).to_be_visible()
    await has_no_violations(other, "shared rules")
    await other.get_by_role("button", name="Add as a new profile").click()
    await expect(other.get_by_role("heading", level=1)).to_have_text("Connect a charger")
    await other.goto(link)
    await other.get_by_role("button", name="Add as a new profile").click()
    await other.goto(f"{one_relay.page}#/cp/SHARED/answers")
    await other.get_by_role("combobox", name="Profile").click()
    await expect(other.get_by_role("option", name="Pending twice, then Accepted (2)", exact=True)).to_be_visible()

    await other.goto(f"{link[:-20]}")
    await expect(other.get_by_text("This link is damaged")).to_be_visible()
