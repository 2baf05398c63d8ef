// @vitest-environment jsdom
import { Notifications } from "@mantine/notifications";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Charger, Request } from "../../../live/contract";
import { Announcer } from "../../../parts/announce";
import type { Profile } from "../../../responder/rule";
import { sampleAnswers, sampleHeld, sampleProfiles } from "../../../test/sample_answers";
import { sampleCharger } from "../../../test/sample_charger";
import { draw } from "../../../test/page";
import { AnswersRegion } from "./AnswersRegion";

beforeEach(() => {
  location.hash = "";
  Element.prototype.checkVisibility = () => true;
});
afterEach(cleanup);

const charger = (more: Partial<Charger> = {}) => ({ ...sampleCharger("CP1"), answers: sampleAnswers, ...more });

function drawn(more: Partial<Charger> = {}, rule: string | null = null, large = true) {
  const region = (
    <>
      <AnswersRegion charger={charger(more)} large={large} rule={rule} />
      <Announcer />
      <Notifications />
    </>
  );
  return draw(region, { profiles: sampleProfiles });
}

function lastSaved(asked: Request[]): Profile {
  const saved = asked.filter((one) => one.kind === "save-profile").at(-1);
  if (saved === undefined) throw new Error("Nothing was saved.");
  return saved.profile;
}

const names = ({ rules }: Profile) => rules.map(({ name }) => name);

test("the dock shows each rule as switch, name, sentence and hits", () => {
  const { asked } = drawn({}, null, false);
  screen.getByText("No call waits for you.");
  const rule = screen.getByRole("button", { name: /^Pending twice/ });
  expect(rule.textContent).toBe(
    "Pending twice1 hitWhen BootNotification arrives and chargePointVendor is “Voltaire”, answer Pending, 2 times; then Accepted",
  );
  fireEvent.click(screen.getByRole("switch", { name: "Pending twice" }));
  expect(lastSaved(asked).rules[0]?.on).toBe(false);
  screen.getByText("off");
});

test("a watcher's rules are marked as not in use", () => {
  const { role } = sampleCharger("CP1");
  const holder = { client: "b", name: "Firefox on bench-2", headless: false, since: 0, me: false };
  drawn({ role: { ...role, mine: "watching", holder } }, null, false);
  expect(screen.getAllByText("not in use")).toHaveLength(2);
});

test("a new rule stands on top and opens", () => {
  const { asked } = drawn();
  fireEvent.click(screen.getByRole("button", { name: "New rule" }));
  const profile = lastSaved(asked);
  expect(names(profile)).toEqual(["BootNotification", "Pending twice", "Let me see firmware"]);
  expect(location.hash).toBe(`#/cp/CP1/answers/${profile.rules[0]?.id ?? ""}`);
});

test("the first rule of all makes a profile and puts it into use", () => {
  const { asked } = drawn({ answers: { ...sampleAnswers, profile: null } });
  screen.getByText("No rules yet. Every call gets the default answer.");
  fireEvent.click(screen.getAllByRole("button", { name: "New rule" })[0] as HTMLElement);
  expect(asked.map(({ kind }) => kind)).toEqual(["save-profile", "use-profile"]);
});

test("rules move with the keyboard, and it is told", () => {
  const { asked } = drawn();
  fireEvent.keyDown(screen.getByRole("button", { name: /^Let me see firmware/ }), { key: "ArrowUp", altKey: true });
  expect(names(lastSaved(asked))).toEqual(["Let me see firmware", "Pending twice"]);
  screen.getByText("Let me see firmware, now 1 of 2");
});

test("the sentence is written anew while one types, and Ctrl Z takes it back", () => {
  const { asked } = drawn({}, "pending");
  const heading = () => screen.getByRole("heading", { name: /^When BootNotification arrives/ }).textContent;
  fireEvent.change(screen.getByRole("textbox", { name: "Value" }), { target: { value: "Acme" } });
  expect(heading()).toContain("chargePointVendor is “Acme”");
  fireEvent.keyDown(screen.getByRole("textbox", { name: "Value" }), { key: "z", ctrlKey: true });
  expect(heading()).toContain("chargePointVendor is “Voltaire”");
  expect(asked.filter(({ kind }) => kind === "save-profile")).toHaveLength(2);
});

