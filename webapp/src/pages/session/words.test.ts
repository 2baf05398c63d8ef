import { expect, test } from "vitest";
import type { Charger, HeldCall, Holder, Role } from "../../live/contract";
import { sampleCharger } from "../../test/sample_charger";
import { bannerOf } from "./banner";
import { foldedWords } from "./folded_words";
import { formsOf } from "./region_forms";
import { roleWords } from "./role_words";
import { presenceWords } from "./state_words";

const now = Date.UTC(2026, 10, 20, 12, 45);
const online = (more: Partial<Charger> = {}): Charger => ({
  ...sampleCharger("BER-GARAGE-01"),
  presence: { kind: "online", since: now - 134 * 60_000 },
  lastFrameAt: now - 2000,
  ...more,
});
const other: Role = {
  mine: "watching",
  holder: { client: "t", name: "Firefox on bench-2", headless: false, since: Date.UTC(2026, 10, 20, 12, 3), me: false },
  takenBy: null,
  cameBackAt: null,
};
const banner = (charger: Charger) => {
  const found = bannerOf(charger, now, "utc");
  return found === null ? null : [`${found.bold} ${found.rest}`.trim(), found.action];
};

test("a charger that is online and answered by this tab needs no banner", () => {
  expect(banner(online())).toBeNull();
});

test("watching says who answers, and offers to take over", () => {
  expect(banner(online({ role: other }))).toEqual([
    "You are watching. Firefox on bench-2 answers this charger since 12:03. You can look, filter, export and write rules; nothing you do reaches the charger.",
    "Take over",
  ]);
});

test("who was overtaken is told, and can take back", () => {
  const role = { ...other, takenBy: { name: "Firefox on bench-2", at: now } };
  expect(banner(online({ role }))).toEqual(["Firefox on bench-2 took over answering at 12:45.", "Take back"]);
});

test("nobody answers: the charger runs into its time-out", () => {
  const role = { ...other, holder: null };
  expect(banner(online({ role }))).toEqual([
    "Nobody answers BER-GARAGE-01. Its calls run into its time-out.",
    "Answer from here",
  ]);
  expect(roleWords(online({ role }))?.words).toBe("Nobody answers");
});

test("a headless responder answers by its own rules", () => {
  const role = { ...other, holder: { ...(other.holder as Holder), headless: true } };
  expect(banner(online({ role }))).toEqual(["A headless responder answers by its own rules file.", "Take over"]);
});

test("one banner at a time: the lost socket before lost Redis before everything else", () => {
  const role = { ...other, holder: null };
  const lost = { kind: "lost", since: now - 3000, retryAt: now } as const;
  expect(banner(online({ relay: lost, busLostAt: now, role }))?.[0]).toMatch(/^This browser lost the relay\./);
  expect(banner(online({ busLostAt: now, contested: true, role }))?.[0]).toMatch(/^The relay lost Redis\./);
  expect(banner(online({ contested: true, role }))?.[0]).toMatch(/^Two chargers use this identity/);
});

test("the chip says how long it is online, silent, or since when it is gone", () => {
  expect(presenceWords(online(), now, "utc")).toEqual({ tone: "ok", words: "Online 2 h 14 min" });
  expect(presenceWords(online({ lastFrameAt: now - 181_000 }), now, "utc")).toEqual({
    tone: "warn",
    words: "Silent 3 min",
  });
  const left = online({ presence: { kind: "left", at: Date.UTC(2026, 10, 20, 12, 44, 10), words: "" } });
  expect(presenceWords(left, now, "utc").words).toBe("Left 12:44:10");
  expect(presenceWords(online({ presence: { kind: "absent", seenBefore: false } }), now).words).toBe("Not connected");
});

test("the relay's clock counts, not the browser's", () => {
  expect(presenceWords(online({ clockOffset: 60_000 }), now - 60_000, "utc").words).toBe("Online 2 h 14 min");
});

test("an absent charger will be answered by this tab", () => {
  expect(roleWords(online({ presence: { kind: "absent", seenBefore: true } }))?.words).toBe("This tab will answer");
});

test("one region is large, and the log stays beside every other", () => {
  const forms = (view: "log" | "answers") =>
    Object.fromEntries(formsOf(view, "wide").map(({ region, form }) => [region, form]));
  expect(forms("log")).toEqual({ log: "large", answers: "dock", commands: "dock", "charge-point": "hidden" });
  expect(forms("answers")).toEqual({ answers: "large", log: "dock", commands: "hidden", "charge-point": "hidden" });
  expect(formsOf("log", "phone").filter(({ form }) => form !== "hidden")).toHaveLength(1);
});

test("a folded region says what is in it", () => {
  const { commands } = sampleCharger("CP1");
  const call: HeldCall = {
    epoch: "e1",
    seq: 7,
    at: now,
    action: "Authorize",
    uniqueId: "u1",
    payload: {},
    version: "ocpp1.6",
    fallbackAt: null,
    suggestion: { reply: { kind: "silence" }, by: "default" },
    askedBy: "Ask me",
    state: "waiting",
  };
  const quiet = online({ held: [], commands: [], counts: { ...online().counts, frames: 1 } });
  const busy = online({ held: [call], commands });
  const saying = (charger: Charger) =>
    (["log", "answers", "commands"] as const).map((one) => foldedWords(one, charger));
  expect(saying(quiet)).toEqual(["1 frame", "No call waits for you.", "Nothing sent yet."]);
  expect(saying(busy).slice(1)).toEqual(["1 call waits for you.", "1 command queued"]);
});
