import { expect, test } from "vitest";
import type { RowState } from "../../../live/contract";
import { frameRow } from "../../../test/rows";
import { rowName, shortState, stateText } from "./row_words";

const at = Date.UTC(2026, 10, 20, 12, 41, 10, 1);
const words = (state: RowState) => stateText({ state, at }, at + 4200).words;

test.each<[RowState, string]>([
  [{ kind: "answered", ms: 3 }, "answered in 3 ms"],
  [{ kind: "waiting" }, "waiting 4.2 s"],
  [{ kind: "held", fallbackAt: null }, "waits for you, 4.2 s"],
  [{ kind: "late", ms: 42_000 }, "late, 42 s"],
  [{ kind: "never" }, "never answered"],
  [{ kind: "error", code: "NotImplemented", ms: 3 }, "error NotImplemented"],
  [{ kind: "malformed" }, "malformed"],
  [{ kind: "no-answer-needed" }, "needs no answer"],
  [{ kind: "answer", by: null, late: false, again: false }, ""],
  [
    { kind: "answer", by: { kind: "rule", words: "rule · Accept all" }, late: true, again: false },
    "rule · Accept all · late",
  ],
])("%j reads “%s”", (state, text) => {
  expect(words(state)).toBe(text);
});

test("narrow rows say the time alone", () => {
  expect(shortState({ state: { kind: "answered", ms: 212 }, at }, at).words).toBe("212 ms");
});

test("a row's name says who, what, how and when; folded, it goes on with the answer", () => {
  const row = frameRow(0, { action: "StatusNotification", uniqueId: "19f0c2d1", summary: "Connector 1: Charging", at });
  const name =
    "From charge point: call StatusNotification 19f0c2d1: Connector 1: Charging; answered in 3 ms; 12:41:10.001";
  expect(rowName(row, at, "utc")).toBe(name);
  expect(rowName(row, at, "utc", { answer: frameRow(1, { summary: "{}" }) })).toBe(`${name}; answered: {}`);
});

test("a malformed frame has no action to name", () => {
  const row = frameRow(0, {
    type: "malformed",
    uniqueId: null,
    action: null,
    summary: "Not JSON: it ends after 31 bytes",
    state: { kind: "malformed" },
    at,
  });
  expect(rowName(row, at, "utc")).toBe(
    "From charge point: malformed: Not JSON: it ends after 31 bytes; malformed; 12:41:10.001",
  );
});