test("what makes no sense yet is shown and not saved", () => {
  const { asked } = drawn({}, "pending");
  fireEvent.change(screen.getByLabelText("Path", { selector: "input" }), { target: { value: "chargePointVendor" } });
  screen.getByText(/^Not saved yet: /);
  expect(asked).toEqual([]);
});

test("steps are added, counted and removed; the sequence starts over", () => {
  const { asked } = drawn({}, "pending");
  screen.getByText("Next: step 1, second time");
  fireEvent.click(screen.getByRole("button", { name: "Step" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Times of step 1" }), { target: { value: "3" } });
  const plan = lastSaved(asked).rules[0]?.answer;
  expect(plan?.mode === "sequence" ? plan.steps.map(({ times }) => times) : []).toEqual([3, 1, 1]);
  fireEvent.click(screen.getByRole("button", { name: "Start over" }));
  expect(asked.at(-1)).toEqual({ kind: "start-over", identity: "CP1", rule: "pending" });
});

test("a deleted rule comes back where it stood", async () => {
  const { asked } = drawn({}, "pending");
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
  expect(names(lastSaved(asked))).toEqual(["Let me see firmware"]);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(names(lastSaved(asked))).toEqual(["Pending twice", "Let me see firmware"]);
});

test("a default answer is changed in the same editor", () => {
  const { asked } = drawn({}, "defaults");
  fireEvent.click(screen.getByRole("button", { name: /^Heartbeat/ }));
  fireEvent.click(screen.getByRole("combobox", { name: "Kind of answer to Heartbeat" }));
  fireEvent.click(screen.getByRole("option", { name: "Silence" }));
  expect(lastSaved(asked).defaults).toEqual([{ version: "ocpp1.6", action: "Heartbeat", reply: { kind: "silence" } }]);
  fireEvent.click(screen.getByRole("button", { name: "Usual answer to Heartbeat" }));
  expect(lastSaved(asked).defaults).toEqual([]);
});

test("a held call is answered by hand", () => {
  const { asked } = drawn({ held: sampleHeld() }, null, false);
  const card = within(screen.getByRole("region", { name: "Authorize waits for your answer" }));
  card.getByText("1 of 2");
  expect(document.activeElement).toBe(document.body);
  fireEvent.click(card.getByRole("button", { name: "Hold" }));
  fireEvent.click(card.getByRole("button", { name: /^Send answer/ }));
  expect(asked).toMatchObject([
    { kind: "pin", seq: 900, pinned: true },
    {
      kind: "answer",
      epoch: "5b1e",
      seq: 900,
      reply: { kind: "result", payload: { idTagInfo: { status: "Accepted" } } },
    },
  ]);
});

test("it may run into its time-out, or become a rule", () => {
  const { asked } = drawn({ held: sampleHeld() }, null, false);
  fireEvent.click(screen.getByRole("button", { name: "Make a rule" }));
  expect(lastSaved(asked).rules[0]).toMatchObject({ name: "Authorize", when: { action: "Authorize" } });
  fireEvent.click(screen.getByRole("button", { name: "Let it time out" }));
  expect(asked.at(-1)).toMatchObject({ kind: "answer", reply: { kind: "silence" } });
});

test("the other call's card opens with its own draft; ] goes to it, too", () => {
  drawn({ held: sampleHeld() }, null, false);
  fireEvent.keyDown(document.body, { key: "]" });
  screen.getByRole("region", { name: "DataTransfer waits for your answer" });
  fireEvent.click(screen.getByRole("button", { name: /^Authorize/ }));
  screen.getByRole("region", { name: "Authorize waits for your answer" });
});

test("a card whose connection is gone can only be dismissed", () => {
  const [call] = sampleHeld();
  const { asked } = drawn({ held: call === undefined ? [] : [{ ...call, state: "gone" }] }, null, false);
  screen.getByText("The connection that asked is gone.");
  expect(screen.queryByRole("button", { name: /^Send answer/ })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(asked).toMatchObject([{ kind: "dismiss", seq: 900 }]);
});
